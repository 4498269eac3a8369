"""Ask for a document, or for a draft that was saved: which it is, its content tells."""

from __future__ import annotations

import re
from typing import Any, Final

import streamlit as st

from adapters.streamlit import drop, session
from atlas.compare.values import printable
from atlas.countries import COUNTRIES, country_name
from atlas.errors import AtlasError
from atlas.vocab import RECORD_LANGS, Lang
from atlas.words.i18n import language_name, t
from exporters.jobs.worker_process import TooMuchError, WorkError
from loaders.intake.draft import Draft
from loaders.intake.draftfile import read_draft
from loaders.intake.drafting import draft_of
from loaders.lists.remark import ListError
from ui.imports.tabs import tabs
from ui.intake.session import at_work, folder, keep, uploads
from ui.jobs.fair_queue import BusyError
from ui.jobs.queues import queues
from ui.safe import given_name, md
from ui.state import State

_DATE: Final = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_DRAFT: Final = re.compile(rb"\s*\{")  # no document that is read begins so


def start(state: State) -> None:
    """The whole form; what comes of it is the session's draft."""
    lang = state.lang
    with st.container(key="intake-start", width=880):
        tabs("pages/intake.py", state)
        st.markdown(f"## {t(lang, 'intake_start')}")
        st.markdown(t(lang, "intake_lead"))
        queues().lists.ready()
        given = st.file_uploader(t(lang, "intake_upload"), key=f"intake-uploader-{uploads()}")
        st.caption(t(lang, "intake_private"))
        if given is not None and _DRAFT.match(given.getvalue()[:64]):
            _take(given, lang, lambda: at_work(read_draft, given.getvalue()))
            return
        asked = _asked(lang)
        ready = given is not None and asked is not None
        pressed = st.button(t(lang, "intake_read"), key="intake-read", type="primary", disabled=not ready)
        if pressed and given is not None and asked is not None:
            with st.spinner(t(lang, "intake_reading")):
                _take(given, lang, lambda: _drafted(given, asked))


def _asked(lang: Lang) -> dict[str, Any] | None:
    """What the visitor knows of the document; None while a date is none."""
    with st.container(key="intake-known", gap="small"):
        told = {"": t(lang, "intake_language_auto")} | {str(one): language_name(one) for one in RECORD_LANGS}
        spoken = st.radio(t(lang, "intake_language"), list(told), format_func=told.__getitem__, horizontal=True,
                          key=f"intake-language-{lang}")  # fmt: skip
        countries = sorted(COUNTRIES, key=lambda code: country_name(code, lang))
        parties = st.multiselect(t(lang, "intake_parties"), countries, key=f"intake-parties-{lang}",
                                 format_func=lambda code: country_name(code, lang),
                                 placeholder=t(lang, "intake_parties_none"))  # fmt: skip
        title = st.text_input(t(lang, "intake_given_title"), key="intake-title", max_chars=300)
        day = st.text_input(t(lang, "intake_given_date"), key="intake-date", max_chars=10).strip()
    if day and not _DATE.fullmatch(day):
        st.error(t(lang, "intake_bad_date"), icon=":material/error:")
        return None
    return {"lang": spoken or None, "parties": tuple(parties), "title": printable(title).strip(), "date": day}


def _drafted(given: Any, asked: dict[str, Any]) -> Draft:
    """The draft of a document, with what the visitor knows of it; raises ListError, WorkError or BusyError."""
    name = given_name(given.name)
    found: Draft = at_work(draft_of, given.getvalue(), name, asked["lang"], asked["parties"], folder())
    source = found.source
    told = {"title": source.title.model_copy(update={source.language: asked["title"]})} if asked["title"] else {}
    told |= {"date": asked["date"]} if asked["date"] else {}
    return found.model_copy(update={"source": source.model_copy(update=told)})


def _take(given: Any, lang: Lang, make: Any) -> None:
    try:
        draft = make()
    except (AtlasError, WorkError) as error:
        name = md(given_name(given.name))
        st.error(f"{t(lang, 'intake_failed', name=name)} {md(why(error, lang))}", icon=":material/error:")
        return
    if not draft.items:
        st.error(t(lang, "intake_no_items"), icon=":material/error:")
        return
    drop(session(), given.file_id)
    keep(draft)
    st.rerun()


def why(error: Exception, lang: Lang) -> str:
    """The sentence about what could not be done."""
    if isinstance(error, ListError):
        return error.said.text(lang)
    if isinstance(error, TooMuchError):
        return t(lang, f"import_took_{error.what}")
    return t(lang, "import_busy" if isinstance(error, BusyError) else "intake_lost")
