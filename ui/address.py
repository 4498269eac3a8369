"""The page's address: as Streamlit knows it, and as the front end has changed it since without asking the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import streamlit as st

Query = dict[str, list[str]]
_TOLD: Final = "_address"


class _Told(NamedTuple):
    """What the front end said, and what Streamlit knew then: it holds until Streamlit learns something else."""

    query: Query
    known: Query
    page: str


def query() -> Query:
    """The parameters of the address, each with its values."""
    known, told = _known(), st.session_state.get(_TOLD)
    if told and (told.known, told.page) == (known, _page()):
        return told.query  # type: ignore[no-any-return]
    st.session_state.pop(_TOLD, None)  # or it would hold again when Streamlit comes back to that address
    return known


def one(name: str) -> str:
    """The last value of a parameter, empty without."""
    return query().get(name, [""])[-1]


def put(params: Mapping[str, str | list[str]]) -> None:
    """Make these the parameters of the address: one step in the browser's history."""
    st.query_params.from_dict(params)
    st.session_state.pop(_TOLD, None)


def put_one(name: str, value: str | None) -> None:
    """Change a parameter, or take it away, and leave the others."""
    new = query() | ({name: [value]} if value is not None else {})
    put({key: values for key, values in new.items() if value is not None or key != name})


def told(search: str) -> None:
    """The front end has changed the address: `search` is what stands behind its `?`."""
    st.session_state[_TOLD] = _Told(parse_qs(search.removeprefix("?")), _known(), _page())


def full_address(page: str, params: Mapping[str, str]) -> str:
    """The full address of a page of this atlas (`""` is the map), as the browser sees the server."""
    here = urlsplit(st.context.url or "")
    folder = here.path.rsplit("/", 1)[0] if here.path.count("/") else ""
    return urlunsplit((here.scheme, here.netloc, f"{folder}/{page}", urlencode(params, safe=",/"), ""))


def _known() -> Query:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _page() -> str:
    return urlsplit(st.context.url or "").path
