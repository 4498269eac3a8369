"""What a visitor brought is kept in the visitor's own browser too: it comes back, or the page says that it is lost."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from adapters.streamlit import session
from atlas.vocab import Lang
from atlas.words.i18n import keys, spoken
from ui.imports.columns import give_back, own_columns
from ui.imports.session import kept, settle
from ui.intake.preview import drawn

_KEY: Final = "brought"
_PAGES: Final = {"import": "pages/import.py", "intake": "pages/intake.py"}
_MOUNT: Final = st.components.v2.component(
    "foip-atlas.brought", js="brought/mount.js", css="brought/brought.css", isolate_styles=False
)


def remember(lang: Lang, *, asks: bool = False) -> None:
    """Tell the browser what this session has of the visitor's; `asks` when the page takes a list, so also one again."""
    found, draft = kept(), drawn()
    own = found and {
        "name": found.name,
        "digest": found.digest,
        "choices": {str(row): one for row, one in found.choices.items()},
    }
    words = spoken(lang, [key for key in keys() if key.startswith("brought_")])
    data = {"session": session(), "list": own, "columns": own_columns(), "asks": asks, "words": words,
            "draft": draft and draft.document.title.text(lang)}  # fmt: skip
    heard = _MOUNT(
        key=_KEY, data=data, on_choices_change=_choose, on_go_change=lambda: None,
        on_columns_change=lambda: give_back(st.session_state[_KEY].columns),
    )  # fmt: skip
    if heard.go in _PAGES:
        st.switch_page(_PAGES[heard.go], query_params={"lang": lang})


def _choose() -> None:
    """What was chosen before the connection was lost, as far as the list that came back has such candidates."""
    asked, found = st.session_state[_KEY].choices, kept()
    if found is None or not isinstance(asked, dict) or not isinstance(asked.get(found.digest), dict):
        return
    wanted: dict[Any, Any] = asked[found.digest]
    chosen = {}
    for line in (entry.line for entry in found.entries):
        index = wanted.get(str(line.number))
        if isinstance(index, int) and 0 <= index < len(line.placement.candidates):
            chosen[line.number] = index
    settle(chosen)
