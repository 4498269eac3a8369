"""A changed text as one text, in words."""

from __future__ import annotations

import pytest

from atlas.compare.spans import Span, spans


def marked(old: str, new: str) -> str:
    """The text as one would correct it by hand."""
    signs = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}
    return "".join(signs[mark].format(text) for piece in spans(old, new) for mark, text in piece.parts())


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("軍備管理の協力 5 km", "軍備管理・軍縮の協力 8 km", "軍備管理[+・軍縮+]の協力 [-5-] [+8+] km"),
        ("両国が改革を支持する。", "両国が改革を支持した。", "両国が改革を[-支持する-] [+支持した+]。"),
        ("日本・豪州が条文を公表。", "日本、豪州が条文を公表。", "日本[-・-] [+、+]豪州が条文を公表。"),
        ("2026年3月18日 署名の式", "2026年4月18日 署名の式", "2026年[-3月-] [+4月+]18日 署名の式"),
        ("ヴァヌアツの港湾の整備", "バヌアツの港湾の整備", "[-ヴァヌアツ-] [+バヌアツ+]の港湾の整備"),
        ("Talks held every year by both", "Talks to be held by both", "Talks [+to be+] held [-every year-] by both"),
        ("Two ships in the Pacific", "Three boats in the Pacific", "[-Two ships-] [+Three boats+] in the Pacific"),
        ("Tàu của Việt Nam đã đi", "Thuyền của Việt Nam đã đi", "[-Tàu-] [+Thuyền+] của Việt Nam đã đi"),
    ],
)  # fmt: skip
def test_words_are_marked_whole(old: str, new: str, text: str) -> None:
    assert marked(old, new) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [("a b", "a b"), ("", "x y"), ("x", ""), ("a\nb", "a b c"), ("ヴァヌ", "バヌ"), ("取り組む国", "取組む国")],
)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    found = spans(old, new)
    assert "".join(piece.same + piece.old for piece in found) == old
    assert "".join(piece.same + piece.new for piece in found) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [("字" * 5000, "字 " * 5000), ("気候の分野に当たるため。", "生物多様性はどこにも挙げられていないため。")],
)
def test_texts_too_long_to_compare_or_with_little_in_common_differ_as_a_whole(old: str, new: str) -> None:
    assert spans(old, new) == [Span(old=old, new=new)]
