"""Text is folded in the browser as where the index was built."""

from __future__ import annotations

import sys
import unicodedata

from atlas.edition import Edition
from atlas.text.folding import fold
from tests import hostile
from tests.web.conftest import Ask

# Cherokee folds to its capitals in Python; nine variants of old Cyrillic letters only there.
_OTHERWISE = {*range(0x13A0, 0x13FE), *range(0xAB70, 0xABC0), *range(0x1C80, 0x1C89)}
WORDS = ("ﾌｨｼﾞｰ", "フィジー", "ふぃじー", "Ｆｉｊｉ", "ＯＳＡ", "ΟΔΟΣ ΣΑΣ", "Straße STRASSE ẞ", "İstanbul ıI",
         "Việt Nam", "Côte d’Ivoire", "e\u0301é", "が か\u3099 ｶﾞ", "ヴヵヶヷ", "㍿①㎞ﬁ", "¨a ´ ｀", "한국 한",
         "ǅ ǆ", "ᾳ ᾼ", "և")  # fmt: skip


def _names(whole: Edition) -> set[str]:
    """Every title, summary, place and name of the catalogue."""
    columns = [f"{name}_{lang}" for name in ("title", "summary", "place") for lang in ("ja", "en")]
    found = {str(value) for column in columns for value in whole.frame[column] if value}
    return found | {text for name in whole.organisations.values() for text in (name.ja, name.en)}


def test_every_name_is_folded_alike(ask: Ask, whole: Edition) -> None:
    texts = [*sorted(_names(whole)), *WORDS, *hostile.STRINGS]
    assert len(texts) > 800
    assert ask(folded=texts) == [fold(text) for text in texts]


def test_every_character_is_folded_alike(ask: Ask) -> None:
    every = map(chr, sorted({*range(sys.maxunicode + 1)} - _OTHERWISE))
    chars = [char for char in every if unicodedata.category(char) not in ("Cn", "Cs", "Co")]
    said = ask(folded=chars)
    assert [hex(ord(char)) for char, text in zip(chars, said, strict=True) if text != fold(char)] == []
