"""Slides are made to be changed: a callout is one text, its line is tied to it, parts have names, notes are short."""

from __future__ import annotations

import io
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from atlas import palette
from atlas.countries import country_name
from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from exporters.print.content.brief import gather
from exporters.print.content.callouts import callouts_of
from exporters.print.draw.theme import THEME, colour
from exporters.print.elements.items import TextBox
from exporters.print.pictures import PICTURES, Snapshot
from tests.exporters.snapshot.conftest import Take

Shape = Any


def _deck(snapshot: Snapshot) -> Any:
    return Presentation(io.BytesIO(PICTURES["pptx"].make(snapshot)[0].data))


@pytest.fixture(scope="module", params=LANGS)
def deck(take: Take, request: pytest.FixtureRequest) -> tuple[Lang, Snapshot, Any]:
    """The whole atlas in boxes, its slides as they are opened again."""
    snapshot = take(Filter(), request.param, style="boxes")
    return request.param, snapshot, _deck(snapshot)


def _tags(slide: Any, tag: str) -> list[Shape]:
    return list(slide.shapes.element.iter(qn(tag)))


def test_every_line_is_tied_to_a_box_and_a_mark_of_its_country(deck: tuple[Lang, Snapshot, Any]) -> None:
    _, snapshot, slides = deck
    lines = 0
    for sheet, slide in zip(snapshot.sheets(snapshot.langs[0]), slides.slides, strict=True):
        names = {node.get("id"): node.get("name") for node in _tags(slide, "p:cNvPr")}
        for line in _tags(slide, "p:cxnSp"):
            ties = [line.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn")]
            assert None not in ties and all(tie.get("id") in names for tie in ties)
        boxes = {one.name for layer in sheet.layers for one in layer.items if isinstance(one, TextBox)}
        for leader in (one for one in sheet.leaders if not one.tie):
            mine = [
                line for line in _tags(slide, "p:cxnSp") if line.find(f".//{qn('p:cNvPr')}").get("name") == leader.name
            ]
            starts = {names[line.find(f".//{qn('a:stCxn')}").get("id")] for line in mine}
            assert leader.name in boxes and leader.name in starts
            lines += 1
    assert lines > 20


@pytest.mark.parametrize("lang", LANGS)
def test_no_line_on_a_map_with_numbers_is_tied_to_another_place(take: Take, lang: Lang) -> None:
    slide = _deck(take(Filter(), lang, style="numbered")).slides[0]
    lines = _tags(slide, "p:cxnSp")
    of = [line.find(f".//{qn('p:cNvPr')}").get("name") for line in lines]
    names = {node.get("id"): node.get("name") for node in _tags(slide, "p:cNvPr")}
    for line, name in zip(lines, of, strict=True):
        start, end = (line.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn"))
        assert names[end.get("id")] == name and names[start.get("id")] not in {*of} - {name}
    assert len(lines) > 15


def test_a_callout_is_one_text_that_wraps_and_says_all_of_it(deck: tuple[Lang, Snapshot, Any]) -> None:
    lang, snapshot, slides = deck
    said: dict[str, str] = {}
    for slide in slides.slides:
        for shape in _tags(slide, "p:sp"):
            body = shape.find(qn("p:txBody"))
            if body is None or body.find(qn("a:bodyPr")).find(qn("a:spAutoFit")) is None:
                continue
            assert body.find(qn("a:bodyPr")).get("wrap") == "square"
            name, texts = shape.find(f".//{qn('p:cNvPr')}").get("name"), body.findall(qn("a:p"))
            said[name] = said.get(name, "") + "".join(
                node.text or "" for text in texts for node in text.iter(qn("a:t"))
            )
    told = {one.heading: one for one in callouts_of(gather(snapshot.extract, snapshot.base, snapshot.options))}
    joined = "".join(said.values())
    for heading, callout in told.items():
        assert heading in joined or not callout.countries
        assert all(item.title in joined for item in callout.items)
    assert country_name("FJI", lang) in said


def test_no_text_of_several_lines_is_broken_by_hand(deck: tuple[Lang, Snapshot, Any]) -> None:
    for slide in deck[2].slides:
        assert not _tags(slide, "a:br")
        for frame in _tags(slide, "a:bodyPr"):
            assert frame.get("wrap") == "square" or len(frame.getparent().findall(qn("a:p"))) == 1


def test_the_selection_pane_speaks_the_language_of_the_slide(deck: tuple[Lang, Snapshot, Any]) -> None:
    lang, _, slides = deck
    slide = slides.slides[0]
    top = [shape.name for shape in slide.shapes if shape.shape_type == 6]
    wanted = {"ja": ["地図", "引出線", "印", "囲み"], "en": ["Map", "Leader lines", "Marks", "Callouts"]}[lang]
    assert [name for name in top if name in wanted] == wanted
    names = {node.get("name") for node in _tags(slide, "p:cNvPr")}
    assert {country_name("MYS", lang), {"ja": "陸地", "en": "Land"}[lang]} <= names and "MYS" not in names


def test_notes_are_three_points_of_the_page_and_sources_stand_once(deck: tuple[Lang, Snapshot, Any]) -> None:
    lang, snapshot, slides = deck
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides.slides]
    assert all(len(text) < 2500 for text in notes[:-1]) and all(text.count("http") == 1 for text in notes[:-1])
    point = {"ja": "・", "en": "• "}[lang]
    for sheet, text in zip(snapshot.sheets(lang), notes, strict=True):
        points = [line for line in text.splitlines() if line.startswith(point)]
        titles = {snapshot.extract.groups[code][0][f"title_{lang}"]
                  for some in sheet.tally.values() for code in some}  # fmt: skip
        assert 1 <= len(points) <= 3 and all(any(f"{point}{title}" in one for title in titles) for one in points)
    for document in snapshot.extract.cited().values():
        assert not document.address or document.address in notes[-1]


def test_every_colour_is_the_themes_and_comes_out_as_the_palettes(deck: tuple[Lang, Snapshot, Any]) -> None:
    assert not [node for slide in deck[2].slides for node in _tags(slide, "a:srgbClr")]
    codes = {code for name, code in vars(palette).items() if name.isupper() and isinstance(code, str)}
    codes |= {*palette.FOCUS_TEXT.values(), *palette.FOCUS_TINT.values(), *palette.STEPS}
    for code in codes - {palette.LAND, palette.SEA}:
        node = colour(code)
        slot = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}.get(node.get("val"), node.get("val"))
        hue, light, strong = rgb_to_hls(*_shares(THEME[slot]))
        for step in node:
            share = int(step.get("val")) / 100_000
            match step.tag.split("}")[1]:
                case "satMod":
                    strong = min(1, strong * share)
                case "lumMod":
                    light *= share
                case "lumOff":
                    light += share
        made = hls_to_rgb(hue, min(1, light), strong)
        assert max(abs(one - other) for one, other in zip(made, _shares(code), strict=True)) < 4 / 255, code


def _shares(code: str) -> tuple[float, float, float]:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
