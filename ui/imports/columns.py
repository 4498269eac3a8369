"""What the columns of a list mean: as its header was understood, and as the visitor says; kept for the session."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.lists.formats.columns import key_of
from loaders.lists.formats.headers import ListColumn
from loaders.lists.remark import ListError

_COLUMNS: Final = "list-columns"
_CHANGED: Final = "list-columns-changed"
_MOST: Final = 200  # columns that are kept
_TABLE: Final = ["name", "field", "example"]
OFFERED: Final = (
    "title", "title_en", "country", "region", "area", "place", "lat", "lon", "coordinates", "precision", "date",
    "status", "amount", "currency", "focus", "themes", "instruments", "partners", "summary", "summary_en", "source",
    "note", "id",
)  # fmt: skip
_WORDS: Final = {
    "": "import_columns_none", "title": "import_cell_title",
    "region": "region", "precision": "precision", "coordinates": "import_position",
}  # fmt: skip
_SHOWN_AS: Final = {"title_ja": "title", "summary_ja": "summary", "place_ja": "place", "place_en": "place",
                    "exactness": "precision"}  # fmt: skip


def own_columns() -> dict[str, str]:
    """The fields that the visitor gave to columns, by the key of their name; empty for a column not to be used."""
    return dict(st.session_state.get(_COLUMNS, {}))


def give_back(columns: object) -> None:
    """The fields as the visitor's browser has kept them, as far as there are such fields."""
    known = columns.items() if isinstance(columns, dict) else ()
    fields = {key_of(str(name)): field for name, field in known if field in ("", *OFFERED)}
    st.session_state[_COLUMNS] = dict(list(fields.items())[:_MOST])


def columns_told(error: ListError) -> list[ListColumn]:
    """The columns of a list whose header was not understood."""
    told = json.loads(str(error.said.values["told"]))
    return [ListColumn(name, "", example) for name, example in zip(told["names"], told["examples"], strict=True)]


def changed() -> bool:
    """Whether they were changed since this was asked."""
    return bool(st.session_state.pop(_CHANGED, False))


@st.fragment
def choose_columns(columns: Sequence[ListColumn], lang: Lang) -> None:
    """A table of the columns, each with a choice of what it means."""
    labels = {field: field_label(field, lang) for field in ("", *OFFERED)}
    now = [labels.get(_SHOWN_AS.get(one.field, one.field), labels[""]) for one in columns]
    st.caption(t(lang, "import_columns_lead"))
    table = st.data_editor(
        pd.DataFrame([(one.name, label, one.example) for one, label in zip(columns, now, strict=True)], columns=_TABLE),
        hide_index=True, disabled=["name", "example"], row_height=31, height=min(360, 36 + 31 * len(columns)),
        key=f"columns-{lang}-{'-'.join(key_of(one.name) for one in columns)[:200]}",
        column_config={
            "name": st.column_config.TextColumn(t(lang, "import_columns_name"), width=150),
            "field": st.column_config.SelectboxColumn(
                t(lang, "import_columns_field"), options=list(labels.values()), required=True, width=150
            ),
            "example": st.column_config.TextColumn(t(lang, "import_columns_example"), width=200),
        },
    )  # fmt: skip
    fields = {label: field for field, label in labels.items()}
    chosen = {
        key_of(one.name): fields[label]
        for one, before, label in zip(columns, now, table["field"], strict=True)
        if label != before
    }
    if st.button(t(lang, "import_columns_read"), key="import-columns-read", type="primary", disabled=not chosen):
        _mean(chosen)
        st.rerun()


def field_label(field: str, lang: Lang) -> str:
    """What a field is called on the page."""
    name = _SHOWN_AS.get(field, field)
    return t(lang, _WORDS.get(name, f"import_column_{name}"))


def _mean(columns: Mapping[str, str]) -> None:
    st.session_state[_COLUMNS] = own_columns() | dict(columns)
    st.session_state[_CHANGED] = True
