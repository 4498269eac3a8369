"""Names of columns as real lists have them, headers of two rows, and what a visitor says that a column means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from atlas.vocab import LANGS
from loaders.geojson.reader import read_organisations
from loaders.lists.formats.columns import column_of, key_of
from loaders.lists.formats.grid import Grid
from loaders.lists.formats.headers import find_header
from loaders.lists.importing import import_list
from loaders.lists.placing.world import World
from loaders.lists.remark import ListError
from tests.loaders.lists.conftest import Take

_LINES: Final = Path(__file__).with_name("headers.txt").read_text("utf-8").splitlines()
REAL: Final = [tuple(line.rsplit(" = ", 1)) for line in _LINES if line and not line.startswith("#")]
LEAST: Final = 0.95  # of them
Names = tuple[str, ...]


def _grid(*rows: Names) -> Grid:
    grid = Grid()
    for number, row in enumerate(rows, start=1):
        grid.add(number, list(row))
    return grid


def _field(name: str) -> str:
    column = column_of(name)
    return column.field if column else "-"


def test_the_names_of_real_lists_are_understood() -> None:
    wrong = [(name, field, _field(name)) for name, field in REAL if _field(name) != field]
    assert len(REAL) >= 142
    assert len(wrong) <= (1 - LEAST) * len(REAL), wrong


@pytest.mark.parametrize(
    "name", ["Country", "countries", "COUNTRIES", "Country(ies)", "国名", "国　名", "対象国／Country"]
)
def test_number_case_width_and_language_make_no_difference(name: str) -> None:
    assert _field(name) == "country"


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([("No", "国名", "案件名", "位置", "", "協力期間", ""), ("", "", "", "緯度", "経度", "開始", "終了")],
         ("id", "country", "title", "lat", "lon", "date")),
        ([("Project", "", "Location", ""), ("Name", "Country", "Latitude", "Longitude")],
         ("title", "country", "lat", "lon")),
        ([("国", "国", "案件", ""), ("名称", "コード", "名称", "概要")], ("country", "country", "title", "summary")),
        ([("国名", "案件名", "場所"), ("フィジー", "港", "スバ")], ("country", "title", "place")),
    ],
)  # fmt: skip
def test_a_header_of_two_rows_is_one(rows: list[Names], fields: Names) -> None:
    header = find_header(_grid(*rows))
    assert header is not None and tuple(header.fields.values()) == fields
    assert header.row == (1 if "フィジー" in rows[1] else 2)


def test_names_come_before_codes_and_a_date_is_the_first_of_its_kind(take: Take) -> None:
    line = take("ISO3,Country,Project,Approval Date,Signing Date\nTON,Fiji,Port,2024-05-01,2025-01-01\n").lines[0]
    assert line.values["country"] == "Fiji" and line.values["date"] == "2024-05-01"
    assert take("Recipient Code,Recipient,Title\n832,Fiji,Port\n").lines[0].placement.country == "FJI"


@pytest.mark.parametrize(
    "text",
    [
        "Land,Vorhaben,Ort\nFiji,Hafen,Suva\n",
        "Negara;Proyek;Tempat\nFiji;Port;Suva\n",
        "国別表記\tヨミ\nフィジー\tア\n",
    ],
)
def test_a_header_that_is_not_understood_is_told_by_its_names(take: Take, text: str) -> None:
    with pytest.raises(ListError) as caught:
        take(text)
    assert caught.value.said.key == "columns_unknown"
    names = json.loads(str(caught.value.said.values["told"]))["names"]
    assert len(names) > 1 and all(name in text for name in names)
    assert all(names[0] in caught.value.said.text(lang) for lang in LANGS)


@pytest.mark.parametrize("text", ["拝啓　時下ますます\nご清栄の\n", "12,13\n14,15\n", "Dear all\n\nSee below.\n"])
def test_no_header_is_said_only_where_there_is_none(take: Take, text: str) -> None:
    with pytest.raises(ListError) as caught:
        take(text)
    assert caught.value.said.key == "no_header"


def test_what_a_visitor_says_of_a_column_goes_before_its_name(world: World, real_data: Path) -> None:
    text = b"Land,Vorhaben,Ort,Name\nFiji,Hafen,Suva,Amt\n"
    own = {key_of("Land"): "country", key_of("Vorhaben"): "title", key_of("Ort"): "place", key_of("Name"): ""}
    found = import_list(text, world, read_organisations(real_data / "organisations.yml"), own=own)
    assert found.lines[0].values == {"country": "Fiji", "title": "Hafen", "place": "Suva"}
    assert found.lines[0].placement.spot and [(one.name, one.field) for one in found.columns][-1] == ("Name", "")
    assert found.columns[0].example == "Fiji"


def test_columns_that_are_not_used_are_told(take: Take) -> None:
    found = take("Country,Title,Capacity (MW),Owner\nFiji,Dam,12,ABC\n")
    (note,) = [note for note in found.notes if note.key == "unread_columns"]
    assert note.values["columns"] == "Capacity (MW), Owner"
