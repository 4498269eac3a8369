"""The static site and the handout of the whole catalogue in one folder, and an ordinary web server for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from exporters.site.files import write_site
from exporters.site.handout import handout_bytes
from maps.ground import read_ground
from tests.extracts import DATA, extract


class _Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


def write_pages(folder: Path) -> None:
    """The site under `atlas/`, the handout as `all.html`."""
    ground = read_ground(DATA / "basemap")
    write_site(extract(by="initiatives"), ground, folder / "atlas")
    (folder / "all.html").write_bytes(handout_bytes(extract(by="initiatives"), ground, marking="DRAFT"))


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serves a folder; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
