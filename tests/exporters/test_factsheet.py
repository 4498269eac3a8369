"""Fact sheets against the GeoJSON: every count, sum and step of a country, its own and no other's, in one language."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pytest
from lxml import etree
from pptx import Presentation
from pypdf import PdfReader

from atlas.countries import country_name, name_in_sentence
from atlas.regional import subject
from atlas.vocab import LANGS, STATUSES, Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text, money_text
from exporters.__main__ import main
from exporters.print.elements.fonts import clean, width
from exporters.print.elements.items import LaidTable, RoundedRect, Sign, Words
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.symbols import SIGN
from exporters.print.elements.unfolded import unfolded
from exporters.print.factsheet.facts import facts_of
from exporters.print.factsheet.files import fact_bytes
from exporters.print.factsheet.sheets import fact_sheets
from exporters.print.options import Options
from exporters.print.report import report_of
from tests import catalogue
from tests.conftest import ROOT
from tests.exporters.hostile import TEXTS, spoilt
from tests.extracts import base, edition, extract, whole

COUNTRIES = sorted({code for one in catalogue.FEATURES for code in one["properties"]["countries"]})
REGIONS = ("asean", "pacific", "africa", "global")
OPTIONS = Options(size="a4-portrait", marking="X", date="2026-11-27", link="https://atlas.example/?country=FJI")
AGREED = {"signed", "loan-signed", "approved"}
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
Step = dict[str, Any]


@cache
def _sheets(place: str, lang: Lang) -> list[Sheet]:
    return fact_sheets(whole(lang), base(), OPTIONS, place)


def _words(sheet: Sheet) -> list[Words]:
    return [item for item in unfolded(sheet.items()) if isinstance(item, Words) and item.name != SIGN]


def _said(place: str, lang: Lang) -> str:
    return "\n".join(words.plain() for sheet in _sheets(place, lang) for words in _words(sheet))


def _figures(place: str, lang: Lang) -> list[str]:
    layer = next(layer for layer in _sheets(place, lang)[0].layers if layer.name == "figures")
    return [item.plain() for item in layer.items if isinstance(item, Words)]


def _tables(place: str, lang: Lang, key: str) -> Iterator[LaidTable]:
    """The parts of a table on the pages."""
    for sheet in _sheets(place, lang):
        for layer in sheet.layers:
            yield from (item for item in layer.items if isinstance(item, LaidTable) and item.name == t(lang, key))


def _sites(place: str) -> list[catalogue.Feature]:
    return catalogue.sites({subject(place).facet: [place]})


def _steps(country: str) -> list[tuple[str, Step]]:
    """Every milestone of a country's sites once, with its initiative; none of another recipient."""
    found: dict[str, tuple[str, Step]] = {}
    for site in _sites(country):
        name = site["properties"]["initiative"]
        for step in site["properties"]["milestones"]:
            if step["recipient"] in (None, country):
                found.setdefault(repr((name, sorted(step.items(), key=lambda item: item[0]))), (name, step))
    return list(found.values())


def _shared(name: str, step: Step, country: str) -> bool:
    holders = [site["properties"] for site in catalogue.FEATURES
               if site["properties"]["initiative"] == name and step in site["properties"]["milestones"]]  # fmt: skip
    return not step["recipient"] and any(set(row["countries"]) != {country} for row in holders)


def _totals(country: str) -> dict[tuple[str, str], float]:
    """What is confirmed, of candidates and shared with others, by currency; of reports of one event one counts."""
    kept: dict[tuple[str, str], dict[str, Step]] = defaultdict(dict)
    priced = [(name, step) for name, step in _steps(country) if step["amount"] and not step["predecessor"]]
    for number, (name, step) in enumerate(sorted(priced, key=lambda one: one[1]["currency"] != "JPY")):
        if step["status"] == "budgeted":
            continue
        if step["amount_of_en"] and not step["recipient"]:
            continue
        if step["candidate"]:
            if step["amount_of_en"] or step["status"] == "reported":
                continue
            sort = "candidate"
        elif step["expected"] or step["status"] not in AGREED:
            continue
        else:
            sort = "shared" if _shared(name, step, country) else "confirmed"
        kept["event", name].setdefault(step["event"] or str(number), step)
        if kept["event", name][step["event"] or str(number)] is step:
            kept[sort, step["currency"]][f"{name}{number}"] = step
    return {key: sum(step["amount"] for step in found.values()) for key, found in kept.items() if key[0] != "event"}


