"""The words of the pages, in Japanese and English; `t` is a pure look-up, the language is an argument."""

from __future__ import annotations

import re
from typing import Final

from atlas.vocab import Label, Lang
from atlas.words.changes import WORDS as CHANGES
from atlas.words.handout import WORDS as HANDOUT
from atlas.words.imports import WORDS as IMPORT
from atlas.words.map import WORDS as MAP
from atlas.words.pages import WORDS as PAGES
from atlas.words.pictures import WORDS as SNAPSHOT

_FORMS: Final = re.compile(r"(\{(\w+)\}[^{}]*?)\(([^()|]+)\|([^()|]+)\)")
_WORDS: Final[dict[str, Label]] = MAP | PAGES | CHANGES | HANDOUT | IMPORT | SNAPSHOT


def t(lang: Lang, key: str, **values: object) -> str:
    """The words of a key in one language, `{names}` filled in; `(place|places)` follows the number before it."""
    text = _WORDS[key].text(lang)
    if not values:
        return text
    return _FORMS.sub(lambda found: found[1] + (found[3] if values[found[2]] == 1 else found[4]), text).format(**values)


def keys() -> list[str]:
    """Every key, for the test that all have both languages."""
    return list(_WORDS)
