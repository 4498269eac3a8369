"""Slides in a ministry's own template: its layouts, its places, nothing of ours over what it has; and our own deck."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from exporters.__main__ import main
from exporters.print.draw.template import Template, read_template
from exporters.print.elements.items import Rect
from exporters.print.packs import pack_bytes
from exporters.print.pictures import PICTURES
from tests.conftest import ROOT
from tests.exporters.snapshot.conftest import Take
from tests.exporters.snapshot.templates import BAND, LOGO, TEMPLATES, ministry

_EMU = 6350
PACIFIC = Filter(region=("pacific",))


@pytest.fixture(scope="module", params=TEMPLATES)
def hosted(take: Take, request: pytest.FixtureRequest) -> tuple[Template, Any]:
    """A template, and a deck in boxes that it carries."""
    template = read_template(TEMPLATES[request.param]())
    snapshot = replace(take(PACIFIC, "ja", style="boxes", marking="取扱注意"), template=template)
    return template, Presentation(io.BytesIO(PICTURES["pptx"].make(snapshot)[0].data))


def _rect(shape: Any) -> Rect:
    return Rect(*(side / _EMU for side in (shape.left, shape.top, shape.width, shape.height)))


def _ours(slide: Any) -> Iterator[Any]:
    return (shape for shape in slide.shapes if not shape.is_placeholder)


def test_pages_have_the_templates_size_and_layout_and_its_samples_are_gone(hosted: tuple[Template, Any]) -> None:
    template, deck = hosted
    before = template.deck()
    assert (deck.slide_width, deck.slide_height) == (before.slide_width, before.slide_height)
    names = {slide.slide_layout.name for slide in deck.slides}
    assert names == {[*before.slide_layouts][template.page].name}
    assert all("太平洋島しょ国" in slide.shapes.title.text_frame.text for slide in deck.slides)
    assert len({slide.part.partname for slide in deck.slides}) == len(deck.slides)


def test_the_templates_places_are_filled_and_none_is_left_empty(hosted: tuple[Template, Any]) -> None:
    template, deck = hosted
    for slide in deck.slides:
        texts = {shape.placeholder_format.type: shape.text_frame.text for shape in slide.placeholders}
        assert all(text.strip() for text in texts.values())
        assert {
            KIND.FOOTER: "footer",
            KIND.DATE: "date",
            KIND.SLIDE_NUMBER: "number",
            KIND.TITLE: "title",
        }.keys() >= texts.keys()
        assert ("footer" in template.lacks) == (KIND.FOOTER not in texts)
        assert texts.get(KIND.FOOTER, "取扱注意") == "取扱注意" and texts.get(KIND.DATE, "2026-11-26").startswith("20")
        fields = [node.get("type") for node in slide.shapes.element.iter(qn("a:fld"))]
        assert fields == ([] if "number" in template.lacks else ["slidenum"])
        drawn = "".join("".join(shape.element.itertext()) for shape in _ours(slide))
        assert ("取扱注意" in drawn) == ("footer" in template.lacks)


def test_nothing_of_ours_covers_a_logo_a_band_the_title_or_the_footers(hosted: tuple[Template, Any]) -> None:
    template, deck = hosted
    for slide in deck.slides:
        layout = slide.slide_layout
        fixed = [shape for part in (layout, layout.slide_master) for shape in part.shapes if shape.name in (LOGO, BAND)]
        kept = [_rect(shape) for shape in (*fixed, *slide.placeholders)]
        for shape in _ours(slide):
            assert template.room.shrunk(-1).holds(_rect(shape)), shape.name
            assert not [one for one in kept if one.meets(_rect(shape), -1)], shape.name


def test_type_in_a_template_is_its_own_and_no_smaller_than_the_floor(hosted: tuple[Template, Any]) -> None:
    template, deck = hosted
    for slide in deck.slides:
        for shape in _ours(slide):
            runs = [*shape.element.iter(qn("a:rPr"))]
            assert {face.get("typeface") for run in runs for face in run.findall(qn("a:latin"))} <= {"+mn-lt"}
            texts = [(run, run.getnext()) for run in runs]
            sizes = [int(run.get("sz")) for run, text in texts if text is not None and len(text.text or "") > 1]
            assert min(sizes, default=1050) >= 1050
            slots = {node.get("val") for node in shape.element.iter(qn("a:schemeClr"))}
            assert slots <= (set() if template.dark else {"tx1", "bg1"})


def test_the_same_template_gives_the_same_bytes_and_a_cover_has_the_templates_own(take: Take) -> None:
    snapshot = replace(take(Filter(country=("FJI", "TON")), "ja"), template=read_template(ministry()))
    first, second = (pack_bytes(snapshot, "country", "pptx") for _ in range(2))
    assert first == second
    deck = Presentation(io.BytesIO(first))
    assert [slide.slide_layout.name for slide in deck.slides][:2] == ["表紙", "表題と本文"]
    cover = deck.slides[0]
    assert {shape.placeholder_format.type for shape in cover.placeholders} >= {KIND.CENTER_TITLE, KIND.SUBTITLE}


@pytest.mark.parametrize(("data", "said"), [
    (b"\xd0\xcf\x11\xe0 old", "protected by a password"), (b"no zip", "cannot be read"), ("macros", "macros"),
    ("small", "too small"), ("list", "cannot be read"),
])  # fmt: skip
def test_what_is_no_template_gets_one_sentence(
    data: bytes | str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(data if isinstance(data, bytes) else _bad(data))
    flags = [
        "snapshot",
        "--format",
        "pptx",
        "--country",
        "FJI",
        "--template",
        str(path),
        "-o",
        str(tmp_path / "a.pptx"),
    ]
    assert main(flags) == 2
    error = capsys.readouterr().err
    assert said in error and "house.pptx" in error and error.count("\n") == 1 and not (tmp_path / "a.pptx").exists()


def _bad(kind: str) -> bytes:
    if kind == "small":
        deck: Any = Presentation()
        deck.slide_width, deck.slide_height = deck.slide_width // 2, deck.slide_height // 2
        for shape in (one for part in (deck.slide_master, *deck.slide_layouts) for one in part.placeholders):
            shape.left, shape.top, shape.width, shape.height = 0, 0, 900_000, 500_000
        stream = io.BytesIO()
        deck.save(stream)
        return stream.getvalue()
    stream = io.BytesIO(ministry() if kind == "macros" else b"")
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("ppt/vbaProject.bin" if kind == "macros" else "xl/workbook.xml", b"x")
    return stream.getvalue()


@pytest.mark.parametrize("size", ["slide-16x9", "slide-4x3", "a4-portrait"])
def test_our_own_deck_has_layouts_of_its_size_and_numbers_its_slides(take: Take, size: str) -> None:
    deck = Presentation(io.BytesIO(PICTURES["pptx"].make(take(PACIFIC, style="numbered", size=size))[0].data))
    page = Rect(0, 0, int(deck.slide_width or 0) / _EMU, int(deck.slide_height or 0) / _EMU)
    for part in (deck.slide_master, *deck.slide_layouts):
        places: list[Any] = [*part.placeholders]
        assert places and all(page.holds(_rect(shape)) for shape in places)
        assert max(_rect(shape).right for shape in places) > 0.85 * page.w
    for slide in deck.slides:
        [number] = [shape for shape in slide.placeholders if shape.placeholder_format.type == KIND.SLIDE_NUMBER]
        texts = [shape for shape in _ours(slide) if shape.name == "Foot"]
        assert page.holds(_rect(number)) and texts


@pytest.mark.parametrize("lang", LANGS)
def test_the_chapters_of_a_pack_are_sections(take: Take, lang: Lang) -> None:
    data = pack_bytes(take(Filter(country=("FJI", "TON", "VNM")), lang), "country", "pptx")
    deck = Presentation(io.BytesIO(data))
    sections = [node for node in deck.part._element.iter() if str(node.tag).endswith("}section")]
    listed = [node.get("id") for section in sections for node in section.iter() if str(node.tag).endswith("}sldId")]
    assert listed == [node.get("id") for node in deck.part._element.sldIdLst]
    names = [section.get("name") for section in sections]
    wanted = {"ja": ["トンガ", "フィジー", "ベトナム"], "en": ["Fiji", "Tonga", "Viet Nam"]}[lang]
    assert names[1:-1] == wanted


@pytest.mark.parametrize("size", ["slide-16x9", "slide-4x3"])
def test_the_contents_lead_to_their_chapters_and_sources_to_theirs(take: Take, size: str) -> None:
    snapshot = take(Filter(country=("FJI", "TON", "VNM")), "ja", "en", size=size)
    deck = Presentation(io.BytesIO(pack_bytes(snapshot, "country", "pptx")))
    slides = [*deck.slides]
    numbers = {slide.part.partname: number for number, slide in enumerate(slides, 1)}
    led: dict[str, int] = {}
    for slide in slides:
        for run in slide.shapes.element.iter(qn("a:r")):
            click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
            if click is not None and click.get("action") == "ppaction://hlinksldjump":
                led[run.findtext(qn("a:t"))] = numbers[slide.part.related_part(click.get(qn("r:id"))).partname]
    assert set(led) == {"トンガ", "フィジー", "ベトナム", "出典", "Fiji", "Tonga", "Viet Nam", "Sources"}
    for title, number in led.items():
        assert title in slides[number - 1].shapes.title.text_frame.text
        assert number == min(n for n, one in enumerate(slides, 1) if title == one.shapes.title.text_frame.text)
    pages = [slide.shapes.element for slide in slides if slide.shapes.title.text_frame.text == "Sources"]
    links = [node for page in pages for node in page.iter(qn("a:hlinkClick")) if not node.get("action")]
    assert len(links) > 3


def test_a_recipe_goes_into_the_template_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "house.pptx").write_bytes(ministry())
    recipe = (ROOT / "recipes" / "visit.yml").read_text(encoding="utf-8")
    (tmp_path / "visit.yml").write_text(
        recipe.replace("lang: both", "lang: ja\ntemplate: house.pptx"), encoding="utf-8"
    )
    files = [tmp_path / name for name in ("one.pptx", "two.pptx")]
    assert [main(["briefing", str(tmp_path / "visit.yml"), "-o", str(file)]) for file in files] == [0, 0]
    assert files[0].read_bytes() == files[1].read_bytes()
    deck, room = Presentation(str(files[0])), read_template(ministry()).room
    assert [slide.slide_layout.name for slide in deck.slides] == ["表紙", *["表題と本文"] * (len(deck.slides) - 1)]
    kinds = [shape for slide in deck.slides for shape in _ours(slide) if shape.has_chart or shape.has_table]
    assert {shape.has_chart for shape in kinds} == {True, False}
    for shape in (shape for slide in deck.slides for shape in _ours(slide)):
        assert room.shrunk(-1).holds(_rect(shape)), shape.name
    for chart in (shape.chart for shape in kinds if shape.has_chart):
        assert {node.get("val") for node in chart.part._element.iter(qn("a:schemeClr"))} <= {"tx1", "bg1"}
