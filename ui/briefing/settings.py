"""The choices about a slide: widgets in the sidebar of the briefing page, kept in its address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar

import streamlit as st

from atlas.countries import country_name
from atlas.text.folding import plain, seen
from atlas.vocab import LANGS, RECORD_LANGS, REGIONS, Lang
from atlas.words.i18n import language_name, t
from exporters.print.options import COLOURS, FRAMES, SIZES, Options, Style
from loaders.clock import today
from ui.address import one, put_one
from ui.data import Atlas
from ui.state import State, asked, by_hand, ignored, note_value, widget_key

_STYLES: Final[tuple[Style, ...]] = ("boxes", "numbered", "symbols")
_PARTS: Final = ("legend", "key", "milestones", "qr")
_LONGEST: Final = {"title": 200, "subtitle": 200, "marking": 40}
_Code = TypeVar("_Code", bound=str)


def settings(atlas: Atlas, state: State, usual: str) -> tuple[Options, tuple[Lang, ...]]:
    """All choices; returns the options and the languages."""
    lang = state.lang
    st.markdown(f"##### {t(lang, 'brief_settings')}")
    title = _text(lang, "title", st.text_area, height=68, placeholder=usual)
    subtitle = _text(lang, "subtitle", st.text_input)
    style = _choice(lang, "style", _STYLES, "numbered")
    spoken = _choice(lang, "langs", (*LANGS, "both"), lang)
    size = _choice(lang, "size", tuple(SIZES), "slide-16x9", st.pills)
    frame = _frame(atlas, state)
    colours = _choice(lang, "colours", COLOURS, "light")
    marking = _text(lang, "marking", st.text_input, placeholder=t(lang, "brief_marking_hint"))
    legend, key, milestones, qr = _parts(lang)
    langs = RECORD_LANGS if spoken == "both" else tuple(one for one in LANGS if one == spoken)
    return Options(
        style, frame, size, 0, title, subtitle, marking, _date(lang), colours, legend, key, milestones, qr
    ), langs


def _putting(name: str, key: str, usual: object = "") -> Callable[[], None]:
    """What puts a widget's value into the address, the usual one by leaving it out."""

    def act() -> None:
        value = st.session_state[key]
        note_value(f"brief-{name}", value)
        put_one(name, None if value == usual else seen(str(value)))

    return by_hand(key, act)


def _text(lang: Lang, name: str, widget: Callable[..., Any], **options: Any) -> str:
    """A line of the user's own."""
    value, most = one(name), _LONGEST[name]
    try:
        fit = len(plain(value)) <= most
    except ValueError:
        fit = False
    ignored(name, [] if fit else [value], lang)
    now = value if fit else ""
    key = widget_key(f"brief-{name}", lang, now)
    widget(t(lang, f"brief_{name}"), now, key=key, max_chars=most, on_change=_putting(name, key), **options)
    return now


def _choice(
    lang: Lang, name: str, codes: tuple[_Code, ...], usual: _Code, widget: Callable[..., Any] = st.segmented_control
) -> _Code:
    now = asked(name, codes, usual, lang)
    key = widget_key(f"brief-{name}", lang, now)
    widget(
        t(lang, f"brief_{name}"), list(codes), default=now, required=True, key=key,
        on_change=_putting(name, key, usual),
        format_func=lambda code: language_name(code) if code in LANGS else t(lang, f"brief_{name}_{code}"),
        width="content" if widget is st.pills else "stretch",
    )  # fmt: skip
    return now


def _frame(atlas: Atlas, state: State) -> str:
    lang = state.lang
    countries = sorted(atlas.index.allowed()["country"], key=lambda code: country_name(code, lang))
    codes = [*(["view"] if state.view else []), *FRAMES, *countries]
    now = asked("frame", codes, "auto", lang)
    key = widget_key("brief-frame", lang, now)
    st.selectbox(
        t(lang, "brief_frame"), codes, index=codes.index(now), key=key, on_change=_putting("frame", key, "auto"),
        format_func=lambda code: _frame_name(code, lang), placeholder=t(lang, "brief_frame"),
    )  # fmt: skip
    return str(state.view) if now == "view" else now


def _frame_name(code: str, lang: Lang) -> str:
    if code in REGIONS:
        return REGIONS[code].text(lang)
    named = code in ("auto", "indo-pacific", "world", "view")
    return t(lang, f"brief_frame_{code}") if named else country_name(code, lang)


def _parts(lang: Lang) -> list[bool]:
    """What of the page is drawn; the address names what is not."""
    st.markdown(t(lang, "brief_parts"))
    left_out = one("without").split(",") if one("without") else []
    ignored("without", [code for code in left_out if code not in _PARTS], lang)
    return [_part(lang, name, name not in left_out) for name in _PARTS]


def _part(lang: Lang, name: str, drawn: bool) -> bool:
    key = widget_key(f"brief-{name}", lang, drawn)

    def act() -> None:
        wanted = note_value(f"brief-{name}", bool(st.session_state[key]))
        others = {code for code in one("without").split(",") if code in _PARTS and code != name}
        put_one("without", ",".join(code for code in _PARTS if code in others or (code == name and not wanted)) or None)

    st.checkbox(t(lang, f"brief_{name}"), drawn, key=key, on_change=by_hand(key, act))
    return drawn


def _date(lang: Lang) -> str:
    """The day that the page bears, if it bears one."""
    value = one("date")
    day = _day(value)
    ignored("date", [value] if value and not day else [], lang)
    key = widget_key("brief-dated", lang, day is not None)

    def dated() -> None:
        note_value("brief-dated", bool(st.session_state[key]))
        put_one("date", today().isoformat() if st.session_state[key] else None)

    st.checkbox(t(lang, "brief_date"), day is not None, key=key, on_change=by_hand(key, dated))
    if day:
        picked = widget_key("brief-date", lang, day)
        st.date_input(t(lang, "brief_date"), day, key=picked, label_visibility="collapsed",
                      on_change=_putting("date", picked))  # fmt: skip
    st.caption(t(lang, "brief_always"))
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
