"""What the lists say of each site: worked out once an edition and language, so that a rerun only picks."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from atlas.index import Mask
from atlas.progress.status import progress, progress_text
from atlas.vocab import Lang
from atlas.words.phrases import join
from maps.symbols import form_of
from ui.data import Atlas

_PLACES: Final = 4
_KEPT: Final = 6
_REMEMBERED: Final = 5000


class Rows(NamedTuple):
    """One entry a site, in the order of the frame; texts are plain, in one language.

    `said` remembers what was said of some sites of an initiative at the end of a year: lists say the same to everyone.
    """

    ids: list[str]
    symbols: list[str]
    titles: list[str]
    places: list[str]
    focus: NDArray[np.int64]
    said: dict[tuple[int | str | None, ...], str]


@st.cache_resource(show_spinner=False, max_entries=_KEPT, hash_funcs={Atlas: lambda atlas: atlas.key})
def rows(atlas: Atlas, lang: Lang) -> Rows:
    """The rows of an edition in a language; shared by all users, so not to be written to."""
    frame = atlas.frame
    signs = zip(frame["focus_area"], frame["precision"], strict=True)
    return Rows(
        [str(id_) for id_ in frame["initiative"]],
        [f"focus{focus}-{form_of(precision)}" for focus, precision in signs],
        [str(title) for title in frame[f"title_{lang}"]],
        [str(place) for place in frame[f"place_{lang}"]],
        frame["focus_area"].to_numpy(),
        {},
    )


def first_of(atlas: Atlas, mask: Mask, most: int) -> tuple[list[list[int]], int]:
    """The sites of the first initiatives of a mask, as row numbers by initiative; and how many there are in all."""
    numbers = atlas.index.initiative
    found = np.unique(numbers[mask])  # numbered in the order of the frame
    last = found[min(most, found.size) - 1] if found.size else -1
    groups: dict[int, list[int]] = {}
    for row in np.flatnonzero(mask & (numbers <= last)):
        groups.setdefault(int(numbers[row]), []).append(int(row))
    return list(groups.values()), int(found.size)


def said(all_: Rows, atlas: Atlas, lang: Lang, group: list[int], until: str | None) -> str:
    """The progress of an initiative by some of its sites, as row numbers."""
    key = (until, *group)
    if key not in all_.said:
        if len(all_.said) > _REMEMBERED:
            all_.said.clear()
        all_.said[key] = progress_text(progress(atlas.frame.iloc[group].to_dict("records"), lang, until), lang)
    return all_.said[key]


def entry(all_: Rows, group: list[int], lang: Lang) -> tuple[str, str, str]:
    """An initiative's line in a list: its symbol, its title, and where it is by the sites that are shown."""
    places = list(dict.fromkeys(all_.places[row] for row in group))
    more = f" +{len(places) - _PLACES}" if len(places) > _PLACES else ""
    return all_.symbols[group[0]], all_.titles[group[0]], join(places[:_PLACES], lang) + more
