"""The report of the layout: nothing dropped, no line crossed or under a box, type at its floor, every country named."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path

import numpy as np
import pytest

from atlas.countries import country_name
from atlas.filter import Filter
from atlas.vocab import LANGS, REGIONS, Lang
from exporters.__main__ import main
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import Rect, Words, flat
from exporters.print.elements.sheet import Leader, Sheet
from exporters.print.options import SIZES, STYLES, Style
from exporters.print.report import report_of
from tests import catalogue
from tests.exporters.snapshot.conftest import Take

PLACES = [code for code in REGIONS if code != "global"]
CASES = [(place, style, lang, size) for (place, style), lang, size
         in zip(product(PLACES, STYLES), cycle(LANGS), cycle(SIZES), strict=False)]  # fmt: skip
DECKS = [(*one, size) for one, size in zip(product(STYLES, LANGS), cycle(SIZES), strict=False)]
DECKS += [("boxes", lang, size) for size, lang in zip(SIZES, cycle(LANGS), strict=False)]


def _sound(take: Take, wish: dict[str, tuple[str, ...]], lang: Lang, style: Style, size: str) -> None:
    snapshot = take(
        Filter(region=wish.get("region", ()), document=wish.get("document", ())), lang, style=style, size=size
    )
    report = snapshot.report(lang)
    assert not report.faults("en"), report
    assert report.placed + report.continued + report.listed == report.asked
    assert report.crossings == report.under_boxes == len(report.dropped) == 0
    assert not [sheet.title for sheet in snapshot.sheets(lang) if "…" in sheet.title.plain()]
    assert report.smallest_pt >= (8.5 if size.startswith("a4") else 10.5) - 0.01
    said = "".join(_text(sheet) for sheet in snapshot.sheets(lang))
    named = {code for site in catalogue.sites(wish) for code in site["properties"]["countries"]}
    missing = [code for code in named if "".join(clean(country_name(code, lang)).split()) not in said]
    assert not missing


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_of_all_names_the_countries_of_most_initiatives(take: Take, lang: Lang) -> None:
    """However crowded it is: a map of everything without them would mislead."""
    most = {code: catalogue.initiatives(catalogue.sites({"country": (code,)})) for code in ("SGP", "PHL", "USA", "AUS")}
    first = take(Filter(), lang, style="symbols", size="slide-16x9").sheets(lang)[0]
    said = _text(first)
    assert min(most.values()) > 10 and not first.tally.get("listed")  # the map has the page alone
    assert not [code for code in most if clean(country_name(code, lang)).replace(" ", "") not in said]


def _text(sheet: Sheet) -> str:
    return "".join("".join(item.plain().split()) for item in sheet.items() if isinstance(item, Words))


@pytest.mark.parametrize(("region", "style", "lang", "size"), CASES)
def test_every_region_in_every_style_is_whole(take: Take, region: str, style: Style, lang: Lang, size: str) -> None:
    _sound(take, {"region": (region,)}, lang, style, size)


@pytest.mark.parametrize(("style", "lang", "size"), list(dict.fromkeys(DECKS)))
def test_the_whole_deck_is_whole(take: Take, style: Style, lang: Lang, size: str) -> None:
    """With boxes on every page size."""
    _sound(take, {"document": ("evolved-foip",)}, lang, style, size)


@pytest.mark.parametrize("lang", LANGS)
def test_the_whole_atlas_with_numbers_is_whole(take: Take, lang: Lang) -> None:
    """Without an address, too: the foot is lower then, and the map larger."""
    snapshot = take(Filter(), lang, style="numbered")
    assert not [one.report(lang).faults("en") for one in (snapshot, replace(snapshot, address=""))
                if one.report(lang).faults("en")]  # fmt: skip


def test_it_counts_what_is_wrong(take: Take) -> None:
    snapshot = take(Filter(country=("FJI",)), "en", style="boxes")
    sheets = snapshot.sheets("en")
    sheet = sheets[0]
    box = sheet.labels[0][1]
    across = ((box.x - 50, box.centre[1]), (box.right + 50, box.centre[1]))
    down = ((box.centre[0], box.y - 50), (box.centre[0], box.bottom + 50))
    sheet.leaders += [Leader("x", across, False), Leader("y", down, False)]
    sheet.tally["placed"] = sheet.tally["placed"][1:]
    sheet.labels.append(("z", Rect(box.x + 1, box.y + 1, 9, 9)))
    found = report_of(snapshot.extract, sheets, snapshot.options)
    assert found.crossings >= 1 and found.under_boxes >= 2 and found.overlaps and len(found.dropped) == 1
    assert not found.whole and len(found.faults("ja")) == 4


def test_the_command_writes_it_warns_and_is_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    flags = ["snapshot", "--style", "boxes", "--country", "FJI", "--format", "svg", "-o", str(tmp_path / "p.svg")]
    flags += ["--report", str(tmp_path / "r.json"), "--strict"]
    assert main(flags) == 0
    told = json.loads((tmp_path / "r.json").read_text("utf-8"))["en"]
    assert told["asked"] == told["placed"] > 0 and told["dropped"] == [] and told["leaders_longest"] > 0
    monkeypatch.setattr("exporters.print.report.crossings", lambda paths: 2)
    (tmp_path / "p.svg").unlink()
    capsys.readouterr()
    assert main(flags) == 1 and "2 crossings" in capsys.readouterr().err and not (tmp_path / "p.svg").exists()
    assert main(flags[:-1]) == 0 and "warning: en: 2 crossings" in capsys.readouterr().err


def test_more_pixels_are_the_same_page_sharper(take: Take) -> None:
    small, large = (
        take(Filter(country=("FJI",)), "en", style="boxes", size=size) for size in ("1920x1080", "3840x2160")
    )
    one, other = small.sheets("en")[0], large.sheets("en")[0]
    assert large.options.pixels() == (3840, 2160) and one.labels == other.labels and one.leaders == other.leaders


def test_africa_is_africa(take: Take) -> None:
    for style in STYLES:
        sheet = take(Filter(region=("africa",)), "en", style=style, frame="africa").sheets("en")[0]
        ground = next(layer for layer in sheet.layers if layer.name == "map")
        names = {item.name for item in flat(ground.items)}
        assert {"ZAF", "EGY", "SEN"} <= names and not {"AUS", "JPN", "PHL"} & names


@pytest.mark.parametrize("style", STYLES)
def test_grey_print_changes_every_style(take: Take, style: Style) -> None:
    light, grey = (
        take(Filter(country=("IDN",)), "en", style=style, colours=c).sheets("en")[0] for c in ("light", "print")
    )
    assert _colours(light) & {"#B04600", "#0065B3"} or style == "symbols"
    for colour in _colours(grey):
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert np.dot([0.2126, 0.7152, 0.0722], [red, green, blue]) < 110 or colour == "#FFFFFF"


def _colours(sheet: Sheet) -> set[str]:
    words = [item for item in sheet.items() if isinstance(item, Words) and item is not sheet.title]
    return {run.colour or item.colour for item in words for line in item.lines for run in line}
