"""The import page's stage: the rows, one row in full with its candidates, and the map."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from string import ascii_uppercase
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import streamlit as st

from adapters.streamlit_folium import draw
from atlas.countries import country_name
from atlas.geo.bounds import Bounds, bounds_of
from atlas.vocab import PRECISIONS, Lang, text_of
from atlas.words.i18n import t
from loaders.lists.entries import ListEntry
from loaders.lists.output.report import how_text, reason_text
from loaders.lists.placing.placement import OUTCOMES
from maps.own import SHOWN, Option, bounds_of_options, drawn_options, own_sites
from maps.world import Scene, visible, world_map
from ui.assets import publish
from ui.data import Atlas
from ui.imports.session import click, marks, point_at, renew, row, shown
from ui.jobs.list_memory import Kept
from ui.map.view import HEIGHT
from ui.state import State

KEY: Final = "import-map"
FILTER: Final = "list-outcome"
_MANY: Final = 80  # beyond it the atlas's own are shown on demand: two crowds hide each other
_LONGEST: Final = 300  # characters of a cell; the row in full stands beside the table
_WIDTHS: Final = {"row": 46, "outcome": 88, "title": 150, "country": 96, "place": 104, "precision": 104, "why": 460}


def outcomes(found: Kept, lang: Lang) -> None:
    """A button for each way in which rows ended, with its count."""
    counts, now = found.counts(), st.session_state.get(FILTER)
    with st.container(horizontal=True, key="import-outcomes", gap="xsmall"):
        for code in (None, *OUTCOMES):
            label = capital(t(lang, f"import_outcome_{code}" if code else "import_all"))
            number = counts[code] if code else len(found.entries)
            st.button(
                f"{label} :gray[{number}]", key=f"outcome-{code or 'all'}", disabled=not number,
                type="primary" if code == now else "secondary", on_click=partial(_filter, code),
            )  # fmt: skip


def _filter(code: str | None) -> None:
    st.session_state[FILTER] = code
    renew()


def capital(text: str) -> str:
    """Words at the head of a line."""
    return text[:1].upper() + text[1:]


def table(found: Kept, lang: Lang) -> None:
    """The rows; choosing one shows it in full."""
    entries = shown(found.entries, st.session_state.get(FILTER))
    numbers = [entry.line.number for entry in entries]
    key = f"list-rows-{lang}-{found.digest}-{marks()}"
    chosen = [index for index, number in enumerate(numbers) if number == row()]
    with st.container(key="import-table", height=330, border=False):
        st.dataframe(
            pd.DataFrame([_cells(entry, lang) for entry in entries], columns=list(_WIDTHS), dtype=object),
            hide_index=True, height="stretch", row_height=31, key=key, placeholder="",
            alt=t(lang, "import_table_alt", n=len(entries)),
            column_config={name: _column(name, lang) for name in _WIDTHS},
            on_select=partial(_picked, key, numbers), selection_mode="single-row",
            selection_default={"selection": {"rows": chosen}},
        )  # fmt: skip


def _column(name: str, lang: Lang) -> Any:
    label = {"title": "cell_title", "country": "cell_country", "place": "cell_place"}.get(name, name)
    if name == "precision":
        return st.column_config.TextColumn(t(lang, "precision"), width=_WIDTHS[name])
    if name == "row":
        return st.column_config.NumberColumn(t(lang, f"import_{label}"), width=_WIDTHS[name], format="%d")
    return st.column_config.TextColumn(t(lang, f"import_{label}"), width=_WIDTHS[name])


def _cells(entry: ListEntry, lang: Lang) -> list[object]:
    placement, values = entry.line.placement, entry.line.values
    title = entry.title.get(lang) or next(iter(entry.title.values()), "")
    written = values.get("country") or values.get("region", "")
    country = country_name(placement.country, lang) if placement.country else written
    place = text_of(values, "place", lang) or values.get("place") or values.get("coordinates", "")
    spot = placement.spot
    exact = PRECISIONS[spot.precision].text(lang) if spot and placement.outcome == "placed" else ""
    result = capital(t(lang, f"import_outcome_{placement.outcome}"))
    why = reason_text(entry, lang) or how_text(entry, lang)
    return [entry.line.number, *(cell[:_LONGEST] for cell in (result, title, country, place, exact, why))]


def _picked(key: str, numbers: list[int]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    point_at(numbers[rows[0]] if rows and rows[0] < len(numbers) else None)


def options_of(entry: ListEntry | None, lang: Lang) -> list[Option]:
    """The candidates of a row with their letters."""
    spots = entry.line.placement.candidates if entry else ()
    names = [(spot.name_ja if lang == "ja" else spot.name_en) for spot in spots]
    return [
        Option(letter, (name or (country_name(spot.country, lang) if spot.country else ""))[:40], spot.lon, spot.lat)
        for letter, name, spot in zip(ascii_uppercase, names, spots, strict=False)
    ]


def stage_map(atlas: Atlas, state: State, found: Kept) -> None:
    """The map with the list beside the atlas, framed on the row that is looked at, else on the whole list."""
    lang, assets, entry = state.lang, publish(atlas), found.entry(row())
    placed = found.frame[found.frame.geometry.notna()]
    options = options_of(entry, lang)
    beside = bool(st.session_state.setdefault("list-beside", len(placed) <= _MANY))
    mask = (atlas.frame["precision"] != "region").to_numpy() & beside  # boxes of regions are no places near to others
    scene = Scene(
        assets.features[lang], assets.land, entry.initiative if entry else None, t(lang, "map_failed"),
        _bounds(found, entry, options, atlas.context), coast=assets.coast,
        own={"sites": _sites(atlas, found, placed, lang), "options": drawn_options(options)},
    )  # fmt: skip
    with st.container(key="map"):
        draw(world_map(), visible(mask, scene), KEY, HEIGHT, lambda: click(st.session_state.get(KEY), found))
        with st.container(horizontal=True, key="import-map-note", gap="small"):
            st.caption(t(lang, "import_map_note", shown=min(len(placed), SHOWN)), width="content")
            st.space("stretch")
            st.checkbox(t(lang, "import_beside"), key="list-beside", width="content")


def _sites(atlas: Atlas, found: Kept, placed: gpd.GeoDataFrame, lang: Lang) -> str:
    drawn = found.opened().drawn
    if lang not in drawn:
        hows = {one.id: how_text(one, lang) for one in found.entries}
        drawn[lang] = own_sites(placed, hows, lang, atlas.context)
    return drawn[lang]


def _bounds(
    found: Kept, entry: ListEntry | None, options: list[Option], context: Mapping[str, Mapping[str, Any]]
) -> Bounds | None:
    if entry and entry.line.placement.spot is None and options:
        return bounds_of_options(options)
    if entry and entry.line.placement.spot:
        return bounds_of(found.frame.loc[[entry.id]], context)
    return bounds_of(found.frame, context)
