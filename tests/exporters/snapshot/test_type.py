"""Type: lines that fit, Japanese that breaks where it may, no boxes for letters."""

from __future__ import annotations

import pytest

from exporters.print.elements.fonts import clean, phrases, segments, width, wrap
from exporters.print.elements.items import Run
from exporters.print.elements.runs import wrap_runs

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


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("東部ミクロネシア海底ケーブル", "ミクロネシア海底ケーブル"),
        ("2025年5月18日 署名、4億円", "2025年5月18日 "),
        ("国産次世代CPUによるデジタル基盤", "国産次世代CPUによる"),
        ("Free and Open Indo-Pacific, 12-26 February", "12-26 "),
    ],
)
def test_words_dates_and_sums_are_whole(text: str, whole: str) -> None:
    pieces = phrases(text)
    assert "".join(pieces) == text and any(piece.startswith(whole) for piece in pieces)


def test_english_breaks_at_spaces_and_dashes_only() -> None:
    assert phrases("well-known Indo-Pacific 2024–25 sum") == ("well-", "known ", "Indo-", "Pacific ", "2024–25 ", "sum")


def test_a_phrase_stays_whole_across_bold_and_plain() -> None:
    lines = wrap_runs([Run("（インドネシア等", True), Run("3か国）船舶修繕拠点の強化")], 260, 21)
    said = ["".join(run.text for run in line) for line in lines]
    assert said[0] == "（インドネシア等3か国）" and "".join(said) == "（インドネシア等3か国）船舶修繕拠点の強化"
    assert [run.bold for run in lines[0]] == [True, False]
