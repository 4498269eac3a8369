"""Data on its way into Streamlit's Markdown: every character stands for itself."""

from __future__ import annotations

import re
from typing import Final

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")


def md(text: object) -> str:
    """Text from data as literal Markdown: no markup, link, picture, formula, icon or line break survives."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(str(text).split()))
