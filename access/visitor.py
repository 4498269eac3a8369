"""Who is looking at a page, from within its script."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from access.rules import Rules, rules


class Visitor(NamedTuple):
    """`user` is what the provider or the proxy calls somebody; None where nobody is asked, or nobody is known."""

    user: str | None
    editor: bool
    comes_in: bool


def visitor() -> Visitor:
    """Whoever runs this script."""
    known = rules()
    user = _user(known)
    return Visitor(user, known.edits(user), known.lets_in(user))


def _user(known: Rules) -> str | None:
    match known.way:
        case "oidc":
            return str(st.user.get(known.name) or "") or None if st.user.is_logged_in else None
        case "proxy":
            return st.context.headers.get(known.name) or None  # the gate has looked at who says so
        case _:
            return None
