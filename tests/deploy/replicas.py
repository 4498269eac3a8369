"""Two replicas of the atlas behind a real nginx with the very configuration of `deploy/`, on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from scripts.serving import free_port, wait
from tests.conftest import ROOT

NAMES = ("a", "b")
SECRET = "a secret that both replicas share, for this test alone"


class Farm:
    """The address that users see, and the replicas behind it."""

    def __init__(self, folder: Path, base: str = "", **rules: str) -> None:
        self.folder = folder
        self.base = base
        self.rules = rules
        self.ports = {name: free_port() for name in NAMES}
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}{base}"
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str) -> None:
        """Start a replica and wait until it is healthy."""
        line = [sys.executable, "-m", "streamlit", "run", "--server.address=127.0.0.1"]
        line += [f"--server.port={self.ports[name]}", f"--server.baseUrlPath={self.base}", "serve.py"]
        with (self.folder / f"{name}.log").open("ab") as log:
            secret = os.environ | {"STREAMLIT_SERVER_COOKIE_SECRET": SECRET, "ATLAS_METRICS": "1"} | self.rules
            self._running[name] = subprocess.Popen(line, cwd=ROOT, env=secret, stdout=log, stderr=log)
        wait(self._running[name], f"{self._replica(name)}/ready")

    def kill(self, name: str) -> None:
        """End a replica at once, without a word to anybody (SIGKILL)."""
        self._running[name].send_signal(signal.SIGKILL)
        self._running[name].wait(10)

    def revive(self, name: str) -> None:
        """Start a replica that was killed."""
        if self._running[name].poll() is not None:
            self.start(name)

    def sessions(self, name: str) -> int:
        """How many sessions a replica serves at this moment, by its own count."""
        with urlopen(f"{self._replica(name)}/_stcore/metrics?families=active_sessions", timeout=10) as answer:
            found = re.search(r"^active_sessions (\d+)", answer.read().decode(), re.MULTILINE)
        assert found
        return int(found[1])

    def answer(self, path: str, at: str = "", **headers: str) -> dict[str, str]:
        """The headers of an answer through nginx, or of a replica's own; its status as `:status`."""
        request = Request(f"{self._replica(at) if at else self.address}{path}", headers=headers)
        try:
            with urlopen(request, timeout=10) as answer:
                return {":status": str(answer.status)} | {key.lower(): text for key, text in answer.headers.items()}
        except HTTPError as error:
            return {":status": str(error.code)} | {key.lower(): text for key, text in error.headers.items()}

    def _replica(self, name: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}{self.base}"

    def stop(self) -> None:
        """End what still runs."""
        for process in self._running.values():
            process.kill()
            process.wait(10)

    def configuration(self) -> str:
        """The nginx configuration of the project with other addresses and ports, and nothing else changed."""
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for name, port in self.ports.items():
            text, found = re.subn(rf"\batlas-{name}:8501\b", f"127.0.0.1:{port}", text)
            assert found == 2, f"deploy/nginx.conf must name atlas-{name}:8501 as a home and as a stand-in"
        text, found = re.subn(r"listen 8080\b", f"listen 127.0.0.1:{self.port}", text)
        assert found == 2, "one server for the atlas's names, one that closes all others"
        return text

    def requests(self) -> list[dict[str, Any]]:
        """What nginx has logged."""
        return [json.loads(line) for line in (self.folder / "nginx.log").read_text("utf-8").splitlines()]


def nginx() -> str:
    """The program; it must be there."""
    path = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert path, "nginx is missing (Debian: apt-get install nginx); this test is never skipped"
    return path


@contextmanager
def site(folder: Path, base: str = "", asks: str = "", **rules: str) -> Iterator[Farm]:
    """Both replicas behind nginx; `asks` is what nginx has in `location /` to ask people who they are."""
    here = Farm(folder, base, **rules)
    with ExitStack() as after:
        after.callback(here.stop)
        for name in NAMES:
            here.start(name)
        file = folder / "nginx.conf"
        text = here.configuration()
        assert text.count("location / {") == 1
        file.write_text(text.replace("location / {", f"location / {{ {asks}"), encoding="utf-8")
        with (folder / "nginx.log").open("ab") as log, (folder / "nginx.error.log").open("ab") as errors:
            line = [nginx(), "-p", str(folder), "-c", str(file)]
            line += ["-g", "user root;"] if os.geteuid() == 0 else []  # else its workers could not enter the folder
            proxy = subprocess.Popen(line, stdout=log, stderr=errors)
        after.callback(proxy.wait, 10)
        after.callback(proxy.terminate)
        wait(proxy, f"{here.address}/ready", status=401 if asks else 200)
        yield here
