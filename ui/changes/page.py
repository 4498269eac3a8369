"""The page "What changed": two editions, the sentence, the map, the record, every change in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

import numpy as np
import streamlit as st

from adapters.streamlit_folium import draw
from atlas.compare.editions import Changes, compare
from atlas.compare.sentences import KINDS, ChangeLine, ChangeSheet, markdown, of_kind, sheet
from atlas.compare.spans import Span, spans
from atlas.compare.values import NONE, Names
from atlas.errors import DataError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.extract import stamp
from exporters.print.changes import changes_bytes
from exporters.print.pictures import PICTURES
from maps.changes import bounds_of_changes, scene_of, unplaced
from maps.world import Scene, visible, world_map
from ui.address import full_address
from ui.assets import publish
from ui.changes.sides import FILE, Side, asked, choose, edition_choice, read_side, upload
from ui.data import Atlas
from ui.front import panel
from ui.jobs.queues import export
from ui.map.view import HEIGHT, select
from ui.safe import md
from ui.state import State

KEY = "changes-map"
_SIGNS = {"added": "＋", "removed": "×", "moved": "→", "changed": "≠"}


def changes(atlas: Atlas, state: State) -> None:
    """The comparison that the address asks for; without an older edition, a way to bring one."""
    lang = state.lang
    choice = edition_choice(atlas, lang)
    old, new = asked(choice, lang)
    with st.container(horizontal=True, vertical_alignment="center", key="changes-bar", gap="small"):
        st.markdown(f"## {t(lang, 'changes')}", width="content")
        choose(choice, "from", old, lang)
        st.markdown("→", width="content")
        choose(choice, "to", new, lang)
        upload(state)
        st.space("stretch")
        place = st.container(width="content")
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
        _download(said, sides, lang, atlas.id.date)
    _show(atlas, state, found, said)


def _download(said: ChangeSheet, sides: tuple[Side, Side], lang: Lang, date: str | None) -> None:
    codes = [side.code if side.code != FILE else "file" for side in sides]
    made = export(partial(markdown, said, lang), format="md", lang=lang)
    st.download_button(
        t(lang, "changes_download"), data=made, mime="text/markdown",
        file_name=f"foip-atlas-changes-{codes[0]}-{codes[1]}-{lang}.md", icon=":material/download:", on_click="ignore",
        key="changes-download",
    )  # fmt: skip
    slides = export(partial(changes_bytes, said, lang, stamp(date)), format="pptx", lang=lang)
    st.download_button(
        t(lang, "brief_open"), data=slides, mime=PICTURES["pptx"].mime, icon=":material/slideshow:", on_click="ignore",
        file_name=f"foip-atlas-changes-{codes[0]}-{codes[1]}-{lang}.pptx", key="changes-slides",
    )  # fmt: skip


def _show(atlas: Atlas, state: State, found: Changes, said: ChangeSheet) -> None:
    st.markdown(md(said.head))
    if not found:
        return
    with st.container(horizontal=True, key="stage", gap="small"):
        _map(atlas, state, found)
        if state.selected:
            panel(atlas, state, order=[item.initiative for item in found.items])
        else:
            _digest(found, state.lang)
    _lists(atlas, state, found, said)


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


def _numbers(found: Changes) -> dict[str, int]:
    """How many initiatives each list has; points that were only redrawn are no change of place."""
    placed = sum(any(not move.drawn for move in item.moves) for item in found.items)
    return {"added": len(found.added), "removed": len(found.removed), "moved": placed, "changed": len(found.edited)}


def _digest(found: Changes, lang: Lang) -> None:
    """How many of each kind, and which fields changed how often."""
    numbers = _numbers(found)
    with st.container(border=True, key="changes-digest"):
        lines = [f"| {_SIGNS[kind]} | {t(lang, f'changes_{kind}')} | **{numbers[kind]}** |" for kind in KINDS]
        st.markdown("\n".join(["| | | |", "|:-:|:--|--:|", *lines]))
        fields = Counter(edit.field for item in found.edited for edit in {e.field: e for e in item.edits}.values())
        if fields:
            st.markdown(f"### {t(lang, 'changes_fields')}")
            rows = [f"| {t(lang, f'field_{name}')} | {n} |" for name, n in fields.most_common()]
            st.markdown("\n".join(["| | |", "|:--|--:|", *rows]))


def _lists(atlas: Atlas, state: State, found: Changes, said: ChangeSheet) -> None:
    """Every list; what changed in wording only is folded away under what changed in substance."""
    known, numbers, lang = set(atlas.frame["initiative"]), _numbers(found), state.lang
    for kind in KINDS:
        if chosen := of_kind(said.lines, kind):
            with st.container(key=f"changes-{kind}"):
                st.markdown(f"### {_SIGNS[kind]} {t(lang, f'changes_{kind}')} :gray[{numbers[kind]}]")
                if substance := [line for line in chosen if not line.wording]:
                    st.markdown("\n".join(_table(substance, known, state)))
                if wording := [line for line in chosen if line.wording]:
                    n = len({line.initiative for line in wording})
                    with st.expander(f"{t(lang, 'changes_wording')} :gray[{n}]"):
                        st.markdown("\n".join(_table(wording, known, state)))


def _table(chosen: list[ChangeLine], known: set[str], state: State) -> Iterator[str]:
    heads = ("initiative", "what", "before", "after")
    yield f"| {' | '.join(t(state.lang, f'changes_{name}') for name in heads)} |"
    yield "|:--|:--|:--|:--|"
    last = None
    for line in chosen:
        title = "" if line.initiative and line.initiative == last else _title(line, known, state)
        last = line.initiative
        before, after = _marked(line)
        yield f"| {title} | {md(line.what)} | {before} | {after} |"


def _title(line: ChangeLine, known: set[str], state: State) -> str:
    if line.initiative not in known:
        return md(line.title)
    return f"[{md(line.title)}](<{full_address('initiative', {'lang': state.lang, 'id': line.initiative})}>)"


def _marked(line: ChangeLine) -> tuple[str, str]:
    """Both values; in running text what differs stands on a grey ground."""
    if not (line.wording or line.field == "milestones") or NONE in (line.before, line.after):
        return md(line.before), md(line.after)
    left, right = spans(line.before, line.after)
    return _ground(left), _ground(right)


def _ground(pieces: list[Span]) -> str:
    if not any(not piece.differs and len(piece.text) > 1 for piece in pieces):
        return md("".join(piece.text for piece in pieces))
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Span) -> str:
    text = piece.text
    core = md(text)
    if not core:
        return " "
    lead, trail = (" " if end.isspace() else "" for end in (text[0], text[-1]))
    return f"{lead}:gray-background[{core}]{trail}" if piece.differs else f"{lead}{core}{trail}"
