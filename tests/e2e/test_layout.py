"""Where the map puts names, and that every site of the filter is somewhere: recounted from page and data."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from atlas.filter import FACETS, Filter
from atlas.geo.bounds import bounds_of
from atlas.regional import Subject
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.stores.files import FileStore
from maps.world import asked
from tests import catalogue
from tests.conftest import ROOT
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit
from ui.data import Atlas, build, read_files
from ui.map.scene import scene_of
from ui.state import State

SCREENS = [(1440, 900), (1280, 720), (768, 1024), (720, 450)]  # the last is 1440 × 900 at 200 %
REGIONS = ("asean", "pacific", "oceania", "south-asia", "east-asia", "africa", "europe", "americas")
PHONE = (390, 844)
WISHES = (Filter(focus=("3",)), Filter(region=("pacific",)), Filter(country=("IDN",)), Filter())
VIEWS = ((), (1.3, 103.8, 7), (-10, 170, 4.5), (30, 150, 2))
WORST = 60_000
_RECOUNT = (ROOT / "tests" / "e2e" / "labels.js").read_text("utf-8").split("*/", 1)[1].strip()
_ASK = f"""async () => {{
    const files = parent.atlasFiles, names = Object.keys(files), lang = document.documentElement.lang;
    const last = (start) => names.filter((name) => name.startsWith(start)).at(-1), recount = {_RECOUNT.rstrip(";")};
    return recount([await files[last("land-")], await files[last(`features-${{lang}}-`)]]);
}}"""
_SETTLED = """([width, height]) => {
    const told = JSON.parse(document.documentElement.layout || "{}"), size = map.getSize();
    return parent.innerWidth === width && parent.innerHeight === height && told.view
        && told.view[0] === size.x && told.view[1] === size.y && Math.abs(window.innerWidth - size.x) < 4
        && !document.querySelector(".leaflet-zoom-anim");
}"""
_WORLD = "map.getBounds().getEast() - map.getBounds().getWest() > 300"
_INDO_PACIFIC = "Math.abs(map.getBounds().getNorth() - 46.6) < 0.1"
_SMALL = """() => [...document.querySelectorAll(".atlas-mark svg text")].filter((node) =>
    Number(node.getAttribute("font-size")) * node.getScreenCTM().a < 9.95).map((node) => node.textContent)"""
# Measured: Bhutan has no coast, and its name is wider than the country; Thailand's touches its neighbours.
LAND = {"BTN": 1_000, "THA": 36}


def _sized(page: Visit, width: int, height: int) -> None:
    page.page.set_viewport_size({"width": width, "height": height})
    page.map.wait_for_function(_SETTLED, arg=[width, height], timeout=WORST)


@cache
def _atlas() -> Atlas:
    return build(read_files(FileStore(catalogue.DATA)))


def _scene(lang: Lang, filter_: Filter, of_region: str = "") -> str:
    """What a page asks of its map under a filter; framed as the page of a region does, if one is named."""
    atlas, about = _atlas(), Subject("region", of_region)
    mask = atlas.index.select(filter_)
    bounds = bounds_of(atlas.frame[mask], atlas.context, about) if of_region else None
    return asked(mask, scene_of(atlas, State(lang, filter_), bounds))


def _show(page: Visit, scene: str) -> None:
    """Shows a scene that is not on the map already, as a page does that decides by itself what its map shows."""
    page.map.evaluate(
        "scene => { parent.atlasFront = undefined; delete document.documentElement.dataset.shown; atlas.show(scene); }",
        scene,
    )
    page.map.wait_for_function("document.documentElement.dataset.shown && document.documentElement.layout")


def _told(page: Visit) -> dict[str, Any]:
    return dict(json.loads(page.map.evaluate("document.documentElement.layout")))


def _faults(page: Visit) -> dict[str, Any]:
    """What is wrong with the names on the screen, counted from the page's own elements and the land's file."""
    found = page.map.evaluate(_ASK)
    labels = found["labels"]
    return {
        "foreign": [
            (one["key"], one["foreign"]) for one in labels if sum(one["foreign"].values()) > LAND.get(one["own"], 0)
        ],
        "beyond": [(one["key"], one["beyond"]) for one in labels if one["beyond"] > 40],
        "nearer": [(one["key"], one["nearer"]) for one in labels if one["nearer"]],
        "crossings": found["crossings"],
        "through": found["through"],
    }


# Whether the label point of a country lies in the view; how far a country's own mark stands from it.
_POINT = """(code) => parent.atlasFiles[Object.keys(parent.atlasFiles).find((one) => one.startsWith("features-"))]
    .then(({ countries: { [code]: { x, y } } }) => map.latLngToContainerPoint([y, x]))"""
_IN_VIEW = f"""(code) => ({_POINT})(code).then(({{ x, y }}) => {{
    const size = map.getSize(); return x > 8 && y > 8 && x < size.x - 8 && y < size.y - 8; }})"""
_OFF_ITS_PLACE = f"""(code) => ({_POINT})(code).then(({{ x, y }}) => {{
    const mark = document.querySelector(`.atlas-mark[data-key="${{code}}"][data-kind="donut"] .mark`);
    const box = mark.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
    return Math.hypot((box.left + box.right) / 2 - frame.left - x, (box.top + box.bottom) / 2 - frame.top - y); }})"""
_ASTRAY = """() => JSON.parse(document.documentElement.layout).pins
    .filter((pin) => pin.kind === "chip").filter((pin) => {
        const node = document.querySelector(`.atlas-mark[data-key="${CSS.escape(pin.key)}"] .arrow`);
        const turn = parseFloat(node.style.transform.slice(7)), [x0, y0, x1, y1] = pin.rect;
        const at = map.latLngToContainerPoint(pin.at);
        const true_ = Math.atan2(at.y - (y0 + y1) / 2, at.x - (x0 + x1) / 2) * 180 / Math.PI;
        return Math.abs(((turn - true_ + 540) % 360) - 180) > 2;
    })"""
SOUND: dict[str, list[Any]] = {"foreign": [], "beyond": [], "nearer": [], "crossings": [], "through": []}


@pytest.mark.parametrize("lang", LANGS)
def test_names_stand_where_they_belong_on_every_screen(visit: Open, lang: Lang) -> None:
    page = visit(f"/?lang={lang}")
    _sized(page, *SCREENS[0])
    _every_country_has_its_name(page)
    for size in SCREENS:
        _sized(page, *size)
        _sound(page)
        assert page.map.evaluate(_OFF_ITS_PLACE, "SGP") < 1.5, size
        assert page.map.evaluate(_SMALL) == [], size


def _every_country_has_its_name(page: Visit) -> None:
    at_country = {
        one["properties"]["place"] for one in catalogue.FEATURES if one["properties"]["precision"] == "country"
    }
    told = _told(page)
    named = {code for one in told["labels"] for code in one["country"].split(",")}
    assert told["bare"] == []
    assert {code for code in at_country if page.map.evaluate(_IN_VIEW, code)} <= named


@pytest.mark.parametrize("lang", LANGS)
def test_names_stand_where_they_belong_on_the_map_of_every_region(visit: Open, lang: Lang) -> None:
    """In English on the largest and the smallest of the screens."""
    page = visit(f"/regions?region={REGIONS[-1]}&lang={lang}")
    for size in SCREENS if lang == "ja" else SCREENS[::3]:
        _sized(page, *size)
        for region in REGIONS:
            _show(page, _scene(lang, Filter(region=(region,)), region))
            _sound(page)


def _sound(page: Visit) -> None:
    assert _faults(page) == SOUND, page.page.viewport_size
    told = _told(page)
    assert {one["country"] for one in told["labels"] if one["key"] in told["foreign"]} <= set(LAND)
    assert {kind: told[kind] for kind in ("beyond", "nearer")} == {"beyond": [], "nearer": []}
    assert (told["crossings"], told["through"]) == (0, 0)


def test_every_site_of_a_filter_is_somewhere(visit: Open) -> None:
    page = visit("/?lang=en")
    for view in VIEWS:
        for size in (SCREENS[0], PHONE):
            _sized(page, *size)
            if view:
                page.map.evaluate("([lat, lon, zoom]) => { map.setView([lat, lon], zoom, { animate: false }); }", view)
            for wish in WISHES:
                _show(page, _scene("en", wish))
                drawn = wish.without("country") if len(wish.country) == 1 and not wish.region else wish
                _is_whole(page, catalogue.sites({facet: drawn.codes(facet) for facet in FACETS}))
                _on_screen(page)


def _is_whole(page: Visit, sites: list[catalogue.Feature]) -> None:
    told = _told(page)["sites"]
    assert told["lost"] == []
    assert sorted(id_ for kind in told for id_ in told[kind]) == sorted(catalogue.ids(sites))
    assert set(told["unplaced"]) == {one["id"] for one in sites if one["geometry"] is None}
    regional = [one for one in sites if one["properties"]["precision"] == "region" and one["geometry"]]
    size = page.page.viewport_size
    narrow = size is not None and size["width"] < 560  # there the chip of a region out of view counts them
    assert set(told["box"]) <= catalogue.ids(regional) if narrow else set(told["box"]) == catalogue.ids(regional)


def _on_screen(page: Visit) -> None:
    """Pins lie inside the view, and no two chips of a side are nearer than 28 px."""
    told = _told(page)
    width, height = told["view"]
    for pin in told["pins"]:
        x0, y0, x1, y1 = pin["rect"]
        assert x0 >= 0 and y0 >= 0 and x1 <= width and y1 <= height, pin
    for edge in (0, width):
        tops = sorted(pin["rect"][1] for pin in told["pins"] if pin["kind"] == "chip" and edge in pin["rect"][::2])
        assert all(below - above >= 28 for above, below in pairwise(tops))


def test_one_comes_home_from_wherever_chips_and_buttons_lead(visit: Open) -> None:
    page = visit("/?lang=en")
    _sized(page, *SCREENS[0])
    page.rests()
    _the_legend_is_one_line_that_opens_upward(page)
    _home_is_the_indo_pacific_and_the_world_is_a_button(page)
    _arrows_point_at_their_places_while_the_map_moves(page)
    _a_chip_says_what_lies_outside_and_leads_there_by_click_and_by_key(page)
    _a_region_frames_the_map_unless_someone_has_moved_it(page)


def _the_legend_is_one_line_that_opens_upward(page: Visit) -> None:
    line = page.map.locator(".legend summary")
    box = line.bounding_box()
    assert box and box["height"] <= 28
    expect(page.map.locator(".legend .columns")).to_be_hidden()
    line.click()
    columns = page.map.locator(".legend .columns").bounding_box()
    assert columns and columns["y"] + columns["height"] <= box["y"] + 1
    line.click()


def _home_is_the_indo_pacific_and_the_world_is_a_button(page: Visit) -> None:
    seen = "(() => { const b = map.getBounds(); return [b.getWest(), b.getEast(), b.getNorth(), b.getSouth()]; })()"
    for size in (*SCREENS[:3], SCREENS[0]):
        _sized(page, *size)
        west, east, north, south = page.map.evaluate(seen)
        assert west <= 55.1 and east >= 196.9 and south <= -38.4
        assert north == pytest.approx(46.6, abs=0.1)
    _click(page, "map_world", _WORLD)
    page.url_is("view=")
    _click(page, "map_home", _INDO_PACIFIC)
    page.page.wait_for_url(lambda url: "view=" not in url, wait_until="commit")


def _arrows_point_at_their_places_while_the_map_moves(page: Visit) -> None:
    for move in ("() => {}", "() => { map.panBy([120, 60], { animate: false }); }"):
        page.map.evaluate(move)
        assert page.map.evaluate(_ASTRAY) == []
    _click(page, "map_world", _WORLD)
    _click(page, "map_home", _INDO_PACIFIC)


def _a_chip_says_what_lies_outside_and_leads_there_by_click_and_by_key(page: Visit) -> None:
    americans = catalogue.initiatives(catalogue.sites({"country": ["USA"]}))
    chip = page.map.get_by_role("button", name=f"United States: {americans} initiatives, outside the view; goes there")
    chip.locator(".mark").click()
    page.map.wait_for_function("map.getBounds().contains([38, 262])")
    page.url_is("view=")
    assert page.map.locator('.atlas-mark[data-key="chip:USA"]').count() == 0
    _click(page, "map_world", _WORLD)
    _click(page, "map_home", _INDO_PACIFIC)
    france = page.map.locator('.atlas-mark[data-key="chip:FRA"]')
    france.focus()
    page.page.keyboard.press("Enter")
    page.map.wait_for_function("map.getBounds().contains([46.5, 2.5])")
    _click(page, "map_world", _WORLD)
    _click(page, "map_home", _INDO_PACIFIC)


def _click(page: Visit, button: str, seen: str) -> None:
    page.map.get_by_role("button", name=t("en", button), exact=True).click()
    page.map.wait_for_function(seen)


def _a_region_frames_the_map_unless_someone_has_moved_it(page: Visit) -> None:
    home = page.view()
    page.choose("region", "pacific")
    page.map.wait_for_function("zoom => map.getZoom() > zoom + 0.2", arg=home[2])
    page.button("drop-region").click()
    page.map.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.01", arg=home[2])
    page.rests()
    page.map.evaluate("() => { map.setView([10, 100], 4.5, { animate: false }); }")
    page.url_is("view=")
    before = page.view()
    page.choose("region", "pacific")
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    page.rests()
    assert page.view() == pytest.approx(before, abs=1e-6)
