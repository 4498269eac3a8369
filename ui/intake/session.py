"""A document on its way in, in this session: read in a process with limits; nothing of it ever reaches a file."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from adapters.streamlit import session
from exporters.jobs.worker_process import Progress
from loaders.catalogue.reader import GAZETTEER
from loaders.intake.draft import Draft
from loaders.intake.draftfile import MAX_BYTES, read_draft
from loaders.intake.finding import find_places
from loaders.lists.opening import DATA
from loaders.lists.remark import DocumentError
from ui.data import data_folder
from ui.jobs.queues import PAPERS, absence, queues, wait

KEY: Final = "intake-review"
_KEPT: Final = "intake-kept"
_ASKED: Final = "intake-asked"
_UPLOADS: Final = "intake-uploads"


@dataclass(frozen=True)
class Asked:
    """What the review in the browser asks the server for; `n` is its number, by which it knows the answer."""

    what: str
    n: str
    values: dict[str, Any]


def kept() -> tuple[str, dict[str, Any]] | None:
    """The draft that was made or loaded in this session, with a name for the browser to know it by."""
    found = st.session_state.get(_KEPT)
    return found if isinstance(found, tuple) else None


def keep(draft: Draft) -> None:
    """Give a draft to the browser; another one that lies there makes way."""
    number = uploads() + 1
    st.session_state[_UPLOADS] = number
    st.session_state[_KEPT] = (f"{session()}-{number}", draft.model_dump(mode="json"))


def forget() -> None:
    """Drop the draft."""
    st.session_state.pop(_KEPT, None)


def uploads() -> int:
    """How many drafts there were: each has an uploader of its own."""
    return int(st.session_state.get(_UPLOADS, 0))


def hear() -> None:
    """Take note of what the browser asks for; the page's run answers."""
    found = st.session_state.get(KEY)
    if found and isinstance(found.ask, dict):
        values = {str(name): value for name, value in found.ask.items()}
        asked = Asked(str(values.pop("what", "")), str(values.pop("n", "")), values)
        st.session_state[_ASKED] = asked


def asked() -> Asked | None:
    """What the browser asks for, once."""
    found = st.session_state.pop(_ASKED, None)
    return found if isinstance(found, Asked) else None


def at_work(work: Any, *given: Any) -> Any:
    """Run something in a process of its own, with the limits of documents, in the session's turn."""
    own = session()
    return wait(queues().lists.ask(partial(_alone, partial(work, *given)), own, absence(own), PAPERS))


def _alone(work: Any, progress: Progress) -> Any:
    return work()


def unpacked(value: object) -> bytes:
    """The draft's file as the browser sends it: packed, so that it fits into a message. Raises DocumentError."""
    try:
        packed = base64.b64decode(str(value), validate=True)
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        found = opened.decompress(packed, MAX_BYTES)
    except (ValueError, zlib.error):
        raise DocumentError("draft_none") from None
    if not opened.eof:
        raise DocumentError("draft_large", mb=MAX_BYTES // 1_000_000)
    return found


def folder() -> Path:
    """Where gazetteer and catalogue lie: beside the edition, the project's own where that has none."""
    own = data_folder()
    return own if (own / GAZETTEER).is_file() else DATA


def found_places(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The places that the review searches for."""
    countries = [str(code) for code in values.get("countries") or ()][:20]
    spots = at_work(find_places, str(values.get("name", ""))[:120], countries, folder())
    return [spot.model_dump(mode="json") for spot in spots]


def sent_draft(values: dict[str, Any]) -> Draft:
    """The draft that the browser sends with what it asks; raises DocumentError."""
    return read_draft(unpacked(values.get("draft")))
