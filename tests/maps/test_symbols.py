"""The symbols: every focus area in every form, well formed and with its sign."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from atlas import palette, vocab
from atlas.palette import tone
from maps.symbols import form_of, look, outline, symbol_files

SVG = "{http://www.w3.org/2000/svg}"
FILES = symbol_files()
FORMS = sorted({form_of(precision) for precision in vocab.PRECISIONS})


def test_there_is_a_file_for_every_focus_area_and_form_and_for_the_forms_alone() -> None:
    signs = {f"focus{focus}-{form}" for focus in vocab.FOCUS_AREAS for form in FORMS}
    assert FILES.keys() == signs | {f"precision-{form}" for form in FORMS}


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_file_is_a_picture_of_its_own_without_links(name: str) -> None:
    root = ElementTree.fromstring(FILES[name])
    assert root.tag == f"{SVG}svg"
    assert len(root.findall(f".//{SVG}path") + root.findall(f".//{SVG}rect") + root.findall(f".//{SVG}circle")) > 0
    assert "href" not in FILES[name] and "url(" not in FILES[name]
    assert list(FILES.values()).count(FILES[name]) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("focus", vocab.FOCUS_AREAS)
def test_every_symbol_carries_sign_colour_and_shape(focus: int, form: str) -> None:
    root = ElementTree.fromstring(FILES[f"focus{focus}-{form}"])
    assert [text.text for text in root.iter(f"{SVG}text")] == [palette.FOCUS_SIGN[focus]]
    assert all(colour in FILES[f"focus{focus}-{form}"] for colour in palette.SCREEN[f"focus-{focus}"])


@pytest.mark.parametrize("focus", vocab.FOCUS_AREAS)
def test_a_site_is_filled_and_a_city_open(focus: int) -> None:
    fills = {form: _shape(f"focus{focus}-{form}").get("fill") for form in ("site", "city")}
    assert fills == {"site": tone(f"focus-{focus}"), "city": tone("paper")}
    assert _shape(f"focus{focus}-city").get("stroke") == tone(f"focus-{focus}")


def _shape(name: str) -> ElementTree.Element:
    found = ElementTree.fromstring(FILES[name]).find(f".//{SVG}g/{SVG}path")
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_knows_every_colour_that_it_names_by_day_and_in_the_dark(name: str) -> None:
    used = sorted(set(re.findall(r"var\(--atlas-([\w-]+)\)", FILES[name])))
    given = re.findall(r"--atlas-([\w-]+):", FILES[name])
    assert used and given == used + used


@pytest.mark.parametrize("pair", list(combinations(sorted(vocab.FOCUS_AREAS), 2)))
def test_shapes_differ_without_colour(pair: tuple[int, int]) -> None:
    assert outline(pair[0], 8) != outline(pair[1], 8)


def test_the_browser_draws_with_the_same_colours_and_signs() -> None:
    for code, glyph in look().items():
        assert (glyph["color"], glyph["sign"]) == (palette.FOCUS[int(code)], palette.FOCUS_SIGN[int(code)])
        assert glyph["ink"] == palette.FOCUS_TEXT[int(code)]
