"""Type: lines that fit, Japanese that breaks where it may, no boxes for letters."""

from __future__ import annotations

import pytest

from exporters.snapshot.type import clean, cut, phrases, segments, width, wrap

LONG = (
    "進化した「自由で開かれたインド太平洋」のもとでの官民一体の経済成長機会の共創と"
    "通商ルールの共有に関する取組の全体像について"
)
TEXTS = [LONG, "Economic foundation of the AI and data age " * 3, "x" * 2000, "、" * 60, "か国" * 40]


@pytest.mark.parametrize(
    "text", [LONG, "Economic foundation of the AI and data age " * 3, "x" * 2000, "、" * 60, "か国" * 40]
)
@pytest.mark.parametrize("room", [60.0, 210.0, 900.0])
@pytest.mark.parametrize("even", [True, False])
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str, room: float, even: bool) -> None:
    lines = wrap(text, room, 19, even=even)
    assert all(width(line, 19) <= room for line in lines if len(line) > 2)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_japanese_breaks_between_phrases_and_never_before_a_closing_mark() -> None:
    lines = wrap(LONG, 300, 20)
    assert len(lines) > 3 and not [line for line in lines if line[0] in "、。」）ー"]
    assert "（インドネシア等3か国）" in phrases("（インドネシア等3か国）船舶修繕拠点の強化")


def test_letters_that_no_face_has_are_named_and_others_fall_back() -> None:
    assert clean("a\x00b\x1b\ud800 船 🚢") == "a b 船 [U+1F6A2]"
    assert [piece for piece, other in segments("海底 ﷼ x") if other]


def test_a_cut_text_fits_and_says_that_it_was_cut() -> None:
    short = cut("x" * 2000, 300, 19)
    assert short.endswith("…") and width(short, 19) <= 300
