"""Packs on the briefing page: made while a bar says what is being done; any other click stops it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from atlas.i18n import t
from atlas.vocab import Lang
from exporters.pack import BYS, PACKS, By, chapters, pack_bytes
from exporters.pictures import Snapshot, file_name
from ui import log
from ui.safe import md

_NAMES: Final = {"pptx": "PowerPoint", "pdf": "PDF", "zip": "ZIP (PNG)"}
_MIME: Final = {"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "pdf": "application/pdf", "zip": "application/zip"}  # fmt: skip


def pack(lang: Lang, snapshot: Snapshot) -> None:
    """Choose, make with progress and cancel, save."""
    st.divider()
    st.markdown(f"##### {t(lang, 'brief_pack')}")
    st.caption(t(lang, "brief_pack_hint"))
    by = st.selectbox(
        t(lang, "brief_pack_by"), ["region-focus", "region", "country", "focus"], key=f"pack-by-{lang}",
        format_func=lambda code: t(lang, f"brief_by_{code}"),
    )  # fmt: skip
    kind = st.selectbox(t(lang, "brief_pack_format"), PACKS, key="pack-kind", format_func=lambda code: _NAMES[code])
    by = next(code for code in BYS if code == by)
    number = len(chapters(snapshot.extract, by, lang)) * len(snapshot.langs)
    name = file_name(snapshot, kind).replace("foip-atlas_", f"foip-atlas-{by}_")
    if st.button(t(lang, "brief_pack_make", n=number), key="pack-make", icon=":material/library_add:", width="stretch"):
        _make(lang, snapshot, by, kind, name)
    made = st.session_state.get("pack")
    if made:
        st.success(t(lang, "brief_pack_done", name=md(made[0])), icon=":material/check_circle:")
        st.download_button(t(lang, "brief_pack_save"), data=made[1], file_name=made[0], mime=made[2], key="pack-save",
                           on_click="ignore", width="stretch", type="primary")  # fmt: skip


def _make(lang: Lang, snapshot: Snapshot, by: By, kind: str, name: str) -> None:
    """Every step of the bar is a point at which a click on cancel, or on anything else, ends the work."""
    st.session_state.pop("pack", None)
    place = st.empty()
    with place.container():
        st.button(t(lang, "brief_pack_stop"), key="pack-stop", width="stretch")
        bar = st.progress(0.0)

    def told(share: float, doing: str) -> None:
        bar.progress(min(share, 1.0), text=t(lang, "brief_pack_doing", share=f"{share:.0%}", doing=md(doing)))

    data = pack_bytes(snapshot, by, kind, told)
    log.event("export", format=f"pack-{kind}", lang=lang, features=len(snapshot.extract.sites))
    st.session_state["pack"] = (name, data, _MIME[kind])
    place.empty()
