"""The frame of every page: settings, style, header with language switch, foot with sources and boundary note."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from access.visitor import Visitor
from atlas import palette
from atlas.errors import DataError
from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import language_name, t
from atlas.words.phrases import join
from loaders.clock import today as today
from loaders.geojson.rfc7946 import MAX_FEATURES
from ui import log
from ui.address import put_one, query
from ui.data import Atlas, data_setting
from ui.edition_cache import Shown, edition_cache
from ui.map.many import named, shown
from ui.safe import md
from ui.scripts import run_page
from ui.state import State, language, read
from ui.visitors import enter, signed

_PAGES: Final = (
    ("app.py", "page_map", ":material/map:"),
    ("pages/overview.py", "page_overview", ":material/grid_on:"),
    ("pages/regions.py", "page_regions", ":material/public:"),
    ("pages/table.py", "page_table", ":material/table_rows:"),
    ("pages/briefing.py", "page_briefing", ":material/slideshow:"),
    ("pages/changes.py", "page_changes", ":material/difference:"),
    ("pages/import.py", "page_import", ":material/upload_file:"),
    ("pages/about.py", "page_about", ":material/menu_book:"),
)
_ANY_SIZE: Final = ("app.py", "pages/initiative.py")
_ICON: Final = Path(__file__).with_name("icon.svg")


def open_page(page: str) -> tuple[Atlas, State]:
    """Set a page up: its settings, style, data and state; stops with one sentence when the data is broken."""
    st.set_page_config(page_title="FOIP Atlas", page_icon=str(_ICON), layout="wide")
    st.html(f"<style>{palette.scheme()}</style>{style('style.css')}")
    run_page(language())
    who = enter(language())
    atlas, kept = _newest()
    atlas = named(atlas, query())
    state = read(atlas)
    _header(page, state, who)
    if kept:
        st.warning(t(state.lang, "edition_kept", when=_edition(atlas)), icon=":material/history:")
    if state.ignored:
        st.warning(t(state.lang, "unknown", values=md(" ".join(state.ignored[:8]))), icon=":material/info:")
    if atlas.many is not None and page not in _ANY_SIZE:
        told = {"n": shown(atlas.many.tallies(Filter()), Filter()).places, "most": MAX_FEATURES}
        st.info(t(state.lang, "many_page", **told), icon=":material/info:")
        st.page_link("app.py", label=t(state.lang, "back_to_map"), icon=":material/map:", query_params=state.params())
        st.stop()
    return atlas, state


@cache
def style(name: str) -> str:
    """A file of styles as the page is given it."""
    return f"<style>{Path(__file__).with_name(name).read_text(encoding='utf-8')}</style>"


def _newest() -> Shown:
    try:
        return edition_cache(data_setting()).newest()
    except DataError as error:
        if not error.problems or error.problems[0].file == "ATLAS_DATA":
            log.event("edition refused", problems=[str(problem) for problem in error.problems])
        st.error(f"{t('ja', 'broken')} / {t('en', 'broken')}")
        st.stop()


def _edition(atlas: Atlas) -> str:
    date, digest = atlas.id
    return f"{date or ''} ({digest[:8]})".strip()


def _header(page: str, state: State, who: Visitor) -> None:
    with st.container(horizontal=True, key="header", gap="small"):
        st.markdown(f"#### {t(state.lang, 'name')}", width="content")
        st.caption(t(state.lang, "tagline"), width="content")
        st.space("stretch")
        with st.container(horizontal=True, key="nav", gap=None, width="content"):
            for file, label, icon in _PAGES:
                if file == "pages/import.py" and not who.editor:
                    continue
                text = t(state.lang, label)
                text = f"**{text}**" if file == page else text
                st.page_link(file, label=text, icon=icon, query_params=state.params())
        with st.container(horizontal=True, key="lang", gap=None, width="content"):
            for lang in LANGS:
                _language(lang, state.lang)
        signed(who, state.lang)


def _language(lang: Lang, now: Lang) -> None:
    st.button(
        language_name(lang),
        key=f"lang-{lang}",
        type="primary" if lang == now else "secondary",
        on_click=_speak,
        args=(lang,),
    )


def _speak(lang: Lang) -> None:
    put_one("lang", lang)


def copy_link(lang: Lang) -> None:
    """A button that copies the address of this screen, with the map's view."""
    with st.container(key="copy-link", width="content"):
        st.button(t(lang, "copy_link"), icon=":material/link:", key="copy")


def foot(atlas: Atlas, state: State) -> None:
    """The foot: edition, sources, attributions, and that boundaries are indicative."""
    lang = state.lang
    colon = "：" if lang == "ja" else ": "
    records = sum(document.kind == "record" for document in atlas.documents.values())
    names = [t(lang, "documents", n=len(atlas.documents) - records), t(lang, "records", n=records)]
    with st.container(key="foot"):
        st.caption(
            f"{t(lang, 'foot_edition')} {_edition(atlas)}　|　{t(lang, 'foot_sources')}{colon}{join(names, lang)}　|　"
            f"{t(lang, 'foot_places')}　|　{t(lang, 'foot_boundaries')}"
        )
