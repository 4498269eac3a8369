"""A draft on the map before anything is accepted: its entries beside the atlas's own, marked as a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from adapters.streamlit_folium import draw
from atlas.geo.bounds import bounds_of
from atlas.records import Document
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.clock import today
from loaders.intake.draft import Draft
from loaders.intake.preview import DraftPreview, preview
from maps.own import SHOWN, own_sites
from maps.world import Scene, visible, world_map
from ui.assets import publish
from ui.data import Atlas
from ui.intake.session import at_work, folder
from ui.map.view import HEIGHT
from ui.state import State

_KEY: Final = "intake-map"
_SHOWN: Final = "intake-preview-shown"
_DRAWN: Final = "intake-preview-drawn"


@dataclass(frozen=True)
class DraftOnMap:
    """What a draft would add, and the document that it comes from."""

    key: str
    digest: str
    found: DraftPreview

    @property
    def document(self) -> Document:
        """The draft's own document."""
        return self.found.documents[self.key]


def drawn() -> DraftOnMap | None:
    """The draft that was last put on the map in this session."""
    found = st.session_state.get(_DRAWN)
    return found if isinstance(found, DraftOnMap) else None


def put(draft: Draft) -> None:
    """Put a draft on the map."""
    found = at_work(preview, draft, folder(), today())
    st.session_state[_DRAWN] = DraftOnMap(draft.source.key, draft.source.sha256[:12], found)
    st.session_state[_SHOWN] = True


def drop() -> None:
    """Forget it, here and for the briefing."""
    st.session_state.pop(_DRAWN, None)
    st.session_state.pop(_SHOWN, None)


def _back() -> None:
    st.session_state[_SHOWN] = False


def on_map(atlas: Atlas, state: State) -> None:
    """The map with the draft, in the place of the review, until one goes back."""
    found, lang = drawn(), state.lang
    if found is None or not st.session_state.get(_SHOWN):
        return
    frame = found.found.frame
    placed = frame[frame.geometry.notna()]
    with st.container(key="intake-preview"):
        with st.container(horizontal=True, vertical_alignment="center", key="intake-preview-head", gap="small"):
            st.button(t(lang, "intake_back"), key="intake-back", icon=":material/arrow_back:", on_click=_back)
            st.markdown(f"**{t(lang, 'intake_marking')}**", width="content")
            number = frame["initiative"].nunique()
            st.caption(t(lang, "intake_on_map", n=number, shown=min(len(placed), SHOWN)), width="content")
            st.space("stretch")
            st.page_link("pages/briefing.py", label=t(lang, "page_briefing"), icon=":material/slideshow:",
                         query_params={"lang": lang})  # fmt: skip
        _map(atlas, found.found, lang)


def _map(atlas: Atlas, found: DraftPreview, lang: Lang) -> None:
    assets, frame = publish(atlas), found.frame
    placed = frame[frame.geometry.notna()]
    hows = {str(key): t(lang, "intake_marking") for key in placed["initiative"]}
    scene = Scene(
        assets.features[lang], assets.land, None, t(lang, "map_failed"), bounds_of(frame, atlas.context),
        coast=assets.coast, own={"sites": own_sites(placed, hows, lang, atlas.context), "options": []},
    )  # fmt: skip
    with st.container(key="map"):
        nothing = (atlas.frame["precision"] == "").to_numpy()  # the draft alone: two crowds hide each other
        draw(world_map(), visible(nothing, scene), _KEY, HEIGHT, lambda: None)
