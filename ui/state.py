"""The URL is the state: language, filter, view and the chosen initiative are read from it and written to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self, TypeVar

import streamlit as st

from atlas.filter import FACETS, Filter, parse, shown
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.extract import BYS, By
from exporters.tables.columns import COLUMNS
from ui.address import one, put, put_one, query
from ui.data import Atlas
from ui.safe import md

OVERVIEW: Final = ("tab", "months", "since", "wide", "themes", "compare")
BRIEFING: Final = ("title", "subtitle", "style", "langs", "size", "frame", "colours", "marking", "without", "date")
_PAGES: Final = ("from", "to", "group", *OVERVIEW, *BRIEFING)  # what single pages hold
NAMES: Final = ("lang", *FACETS, "q", "basket", "view", "id", "by", "columns", *_PAGES)
_ROW: Final[By] = "initiatives"
_NAMED: Final = 8
Asked = TypeVar("Asked", bound=str)


@dataclass(frozen=True)
class State:
    """What the screen shows; `ignored` names what the URL asked for in vain.

    `by` and `columns` are the list's own: what a row is, and which columns it has (none: the usual ones). `basket` are
    the initiatives gathered for a briefing, in their order.
    """

    lang: Lang
    filter: Filter
    selected: str | None = None
    view: str | None = None
    ignored: list[str] = field(default_factory=list)
    by: By = _ROW
    columns: tuple[str, ...] = ()
    basket: tuple[str, ...] = ()

    def params(self) -> dict[str, str]:
        """The state as URL parameters."""
        extra = {"view": self.view, "id": self.selected, "columns": ",".join(self.columns)}
        extra |= {"basket": ",".join(self.basket)}
        extra |= {"by": self.by} if self.by != _ROW else {}
        return {"lang": self.lang} | self.filter.to_query() | {name: value for name, value in extra.items() if value}

    def with_filter(self, filter_: Filter) -> Self:
        """The same screen under another filter."""
        return replace(self, filter=filter_)


def read(atlas: Atlas) -> State:
    """The state that the URL asks for; what it does not know is ignored and named."""
    return state_of(atlas, query(), st.context.locale)


def state_of(atlas: Atlas, params: Mapping[str, list[str]], locale: str | None) -> State:
    """The state that URL parameters ask for, in a browser of some locale."""
    filter_, ignored = parse(params, atlas.index.allowed())
    ignored += [f"{shown(name)}=" for name in params if name not in NAMES]
    lang, selected, view = (params.get(name, [""])[-1] for name in ("lang", "id", "view"))
    if lang and lang not in LANGS:
        ignored.append(f"lang={shown(lang)}")
    initiative = selected.split("/")[0]
    known = bool(initiative) and bool((atlas.frame["initiative"] == initiative).any())
    if selected and not known:
        ignored.append(f"id={shown(selected)}")
    if view and not _is_view(view):
        ignored.append(f"view={shown(view)}")
    by, columns = _rows(params, ignored)
    basket = _basket(params, atlas, ignored)
    known_view = view if _is_view(view) else None
    chosen, spoken = initiative if known else None, _language(lang, locale)
    return State(spoken, filter_, chosen, known_view, ignored, by, columns, basket)


def _basket(params: Mapping[str, list[str]], atlas: Atlas, ignored: list[str]) -> tuple[str, ...]:
    """The initiatives that are gathered; adds those that the edition does not have to `ignored`."""
    asked = dict.fromkeys(code for value in params.get("basket", ()) for code in value.split(",") if code)
    ignored += [f"basket={shown(code)}" for code in asked if code not in atlas.index.members["ids"]]
    return tuple(code for code in asked if code in atlas.index.members["ids"])


def _rows(params: Mapping[str, list[str]], ignored: list[str]) -> tuple[By, tuple[str, ...]]:
    """What a row of the list is, and its columns; adds what is not known to `ignored`."""
    by = params.get("by", [""])[-1]
    asked = dict.fromkeys(code for value in params.get("columns", ()) for code in value.split(",") if code)
    ignored += [f"by={shown(by)}"] if by and by not in BYS else []
    ignored += [f"columns={shown(code)}" for code in asked if code not in COLUMNS]
    return next((one for one in BYS if one == by), _ROW), tuple(code for code in asked if code in COLUMNS)


def language() -> Lang:
    """The URL's language, else the browser's, else English."""
    return _language(one("lang"), st.context.locale)


def _language(asked: str | None, locale: str | None) -> Lang:
    browsers: list[Lang] = [lang for lang in LANGS if (locale or "").lower().startswith(lang)]
    return next((lang for lang in LANGS if lang == asked), next(iter(browsers), "en"))


def asked(name: str, known: Iterable[Asked], usual: Asked, lang: Lang) -> Asked:
    """What the address asks a page for; what the page does not know is named and the usual taken."""
    value = one(name)
    found = next((code for code in known if code == value), None)
    ignored(name, [value] if value and found is None else [], lang)
    return usual if found is None else found


def ignored(name: str, values: Sequence[str], lang: Lang) -> None:
    """Name what a parameter asks for in vain."""
    if said := " ".join(f"{name}={shown(value)}" for value in values[:_NAMED]):
        st.warning(t(lang, "unknown", values=md(said)), icon=":material/info:")


def write(state: State) -> None:
    """Put a state into the URL: one step in the browser's history; what is compared stays."""
    kept: dict[str, str | list[str]] = {name: values for name, values in query().items() if name in _PAGES}
    put(kept | state.params())


