"""The choices about a slide, in the sidebar of the briefing page."""

from __future__ import annotations

from typing import Final, TypeVar, get_args

import streamlit as st

from atlas.countries import country_name
from atlas.vocab import LANGS, REGIONS, Lang
from atlas.words.i18n import language_name, t
from exporters.print.options import FRAMES, SIZES, Colours, Options, Style
from ui.data import Atlas
from ui.state import State

_STYLES: Final[tuple[Style, ...]] = ("boxes", "numbered", "symbols")
_PARTS: Final = ("legend", "key", "milestones", "qr")
_LONGEST: Final = 200
_Code = TypeVar("_Code", bound=str)


def settings(atlas: Atlas, state: State, usual: str) -> tuple[Options, tuple[Lang, ...]]:
    """All choices; returns the options and the languages."""
    lang = state.lang
    st.markdown(f"##### {t(lang, 'brief_settings')}")
    title = st.text_area(
        t(lang, "brief_title"), key="brief-title", height=68, max_chars=_LONGEST,
        placeholder=usual,
    )  # fmt: skip
    subtitle = st.text_input(t(lang, "brief_subtitle"), key="brief-subtitle", max_chars=_LONGEST)
    style: Style = _choice(lang, "style", _STYLES, "numbered")
    spoken = _choice(lang, "lang", (*LANGS, "both"), lang)
    size = st.pills(
        t(lang, "brief_size"), list(SIZES), default="slide-16x9", required=True, key=f"brief-size-{lang}",
        format_func=lambda code: t(lang, f"brief_{code}"),
    )  # fmt: skip
    frame = _frame(atlas, state)
    colours: Colours = _choice(lang, "colours", get_args(Colours), "light")
    hint = t(lang, "brief_marking_hint")
    marking = st.text_input(t(lang, "brief_marking"), key="brief-marking", max_chars=40, placeholder=hint)
    legend, key, milestones, qr = _parts(lang)
    langs = tuple(one for one in LANGS if spoken in (one, "both"))
    return Options(
        style, frame, str(size), 0, title, subtitle, marking, _date(lang), colours, legend, key, milestones, qr
    ), langs


def _choice(lang: Lang, name: str, codes: tuple[_Code, ...], default: _Code) -> _Code:
    chosen = st.segmented_control(
        t(lang, f"brief_{name}"), list(codes), default=default, required=True, key=f"brief-{name}-{lang}",
        format_func=lambda code: language_name(code) if code in LANGS else t(lang, f"brief_{name}_{code}"),
        width="stretch",
    )  # fmt: skip
    return next(code for code in codes if code == chosen)


def _frame(atlas: Atlas, state: State) -> str:
    lang = state.lang
    countries = sorted(atlas.index.allowed()["country"], key=lambda code: country_name(code, lang))
    codes = [*(["view"] if state.view else []), *FRAMES, *countries]
    chosen = st.selectbox(
        t(lang, "brief_frame"), codes, index=codes.index("auto"), key=f"brief-frame-{lang}",
        format_func=lambda code: _frame_name(code, lang), placeholder=t(lang, "brief_frame"),
    )  # fmt: skip
    return str(state.view) if chosen == "view" else str(chosen)


def _frame_name(code: str, lang: Lang) -> str:
    if code in REGIONS:
        return REGIONS[code].text(lang)
    named = code in ("auto", "indo-pacific", "world", "view")
    return t(lang, f"brief_frame_{code}") if named else country_name(code, lang)


def _parts(lang: Lang) -> list[bool]:
    st.markdown(t(lang, "brief_parts"))
    return [st.checkbox(t(lang, f"brief_{name}"), value=True, key=f"brief-{name}") for name in _PARTS]


def _date(lang: Lang) -> str:
    dated = st.checkbox(t(lang, "brief_date"), key="brief-dated")
    today = st.date_input(t(lang, "brief_date"), key="brief-date", label_visibility="collapsed") if dated else None
    st.caption(t(lang, "brief_always"))
    return today.isoformat() if today else ""
