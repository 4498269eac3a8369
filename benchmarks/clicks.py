"""From click to picture in Chromium, the ways side by side: `python -m benchmarks.clicks [--sizes 0,1000]`.

A way is clicked twice a round (filter on, filter off) and the ways take turns, so that noise hits all alike. The time
runs from the click until what it asked for is on screen and two frames have passed: for the floor the changed word, for
maps the right features. The atlas is the real page with everything round its map.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from benchmarks import seeded
from benchmarks.servers import ROOT, plain, streamlit

CHROMIUM: Final = "/usr/bin/chromium"
ARGUMENTS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES: Final = Path(__file__).with_name("pages")
LIMIT: Final = 60_000
PAUSE: Final = 700
SIZES: Final = (0, 1_000, 10_000, 50_000)
_DOLLAR: Final = (
    "window.$ = (text) => { const box = document.createElement('div'); box.innerHTML = text; "
    "return [box.firstChild]; };"
)
_STOCK: Final = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}
_FRAME: Final = "document.querySelector('iframe[title^=\"streamlit_folium\"]')?.contentDocument"
_ATLAS: Final = f"({_FRAME}?.documentElement?.dataset.shown === n)"
_MARKS: Final = f"({_FRAME}?.querySelectorAll('.leaflet-marker-icon, path.leaflet-interactive').length === Number(n))"
_APP: Final = "document.querySelector('[data-testid=stApp]')"
_TIMED: Final = """([button, n]) => { (async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const app = APP, state = () => app.dataset.testScriptState;
  let ran = !app;
  const watch = new MutationObserver(() => { ran = ran || state() === "running"; });
  if (app) watch.observe(app, { attributes: true });
  const start = performance.now(), past = () => performance.now() - start;
  document.querySelector(button).click();
  while (!(SHOWN)) await frame();
  await frame(); await frame();
  const painted = past();
  while (app && (state() === "running" || !(ran || past() > 2000))) await frame();
  await frame(); await frame();
  watch.disconnect();
  console.info("measured " + JSON.stringify([painted, past()]));
})(); }"""
_WAITED: Final = """([n]) => { (async () => {
  while (!(SHOWN)) await new Promise((done) => setTimeout(done, 50));
  console.info("measured [" + performance.now() + "]");
})(); }"""


def told(page: Page, script: str, values: list[str]) -> list[float] | None:
    """The numbers that a script tells on the console; None when it does not within LIMIT, however busy the page is."""
    try:
        with page.expect_console_message(lambda said: said.text.startswith("measured "), timeout=LIMIT) as found:
            page.evaluate(script, values)
        return [float(number) for number in json.loads(found.value.text.removeprefix("measured "))]
    except BrowserError:
        return None


@dataclass
class Way:
    """One way to show features: where, what to click, when it is done; `wants` is what is done on and off."""

    name: str
    address: str
    button: str
    shown: str
    wants: tuple[str, str]
    page: Page | None = None
    on: list[float] = field(default_factory=list)
    off: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)

    def opened(self, browser: Browser) -> None:
        """Open the page in a context of its own, everything shown; one that never gets there hangs."""
        self.page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US").new_page()
        try:
            self.page.goto(self.address, timeout=LIMIT)
            self.page.wait_for_selector(self.button, timeout=LIMIT)
            if told(self.page, _WAITED.replace("SHOWN", self.shown), [self.wants[1]]) is None:
                self.hang()
        except BrowserError:
            self.hang()

    def hang(self) -> None:
        """Give it up."""
        if self.page is not None:
            self.page.context.close()
        self.page = None

    def click(self, on: bool, counted: bool) -> None:
        """One change of the filter, timed."""
        if self.page is None:
            return
        self.page.bring_to_front()
        script = _TIMED.replace("SHOWN", self.shown).replace("APP", _APP)
        found = told(self.page, script, [self.button, self.wants[0 if on else 1]])
        if found is None:
            self.hang()
        elif counted:
            (self.on if on else self.off).append(found[0])
            self.settled.append(found[1])
        if self.page is not None:
            self.page.wait_for_timeout(PAUSE)

    @property
    def result(self) -> dict[str, Any] | None:
        """Medians in ms: of both directions and their mean, and until the script rests; None for a page that hangs."""
        if self.page is None or not self.on:
            return None
        on, off = statistics.median(self.on), statistics.median(self.off)
        settled = statistics.median(self.settled)
        return {"on": round(on), "off": round(off), "painted": round((on + off) / 2), "settled": round(settled)}


class Floor(Way):
    """The page that draws nothing: each click writes the next number."""

    clicks = 0

    def click(self, on: bool, counted: bool) -> None:
        """One rerun, timed."""
        self.clicks += 1
        self.wants = (f"run {self.clicks}", f"run {self.clicks}")
        super().click(on, counted)


def wants(folder: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """How many features are shown with the filter on and off: all, and those that can be drawn."""
    features = json.loads((folder / "initiatives.geojson").read_text("utf-8"))["features"]
    chosen = [one for one in features if one["properties"]["focus_area"] == 1]
    drawn = [[one for one in group if one["geometry"]] for group in (chosen, features)]
    return (str(len(chosen)), str(len(features))), (str(len(drawn[0])), str(len(drawn[1])))


@contextmanager
def ways(folder: Path, scratch: Path) -> Iterator[list[Way]]:
    """The ways to show a folder's features, with their servers: Streamlit as it comes, but for `tuned` and the atlas.

    `tuned` draws nothing too, with the atlas's settings: no garbage collection after each run, answers leave at once.
    """
    every, drawn = wants(folder)
    _bare(scratch, folder)
    said = "document.querySelector('.st-key-said')?.textContent.trim() === n"
    with ExitStack() as stack:
        nothing = stack.enter_context(streamlit("nothing.py", scratch, **_STOCK)).address
        tuned = stack.enter_context(streamlit("tuned.py", scratch, PYTHONPATH=str(ROOT))).address
        leaflet = stack.enter_context(plain(scratch)).address
        everyday = stack.enter_context(streamlit("everyday.py", scratch, ATLAS_DATA=str(folder), **_STOCK)).address
        atlas = stack.enter_context(streamlit("serve.py", ROOT, ATLAS_DATA=str(folder))).address
        shown = "document.documentElement.dataset.shown === n"
        yield [
            Floor("nothing", nothing, ".st-key-filter button", said, ("run 0", "run 0")),
            Floor("tuned", tuned, ".st-key-filter button", said, ("run 0", "run 0")),
            Way("static", f"{leaflet}/static.html", "#filter", shown, every),
            Way("everyday", everyday, ".st-key-filter button", _MARKS, drawn),
            Way("atlas", f"{atlas}/?lang=en", 'button[data-key="focus-1"]', _ATLAS, every),
        ]


def _bare(scratch: Path, folder: Path) -> None:
    """A folder for the pages that are not the atlas: the scripts, Leaflet, the features."""
    static = scratch / "static"
    static.mkdir(parents=True, exist_ok=True)
    (scratch / ".streamlit").mkdir(exist_ok=True)
    shutil.copyfile(ROOT / ".streamlit" / "config.toml", scratch / ".streamlit" / "config.toml")
    for name in ("nothing.py", "tuned.py", "everyday.py", "static.html"):
        shutil.copyfile(PAGES / name, scratch / name)
    for name in ("leaflet.js", "leaflet.css"):
        for there in (scratch, static):
            (there / name).write_bytes((files("xstatic.pkg.leaflet") / "data" / name).read_bytes())
    (static / "dollar.js").write_text(_DOLLAR)
    shutil.copyfile(folder / "initiatives.geojson", scratch / "initiatives.geojson")


def measure(browser: Browser, folder: Path, rounds: int) -> dict[str, Any]:
    """All ways at one folder's data: the result of each by name, None for what hangs."""
    with tempfile.TemporaryDirectory() as scratch, ways(folder, Path(scratch)) as every:
        for way in every:
            way.opened(browser)
        for turn in range(rounds + 1):
            for way in every:
                way.click(on=True, counted=turn > 0)
                way.click(on=False, counted=turn > 0)
        found = {way.name: way.result for way in every}
        for way in every:
            way.hang()
        return found


def data_of(size: int, scratch: Path) -> Path:
    """The folder of a size: the atlas's own data for 0, else seeded."""
    if not size:
        return ROOT / "data"
    seeded.write(scratch / str(size), size)
    return scratch / str(size)


def measured(sizes: tuple[int, ...], rounds: int) -> dict[str, Any]:
    """All sizes, by their number of features (0: the built-in data)."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        found = {str(size): measure(browser, data_of(size, Path(scratch)), rounds) for size in sizes}
        browser.close()
        return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    print(json.dumps(measured(tuple(map(int, asked.sizes.split(","))), asked.rounds), indent=1))


if __name__ == "__main__":
    main()
