"""One row of a list in full: what it says, what became of it and why, and the candidates to choose from."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from atlas.vocab import PRECISIONS, Lang
from atlas.words.i18n import t
from atlas.words.phrases import join
from loaders.lists.entries import ListEntry
from loaders.lists.output.report import how_text, reason_text
from loaders.lists.placing.placement import PossiblePlace
from ui.imports.columns import field_label
from ui.imports.content import FILTER, capital, options_of
from ui.imports.session import OPEN, look_at, row, settle, undo
from ui.jobs.list_memory import Kept
from ui.safe import md

_FIELDS: Final = (
    "title_ja", "title_en", "title", "country", "region", "area", "place_ja", "place_en", "place", "lat", "lon",
    "coordinates", "precision", "exactness", "focus", "themes", "instruments", "partners", "status", "date", "amount",
    "currency", "note",
)  # fmt: skip
_LONGEST: Final = 500


def detail(found: Kept, lang: Lang) -> None:
    """The row that is looked at, or how to look at one."""
    entry = found.entry(row())
    with st.container(border=True, key="import-detail"):
        if entry is None:
            st.caption(t(lang, "import_pick"))
            _next(found, None, lang)
            return
        placement = entry.line.placement
        with st.container(horizontal=True, vertical_alignment="center", key="import-detail-head", gap="small"):
            st.markdown(f"**{t(lang, 'import_detail', row=entry.line.number)}**", width="content")
            st.badge(capital(t(lang, f"import_outcome_{placement.outcome}")), color="gray")
            st.space("stretch")
            _next(found, entry.line.number, lang)
        for text in filter(None, (how_text(entry, lang), reason_text(entry, lang))):
            st.markdown(md(text))
        if placement.candidates:
            _candidates(found, entry, lang)
        elif entry.line.number in found.choices:
            _undo(entry, lang)
        _written(entry, lang)


def _written(entry: ListEntry, lang: Lang) -> None:
    """What the list has in this row."""
    colon = "：" if lang == "ja" else ": "
    lines = [
        f"{field_label(name, lang)}{colon}{md(_short(entry.line.values[name]))}{_sum(entry, name)}"
        for name in _FIELDS
        if entry.line.values.get(name)
    ]
    st.caption(f"**{t(lang, 'import_written')}**  \n" + "  \n".join(lines))


def _sum(entry: ListEntry, name: str) -> str:
    """The amount as it was read, beside what is written."""
    if name != "amount" or not (entry.amount and entry.currency):
        return ""
    return f" ({entry.amount:,.15g} {entry.currency})"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _candidates(found: Kept, entry: ListEntry, lang: Lang) -> None:
    placement, number = entry.line.placement, entry.line.number
    options, key = options_of(entry, lang), f"candidate-{number}"
    if key not in st.session_state:
        st.session_state[key] = found.choices.get(number, 0)
    letters = join([one.letter for one in options], lang)
    st.radio(
        t(lang, "import_candidates", letters=letters), list(range(len(options))), key=key,
        format_func=[f"{one.letter}　{md(one.text)}" for one in options].__getitem__,
        captions=[md(_about(spot, lang)) for spot in placement.candidates],
    )  # fmt: skip
    with st.container(horizontal=True, gap="small", key="import-choice"):
        swap = placement.outcome == "swap"
        st.button(
            t(lang, "import_accept" if swap else "import_use"), key="import-use", type="primary",
            icon=":material/check:", on_click=partial(_use, number, key),
        )  # fmt: skip
        if number in found.choices:
            _undo(entry, lang)


def _about(spot: PossiblePlace, lang: Lang) -> str:
    """How precise a candidate is, where, and who says so."""
    exact = PRECISIONS[spot.precision].text(lang)
    if spot.precision == "country":
        return exact
    source = t(lang, "import_coordinates") if spot.source == "coordinates" else spot.source
    return f"{exact}　{spot.lat:.4f}, {spot.lon:.4f}　{source}"


def _undo(entry: ListEntry, lang: Lang) -> None:
    number = entry.line.number
    st.button(t(lang, "import_undo"), key="import-undo", icon=":material/undo:", on_click=partial(undo, number))


def _use(number: int, key: str) -> None:
    settle({number: int(st.session_state[key])})


def _next(found: Kept, number: int | None, lang: Lang) -> None:
    """The way to the next row that waits for a person."""
    chosen = st.session_state.get(FILTER)
    waiting = [one for one in found.entries if one.line.placement.outcome in OPEN and one.line.number != number]
    alike = [one for one in waiting if one.line.placement.outcome == chosen] or waiting
    numbers = [one.line.number for one in alike]
    if numbers:
        after = next((one for one in numbers if one > (number or 0)), numbers[0])
        st.button(
            f"{t(lang, 'import_next')} :gray[{len(waiting)}]", key="import-next", icon=":material/arrow_forward:",
            on_click=partial(_go, found, after),
        )  # fmt: skip


def _go(found: Kept, number: int) -> None:
    """Look at a row among those that wait as it does, so that it stands in sight."""
    look_at(number)
    entry = found.entry(number)
    st.session_state[FILTER] = entry.line.placement.outcome if entry else None
