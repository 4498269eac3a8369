"""Data on its way into Streamlit's Markdown: every character stands for itself."""

from __future__ import annotations

from atlas.text.markdown import md

__all__ = ["md"]
