"""The fact sheet of the country or region that the page is about, whatever else is filtered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import streamlit as st

from atlas.filter import Filter
from atlas.regional import Subject
from atlas.words.i18n import t
from exporters.extract import file_name
from exporters.formats import PAPER
from exporters.print.first_page import fact_file
from ui.briefing.picture import home
from ui.data import Atlas
from ui.jobs.queues import ordered
from ui.state import State


def fact_files(atlas: Atlas, state: State, about: Subject) -> None:
    """A heading with the files under it."""
    lang, every = state.lang, np.ones(atlas.index.size, dtype=np.bool_)

    def make(kind: str) -> Callable[[], bytes]:
        return partial(fact_file, atlas.extract(every, Filter(), lang), atlas.base, about.code, kind, home())

    st.markdown(f"**{t(lang, f'fact_sheet_{about.facet}')}** :gray[{t(lang, 'fact_whole')}]")
    with st.container(horizontal=True, gap="xsmall", key="region-fact"):
        for kind, mime in PAPER.items():
            st.download_button(
                t(lang, f"fact_{kind}"), mime=mime, key=f"region-fact-{kind}", on_click="ignore",
                data=ordered(partial(make, kind), format=kind, lang=lang, features=atlas.index.size),
                file_name=file_name(about.narrow(Filter()), f"_factsheet_{lang}.{kind}", *atlas.id),
            )  # fmt: skip