@pytest.mark.parametrize("country", COUNTRIES)
def test_its_numbers_are_those_of_the_record(country: str) -> None:
    areas = {site["properties"]["initiative"]: site["properties"]["focus_area"] for site in _sites(country)}
    said = _figures(country, "ja")
    count = next(text for text in said if text.isdigit())
    counts = Counter(areas.values())
    split = [f"{counts[focus]}件" for focus in (1, 2, 3, *([0] if counts[0] else []))]
    assert int(count) == len(areas) and [text for text in said if re.fullmatch(r"\d+件", text)] == split
    wanted = {(t("ja", f"fact_{sort}"), money_text(total, code, "ja"))
              for (sort, code), total in _totals(country).items()}  # fmt: skip
    told = {(re.split("[ 、]", after)[0], text) for text, after in pairwise(said)
            if re.search(r"\d(億|万)?(円|米ドル|豪ドル|ユーロ|インドルピー|フィジー・ドル)$", text)}  # fmt: skip
    assert told == wanted


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("lang", LANGS)
def test_every_step_of_the_country_stands_once_and_none_of_another(country: str, lang: Lang) -> None:
    rows = [[cell.words.plain().replace("\n", "" if lang == "ja" else " ") for cell in row.cells]
            for part in _tables(country, lang, "fact_steps") for row in part.rows[part.heads :]]  # fmt: skip
    drawn = Counter((row[1], row[2], row[3].replace(" ", "")) for row in rows if len(row) == 5)
    wanted = Counter(
        (_stage(step, lang), _day(step, lang),
         money_text(step["amount"], step["currency"], lang).replace(" ", "") if step["amount"] else "")
        for _, step in _steps(country) if not step["expected"]
    )  # fmt: skip
    assert drawn == wanted
    coming = sum(len(part.rows) for part in _tables(country, lang, "fact_coming"))
    due = [(name, step) for name, step in _steps(country) if step["expected"] and not step["predecessor"]]
    assert coming == len({(name, step["event"] or repr(step)) for name, step in due})  # reports of one event are one


def _day(step: Step, lang: Lang) -> str:
    plain = step["date"].replace("-", ".") if lang == "ja" else date_text(step["date"], lang)
    return str(step[f"dated_{lang}"] or plain)


def _stage(step: Step, lang: Lang) -> str:
    label = STATUSES[step["status"]].text(lang)
    return t(lang, "step_predecessor", status=label) if step["predecessor"] else label


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", (*COUNTRIES, *REGIONS))
def test_pages_are_sound(place: str, lang: Lang) -> None:
    """Nothing dropped, cut, under the floor, outside, over a foot, or over another text."""
    sheets = _sheets(place, lang)
    report = report_of(facts_of(whole(lang), place).extract, sheets, OPTIONS)
    assert report.faults("en") == [] and report.smallest_pt >= 9
    for sheet in sheets:
        foot = next(item.rect for item in sheet.items() if isinstance(item, RoundedRect) and item.name == "foot")
        below = {"foot", "number"}
        upper = [item for layer in sheet.layers if layer.name not in below for item in unfolded(layer.items)
                 if isinstance(item, Words) and item.name != SIGN and item.plain()]  # fmt: skip
        assert all(words.rect.bottom <= foot.y for words in upper)
        assert not [(a.plain(), b.plain()) for a, b in _overlapping([sheet.title, *upper])]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", (*COUNTRIES, *REGIONS))
