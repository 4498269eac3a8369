"""The map in words: what it shows at the moment, by region and place, for those who read or hear it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.index import Mask
from atlas.palette import FOCUS_SIGN
from atlas.words.i18n import t
from atlas.words.phrases import place_text
from ui.data import Atlas
from ui.safe import md
from ui.state import State


def in_words(atlas: Atlas, state: State, mask: Mask) -> None:
    """A text that opens: every place of the map with its initiatives."""
    if not mask.any():
        return
    lang = state.lang
    with st.container(key="in-words"):
        more = st.expander(t(lang, "in_words"), key="words", on_change="rerun")
        if more.open:
            with more:
                st.markdown("\n".join(_lines(atlas.frame[mask], state)))


def _lines(sites: pd.DataFrame, state: State) -> list[str]:
    lines = []
    for region, label in vocab.REGIONS.items():
        here = sites[sites["region"] == region]
        if not here.empty:
            lines.append(f"- **{md(label.text(state.lang))}** :gray[{here['initiative'].nunique()}]")
            lines += _places(here, state)
    return lines


def _places(sites: pd.DataFrame, state: State) -> list[str]:
    lang, colon = state.lang, "：" if state.lang == "ja" else ": "
    found: dict[str, list[str]] = {}
    for row in sites.to_dict("records"):
        precision = vocab.PRECISIONS[row["precision"]].text(lang)
        text = f"{FOCUS_SIGN[row['focus_area']]} {row[f'title_{lang}']}"
        found.setdefault(f"{place_text(row, lang)} [{precision}]", []).append(text)
    between = "／" if lang == "ja" else "; "
    texts = {place: between.join(dict.fromkeys(titles)) for place, titles in sorted(found.items())}
    return [f"    - {md(place)}{colon}{md(text)}" for place, text in texts.items()]
