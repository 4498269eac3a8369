"""The page "What changed": two editions, the sentence, the map, the record, every change in words."""

from __future__ import annotations

from collections import Counter
from functools import partial

import numpy as np
import streamlit as st

from adapters.streamlit_folium import draw
from atlas.compare.editions import Changes, compare
from atlas.compare.groups import GROUPINGS, Grouping, groups
from atlas.compare.markdown import markdown
from atlas.compare.sentences import KINDS, ChangeSheet, sheet
from atlas.compare.values import Names
from atlas.errors import DataError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.extract import stamp
from exporters.print.changes import changes_bytes
from exporters.print.pictures import PICTURES
from maps.changes import bounds_of_changes, scene_of, unplaced
from maps.world import Scene, visible, world_map
from ui.assets import publish
from ui.changes.lists import SIGNS, lists
from ui.changes.sides import FILE, Side, choose, edition_choice, pair_of, read_side, upload
from ui.data import Atlas
from ui.front import panel
from ui.jobs.queues import export
from ui.map.view import HEIGHT, select
from ui.safe import md
from ui.state import State, asked

KEY = "changes-map"


def changes(atlas: Atlas, state: State) -> None:
    """The comparison that the address asks for; without an older edition, a way to bring one."""
    lang = state.lang
    choice = edition_choice(atlas, lang)
    old, new, which = pair_of(atlas, choice, lang)
    by = asked("group", GROUPINGS, "kind", lang)
    with st.container(horizontal=True, vertical_alignment="center", key="changes-bar", gap="small"):
        st.markdown(f"## {t(lang, 'changes')}", width="content")
        choose(choice, "from", old, lang)
        st.markdown("→", width="content")
        choose(choice, "to", new, lang)
        upload(state)
        st.space("stretch")
        place = st.container(width="content")
    if which:
        st.caption(which)
    if old is None:
        st.info(t(lang, "changes_one"), icon=":material/info:")
        return
    try:
        sides = read_side(atlas, choice, old), read_side(atlas, choice, new)
    except DataError as error:
        st.error(f"{t(lang, 'changes_broken')} {md(error.problems[0])}", icon=":material/error:")
        return
    found = compare(sides[0].frame, sides[1].frame)
    names = Names(atlas.organisations, atlas.documents)
    said = sheet(found, sides[0].label, sides[1].label, lang, names)
    with place.container(horizontal=True, gap="xsmall", width="content"):
        _download(said, by, sides, lang, atlas.id.date)
    _show(atlas, state, found, said, by)


def _download(said: ChangeSheet, by: Grouping, sides: tuple[Side, Side], lang: Lang, date: str | None) -> None:
    codes = [side.code if side.code != FILE else "file" for side in sides]
    made = export(partial(markdown, said, by, lang), format="md", lang=lang)
    st.download_button(
        t(lang, "changes_download"), data=made, mime="text/markdown",
        file_name=f"foip-atlas-changes-{codes[0]}-{codes[1]}-{lang}.md", icon=":material/download:", on_click="ignore",
        key="changes-download",
    )  # fmt: skip
    slides = export(partial(changes_bytes, said, by, lang, stamp(date)), format="pptx", lang=lang)
    st.download_button(
        t(lang, "brief_open"), data=slides, mime=PICTURES["pptx"].mime, icon=":material/slideshow:", on_click="ignore",
        file_name=f"foip-atlas-changes-{codes[0]}-{codes[1]}-{lang}.pptx", key="changes-slides",
    )  # fmt: skip


def _show(atlas: Atlas, state: State, found: Changes, said: ChangeSheet, by: Grouping) -> None:
    st.markdown(md(said.head))
    if not found:
        return
    with st.container(horizontal=True, key="stage", gap="small"):
        _map(atlas, state, found)
        if state.selected:
            panel(atlas, state, order=[item.initiative for item in found.items])
        else:
            _digest(found, said, state.lang)
    lists(atlas, state, said, by)


def _map(atlas: Atlas, state: State, found: Changes) -> None:
    lang, assets = state.lang, publish(atlas)
    drawn = scene_of(found, lang, atlas.context)
    scene = Scene(assets.features[lang], assets.land, state.selected, t(lang, "map_failed"),
                  bounds_of_changes(drawn), drawn, coast=assets.coast)  # fmt: skip
    with st.container(key="map"):
        none = np.zeros(len(atlas.frame), dtype=np.bool_)
        draw(world_map(), visible(none, scene), KEY, HEIGHT, lambda: _clicked(atlas))
        if off := unplaced(drawn):
            st.caption(t(lang, "changes_unplaced", n=off))


def _clicked(atlas: Atlas) -> None:
    value = st.session_state.get(KEY)
    if not isinstance(value, dict) or "id" not in value:
        return
    chosen = value["id"]
    if chosen is None or (isinstance(chosen, str) and (atlas.frame["initiative"] == chosen).any()):
        select(atlas, chosen)


def _digest(found: Changes, said: ChangeSheet, lang: Lang) -> None:
    """How many initiatives of each kind, and which fields changed how often."""
    numbers = {group.code: group.n for group in groups(said.lines, "kind", lang)}
    with st.container(border=True, key="changes-digest"):
        lines = [f"| {SIGNS[kind]} | {t(lang, f'changes_{kind}')} | **{numbers.get(kind, 0)}** |" for kind in KINDS]
        st.markdown("\n".join(["| | | |", "|:-:|:--|--:|", *lines]))
        fields = Counter(edit.field for item in found.edited for edit in {e.field: e for e in item.edits}.values())
        if fields:
            st.markdown(f"### {t(lang, 'changes_fields')}")
            rows = [f"| {t(lang, f'field_{name}')} | {n} |" for name, n in fields.most_common()]
            st.markdown("\n".join(["| | |", "|:--|--:|", *rows]))
