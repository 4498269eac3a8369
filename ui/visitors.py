"""What a page shows of the log-in: nothing by default, a button for whoever is not known yet, the name of who is."""

from __future__ import annotations

import streamlit as st

from access.rules import rules
from access.visitor import Visitor, visitor
from atlas.vocab import Lang
from atlas.words.i18n import t
from ui import log
from ui.safe import md

_TOLD = "log-in-told"


def enter(lang: Lang) -> Visitor:
    """Whoever opens a page; stops with one sentence for those who are not let in, before any data is read."""
    who = visitor()
    if not who.comes_in:
        _outside(who, lang)
        st.stop()
    if who.user and st.session_state.get(_TOLD) != who.user:
        st.session_state[_TOLD] = who.user
        log.event("log-in", editor=who.editor)
    if rules().editors_only:
        st.warning(t(lang, "login_draft"), icon=":material/edit_note:")
    return who


def _outside(who: Visitor, lang: Lang) -> None:
    with st.container(key="outside", width=640):
        st.markdown(f"## {t(lang, 'name')}")
        st.info(t(lang, "login_editors" if who.user else "login_ask"), icon=":material/lock:")
        if rules().way == "oidc":
            if who.user:
                st.button(t(lang, "login_leave"), key="log-out", on_click=st.logout)
            else:
                st.button(t(lang, "login"), key="log-in", type="primary", on_click=st.login)


def may_edit(lang: Lang) -> bool:
    """Whether the visitor may change something; says so where not."""
    if visitor().editor:
        return True
    st.info(t(lang, "login_editors_only"), icon=":material/lock:")
    return False


def signed(who: Visitor, lang: Lang) -> None:
    """In the header: leave, with the name by which one is known as its hint."""
    if who.user and rules().way == "oidc":
        st.button(
            t(lang, "login_leave"), key="log-out", help=t(lang, "login_as", user=md(who.user)), on_click=st.logout
        )
