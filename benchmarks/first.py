"""First look: from navigation to the drawn map, beside an empty Streamlit page: `python -m benchmarks.first`.

Each visit has a context of its own, so nothing is cached; the pages take turns. The built-in data. The page comes with
its map, which stands there until Streamlit has drawn the one that answers clicks: both are timed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from benchmarks.clicks import ARGUMENTS, CHROMIUM, LIMIT, Way, ways
from benchmarks.servers import ROOT

_MAP: Final = "document.querySelector('#atlas-first')?.contentDocument?.documentElement?.dataset.shown === n"
_SEEN: Final = """async ([n, limit]) => { const frame = () => new Promise((done) => requestAnimationFrame(done));
  while (!(SHOWN)) { if (performance.now() > limit) return null; await frame(); }
  await frame(); await frame(); return performance.now(); }"""


def visit(browser: Browser, way: Way, shown: str) -> float:
    """One visit: ms from the start of the navigation until what `shown` asks for has been painted."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    page = context.new_page()
    page.goto(way.address, wait_until="commit")
    page.wait_for_selector("body", state="attached")
    found = page.evaluate(_SEEN.replace("SHOWN", shown), [way.wants[1], LIMIT])
    context.close()
    if found is None:
        raise RuntimeError(f"{way.name} never drew its picture")
    return float(found)


def measured(rounds: int) -> dict[str, Any]:
    """Medians in ms of an empty page's word, the atlas's map, and the map that answers; both as ratios to the first."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with ways(ROOT / "data", Path(scratch)) as every:
            nothing, atlas = (next(way for way in every if way.name == name) for name in ("nothing", "atlas"))
            asked = {"nothing": (nothing, nothing.shown), "atlas": (atlas, f"({_MAP}) || {atlas.shown}"),
                     "live": (atlas, atlas.shown)}  # fmt: skip
            took: dict[str, list[float]] = {name: [] for name in asked}
            for turn in range(rounds + 1):
                for name, (way, shown) in asked.items():
                    found = visit(browser, way, shown)
                    if turn:
                        took[name].append(found)
        browser.close()
    medians = {name: statistics.median(values) for name, values in took.items()}
    figures = {f"{name}_ms": round(value) for name, value in medians.items()}
    return figures | {"ratio": round(medians["atlas"] / medians["nothing"], 2),
                      "live_ratio": round(medians["live"] / medians["nothing"], 2)}  # fmt: skip


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    print(json.dumps(measured(parser.parse_args().rounds), indent=1))


if __name__ == "__main__":
    main()
