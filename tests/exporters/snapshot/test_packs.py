"""Packs: a page for each combination that has initiatives, with cover, contents and sources."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from pptx import Presentation
from pypdf import PdfReader

from atlas.filter import Filter
from atlas.vocab import FOCUS_SHORT, Lang
from atlas.words.i18n import t
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


@pytest.mark.parametrize(("lang", "names"), [
    ("ja", ["01_太平洋島しょ国・地域に関する取組.png", "02_目次.png", "03_太平洋島しょ国・地域.png"]),
    ("en", ["01_Pacific Islands_initiatives.png", "02_Contents.png", "03_Pacific Islands.png"]),
])  # fmt: skip
def test_a_zip_has_a_picture_a_page_named_after_it_and_an_index(take: Take, lang: Lang, names: list[str]) -> None:
    data = pack_bytes(take(PACIFIC, lang, size="640x360"), "region", "zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        *pictures, index = archive.infolist()
        rows = list(csv.DictReader(io.StringIO(archive.read(index).decode("utf-8-sig"), newline="")))
        assert archive.read(index).startswith(b"\xef\xbb\xbf") and index.filename == "index.csv"
        assert all(archive.read(one)[:4] == b"\x89PNG" for one in pictures)
    found = [one.filename for one in pictures]
    assert found[:3] == names and found == [row[t(lang, "site_file")] for row in rows]
    assert [row[t(lang, "pack_number")] for row in rows] == [str(n) for n in range(1, len(found) + 1)]
    assert all(one.flag_bits & 0x800 for one in pictures if not one.filename.isascii())  # the name is UTF-8


def test_the_same_pack_has_the_same_bytes(take: Take) -> None:
    first, second = (pack_bytes(take(Filter(country=("FJI",)), "ja", size="640x360"), "region", "zip") for _ in "ab")
    assert first == second


def test_a_hostile_title_makes_no_name_that_a_system_refuses(take: Take) -> None:
    title = '=1+1 ../..\\a:b*c?<d>|"e" ' + "長" * 200
    data = pack_bytes(take(PACIFIC, "ja", size="640x360", title=title), "focus", "zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, *_, index = archive.namelist()
        [_, row, *_] = csv.reader(io.StringIO(archive.read(index).decode("utf-8-sig"), newline=""))
    assert not set(first) & set('<>:"/\\|?*') and len(first.encode()) < 255 and first.endswith("長.png")
    assert row[1].startswith("'=1+1")


def test_a_pdf_pack_numbers_its_pages_as_the_contents_say(take: Take) -> None:
    reader = PdfReader(io.BytesIO(pack_bytes(take(PACIFIC, "en"), "focus", "pdf")))
    contents = reader.pages[1].extract_text()
    numbered = dict(re.findall(r"^(.+) (\d+)$", contents, re.M))
    assert [numbered[FOCUS_SHORT[focus].en] for focus in (1, 2, 3)] == ["3", "4", "5"]
    for focus in (1, 2, 3):
        assert reader.pages[focus + 1].extract_text().startswith(FOCUS_SHORT[focus].en)
    assert reader.pages[5].extract_text().startswith("Sources")
