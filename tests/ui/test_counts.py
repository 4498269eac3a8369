"""One count, one meaning: two hundred filters say the same numbers wherever the server says one.

What the browser says is held to the same index by tests/web/test_behaviour.py.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import openpyxl
import pytest

import exporters.__main__ as command
from atlas.counts import Counts
from atlas.filter import FACETS, Filter
from atlas.progress.years import UNDATED
from atlas.regional import Subject, members, own
from atlas.vocab import LANGS, REGIONS, Lang
from exporters.print.compose import KINDS, compose
from exporters.print.content.brief import gather
from exporters.print.elements.items import Rect, Words
from exporters.print.layout.listing import grouped, parts
from exporters.print.map.frames import projection_of
from exporters.print.map.map_layout import sort_out
from exporters.print.options import Options
from exporters.tables.columns import table
from exporters.tables.xlsx import xlsx_bytes
from loaders.stores import store_of
from tests import catalogue
from tests.atlas.left_out import left_out
from tests.atlas.wishes import two_hundred
from tests.conftest import ROOT
from ui.data import Atlas, build, read_files
from ui.regions.chart import row_of


@pytest.fixture(scope="module")
def edition() -> Atlas:
    return build(read_files(store_of(str(ROOT / "data"))))


def _sites(filter_: Filter) -> list[catalogue.Feature]:
    return catalogue.sites({facet: filter_.codes(facet) for facet in FACETS}, filter_.q)


def _recount(filter_: Filter) -> Counts:
    """The counts of a filter from the committed file, told once more and simply."""
    found = _sites(filter_)
    off = [one for one in found if one["geometry"] is None]
    wide = [one for one in found if one["properties"]["precision"] == "region" and one["geometry"]]
    placed = {one["properties"]["initiative"] for one in found if one["geometry"]}
    every = {one["properties"]["initiative"] for one in found}
    on = len(found) - len(off) - len(wide)
    return Counts(len(every), len(found), on, len(wide), len(off), len(every - placed))


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _said(filter_: Filter, lang: Lang, edition: Atlas) -> dict[str, object]:
    """What each surface says of a filter, as the five numbers or as the initiatives alone."""
    index = edition.index
    mask = index.select(filter_)
    by = {one: edition.extract(mask, filter_, lang, one) for one in ("initiatives", "sites")}
    brief = gather(by["sites"], edition.base, Options(style="numbered"))
    lists = parts(brief, grouped(brief, sort_out(brief, projection_of(brief, Rect(0, 0, 1600, 900)))), KINDS)
    return {
        "index": index.counts(mask)[:5],
        "exports, Excel, command": tuple(_numbers(by["sites"].counts())),
        "table of initiatives": len(table(by["initiatives"], ("id",))),
        "table of places": len(table(by["sites"], ("id",))),
        "slide's lists": sum(len(part.rows) for part in lists),
        "chart": len(row_of("", edition.rows(mask), lang).marks),
        "not on the map": index.count(index.unplaced(mask)),
    }


@pytest.mark.parametrize("number", range(20))
def test_every_surface_says_the_same_numbers(edition: Atlas, number: int) -> None:
    for filter_, lang in zip(two_hundred()[number::20], cycle(LANGS), strict=False):
        wish = _recount(filter_)
        five, i = wish[:5], wish.initiatives
        expected = {
            "index": five, "exports, Excel, command": five, "table of initiatives": i, "table of places": wish.places,
            "slide's lists": i, "chart": i, "not on the map": wish.unplaced,
        }  # fmt: skip
        assert _said(filter_, lang, edition) == expected, filter_


@pytest.mark.parametrize("number", range(20))
def test_cards_and_region_pages_count_as_their_own_filters_do(edition: Atlas, number: int) -> None:
    index = edition.index
    for filter_ in two_hundred()[number::20]:
        cards = index.facet_counts(filter_, "focus")
        assert cards == {code: _recount(filter_.with_codes("focus", (code,))).initiatives for code in "1230"}
        for region in REGIONS:
            about = Subject("region", region)
            wish = _recount(about.narrow(filter_))
            assert index.counts(own(index, filter_, about)) == wish, (filter_, region)
        if filter_.region:
            continue
        for country, n in members(index, filter_, "asean").items():
            assert n == _recount(Subject("country", country).narrow(filter_)).initiatives or filter_.country


def test_what_a_year_leaves_out_is_what_the_undated_would_show(edition: Atlas) -> None:
    for year in ("2015", "2023", "2026"):
        for filter_ in (
            Filter(year=(year,)),
            Filter(year=(year,), focus=("3",)),
            Filter(year=(year,), region=("asean",)),
        ):
            shown = edition.index.facet_counts(filter_, "year")[UNDATED]
            assert left_out(edition.index, filter_).undated == shown > 0
            assert shown == _recount(filter_.with_codes("year", (UNDATED,))).initiatives


@pytest.mark.parametrize(
    "filter_", [Filter(country=("SGP",)), Filter(focus=("3",), region=("pacific",)), Filter(q="AI")]
)
def test_whole_files_say_them_too(
    edition: Atlas, filter_: Filter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wish, mask = _recount(filter_), edition.index.select(filter_)
    for style in ("symbols", "numbered"):
        sheet = compose(edition.extract(mask, filter_, "en"), edition.base, Options(style=style))[0]
        head = next(words for words in _texts(sheet.items()) if " at " in words and "initiative" in words)
        assert _numbers(head)[:2] == [wish.initiatives, wish.places]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(edition.extract(mask, filter_, "en", "initiatives"))))
    rows = book.worksheets[0].max_row - 1
    about = [str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row if cell.value]
    assert rows == wish.initiatives and any(_numbers(text) == list(wish[:5]) and "places" in text for text in about)
    flags = [f"--{name}={value}" for name, value in filter_.to_query().items()]
    assert command.main(["table", "--format", "csv", "--lang", "en", "-o", str(tmp_path), *flags]) == 0
    assert _numbers(capsys.readouterr().out.rpartition(":")[2]) == list(wish[:5])


def _texts(items: Iterable[object]) -> list[str]:
    return [item.plain() for item in items if isinstance(item, Words)]
