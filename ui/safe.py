"""Data on its way into Streamlit's Markdown: every character stands for itself; and the names of uploaded files."""

from __future__ import annotations

from atlas.compare.values import printable
from atlas.text.markdown import md

__all__ = ["given_name", "md"]
_LONGEST = 80
_SENT = {"%22": '"', "%0D": " ", "%0A": " "}  # what a browser writes in a form for signs that would end the name


def given_name(name: str) -> str:
    """The name of an uploaded file as its owner knows it, on one line and not long."""
    for sent, sign in _SENT.items():
        name = name.replace(sent, sign)
    return printable(name)[:_LONGEST]
