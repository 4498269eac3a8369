"""What stands among the rows of a list and is none, sheets that belong together, workbooks out of the usual way."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from atlas.vocab import LANGS
from loaders.lists.importing import Imported
from tests.loaders.lists.conftest import Take

Rows = Sequence[Sequence[object]]
HEAD = ("国名", "案件名", "場所")
PLAIN: Rows = (HEAD, ("フィジー", "橋", "スバ"), ("トンガ", "港", "ヌクアロファ"))


def _book(sheets: dict[str, Rows], change: Callable[[Any], None] = lambda book: None) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    change(book)
    book.save(stream)
    return stream.getvalue()


def _rewritten(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(*change(name, source.read(name)))
    return stream.getvalue()


def _countries(found: Imported) -> list[tuple[int, str | None]]:
    return [(line.number, line.placement.country) for line in found.lines]


def _note(found: Imported, key: str) -> str:
    (note,) = [note for note in found.notes if note.key == key]
    assert note.text("ja") != note.text("en")
    return note.text("en")


@pytest.mark.parametrize("mark", ["〃", "同上", "”", '"""', "同", "ditto", "上に同じ"])
def test_marks_for_as_above_say_what_stands_above(take: Take, mark: str) -> None:
    cell = '""""' if mark == '"""' else mark
    found = take(f"国名,案件名,場所\nフィジー,橋,スバ\n{cell},港,ナンディ\n{cell},道,{cell}\n")
    assert _countries(found) == [(2, "FJI"), (3, "FJI"), (4, "FJI")]
    assert found.lines[2].values["place"] == "ナンディ"


def test_a_mark_for_as_on_the_left_says_what_stands_left_of_it(take: Take) -> None:
    found = take(
        "国名,案件名,場所,金額,備考\nフィジー,橋,スバ,1億円,x\nトンガ,港,,同左,\nフィジー,ラウトカ,同左,2億円,\n"
    )
    assert [line.values.get("place") for line in found.lines] == ["スバ", None, "ラウトカ"]
    assert [entry.amount for entry in found.entries()] == [1e8, None, 2e8]


@pytest.mark.parametrize(
    "text",
    [
        "合計",
        "小 計",
        "総計",
        "計",
        "Total",
        "Grand total:",
        "Sub-total",
        "フィジー 小計",
        "【合計】",
        "フィジー計",
        "Fiji total",
    ],
)
def test_sums_are_no_rows(take: Take, text: str) -> None:
    found = take(f"国名,案件名,場所,金額\nフィジー,橋,スバ,1\n{text},,,1\n,{text},,1\n")
    assert _countries(found) == [(2, "FJI")]
    assert text.split()[0] in _note(found, "left_out")


@pytest.mark.parametrize(
    "text",
    [
        "※ 金額は概数",
        "注：交換公文ベース",
        "（注1）令和6年度",
        "出典：一覧",
        "Note: as of May",
        "* estimate",
        "Source: X",
        "注",
        "Note",
    ],
)
def test_notes_are_no_rows(take: Take, text: str) -> None:
    assert _countries(take(f"国名,案件名,場所\nフィジー,橋,スバ\n{text},,\n")) == [(2, "FJI")]


def test_what_only_looks_like_a_sum_or_a_note_is_a_row(take: Take) -> None:
    text = "国名,案件名,場所\nフィジー,計画策定支援,スバ\nフィジー,Total sanitation,ナンディ\nフィジー,※優先案件,ラウトカ\n"
    assert len(take(text + "フィジー,会計,\nフィジー,港湾設計,\n").lines) == 5


@pytest.mark.parametrize(
    "heading", ["【フィジー】", "フィジー", "１．フィジー", "■ フィジー（2件）", "Fiji", "1) Fiji"]
)
def test_a_row_that_names_a_country_alone_heads_those_below(take: Take, heading: str) -> None:
    found = take(f"案件名,場所,金額\n{heading},,\n橋,スバ,1\n港,ナンディ,2\n【トンガ】,,\n港,ヌクアロファ,3\n")
    assert _countries(found) == [(3, "FJI"), (4, "FJI"), (6, "TON")]
    assert "トンガ" in _note(found, "headings")


@pytest.mark.parametrize("heading", ["ASEAN", "【アフリカ】", "フィジー", "１．大洋州", "アジア"])
def test_so_does_a_heading_above_rows_that_have_a_country(take: Take, heading: str) -> None:
    assert _countries(take(f"国名,案件名,場所\n{heading},,\nフィジー,橋,スバ\n")) == [(3, "FJI")]


def test_a_country_or_region_with_nothing_below_it_is_a_row(take: Take) -> None:
    assert len(take("国名,案件名,場所\nフィジー,フィジー,\nASEAN,ASEAN,\nASEAN,,\nアフリカ,,\n").lines) == 4


