"""Buttons that the page's own script serves."""

from __future__ import annotations

import streamlit as st

from atlas.vocab import Lang
from atlas.words.i18n import t


def copy_link(lang: Lang) -> None:
    """A button that copies the address of this screen, with the map's view."""
    with st.container(key="copy-link", width="content"):
        st.button(t(lang, "copy_link"), icon=":material/link:", key="copy")
