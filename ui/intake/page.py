"""The page of a new document: the form that asks for it, and the review, which lives in the visitor's browser."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Final

import streamlit as st

from atlas.errors import AtlasError
from atlas.vocab import Lang
from exporters.jobs.worker_process import WorkError
from loaders.clock import today
from loaders.intake.accepting.packed import taken_away
from ui.assets import publish
from ui.data import Atlas
from ui.intake.names import names, words
from ui.intake.preview import drop, on_map, put
from ui.intake.session import KEY, Asked, asked, at_work, folder, forget, found_places, hear, kept, sent_draft
from ui.intake.start import start, why
from ui.state import State

_STYLE: Final = Path(__file__).with_name("start.css")
_MOUNT: Final = st.components.v2.component(
    "foip-atlas.intake", js="intake/mount.js", css="intake/intake.css", isolate_styles=False
)


def intake_page(atlas: Atlas, state: State) -> None:
    """The whole page between header and foot."""
    st.html(_STYLE)
    wanted = asked()
    if wanted and wanted.what == "close":
        forget()
        drop()
    answer = _answer(wanted, state.lang) if wanted else None
    on_map(atlas, state)
    if kept() is None:
        start(state)
    _review(atlas, state, answer)


def _review(atlas: Atlas, state: State, answer: dict[str, Any] | None) -> None:
    """The review's part; it shows a draft of this session, or the one that lies in the browser from before a reload."""
    token, draft = kept() or ("", None)
    data = {"lang": state.lang, "words": words(state.lang), "names": names(atlas, state.lang), "draft": draft,
            "token": token, "answer": answer, "land": publish(atlas).land}  # fmt: skip
    _MOUNT(key=KEY, data=data, on_ask_change=hear)


def _answer(wanted: Asked, lang: Lang) -> dict[str, Any]:
    """What the browser is told of what it asked for."""
    told: dict[str, Any] = {"n": wanted.n, "what": wanted.what}
    try:
        return told | _done(wanted)
    except (AtlasError, WorkError) as error:
        return told | {"error": why(error, lang)}


def _done(wanted: Asked) -> dict[str, Any]:
    match wanted.what:
        case "find":
            return {"spots": found_places(wanted.values)}
        case "preview":
            put(sent_draft(wanted.values))
        case "zip":
            draft = sent_draft(wanted.values)
            data, left = at_work(taken_away, draft, folder(), today())
            return {"name": f"{draft.source.key}.zip", "data": base64.b64encode(data).decode(), "left": left}
    return {}
