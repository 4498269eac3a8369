"""The few scripts that a page runs itself; each is constant, so that the headers can name its hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from maps.scripts import join

_FILE: Final = Path(__file__).with_name("page.js")
_WORDS: Final = ("skip", "map", "list", "record", "filters", "copied", "uncopied")
OWN: Final = {
    "Skip to main content": "本文へ移動", "Sidebar": "絞り込み", "Collapse sidebar": "絞り込みを閉じる",
    "Expand sidebar": "絞り込みを開く", "Selected values": "選択中の値", "Clear all": "すべて解除", "Open": "開く",
    "Link to heading": "見出しへのリンク", "Copy to clipboard": "コピー", "No results": "該当なし",
    "Select all": "すべて選択", "Close": "閉じる", "Connection error": "接続エラー",
    "Streamlit server is not responding. Are you connected to the internet?":
        "サーバーが応答しない。再び接続できれば、この画面の続きから使える。",
    "Upload": "ファイルを選ぶ", "20MB per file": "1ファイル20MBまで", "file upload": "ファイルの選択",
}  # fmt: skip
_AWAY: Final = "Streamlit server is not responding. Are you connected to the internet?"  # nobody here is
_BACK: Final = {there: here for here, there in OWN.items()} | {
    _AWAY: "The server does not answer. When it can be reached again, this page goes on."
}


def _page(lang: Lang) -> str:
    """The page's script with the words of a language; `own` has Streamlit's words as the page is to say them."""
    words = {key: t(lang, f"go_{key}") for key in _WORDS}
    page = json.dumps({"lang": lang, "words": words, "own": OWN if lang == "ja" else _BACK})
    return f"window.atlasPage = {page};\n{join(_FILE)}"


PAGE: Final[Mapping[Lang, str]] = {lang: _page(lang) for lang in LANGS}
SCRIPTS: Final = tuple(PAGE.values())


def run_page(lang: Lang) -> None:
    """Tell the browser the page's language, and give it what it runs: links past the filters, copied links."""
    st.html(f"<script>{PAGE[lang]}</script>", unsafe_allow_javascript=True)
