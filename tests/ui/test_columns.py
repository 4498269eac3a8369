"""What the columns of a list mean, on the import page: shown, chosen by hand, kept for the next list of the session."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.lists.formats.columns import column_of
from tests.ui.conftest import Open
from ui.imports.columns import OFFERED, field_label, give_back, own_columns
from ui.jobs.list_memory import Kept

FOREIGN = "Land,Vorhaben,Ort,Summe\nFiji,Hafen,Suva,5\n"
OWN = {"land": "country", "vorhaben": "title", "ort": "place"}


def _upload(at: AppTest, text: str) -> AppTest:
    at.get("file_uploader")[0].upload("list.csv", text.encode(), "text/csv")  # type: ignore[union-attr]
    return at.run()


def _kept(at: AppTest) -> Kept:
    found = at.session_state["list-kept"]
    assert isinstance(found, Kept)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_a_header_that_is_not_understood_is_shown_and_can_be_chosen(open_page: Open, lang: Lang) -> None:
    at = _upload(open_page("pages/import.py", lang=lang), FOREIGN)
    (error,) = at.error
    assert "Vorhaben" in error.value
    (table,) = at.dataframe
    assert list(table.value["name"]) == ["Land", "Vorhaben", "Ort", "Summe"]
    assert list(table.value["example"]) == ["Fiji", "Hafen", "Suva", "5"]
    assert set(table.value["field"]) == {t(lang, "import_columns_none")}
    assert at.button(key="import-columns-read").disabled

    at.session_state["list-columns"] = dict(OWN)
    at.run()
    assert not at.exception and not at.error
    (entry,) = _kept(at).entries
    assert entry.line.placement.outcome == "placed" and entry.title["en"] == "Hafen"


def test_what_was_chosen_holds_for_the_list_on_screen_and_the_next(open_page: Open) -> None:
    at = _upload(open_page("pages/import.py", lang="en"), "Country,Title,Spot\nFiji,Pier,Suva\n")
    assert _kept(at).entries[0].line.placement.outcome == "country"
    at.session_state["list-columns"], at.session_state["list-columns-changed"] = {"spot": "place"}, True
    at.run()
    assert not at.exception and _kept(at).entries[0].line.placement.outcome == "placed"
    at.button(key="import-another").click().run()
    at = _upload(at, "Country,Title,Spot\nTonga,Pier,Nuku'alofa\n")
    assert _kept(at).entries[0].line.placement.outcome == "placed"


@pytest.mark.parametrize("lang", LANGS)
def test_every_meaning_has_a_name_of_its_own_that_a_header_may_have(lang: Lang) -> None:
    names = [field_label(field, lang) for field in OFFERED]
    assert len(set(names)) == len(names)
    assert [name for name in names if not column_of(name)] == []


def test_what_the_browser_has_kept_comes_back_as_far_as_there_are_such_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    give_back({"Land": "country", "vorhaben": "title", "Ort": "__class__", "Summe": 5})
    assert own_columns() == {"land": "country", "vorhaben": "title"}
    give_back(["country"])
    assert own_columns() == {}
