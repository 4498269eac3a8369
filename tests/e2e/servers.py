"""The atlas as people start it, on a free port; and a Chromium that sees only this machine."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from scripts.serving import end, free_port, wait
from tests.conftest import ROOT
from tests.e2e.visit import PATIENCE

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # The address bar is two more pages a window. The last --disable-features counts, so Playwright's are repeated.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,DestroyProfileOnBrowserClose,LensOverlay,MediaRouter,PaintHolding,"
    "ThirdPartyStoragePartitioning,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
    "--js-flags=--always-sparkplug --no-opt --no-maglev",  # a page is looked at for seconds: optimising never pays
]


@contextmanager
def serve(log: Path, *options: str, port: int = 0, **environment: str) -> Iterator[str]:
    """Runs the atlas, on a free port unless one is given; yields its address and ends it."""
    port = port or free_port()
    line = [sys.executable, "-m", "streamlit", "run", "--server.address=127.0.0.1", f"--server.port={port}"]
    line += [*options, "serve.py"]
    with (
        log.open("wb") as output,
        subprocess.Popen(
            line, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            _wait(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            end(process)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of one atlas for all workers: the first starts it, and ends it when the last has let it go."""
    told = folder / "server"
    with ExitStack() as own:
        with locked(told):
            first = not told.exists()
            if first:
                told.write_text(own.enter_context(serve(told.with_suffix(".txt"))), "utf-8")
            using = own.enter_context(told.open("r", encoding="utf-8"))
            fcntl.flock(using, fcntl.LOCK_SH)
        yield using.read()
        if first:
            with locked(told):
                told.unlink()  # who comes now starts another
            fcntl.flock(using, fcntl.LOCK_EX)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One worker at a time."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    try:
        wait(process, f"http://127.0.0.1:{port}/_stcore/health")
    except RuntimeError as error:
        raise AssertionError(f"{error}:\n{log.read_text('utf-8', 'replace')}") from error


@contextmanager
def chromium() -> Iterator[Browser]:
    """Runs Chromium, which must be there."""
    path = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
    assert path, "Chromium is missing (Debian: apt-get install chromium); these tests are never skipped"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()
