"""What the review's browser is told beside the draft: names, points, the gazetteer, what the atlas has."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

import streamlit as st

from atlas import vocab
from atlas.countries import COUNTRIES, country_name, search_names
from atlas.progress.milestones import Row, told
from atlas.progress.status import step_text
from atlas.vocab import RECORD_LANGS, Label, Lang, text_of
from atlas.words.i18n import keys, spoken, t
from atlas.words.phrases import short_names
from loaders.catalogue.reader import GAZETTEER
from loaders.lists.placing.world import read_places
from ui.data import Atlas
from ui.intake.session import folder

_PREFIX: Final = "intake_"
_SORTS: Final[Mapping[str, Mapping[str, Label]]] = {
    "theme": vocab.THEMES, "instrument": vocab.INSTRUMENTS, "status": vocab.STATUSES, "role": vocab.ROLES,
    "region": vocab.REGIONS, "precision": vocab.PRECISIONS,
    "reason": vocab.NOT_INITIATIVE,
}  # fmt: skip
_SAID: Final = ("country", "region", "partner", "theme", "instrument")  # what is added by name
_POINTS: Final = ("site", "city", "admin1")


def words(lang: Lang) -> dict[str, Any]:
    """The words of the review in a language."""
    return spoken(lang, [key for key in keys() if key.startswith(_PREFIX)])


@st.cache_data(show_spinner=False, max_entries=4, hash_funcs={Atlas: lambda atlas: atlas.key})
def names(atlas: Atlas, lang: Lang) -> dict[str, Any]:
    """Names of every code, where countries and places of the gazetteer lie, and the initiatives of an edition."""
    sorts = {sort: {code: name.text(lang) for code, name in known.items()} for sort, known in _SORTS.items()}
    sorts["country"] = {code: country_name(code, lang) for code in COUNTRIES}
    sorts["partner"] = {code: name.text(lang) for code, name in atlas.organisations.items()}
    focus = {str(code): t(lang, f"map_focus_{code}") for code in vocab.FOCUS_AREAS}
    points = {code: [entry["lon"], entry["lat"]] for code, entry in atlas.context.items()}
    return {
        **sorts, "focus": focus, "points": points, "also": {sort: _also(atlas, sort) for sort in _SAID},
        "gazetteer": _gazetteer(), "known": _known(atlas, lang),
    }  # fmt: skip


def _also(atlas: Atlas, sort: str) -> dict[str, list[str]]:
    if sort == "country":
        return {code: list(search_names(code)) for code in COUNTRIES}
    known = _SORTS.get(sort) or atlas.organisations
    return {code: [name.text(lang) for lang in RECORD_LANGS] for code, name in known.items()}


def _gazetteer() -> list[dict[str, Any]]:
    """The points of the gazetteer; countries, regions and way-points are no places to choose."""
    return [
        {"key": key, "ja": place.name.ja, "en": place.name.en, "country": place.country, "lon": place.lon,
         "lat": place.lat, "precision": place.precision}
        for key, place in read_places(folder() / GAZETTEER).items()
        if place.country and place.precision in _POINTS
    ]  # fmt: skip


def _known(atlas: Atlas, lang: Lang) -> dict[str, dict[str, Any]]:
    rows: list[Row] = atlas.frame.drop(columns="geometry").to_dict("records")
    short = short_names(atlas.documents, lang)
    groups = ((str(key), list(found)) for key, found in groupby(rows, key=lambda row: row["initiative"]))
    return {key: _initiative(found, short, lang) for key, found in groups}


def _initiative(sites: list[Row], short: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    one = sites[0]
    mentions = (mention.partition(":") for mention in one["mentions"])
    countries = dict.fromkeys(code for site in sites for code in (site["country"], *site["countries"]) if code)
    return {
        "title": text_of(one, "title", lang), "focus": one["focus_area"], "countries": list(countries),
        "where": " ".join(f"{short.get(document, document)} {code}" for document, _, code in mentions),
        "partners": list(one["partners"]), "themes": list(one["themes"]), "instruments": list(one["instruments"]),
        "steps": [step_text(found.step, lang) for found in told(sites, lang)],
    }  # fmt: skip