def test_pages_are_filled_before_they_are_turned(place: str, lang: Lang) -> None:
    for sheet in _sheets(place, lang)[:-1]:
        foot = next(item.rect for item in sheet.items() if isinstance(item, RoundedRect) and item.name == "foot")
        ends = [item.rect.bottom for item in unfolded(sheet.items()) if isinstance(item, Words)]
        assert foot.y - max(end for end in ends if end <= foot.y) < 0.3 * sheet.page.h


@pytest.mark.parametrize("place", COUNTRIES)
def test_signs_of_the_timeline_stand_apart_and_count_every_step(place: str) -> None:
    layers = [layer for sheet in _sheets(place, "en") for layer in sheet.layers]
    signs = [item for layer in layers if layer.name == t("en", "fact_timeline") for item in layer.items
             if isinstance(item, Sign)]  # fmt: skip
    lanes: dict[float, list[Sign]] = defaultdict(list)
    for sign in signs:
        lanes[sign.y].append(sign)
    assert all(b.x - a.x >= a.size * 1.2 for lane in lanes.values() for a, b in pairwise(lane))
    dated = [step for _, step in _steps(place) if len(step["date"]) > 4 and not step["expected"]]
    shown = sum(int(sign.text or 1) for sign in signs)
    assert not signs or shown == sum(not step["predecessor"] for step in dated)


def _overlapping(found: list[Words]) -> Iterator[tuple[Words, Words]]:
    """Texts whose letters (not the blank rest of their blocks) lie over each other."""
    boxes = np.array([_letters(words) for words in found])
    for number, box in enumerate(boxes):
        later = boxes[number + 1 :]
        met = (later[:, 0] < box[2]) & (later[:, 2] > box[0]) & (later[:, 1] < box[3]) & (later[:, 3] > box[1])
        yield from ((found[number], found[number + 1 + int(other)]) for other in np.flatnonzero(met))


def _letters(words: Words) -> tuple[float, float, float, float]:
    wide = max(sum(width(run.text, words.size, run.bold) for run in line) for line in words.lines)
    left = words.rect.x + {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * (words.rect.w - wide)
    spare = (words.leading - words.size) / 2 + 1
    return left, words.rect.y + spare, left + wide, words.rect.y + len(words.lines) * words.leading - spare


@pytest.mark.parametrize("place", (*COUNTRIES, *REGIONS))
def test_pages_speak_one_language(place: str) -> None:
    """The name in the other language stands under the title, and nowhere else."""
    for sheet in _sheets(place, "en"):
        other = [words.plain() for words in _words(sheet) if JAPANESE.search(words.plain())]
        assert [text for text in other if subject(place).name("ja") not in text] == []
    assert t("en", "fact_unknown") not in _said(place, "ja")


@pytest.mark.parametrize("place", ("BTN", "FJI", "VNM"))
def test_what_is_not_known_is_said(place: str) -> None:
    said = _said(place, "ja")
    areas = {site["properties"]["focus_area"] for site in _sites(place)}
    assert said.count(t("ja", "fact_none", name=country_name(place, "ja"))) == len({1, 2, 3} - areas)
    assert t("ja", "fact_unknown") in said


def test_english_sentences_have_the_article_of_a_country_s_name() -> None:
    assert "No initiative on record names the Republic of Korea" in " ".join(_said("KOR", "en").split())
    assert "No initiative on record names Kiribati" in " ".join(_said("KIR", "en").split())
    names = {name_in_sentence(code, "en") for code in ("PHL", "USA", "MHL", "MDV", "FSM", "SLB", "FJI")}
    assert names == {"the Philippines", "the United States", "the Marshall Islands", "the Maldives",
                     "the Federated States of Micronesia", "Solomon Islands", "Fiji"}  # fmt: skip


def test_abbreviations_are_explained_where_the_page_does_not() -> None:
    said = {lang: "".join(_said("FJI", lang).split()) for lang in LANGS}
    assert "略語：OSA（政府安全保障能力強化支援）、MDA（海洋状況把握）、R5（令和5年度）" in said["ja"]
    assert "Abbreviations:OSA(OfficialSecurityAssistance)" in said["en"]
    assert "JICA（" not in said["ja"].replace("国際協力機構（JICA）", "")  # spelt out beside it


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_stay_words(text: str) -> None:
    """In titles, notes and places, in every kind of file."""
    sites = spoilt(edition().frame, text)
    sites["short_title_en"] = text
    sites["milestones"] = [[{**step, "note_en": text} for step in steps] for steps in sites["milestones"]]
    told = extract(lang="en", sites=sites)
    for kind in ("pdf", "pptx", "docx"):
        made = fact_bytes(told, base(), replace(OPTIONS, marking=text), ["PLW"], ["en"], kind, "")
        if kind == "pdf":
            assert PdfReader(io.BytesIO(made)).pages
            continue
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            trees = [
                etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))
            ]
        said = [node.text or "" for tree in trees for node in tree.iter("{*}t")]
        assert sum(" ".join(clean(text).split()) in one for one in said) > 3


