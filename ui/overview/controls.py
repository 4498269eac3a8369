"""What the overview's address asks for, and the widgets that say and change it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

import streamlit as st

from atlas.regional import months_before
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from ui.address import one
from ui.state import asked, buttons, putting, widget_key

MONTHS: Final = ("1", "3", "6", "12", "24")
_USUAL: Final = "12"
_FIRSTS: Final = 36


class Period(NamedTuple):
    """What counts as new: since a day, which is so many `months` ago or the first of a `month`."""

    since: date
    months: str | None
    month: str | None


def period_asked(today: date, lang: Lang) -> Period:
    """The period of the address: a month of the last three years, else so many months back."""
    if (month := asked("since", firsts(today), "", lang)) and not one("months"):
        return Period(date.fromisoformat(f"{month}-01"), None, month)
    months = asked("months", MONTHS, _USUAL, lang)
    return Period(months_before(today, int(months)), months, None)


def firsts(today: date) -> list[str]:
    """The last months, newest first."""
    return [months_before(today.replace(day=1), back).isoformat()[:7] for back in range(_FIRSTS)]


def choose_period(period: Period, today: date, lang: Lang) -> None:
    """Months back, or a month to begin with."""
    buttons("months", MONTHS, period.months, "overview", lang, "since")
    key = widget_key("overview-since", lang, period.month)
    options = firsts(today)
    st.selectbox(
        t(lang, "overview_since"), options, index=options.index(period.month) if period.month else None, key=key,
        format_func=lambda month: t(lang, "overview_since_month", month=date_text(month, lang)),
        label_visibility="collapsed", placeholder=t(lang, "overview_since"), width=170,
        on_change=putting("since", key, str, "months"),
    )  # fmt: skip


def switch(name: str, lang: Lang) -> None:
    """A parameter that is there or not."""
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=putting(name, key, lambda value: "1" if value else None))  # fmt: skip
