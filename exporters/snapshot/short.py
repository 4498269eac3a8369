"""Titles in a box: what the box's own heading says already is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from atlas.vocab import Lang

_PARTICLE: Final = "(?:への|での|との|の|へ)"
_LEAST: Final = 4


def shortened(title: str, names: Iterable[str], lang: Lang) -> str:
    """A title without the places that it begins (ja) or ends (en) with, if all of them are among `names`."""
    known = "|".join(sorted((re.escape(name) for name in names if name), key=len, reverse=True))
    if not known:
        return title
    if lang == "ja":
        short = re.sub(f"^(?:{known})(?:・(?:{known}))*{_PARTICLE}|（(?:{known})）$", "", title)
    else:
        short = re.sub(f",? (?:in|for|to|with) (?:the )?(?:{known})(?:(?:, | and )(?:{known}))*$", "", title)
    return short if len(short) >= _LEAST else title
