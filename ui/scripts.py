"""The few scripts that a page runs itself; each is constant, so that the headers can name its hash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from atlas.vocab import LANGS, Lang

LANGUAGE: Final[Mapping[Lang, str]] = {lang: f"document.documentElement.lang = '{lang}'" for lang in LANGS}
SCRIPTS: Final = tuple(LANGUAGE.values())


def set_language(lang: Lang) -> None:
    """Tell the browser which language the page speaks."""
    st.html(f"<script>{LANGUAGE[lang]}</script>", unsafe_allow_javascript=True)
