"""The note as a file: its map in the style that was chosen, and on a ministry's own paper."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm
from PIL import Image

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from exporters.__main__ import main
from exporters.note.template import read_paper
from exporters.print.map.marks import ranges
from exporters.print.pictures import PICTURES
from tests.exporters import papers
from tests.exporters.snapshot.conftest import Take

PACIFIC = Filter(region=("pacific",))
_A4 = (170, 259)


def _note(take: Take, lang: Lang, filter_: Filter = PACIFIC, paper: bytes = b"", **options: object) -> Any:
    snapshot = replace(take(filter_, lang, **options), paper=read_paper(paper) if paper else None)
    [file] = PICTURES["docx"].make(snapshot)
    return docx.Document(io.BytesIO(file.data))


def _pictures(document: Any) -> list[Image.Image]:
    return [
        Image.open(io.BytesIO(rel.target_part.blob))
        for rel in document.part.rels.values()
        if not rel.is_external and rel.target_part.content_type == "image/png"
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_numbers_on_the_map_are_those_of_the_lists_and_the_rest_is_named(take: Take, lang: Lang) -> None:
    document = _note(take, lang, Filter(), style="numbered")
    lists = [table for table in document.tables if len(table.columns) == 4]
    listed = [int(row.cells[0].text) for table in lists[:-1] for row in table.rows[1:]]
    assert listed == [*range(1, 195)]
    titles = {row.cells[1].text.split("\n")[0].lstrip("①②③＋ "): row.cells[0].text
              for table in lists[:-1] for row in table.rows[1:]}  # fmt: skip
    assert all(row.cells[0].text == titles[row.cells[2].text] for row in lists[-1].rows[1:])
    [caption] = [one.text for one in document.paragraphs if one.style.name == "Caption"]
    off = re.search(r"(?:地図に置けない取組：|Without a place on the map: )([\d–, ]+)$", caption)
    assert off and off[1] == ranges([*range(180, 195)])


def test_each_style_has_its_own_map(take: Take) -> None:
    found = {style: _pictures(_note(take, "ja", style=style)) for style in ("symbols", "numbered", "boxes")}
    assert {style: len(some) for style, some in found.items()} == {"symbols": 1, "numbered": 1, "boxes": 2}
    assert len({some[0].tobytes() for some in found.values()}) == 3


def test_boxes_take_as_many_pages_as_they_need_and_none_is_wider_than_the_text(take: Take) -> None:
    document = _note(take, "en", Filter(region=("asean",)), style="boxes", size="slide-16x9")
    assert len(document.inline_shapes) > 1
    for shape in document.inline_shapes:
        assert shape.width <= Mm(_A4[0]) and shape.height <= Mm(_A4[1]) and shape._inline.docPr.get("descr")


@pytest.mark.parametrize(("lang", "kind"), [("ja", "docx"), ("en", "dotx")])
def test_a_ministrys_paper_stays_as_it_is_and_its_styles_carry_the_note(take: Take, lang: Lang, kind: str) -> None:
    data = papers.ministry() if kind == "docx" else papers.as_template(papers.ministry())
    document = _note(take, lang, paper=data, style="numbered", marking="取扱注意")
    [section] = document.sections
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (182, 257)
    assert section.header.paragraphs[0].text == "外務省\u3000部内資料" and "PAGE" in section.footer._element.xml
    said = "\n".join(one.text for one in document.paragraphs)
    assert papers.SAMPLE not in said + document.element.xml and document.paragraphs[0].text == "取扱注意"
    heading = document.styles["Heading 1"]
    assert heading.font.color.rgb == papers.INK and heading.font.size.pt == 15
    assert {table.style.name for table in document.tables} == {"省の表"}
    cells = [one for table in document.tables for row in table.rows for cell in row.cells for one in cell.paragraphs]
    assert {one.style.name for one in cells} == {"Normal"} and not any(
        run.font.size for one in cells for run in one.runs
    )
    assert all(shape.width <= Mm(132.1) for shape in document.inline_shapes)
    assert all(sum(column.width for column in table.columns) <= Mm(132.5) for table in document.tables)


def test_what_a_paper_lacks_is_said_and_the_note_is_whole(
    take: Take, real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house.docx").write_bytes(papers.bare())
    flags = ["snapshot", "--data", str(real_data), "--format", "docx", "--region", "pacific", "--subtitle", "S"]
    assert main([*flags, "--template", str(tmp_path / "house.docx"), "-o", str(tmp_path / "n.docx")]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "warning: house.docx: it has no style Subtitle, Heading 2, Caption, so these are set plainly in its letters.",
        "warning: house.docx: header and footer have no page number, so pages have none.",
    ]
    document: Any = docx.Document(str(tmp_path / "n.docx"))
    assert [one.text for one in document.paragraphs if one.style.name == "Subtitle"] == ["S"]
    assert len([one for one in document.paragraphs if one.style.name == "Heading 2"]) == 3
    assert all("tblBorders" in table._tbl.xml for table in document.tables)


@pytest.mark.parametrize(("data", "why"), [
    (b"\xd0\xcf\x11\xe0" + b"x" * 600, "protected by a password"), (b"PK\x03\x04 no", "cannot be read as Word"),
    (papers.small(), "the room for text is too small"),
])  # fmt: skip
def test_a_file_that_is_no_paper_is_refused_in_a_sentence(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, why: str
) -> None:
    (tmp_path / "house.docx").write_bytes(data)
    flags = ["snapshot", "--data", str(real_data), "--format", "docx", "--template", str(tmp_path / "house.docx")]
    assert main([*flags, "-o", str(tmp_path / "n.docx")]) == 2
    assert why in capsys.readouterr().err and not (tmp_path / "n.docx").exists()


def test_the_same_bytes_again(take: Take) -> None:
    snapshot = replace(take(Filter(country=("FJI",)), "ja", style="boxes"), paper=read_paper(papers.ministry()))
    assert PICTURES["docx"].make(snapshot) == PICTURES["docx"].make(snapshot)