def beside(state: State, *codes: str) -> dict[str, str]:
    """The parameters of the overview that compares these, under the same filter but for places."""
    here = state.with_filter(state.filter.without("country").without("region"))
    return replace(here, selected=None, view=None).params() | {"tab": "compare"} | (
        {"compare": ",".join(codes)} if codes else {})  # fmt: skip


def _is_view(text: str) -> bool:
    try:
        lat, lon, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return False
    return abs(lat) <= 85 and abs(lon) <= 360 and 0 <= zoom <= 12


def note_value(name: str, value: object = None) -> Any:
    """What a widget is known to have written; with a value, that it has written this."""
    seen = st.session_state[f"_{name}"]
    if value is not None:
        seen["value"] = value
    return seen["value"]


def widget_key(name: str, lang: Lang, value: object) -> str:
    """A key that is new whenever the URL says what the widget did not write: values are never pushed into it."""
    seen = st.session_state.setdefault(f"_{name}", {"n": 0, "value": None, "lang": lang})
    if seen["value"] != value or seen["lang"] != lang:
        seen.update(n=seen["n"] + 1, value=value, lang=lang)
    return f"{name}-{seen['n']}"


def by_hand(key: str, act: Callable[[], None]) -> Callable[[], None]:
    """Act for the newest widget of a name alone: a browser may still send the value of one that Back has replaced."""
    name, _, n = key.rpartition("-")
    return lambda: act() if st.session_state[f"_{name}"]["n"] == int(n) else None


def buttons(name: str, known: Sequence[str], now: str | None, page: str, lang: Lang, instead: str = "") -> None:
    """Values side by side, one pressed and in the address; `instead` is the parameter whose place it takes.

    Their words are the page's: `overview_tab_gaps`.
    """
    key = widget_key(f"{page}-{name}", lang, now)
    st.segmented_control(
        t(lang, f"{page}_{name}"), known, default=now, key=key, required=now is not None,
        label_visibility="collapsed", format_func=lambda code: t(lang, f"{page}_{name}_{code}"),
        on_change=putting(name, key, str, instead),
    )  # fmt: skip


def putting(name: str, key: str, said: Callable[[Any], str | None], instead: str = "") -> Callable[[], None]:
    """What puts a widget's value into the address."""

    def act() -> None:
        value = st.session_state[key]
        if instead:
            put_one(instead, None)
        put_one(name, None if value is None else said(value))

    return by_hand(key, act)
