"""Folding of text, so that searches find what people mean."""

from __future__ import annotations

import unicodedata

_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold(text: str) -> str:
    """Fold width, case, accents and kana: ﾌｨｼﾞｰ, フィジー and ふぃじー become one."""
    decomposed = unicodedata.normalize("NFKD", text).translate(_ACCENTS)
    return unicodedata.normalize("NFC", decomposed).casefold().translate(_KATAKANA_TO_HIRAGANA)


def words(query: str) -> list[str]:
    """The folded words of a search; all of them have to be found."""
    return fold(query).split()
