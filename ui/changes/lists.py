"""Every change in words, under headings by what happened or by country; changes of wording alone are folded away."""

from __future__ import annotations

from typing import Final

import streamlit as st

from access.paths import FEED
from atlas.compare.groups import GROUPINGS, Grouping, LineGroup, groups
from atlas.compare.markdown import legend, table
from atlas.compare.sentences import ChangeLine, ChangeSheet
from atlas.words.i18n import t
from ui.address import full_address
from ui.data import Atlas
from ui.safe import md
from ui.state import State, buttons

SIGNS: Final = {"added": "＋", "removed": "×", "moved": "→", "changed": "≠"}


def lists(atlas: Atlas, state: State, said: ChangeSheet, by: Grouping) -> None:
    """Every group of lines, and first how words that went and came are marked."""
    known = set(atlas.frame["initiative"])
    with st.container(key="changes-lists"):
        with st.container(horizontal=True, vertical_alignment="center", key="changes-lists-head"):
            buttons("group", GROUPINGS, by, "changes", state.lang)
            st.markdown(legend(state.lang), width="content")
            st.space("stretch")
            feed = full_address(f"{FEED[1:]}{state.lang}.xml", {})
            st.markdown(f"[{t(state.lang, 'feed_link')}](<{feed.rstrip('?')}>)", width="content")
        for group in groups(said.lines, by, state.lang):
            with st.container(key=f"changes-{group.code}"):
                _group(group, known, state)


def _group(group: LineGroup, known: set[str], state: State) -> None:
    level, sign = "####" if group.within else "###", SIGNS.get(group.code, "")
    st.markdown(f"{level} {sign} {md(group.name)} :gray[{group.n}]")
    if substance := [line for line in group.lines if not line.wording]:
        st.markdown(_table(substance, known, state))
    if wording := [line for line in group.lines if line.wording]:
        n = len({line.initiative for line in wording})
        with st.expander(f"{t(state.lang, 'changes_wording')} :gray[{n}]"):
            st.markdown(_table(wording, known, state))


def _table(chosen: list[ChangeLine], known: set[str], state: State) -> str:
    return "\n".join(table(chosen, state.lang, lambda line: _title(line, known, state)))


def _title(line: ChangeLine, known: set[str], state: State) -> str:
    if line.initiative not in known:
        return md(line.title)
    return f"[{md(line.title)}](<{full_address('initiative', {'lang': state.lang, 'id': line.initiative})}>)"
