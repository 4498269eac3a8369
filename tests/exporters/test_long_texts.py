"""Texts without end, in one word or many: every format comes, soon, and says where it cut."""

from __future__ import annotations

import io
import time
from typing import Final

import pytest
from openpyxl import load_workbook

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.formats import FORMATS
from exporters.print.options import STYLES, Options, Style
from exporters.print.pictures import PICTURES, Snapshot
from maps.basemap import Basemap
from tests.exporters.conftest import Make

MOST: Final = 5.0  # seconds of the processor
TEXTS: Final = {"word": "a" * 100_000, "words": "word " * 20_000, "ja": "港湾の整備と人材の育成を行う" * 7_143}
COLUMNS: Final = [f"{name}_{lang}" for name in ("title", "summary") for lang in ("ja", "en")]


def _long(make: Make, text: str, lang: Lang) -> Extract:
    found = make(Filter(country=("TON",)), lang=lang)
    first = found.sites["initiative"] == found.sites["initiative"].iloc[0]
    sites = found.sites.copy()
    for name in COLUMNS:
        sites[name] = sites[name].mask(first, text)
    for name in ("short_title_ja", "short_title_en"):
        sites[name] = None
    return make(Filter(), lang=lang, sites=sites)


@pytest.mark.parametrize(
    ("text", "style"), [*(("word", style) for style in STYLES), ("words", "numbered"), ("ja", "boxes")]
)
def test_pages_come_soon(make: Make, base: Basemap, text: str, style: Style) -> None:
    extract = _long(make, TEXTS[text], "ja" if text == "ja" else "en")
    snapshot = Snapshot(extract, base, Options(style=style), (extract.lang,), "http://x")  # composed with the first
    for kind in PICTURES:
        begun = time.process_time()
        files = PICTURES[kind].make(snapshot)
        assert files and time.process_time() - begun < MOST, kind
        if kind == "svg" and style != "symbols":
            whole = "".join(file.data.decode() for file in files)
            assert "…" in whole and TEXTS[text][:20] in whole


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", FORMATS)
def test_tables_come_soon(make: Make, kind: str, text: str) -> None:
    begun = time.process_time()
    data = FORMATS[kind].make(_long(make, TEXTS[text], "en"))
    assert time.process_time() - begun < MOST
    if kind in ("csv", "geojson", "kml"):
        assert TEXTS[text].strip() in data.decode()


def test_a_cell_holds_as_much_as_a_cell_can(make: Make) -> None:
    """Beyond it the library would write nothing at all."""
    data = FORMATS["xlsx"].make(_long(make, "=" + TEXTS["word"], "en"))
    cells = [cell.value for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows() for cell in row]
    long = [cell for cell in cells if isinstance(cell, str) and len(cell) > 1_000]
    assert long and all(len(cell) <= 32_767 and cell.endswith("…") and cell.startswith("'=") for cell in long)
