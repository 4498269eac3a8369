"""What the overview's address asks for, and the widgets that say and change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import streamlit as st

from atlas.filter import shown
from atlas.regional import months_before
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from ui.address import one, put_one
from ui.safe import md
from ui.state import widget_key

MONTHS: Final = ("1", "3", "6", "12", "24")
_USUAL: Final = "12"
_FIRSTS: Final = 36
_NAMED: Final = 8


class Period(NamedTuple):
    """What counts as new: since a day, which is so many `months` ago or the first of a `month`."""

    since: date
    months: str | None
    month: str | None


def period_asked(today: date, lang: Lang) -> Period:
    """The period of the address: a month of the last three years, else so many months back."""
    if (month := asked("since", ("", *firsts(today)), lang)) and not one("months"):
        return Period(date.fromisoformat(f"{month}-01"), None, month)
    months = asked("months", MONTHS, lang, _USUAL)
    return Period(months_before(today, int(months)), months, None)


def firsts(today: date) -> list[str]:
    """The last months, newest first."""
    return [months_before(today.replace(day=1), back).isoformat()[:7] for back in range(_FIRSTS)]


def choose_period(period: Period, today: date, lang: Lang) -> None:
    """Months back, or a month to begin with."""
    choice("months", MONTHS, period.months, lang, "since")
    key = widget_key("overview-since", lang, period.month)
    options = firsts(today)
    st.selectbox(
        t(lang, "overview_since"), options, index=options.index(period.month) if period.month else None, key=key,
        format_func=lambda month: t(lang, "overview_since_month", month=date_text(month, lang)),
        label_visibility="collapsed", placeholder=t(lang, "overview_since"), width=170,
        on_change=_put("since", key, str, "months"),
    )  # fmt: skip


def asked(name: str, known: tuple[str, ...], lang: Lang, usual: str = "") -> str:
    """The value of a parameter, one of those that are known; another is named and the usual one taken."""
    value = one(name)
    ignored(name, [value] if value and value not in known else [], lang)
    return value if value in known and value else usual or known[0]


def ignored(name: str, values: Sequence[str], lang: Lang) -> None:
    """Name what a parameter asks for in vain."""
    if said := " ".join(f"{name}={shown(value)}" for value in values[:_NAMED]):
        st.warning(t(lang, "unknown", values=md(said)), icon=":material/info:")


def choice(name: str, known: tuple[str, ...], now: str | None, lang: Lang, instead: str = "") -> None:
    """One of several values side by side; `instead` is the parameter whose place it takes."""
    key = widget_key(f"overview-{name}", lang, now)
    st.segmented_control(
        t(lang, f"overview_{name}"), known, default=now, key=key, required=now is not None,
        label_visibility="collapsed", format_func=lambda one: t(lang, f"overview_{name}_{one}"),
        on_change=_put(name, key, str, instead),
    )  # fmt: skip


def switch(name: str, lang: Lang) -> None:
    """A parameter that is there or not."""
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=_put(name, key, lambda value: "1" if value else None))  # fmt: skip


def _put(name: str, key: str, said: Callable[[Any], str | None], instead: str = "") -> Callable[[], None]:
    def act() -> None:
        value = st.session_state[key]
        if instead:
            put_one(instead, None)
        put_one(name, None if value is None else said(value))

    return act
