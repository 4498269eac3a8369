"""Where two texts differ."""

from __future__ import annotations

import pytest

from atlas.compare.spans import Span, spans


def test_words_and_kanji_that_differ() -> None:
    left, right = spans("軍備管理の協力 5 km", "軍備管理・軍縮の協力 8 km")
    assert left == [Span("軍備管理", False), Span("の協力 ", False), Span("5", True), Span(" km", False)]
    assert [piece.text for piece in right if piece.differs] == ["・軍縮", "8"]


@pytest.mark.parametrize(
    ("old", "new"), [("a b", "a b"), ("", "x y"), ("x", ""), ("a\nb", "a b c"), ("ヴァヌ", "バヌ")]
)
def test_the_pieces_make_up_the_texts(old: str, new: str) -> None:
    left, right = spans(old, new)
    assert "".join(piece.text for piece in left) == old
    assert "".join(piece.text for piece in right) == new


def test_texts_too_long_to_compare_differ_as_a_whole() -> None:
    long = "字" * 5000
    assert spans(long, long + "。") == ([Span(long, True)], [Span(long + "。", True)])
