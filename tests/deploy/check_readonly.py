"""What the image promises, without a container: no root, nothing writable but /tmp and `static/`, and the map is drawn.

Needs Linux and `unshare` (util-linux); `make test-deploy` runs it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from scripts.serving import free_port, wait
from tests import catalogue
from tests.conftest import ROOT
from tests.e2e.visit import Visit

USER = "10001"
# Every mount is made read-only, then the two places of the image's tmpfs are laid over; a checkout in /tmp comes back.
PREPARE = """
mount --make-rprivate /
awk '{print $5}' /proc/self/mountinfo | grep -Ev '^/(proc|sys|dev)(/|$)' | while read -r at; do
    mount -o remount,bind,ro "$at"
done
cd "$PREFIX"
home=$(getent passwd 0 | cut -d: -f6)
case "$PREFIX" in "$home"/*)
    mount -t tmpfs -o mode=755 tmpfs "$home"; mkdir -p "$PREFIX"; mount --no-canonicalize --bind . "$PREFIX" ;;
esac
cd "$ROOT"
mount -t tmpfs -o mode=1777 tmpfs /tmp
case "$ROOT" in /tmp/*) mkdir -p "$ROOT"; mount --no-canonicalize --bind . "$ROOT" ;; esac
mount -t tmpfs -o mode=1777 tmpfs "$ROOT/static"
cd "$ROOT"
"""
PROBE = "import sys; open(sys.argv[1], 'w')"


def _within(line: str) -> list[str]:
    """A command line that runs another one as a container would: other mounts, another user, no way back to root."""
    drop = f"setpriv --reuid {USER} --regid {USER} --clear-groups --no-new-privs --bounding-set=-all "
    whose = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    script = f"set -eu\n{PREPARE}\nexec {drop if os.geteuid() == 0 else ''}{line}"
    return ["unshare", "--mount", *whose, "sh", "-c", script]


def _environment() -> dict[str, str]:
    """As in deploy/Containerfile; the other user must reach the interpreter, which may lie in root's own folder."""
    return os.environ | {"ROOT": str(ROOT), "PREFIX": sys.base_prefix, "HOME": "/tmp"}


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The atlas where nothing but its two places can be written."""
    (ROOT / "static").mkdir(exist_ok=True)
    port = free_port()
    line = f"{shlex.quote(sys.executable)} -m streamlit run --server.address=127.0.0.1 --server.port={port} serve.py"
    with (tmp_path_factory.mktemp("closed") / "log.txt").open("wb") as log:
        process = subprocess.Popen(_within(line), env=_environment(), stdout=log, stderr=log)
    try:
        wait(process, f"http://127.0.0.1:{port}/ready")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize(("place", "may"), [("/tmp/x", True), ("static/x", True), ("x", False), (".cache/x", False),
                                            ("data/x", False), ("/var/tmp/x", False)])  # fmt: skip
def test_only_two_places_can_be_written(place: str, may: bool) -> None:
    for folder in ("static", ".cache"):
        (ROOT / folder).mkdir(exist_ok=True)
    line = f"{shlex.quote(sys.executable)} -c {shlex.quote(PROBE)} {place}"
    done = subprocess.run(_within(line), env=_environment(), capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == may, done.stderr
    assert may or "[Errno 30] Read-only" in done.stderr


def test_the_map_is_drawn_and_files_are_made(closed: str, context: BrowserContext) -> None:
    page = Visit(context.new_page(), closed)
    page.page.goto(f"{closed}/?lang=ja&focus=3")
    page.shows(catalogue.sites({"focus": ["3"]}), "ja")
    with page.page.expect_download(timeout=60_000) as download:
        page.button("map-png").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    page.page.goto(f"{closed}/import?lang=en")
    expect(page.part("import-ask")).to_be_visible()
    assert page.complaints == []