@pytest.mark.parametrize("kind", ("pdf", "pptx", "docx"))
def test_the_same_record_gives_the_same_bytes(kind: str) -> None:
    made = [fact_bytes(whole("ja"), base(), OPTIONS, ["FJI"], ["ja"], kind, "") for _ in range(2)]
    assert made[0] == made[1]


def test_a_pdf_of_several_has_a_bookmark_each(tmp_path: Path) -> None:
    path = tmp_path / "some.pdf"
    flags = ("--country", "FJI,TON", "--region", "europe", "--lang", "both", "-o", str(path))
    assert main(["factsheet", "--data", str(ROOT / "data"), *flags]) == 0
    reader = PdfReader(path)
    names = [subject(place).name(lang) for lang in LANGS for place in ("FJI", "TON", "europe")]
    marks = [str(mark.title) for mark in reader.outline]  # type: ignore[union-attr]
    assert len(marks) == len(names) < len(reader.pages)
    assert all(mark.endswith(name) for mark, name in zip(marks, names, strict=True))
    assert {(int(page.mediabox.width), int(page.mediabox.height)) for page in reader.pages} == {(595, 841)}


def test_slides_and_documents_can_be_edited() -> None:
    slides = Presentation(io.BytesIO(fact_bytes(whole("en"), base(), OPTIONS, ["FJI"], ["en"], "pptx", "")))
    tables = [shape.table for slide in slides.slides for shape in slide.shapes if shape.has_table]
    assert len({shape.name for slide in slides.slides for shape in slide.shapes if shape.has_table}) == 4
    assert tables[0].cell(0, 0).text == t("en", "fact_what")
    assert not [cell for table in tables for cell in table.iter_cells() if not cell.is_spanned and _grows(cell._tc)]
    note = docx.Document(io.BytesIO(fact_bytes(whole("en"), base(), OPTIONS, ["FJI"], ["en"], "docx", "")))
    heads = [one.text for one in note.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert heads == [t("en", "fact_steps"), t("en", "fact_coming"), t("en", "region_also", name="Pacific Islands"),
                     t("en", "snap_sources_head")]  # fmt: skip
    assert len(note.tables) == 4 and len(note.inline_shapes) == 1
    assert sum("Notes signed and exchanged in Suva" in cell.text for row in note.tables[0].rows for cell in row.cells)


def _grows(cell: Any) -> bool:
    """Whether an empty cell has PowerPoint's 18 points, and makes its row higher than it was laid out."""
    return not cell.xpath(".//a:t") and not cell.xpath(".//a:endParaRPr[@sz<1100]")


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--country", "BRN", "-o", "x.pdf"), "BRN"),
        (("--country", "FJI", "-o", "x.png"), "docx"),
        (("--country", "FJI,TON", "-o", "x.docx"), "Word"),
    ],
)
def test_what_cannot_be_made_is_refused(
    flags: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["factsheet", "--data", str(ROOT / "data"), *flags[:-1], str(tmp_path / flags[-1])]) == 2
    assert told in capsys.readouterr().err and not [*tmp_path.iterdir()]
