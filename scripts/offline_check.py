"""Inside a namespace without a network: `make run WHEELHOUSE=…` in a clone, then the map in Chromium."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.serving import free_port, wait

PATIENCE = 600.0


def main(clone: Path, wheelhouse: Path) -> None:
    """Run the check; raises when the atlas is not served."""
    _is_alone()
    port = free_port()
    line = ["make", "-C", str(clone), "run", f"WHEELHOUSE={wheelhouse}", f"PORT={port}"]
    with subprocess.Popen(line, start_new_session=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            wait(server, f"{address}/_stcore/health", PATIENCE)
            print(f"without a network: {_marks(f'{address}/?lang=ja')} marks drawn")
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def _is_alone() -> None:
    names = [name for _, name in socket.if_nameindex()]
    if names != ["lo"]:
        raise SystemExit(f"there is a network here ({', '.join(names)}); run make test-offline")


def _marks(address: str) -> int:
    """How many marks Chromium draws on the map."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        frame = page.frame_locator('iframe[title^="streamlit_folium"]')
        frame.locator(".atlas-mark").first.wait_for(timeout=60_000)
        return frame.locator(".atlas-mark").count()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
