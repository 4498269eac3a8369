"""The page's own script: its language, links past the filters, links to copy. It is given words, never data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import streamlit as st

from atlas.i18n import t
from atlas.vocab import Lang

_SCRIPT: Final = Path(__file__).with_name("page.js")
_OWN: Final = {
    "Skip to main content": "本文へ移動", "Sidebar": "絞り込み", "Collapse sidebar": "絞り込みを閉じる",
    "Expand sidebar": "絞り込みを開く", "Selected values": "選択中の値", "Clear all": "すべて解除", "Open": "開く",
    "Link to heading": "見出しへのリンク", "Copy to clipboard": "コピー", "No results": "該当なし",
}  # fmt: skip
_WORDS: Final = ("skip", "map", "list", "record", "filters", "copied", "uncopied")
_BACK: Final = {there: here for here, there in _OWN.items()}


def page_script(lang: Lang) -> None:
    """Run the script with the words of a language."""
    words = {key: t(lang, f"go_{key}") for key in _WORDS}
    page = json.dumps({"lang": lang, "words": words, "own": _OWN if lang == "ja" else _BACK}, ensure_ascii=False)
    text = _SCRIPT.read_text(encoding="utf-8").rstrip()
    st.html(f"<script>{text}({page});</script>", unsafe_allow_javascript=True)


def copy_link(lang: Lang) -> None:
    """A button that copies the address of this screen, with the map's view; the script does it."""
    with st.container(key="copy-link", width="content"):
        st.button(t(lang, "copy_link"), icon=":material/link:", key="copy")
