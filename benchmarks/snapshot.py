"""How fast pictures are, as ratios of one run: `python -m benchmarks.snapshot` (needs Chromium and test packages).

The same filter is drawn by the atlas as a PNG of 1920×1080 and, by a browser that already runs, as a screenshot of
the handout that holds the same map. Then the whole pack of slides, region × focus area, and the memory it all took.
"""

from __future__ import annotations

import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from atlas.filter import Filter
from exporters.extract import extract_of
from exporters.print.options import Options, Style
from exporters.print.packs import pack_bytes
from exporters.print.pictures import PICTURES, Snapshot
from loaders.stores import store_of
from loaders.stores.edition import edition_of
from maps.basemap import read_basemap

DATA: Final = Path(__file__).resolve().parent.parent / "data"
CHROMIUM: Final = "/usr/bin/chromium"
PACIFIC: Final = Filter(focus=("3",), region=("pacific",))


def snapshot_of(filter_: Filter, style: Style) -> Snapshot:
    """The committed catalogue under a filter."""
    edition = edition_of(store_of(DATA).read())
    extract = extract_of(edition, edition.index.select(filter_), filter_, "en")
    return Snapshot(extract, read_basemap(DATA / "basemap"), Options(style=style), ("en",), "")


@contextmanager
def shooting(snapshot: Snapshot) -> Iterator[Callable[[], object]]:
    """What takes a screenshot of the same map in a browser that is already running, its marks drawn."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "map.html"
        page_file.write_bytes(PICTURES["html"].make(snapshot)[0].data)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1920, "height": 1080})

        def shoot() -> None:
            page.goto(page_file.as_uri())
            page.wait_for_selector(".atlas-mark")
            page.screenshot()

        yield shoot


def compared(snapshot: Snapshot, times: int = 9) -> tuple[float, float]:
    """Median seconds of a screenshot and of a PNG, taken in turns: a busy machine is busy for both; the first of each
    is not counted."""
    with shooting(snapshot) as shoot:
        rounds = [(_seconds(shoot), _seconds(lambda: PICTURES["png"].make(snapshot))) for _ in range(times + 1)][1:]
    shots, pictures = zip(*rounds, strict=True)
    return statistics.median(shots), statistics.median(pictures)


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def main() -> None:
    """Print one table."""
    small, whole = snapshot_of(PACIFIC, "symbols"), snapshot_of(Filter(), "numbered")
    pack = _seconds(lambda: pack_bytes(whole, "region-focus", "pptx"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shot, png = compared(small)
    table = {
        "PNG 1920x1080, warm (s)": round(png, 3), "screenshot, warm (s)": round(shot, 3),
        "screenshot / PNG (at least 3)": round(shot / png, 1),
        "pack region x focus, PPTX (s, under 30)": round(pack, 1), "memory (MB, under 600)": round(memory),
    }  # fmt: skip
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
