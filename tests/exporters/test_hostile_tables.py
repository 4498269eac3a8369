"""Any text in every field, key and id comes out of tables and geodata as it went in, and makes nothing of its own."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pyogrio
import pytest
from hypothesis import example, given
from lxml import etree

from atlas.text.spreadsheet import guarded, guarded_throughout
from exporters.extract import BYS, By
from exporters.geo.geojson import geojson_bytes
from exporters.geo.geopackage import gpkg_bytes
from exporters.geo.kml import kml_bytes
from exporters.tables.columns import COLUMNS
from exporters.tables.csv import csv_bytes
from exporters.tables.xlsx import xlsx_bytes
from tests.exporters.worlds import BASE, extract_of
from tests.strategies import COLUMNS as WORDS
from tests.strategies import HostileWorld, few, worlds

SEEN = {"title": "title_en", "summary": "summary_en", "other_title": "title_ja", "focus_reason": "focus_area_reason_en"}
PLACES = list(COLUMNS)
KML = "{http://www.opengis.net/kml/2.2}"
LONG = HostileWorld(
    BASE.sites[~BASE.sites["initiative"].duplicated()].head(3).assign(title_en="=" + "x" * 40_000),
    BASE.documents, BASE.organisations,
)  # fmt: skip


FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _found(cells: list[Any], name: str) -> str:
    return str(cells[PLACES.index(name)])


@pytest.mark.parametrize("by", BYS)
@given(world=worlds(BASE, keys=True))
@few(15)
def test_csv(world: HostileWorld, by: By) -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(extract_of(world, by=by)).decode("utf-8-sig"), newline="")))
    assert len(rows) == len(world.sites) + 1 and {len(row) for row in rows} == {len(COLUMNS)}
    for cells, (key, row) in zip(rows[1:], world.sites.iterrows(), strict=True):
        wanted = [guarded_throughout(row[column]) for column in SEEN.values()]
        assert [_found(cells, name) for name in SEEN] == wanted
        assert _found(cells, "id") == guarded_throughout(key if by == "sites" else row["initiative"])
        assert _found(cells, "note") == guarded_throughout(row["note_en"])
    assert not [cell for row in rows for cell in row if guarded(cell) != cell and not _is_number(cell)]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("start", ["=1+1", "+1", "-2+3", "@SUM(1)", "＝1", " =1", '"=1', "'=1"])
def test_csv_opened_with_another_separator_holds_no_formula(separator: str, start: str) -> None:
    """Whoever opens it so gets cells that begin in the middle of a text."""
    texts = [f"a{separator}{start}", f"{separator}{start}", f"a\n{start}", f"a\r\n{start}", f'"{separator}{start}']
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows([["x", guarded_throughout(text), "y"] for text in texts])
    apart = csv.reader(io.StringIO(lines.getvalue(), newline=""), delimiter=separator)
    cells = [cell.lstrip("\"' ") for row in apart for cell in row if not cell.lstrip('" ').startswith("'")]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-[0-9.]+", cell) is not None


@pytest.mark.parametrize("by", BYS)
@given(world=worlds(BASE, keys=True))
@example(world=LONG)
@few(10)
def test_xlsx(world: HostileWorld, by: By) -> None:
    data = xlsx_bytes(extract_of(world, by=by))
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} <= {
        one.address for one in BASE.documents.values()
    }
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    for values, (_, row) in zip(rows, world.sites.iterrows(), strict=False):
        for name, column in SEEN.items():
            wanted = str(guarded(row[column])).replace("x005F_", "")  # openpyxl itself takes that out
            assert _found(list(values), name) == (wanted if len(wanted) <= 32_767 else wanted[:32_766] + "…")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert all(etree.fromstring(part) is not None for part in parts) and not any(b"<f>" in part for part in parts)


@pytest.mark.parametrize("by", BYS)
@given(world=worlds(BASE, keys=True))
@few(15)
def test_geojson(world: HostileWorld, by: By) -> None:
    features = json.loads(geojson_bytes(extract_of(world, by=by)))["features"]
    for feature, (key, row) in zip(features, world.sites.iterrows(), strict=True):
        assert feature["id"] == (key if by == "sites" else row["initiative"])
        found = feature["properties"] | (feature["properties"]["sites"][0] if by == "initiatives" else {})
        assert [found[column] for column in WORDS] == [row[column] for column in WORDS]


@given(world=worlds(BASE, keys=True))
@few(10)
def test_geopackage(world: HostileWorld) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.gpkg"
        path.write_bytes(gpkg_bytes(extract_of(world)))
        found = pyogrio.read_dataframe(path, layer="sites")
        assert sorted(name for name, _ in pyogrio.list_layers(path)) == ["sites", "sources"]
    assert list(found["feature_id"]) == list(world.sites.index)
    for column in WORDS:
        assert list(found[column]) == list(world.sites[column])


@pytest.mark.parametrize("by", BYS)
@given(world=worlds(BASE, keys=True))
@few(10)
def test_kml(world: HostileWorld, by: By) -> None:
    root = etree.fromstring(kml_bytes(extract_of(world, by=by)))
    marks = list(root.iter(f"{KML}Placemark"))
    allowed = {"kml", "Document", "Schema", "SimpleField", "Placemark", "name", "description", "Style", "styleUrl",
               "ExtendedData", "SchemaData", "SimpleData", "Point", "LineString", "MultiGeometry", "coordinates",
               "Folder", "IconStyle", "LineStyle", "color", "scale", "width", "visibility"}  # fmt: skip
    assert {str(node.tag).removeprefix(KML) for node in root.iter()} <= allowed
    for mark, (_, row) in zip(marks, world.sites.iterrows(), strict=True):
        assert str(mark.findtext(f"{KML}name")).strip() == row["title_en"].strip()
        shown = mark.findtext(f"{KML}description") or ""
        assert set(re.findall(r"<[^>]*>?", shown)) <= {"<br>"}
        said = html.unescape(shown.replace("<br>", "\n"))
        assert row["summary_en"] in said
