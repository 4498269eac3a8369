"""Files as people save them, and files that are no lists."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook

from atlas.vocab import LANGS
from loaders.lists.formats import grid, package
from loaders.lists.formats.csvfile import read_delimited
from loaders.lists.formats.headers import find_header
from loaders.lists.formats.xlsx import read_xlsx
from loaders.lists.remark import ListError
from tests.loaders.lists.conftest import Take

LIST = '一覧\n\n国,事業名,緯度\nフィジー,"改\n行",１\n'


def _book(fill: Callable[[Any, Workbook], None]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    fill(book.active, book)
    book.save(stream)
    return stream.getvalue()


def _plain(sheet: Any, _: Workbook) -> None:
    sheet.append(["国", "事業名"])
    sheet.append(["フィジー", "警備艇"])


PLAIN = _book(_plain)


def _zip(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def _with(name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as source:
        return _zip(*((one, content if one == name else source.read(one)) for one in source.namelist()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"])
def test_encodings_are_told_apart(encoding: str) -> None:
    found = read_delimited(LIST.encode(encoding))
    header = find_header(found)
    assert header is not None
    assert header.values(found.rows[-1].cells) == {"country": "フィジー", "title": "改\n行", "lat": "１"}
    assert found.rows[-1].number == 4


def test_western_files_are_not_taken_for_japanese() -> None:
    found = read_delimited("Title;Country\nPont;Côte d'Ivoire\nx;São Tomé\n".encode("cp1252"))
    assert [row.cells[1] for row in found.rows] == ["Country", "Côte d'Ivoire", "São Tomé"]


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_separators(take: Take, separator: str) -> None:
    text = separator.join(("Country", "Title", "Place")) + "\n" + separator.join(("Fiji", "a, b; c", '"Suva"'))
    assert take(text if separator not in ",;" else text.replace("a, b; c", '"a, b; c"')).lines[0].placement.spot


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        (("国名", "案件名", "地名", "緯度（度）", "経度（度）"), ("country", "title", "place", "lat", "lon")),
        (("Country ", "PROJECT TITLE", "Location", "Lat.", "Lng"), ("country", "title", "place", "lat", "lon")),
        (("国・地域", "事業名（英語）", "事業名（日本語）", "座標", "※重点分野"),
         ("country", "title_en", "title_ja", "coordinates", "focus")),
        (("事業名／Project", "対象国\n(Country)", "ＩＤ", "備 考", "recipient_country"),
         ("title", "country", "id", "note", "country")),
    ],
)  # fmt: skip
def test_headers(names: tuple[str, ...], fields: tuple[str, ...]) -> None:
    sheet = grid.Grid()
    sheet.add(7, list(names))
    header = find_header(sheet)
    assert header is not None and header.row == 7
    assert tuple(header.fields.values()) == fields


def test_merged_cells_are_filled_and_hidden_sheets_passed_over() -> None:
    def fill(sheet: Any, book: Workbook) -> None:
        for row in (["表題"], ["国", "事業名", None], ["フィジー", "a", 1.5], [None, "b", 2.0]):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A3:A4")
        hidden = book.create_sheet("隠し", 0)
        hidden.append(["国", "事業名"])
        hidden.sheet_state = "hidden"
        book.create_sheet("別紙")

    ((_, found),) = read_xlsx(_book(fill))
    assert [row.cells for row in found.rows[2:]] == [("フィジー", "a", "1.5"), ("フィジー", "b", "2")]
    assert [note.values.get("others") or note.values["sheets"] for note in found.notes] == ["別紙", "隠し"]


def test_a_merge_over_the_whole_sheet_and_a_cell_in_its_last_corner_cost_nothing() -> None:
    def fill(sheet: Any, _: Workbook) -> None:
        _plain(sheet, _)
        sheet.cell(1_048_000, 3, " ")

    with zipfile.ZipFile(io.BytesIO(_book(fill))) as source:
        content = source.read("xl/worksheets/sheet1.xml")
    merge = b'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A3:XFD1000000"/></mergeCells></worksheet>'
    ((_, found),) = read_xlsx(_with("xl/worksheets/sheet1.xml", content.replace(b"</worksheet>", merge)))
    assert [row.number for row in found.rows] == [1, 2]


def _marked(offset: int, value: int) -> bytes:
    """The plain book with a byte of every entry in its directory set."""
    head = b"PK\x01\x02"
    first, *entries = PLAIN.split(head)
    return first + b"".join(head + one[: offset - 4] + bytes([value]) + one[offset - 3 :] for one in entries)


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
BAD = {
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_excel"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "word": (_zip(("word/document.xml", b"<x/>")), "other_package"),
    "truncated": (PLAIN[:2000], "xlsx_broken"),
    "a version to come": (_marked(6, 99), "xlsx_broken"),
    "patched data": (_marked(8, 0x20), "xlsx_broken"),
    "members with a password": (_marked(8, 0x01), "encrypted"),
    "entities": (_with("xl/styles.xml", ENTITY + b"<styleSheet/>"), "xlsx_broken"),
    "bad xml": (_with("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"), "xlsx_broken"),
    "pdf": (b"%PDF-1.7 ...", "not_a_list"),
    "empty": (b"", "empty"),
    "blank": (b" \r\n ", "empty"),
    "prose": ("拝啓　時下ますます".encode(), "no_header"),
    "no encoding": (b"\x81,\xff\xff\x90\n", "encoding_unknown"),
    "header only": ("国,事業名\n".encode(), "no_rows"),
    "wide": (("国,事業名" + "," * 300 + "x\n").encode(), "too_many_columns"),
    "long": (("国,事業名\nフィジー," + "x" * 40_000).encode(), "cell_too_long"),
    "html": (b"<html><table><tr><td>Country</td></tr></table></html>", "not_iati"),
    "json": (b'{"type": "FeatureCollection", "features": 3}', "geojson_broken"),
    "deep json": (b'{"a":' * 50_000, "geojson_broken"),
}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_workbook_is_refused_whatever_broke(method: int) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as source, zipfile.ZipFile(data, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    random = Random(method)
    for _ in range(300):
        damaged = bytearray(data.getvalue())
        for _ in range(random.randint(1, 6)):
            damaged[random.choice((random.randrange(len(damaged)), -random.randint(1, 900)))] = random.randrange(256)
        with suppress(ListError):
            package.repacked(bytes(damaged))


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_list_is_refused_with_one_sentence(take: Take, kind: str) -> None:
    data, key = BAD[kind]
    with pytest.raises(ListError) as caught:
        take(data)
    assert caught.value.said.key == key
    for lang in LANGS:
        text = caught.value.said.text(lang)
        assert text.endswith((".", "。", ")")) and "\n" not in text and "{" not in text


def test_a_zip_bomb_is_refused_before_it_is_unpacked(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 3_000_000)
    bomb = _with("xl/worksheets/sheet1.xml", b"<x/>" * 12_500_000)
    assert len(bomb) < 200_000
    with pytest.raises(ListError, match="larger than 3 MB"):
        take(bomb)


def test_too_many_rows_are_refused(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_ROWS", 50)
    with pytest.raises(ListError, match="Split the list"):
        take("国,事業名\n" + "フィジー,a\n" * 60)


def test_control_characters_and_error_cells_are_not_taken_in(take: Take) -> None:
    line = take("国,事業名,場所\nフィジー,a\x1b[31mb\u200b\x85,#N/A\n").lines[0]
    assert line.values == {"country": "フィジー", "title": "a [31mb"}
