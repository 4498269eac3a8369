"""What the overview's address asks for, and the widgets that say and change it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

import streamlit as st

from atlas.errors import DataError
from atlas.regional import months_before
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from loaders.editions.released import released
from ui.address import one
from ui.data import data_folder
from ui.state import asked, buttons, putting, widget_key

MONTHS: Final = ("1", "3", "6", "12", "24")
_USUAL: Final = "12"
_FIRSTS: Final = 36
_DAY: Final = 10  # characters of a day's date


class Period(NamedTuple):
    """What counts as new: since a day, so many `months` ago, an edition's or the first of a month (`first`)."""

    since: date
    months: str | None
    first: str | None


def period_asked(today: date, lang: Lang) -> Period:
    """The period of the address: since an edition or a month of the last three years, else so many months back."""
    if (first := asked("since", firsts(today), "", lang)) and not one("months"):
        return Period(date.fromisoformat(f"{first}-01"[:10]), None, first)
    months = asked("months", MONTHS, _USUAL, lang)
    return Period(months_before(today, int(months)), months, None)


def firsts(today: date) -> list[str]:
    """The days of released editions, as of which briefings were made, then the last months, newest first."""
    try:
        days = {entry.date for entry in released(data_folder()).values() if entry.date <= today.isoformat()}
    except DataError:
        days = set()
    months = [months_before(today.replace(day=1), back).isoformat()[:7] for back in range(_FIRSTS)]
    return [*sorted(days, reverse=True), *months]


def choose_period(period: Period, today: date, lang: Lang) -> None:
    """Months back, or an edition or month to begin with."""
    buttons("months", MONTHS, period.months, "overview", lang, "since")
    key = widget_key("overview-since", lang, period.first)
    options = firsts(today)
    st.selectbox(
        t(lang, "overview_since"), options, index=options.index(period.first) if period.first else None, key=key,
        format_func=lambda first: t(lang, "overview_since_month" if len(first) < _DAY else "overview_since_edition",
                                    month=date_text(first, lang)),
        label_visibility="collapsed", placeholder=t(lang, "overview_since"), width=220,
        on_change=putting("since", key, str, "months"),
    )  # fmt: skip


def switch(name: str, lang: Lang) -> None:
    """A parameter that is there or not."""
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=putting(name, key, lambda value: "1" if value else None))  # fmt: skip
