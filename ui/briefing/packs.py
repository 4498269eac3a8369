"""Packs on the briefing page: asked for here, made in their turn, with the place in the line and the progress shown."""

from __future__ import annotations

import time
from functools import partial
from typing import Final, NamedTuple

import streamlit as st

from adapters.streamlit import session
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.packs import BYS, PACKS, By, chapters, pack_bytes
from exporters.print.pictures import PICTURES, Snapshot
from ui import log
from ui.jobs.fair_queue import BusyError, Ticket
from ui.jobs.queues import PATIENCE, absence, queues, trouble
from ui.safe import md

_KINDS: Final = {kind: PICTURES[kind][:2] if kind in PICTURES else ("ZIP (PNG)", "application/zip") for kind in PACKS}
_LOOK: Final = 0.6  # seconds between two looks at a ticket


class Looks:
    """When somebody last looked at a pack; nobody for a long time, or no visitor, and it is given up."""

    def __init__(self, own: str) -> None:
        self.last, self._absent = time.monotonic(), absence(own)

    def over(self) -> bool:
        """Whether nobody waits any more."""
        return self._absent() or time.monotonic() - self.last > PATIENCE


class Order(NamedTuple):
    """A pack that this session asked for."""

    ticket: Ticket
    looks: Looks
    name: str
    kind: str


def pack(lang: Lang, snapshot: Snapshot) -> None:
    """Choose, wait for it or give it up, save."""
    st.divider()
    st.markdown(f"##### {t(lang, 'brief_pack')}")
    st.caption(t(lang, "brief_pack_hint"))
    by = st.selectbox(
        t(lang, "brief_pack_by"), ["region-focus", "region", "country", "focus"], key=f"pack-by-{lang}",
        format_func=lambda code: t(lang, f"brief_by_{code}"),
    )  # fmt: skip
    kind = st.selectbox(t(lang, "brief_pack_format"), PACKS, key="pack-kind", format_func=lambda code: _KINDS[code][0])
    by = next(code for code in BYS if code == by)
    number = len(chapters(snapshot.extract, by, lang)) * len(snapshot.langs)
    if st.button(t(lang, "brief_pack_make", n=number), key="pack-make", icon=":material/library_add:", width="stretch",
                 disabled=not number):  # fmt: skip
        _ask(snapshot, by, kind)
    if (order := _order()) and order.ticket.open:
        _wait(lang, order)
    elif order and not order.ticket.dropped:
        _offer(lang, order)


def _order() -> Order | None:
    found = st.session_state.get("pack")
    return found if isinstance(found, Order) else None


def _ask(snapshot: Snapshot, by: By, kind: str) -> None:
    """Stand in line; what was asked for before is given up."""
    _drop()
    name = snapshot.file_name(kind).replace("foip-atlas", f"foip-atlas-{by}", 1)
    looks = Looks(session())
    try:
        ticket = queues().packs.ask(partial(pack_bytes, snapshot, by, kind), session(), looks.over)
    except BusyError as error:
        st.error(t(snapshot.langs[0], trouble(error)), icon=":material/error:")
        return
    st.session_state["pack"] = Order(ticket, looks, name, kind)
    log.event("export", format=f"pack-{kind}", lang=snapshot.langs[0], features=len(snapshot.extract.sites))


def _drop() -> None:
    if order := _order():
        order.ticket.dropped = True


@st.fragment(run_every=_LOOK)
def _wait(lang: Lang, order: Order) -> None:
    """How long the line is, or how far the work; the rest of the page stays free."""
    ticket, order.looks.last = order.ticket, time.monotonic()
    ahead = queues().packs.ahead(ticket)
    if not ticket.open:
        st.rerun()
    if ahead:
        text = t(lang, "brief_pack_line", n=ahead)
    elif ticket.doing:
        text = t(lang, "brief_pack_doing", share=f"{ticket.share:.0%}", doing=md(ticket.doing))
    else:
        text = t(lang, "brief_pack_begin")
    st.progress(min(ticket.share, 1.0), text)
    st.button(t(lang, "brief_pack_stop"), key="pack-stop", width="stretch", on_click=_drop)


def _offer(lang: Lang, order: Order) -> None:
    data = order.ticket.data
    if data is None:
        st.error(t(lang, trouble(order.ticket.error)), icon=":material/error:")
        return
    st.success(t(lang, "brief_pack_done", name=md(order.name)), icon=":material/check_circle:")
    st.download_button(
        t(lang, "brief_pack_save"), data=lambda: data, file_name=order.name, mime=_KINDS[order.kind][1],
        key="pack-save", on_click="ignore", width="stretch", type="primary",
    )  # fmt: skip
