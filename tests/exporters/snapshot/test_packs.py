"""Packs: a page for each combination that has initiatives, with cover, contents and sources."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pptx import Presentation
from pypdf import PdfReader

from atlas.filter import Filter
from atlas.vocab import FOCUS_SHORT
from exporters.print.packs import BYS, By, chapters, pack_bytes
from tests import catalogue
from tests.exporters.snapshot.conftest import Take

PACIFIC = Filter(region=("pacific",))
CABLES = Filter(theme=("submarine-cables",), region=("pacific", "asean"))


@pytest.mark.parametrize("by", BYS)
def test_no_combination_is_missing_or_empty(take: Take, by: By) -> None:
    found = chapters(take().extract, by, "en")
    shown = {row for chapter in found for row in range(len(chapter.rows)) if chapter.rows[row]}
    assert all(chapter.rows.any() for chapter in found)
    placed = [bool(site["properties"]["countries"]) or by != "country" for site in catalogue.FEATURES]
    assert len(shown) == sum(placed)


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize(
    "filter_", [Filter(), PACIFIC, Filter(theme=("cable",), region=("pacific", "asean"))], ids=repr
)
def test_a_page_shows_what_its_link_opens(take: Take, filter_: Filter, by: By) -> None:
    extract = take(filter_).extract
    for chapter in chapters(extract, by, "en"):
        opened = take(chapter.filter).extract.sites.index
        assert set(extract.sites.index[chapter.rows]) == set(opened), chapter.title


def test_slides_have_cover_contents_chapters_and_sources(take: Take) -> None:
    told: list[str] = []
    snapshot = take(PACIFIC, "ja", style="numbered")
    deck = Presentation(io.BytesIO(pack_bytes(snapshot, "focus", "pptx", lambda share, doing: told.append(doing))))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    names = [chapter.title for chapter in chapters(snapshot.extract, "focus", "ja")]
    assert titles[1] == "目次" and titles[2 : 2 + len(names)] == names and titles[-1] == "出典"
    assert told[: len(names)] == names


def test_a_zip_has_a_picture_a_page_and_an_index(take: Take) -> None:
    snapshot = take(PACIFIC, "en", size="640x360")
    with zipfile.ZipFile(io.BytesIO(pack_bytes(snapshot, "region", "zip"))) as archive:
        *pictures, index = archive.namelist()
        assert index == "index.txt" and len(archive.read(index).decode("utf-8-sig").splitlines()) == len(pictures)
        assert all(archive.read(name)[:4] == b"\x89PNG" for name in pictures)


def test_a_pdf_pack_numbers_its_pages_as_the_contents_say(take: Take) -> None:
    reader = PdfReader(io.BytesIO(pack_bytes(take(PACIFIC, "en"), "focus", "pdf")))
    contents = reader.pages[1].extract_text()
    numbered = dict(re.findall(r"^(.+) (\d+)$", contents, re.M))
    assert [numbered[FOCUS_SHORT[focus].en] for focus in (1, 2, 3)] == ["3", "4", "5"]
    for focus in (1, 2, 3):
        assert reader.pages[focus + 1].extract_text().startswith(FOCUS_SHORT[focus].en)
    assert reader.pages[5].extract_text().startswith("Sources")
