"""Data on its way into Markdown: every character stands for itself."""

from __future__ import annotations

import re
from typing import Final

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
# Addresses become links, -> an arrow, :name: a picture even when every character is escaped; an invisible word joiner
# keeps them as they are.
_ADDRESS: Final = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
_SIGN: Final = re.compile(r"(?<=:)(?=[\w+-]+:)|(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)")


def md(text: object) -> str:
    """Text from data as literal Markdown: no markup, link, picture, formula, icon or line break survives."""
    plain = _SIGN.sub("\u2060", _ADDRESS.sub("\u2060", " ".join(str(text).split())))
    return _PUNCTUATION.sub(r"\\\1", plain)