def test_a_country_in_the_first_row_of_its_group_holds_for_the_group_and_is_told(take: Take) -> None:
    found = take(
        "国名,案件名,場所\nフィジー,橋,スバ\n,港,ナンディ\n,道,ラウトカ\nトンガ,港,ヌクアロファ\n,橋,ネイアフ\n,道,\n"
    )
    assert [country for _, country in _countries(found)] == ["FJI"] * 3 + ["TON"] * 3
    assert found.lines[1].placement.reasons[0].key == "country_above" and not found.lines[0].placement.reasons


def test_one_blank_country_is_not_guessed(take: Take) -> None:
    found = take("国名,案件名,場所\nフィジー,橋,スバ\nフィジー,港,ナンディ\n,道,ラウトカ\n")
    assert found.lines[2].placement.outcome == "choose"


def test_sheets_of_one_sort_are_one_list(take: Take) -> None:
    more = (HEAD, ("サモア", "橋", "アピア"))
    found = take(_book({"表紙": (("一覧",), ("国", "件数"), ("フィジー", 2)), "令和5年度": PLAIN, "令和6年度": more}))
    assert _countries(found) == [(2, "FJI"), (3, "TON"), (12, "WSM")]
    assert "令和5年度, 令和6年度" in _note(found, "sheets_together") and "表紙" in _note(found, "sheets_left")


def test_sheets_named_after_countries_say_the_country(take: Take) -> None:
    head = ("案件名", "場所")
    found = take(_book({"フィジー": (head, ("橋", "スバ")), "トンガ": (head, ("港", "ヌクアロファ"))}))
    assert [country for _, country in _countries(found)] == ["FJI", "TON"]


@pytest.mark.parametrize("name", ["一覧 (2)", "一覧（旧）", "別紙"])
def test_a_copy_of_a_list_is_not_read_twice(take: Take, name: str) -> None:
    found = take(_book({"一覧": PLAIN, name: PLAIN}))
    assert len(found.lines) == 2 and name in _note(found, "other_sheets")


def test_the_sheet_with_titles_is_the_list_wherever_it_stands(take: Take) -> None:
    summary = (("国", "事業費", "場所"), ("フィジー", 100, "全国"))
    assert len(take(_book({"集計": summary, "明細": PLAIN})).lines) == 2


def test_formulas_without_a_result_are_told_by_their_cells(take: Take) -> None:
    rows = (HEAD, ("フィジー", "橋", '="ス"&"バ"'), ("=A2", "港", "ナンディ"))
    found = take(_book({"一覧": rows}))
    assert "2 formulas" in _note(found, "formulas_unsaved") and "C2, A3" in _note(found, "formulas_unsaved")
    assert not [note for note in take(_book({"一覧": PLAIN})).notes if note.key == "formulas_unsaved"]


def test_hidden_rows_and_columns_and_struck_text_are_told(take: Take) -> None:
    def change(book: Any) -> None:
        sheet = book["一覧"]
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["A2"].font = Font(strike=True)

    found = take(_book({"一覧": PLAIN}, change))
    assert len(found.lines) == 2
    assert "row 3" in _note(found, "hidden_rows") and "row 2" in _note(found, "struck_rows")
    assert "案件名" in _note(found, "hidden_columns")


def _strict(name: str, content: bytes) -> tuple[str, bytes]:
    for kind in (b"spreadsheetml", b"officeDocument"):
        content = content.replace(
            b"http://schemas.openxmlformats.org/" + kind + b"/2006/", b"http://purl.oclc.org/ooxml/" + kind + b"/"
        )
    return name, content


def _backslashes(name: str, content: bytes) -> tuple[str, bytes]:
    return name.replace("/", "\\"), content


def _leading(name: str, content: bytes) -> tuple[str, bytes]:
    return f"/{name}", content


@pytest.mark.parametrize("change", [_strict, _backslashes, _leading])
def test_packages_out_of_the_usual_way_are_read(take: Take, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    assert _countries(take(_rewritten(_book({"一覧": PLAIN}), change))) == [(2, "FJI"), (3, "TON")]


def test_escapes_of_characters_in_cells_are_undone(take: Take) -> None:
    rows = (HEAD, ("フィジー", "橋_x000D_\nの整備", "スバ"), ("フィジー", "A_x005F_x0041_", "スバ"))
    titles = [line.values["title"] for line in take(_book({"一覧": rows})).lines]
    assert titles == ["橋\nの整備", "A_x0041_"]


def test_every_country_of_a_cell_is_on_offer(take: Take) -> None:
    codes = ("FJI", "TON", "WSM", "VUT", "TUV", "KIR")
    line = take(f'国名,案件名\n"{"、".join(codes)}",広域\n').lines[0]
    assert [spot.country for spot in line.placement.candidates] == list(codes)


def test_every_note_and_reason_is_one_sentence_in_both_languages(take: Take) -> None:
    rows = (HEAD, ("【フィジー】",), ("〃", "橋", "スバ"), ("計", "1件"), ("※ 注",))
    found = take(_book({"2024": rows, "2025": rows, "別": PLAIN}))
    said = [*found.notes, *(reason for line in found.lines for reason in line.placement.reasons)]
    assert said and all(re.fullmatch(r"[^{}]{5,300}", one.text(lang)) for one in said for lang in LANGS)
