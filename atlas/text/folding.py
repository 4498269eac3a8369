"""Folding of text, so that searches find what people mean; and characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
# Marks of direction, spaces and joiners without width, tags: they can make a text read otherwise than it is.
UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """The text when all of it can be seen; raises ValueError."""
    if _CONTROL.search(text):
        raise ValueError("holds a control character; remove it")
    if UNSEEN.search(text):
        raise ValueError("holds a character that nobody sees (a mark of direction, a space without width); remove it")
    return text


def seen(text: str) -> str:
    """The text without characters that nobody sees; variants of kanji stay."""
    return text if text.isascii() else UNSEEN.sub("", text)


def fold(text: str) -> str:
    """Fold width, case, accents and kana: ﾌｨｼﾞｰ, フィジー and ふぃじー become one."""
    decomposed = unicodedata.normalize("NFKD", text).translate(_ACCENTS)
    return unicodedata.normalize("NFC", decomposed).casefold().translate(_KATAKANA_TO_HIRAGANA)
