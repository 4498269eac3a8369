"""The table page: the rows of the filter, in words, and the way to the record, the map and the files."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from atlas import vocab
from atlas.countries import is_country
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.formats import FORMATS
from exporters.tables.columns import header
from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import parts, record, texts

PAGE = "pages/table.py"
WISH = {"focus": "3", "region": "pacific"}
FOUND = catalogue.sites({name: [code] for name, code in WISH.items()})
CODES = {*vocab.REGIONS, *vocab.THEMES, *vocab.INSTRUMENTS, *vocab.PRECISIONS, *vocab.BASES, *vocab.STATUSES} - {"ai"}


def _frame(at: AppTest) -> pd.DataFrame:
    (table,) = at.dataframe
    return table.value


def _labels(at: AppTest) -> dict[str, str]:
    config: dict[str, dict[str, Any]] = json.loads(at.dataframe[0].proto.columns)
    return {name: str(one.get("label")) for name, one in config.items()}


def _places(at: AppTest) -> AppTest:
    by: Any = at.get("button_group")[0]
    return by.set_value("sites").run()  # type: ignore[no-any-return]


@pytest.mark.parametrize("lang", LANGS)
def test_it_stands_in_both_languages(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, **WISH)
    assert not at.exception and not at.error and not at.warning
    assert parts(at) >= {"table", "downloads", "foot"}
    other: Lang = "en" if lang == "ja" else "ja"
    assert t(lang, "downloads") in texts(at) and t(other, "downloads") not in texts(at)


@pytest.mark.parametrize("lang", LANGS)
def test_rows_are_the_initiatives_of_the_filter_in_words(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, **WISH)
    found, labels = _frame(at), _labels(at)
    ids = {site["properties"]["initiative"] for site in FOUND}
    assert sorted(found["title"]) == sorted(catalogue.title(id_, lang) for id_ in ids)
    assert [labels[str(key)] for key in found] == [header(str(key), lang) for key in found]
    cells = {str(cell) for cell in found.to_numpy().ravel()}
    assert not cells & CODES and not {cell for cell in cells if is_country(cell)}


def test_rows_can_be_places(open_page: Open) -> None:
    at = _places(open_page(PAGE, lang="en", **WISH))
    assert not at.exception and len(_frame(at)) == len(FOUND)


def test_columns_can_be_chosen(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", **WISH)
    columns: Any = at.get("button_group")[1]
    at = columns.set_value(["summary", "title"]).run()
    assert list(_frame(at)) == ["title", "summary"]


def test_the_chosen_initiative_is_marked_and_open(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", id="palau-airport", **WISH)
    assert record(at) is not None
    chosen = json.loads(at.dataframe[0].proto.selection_default)["selection"]["cells"]
    assert [_frame(at)["title"].iloc[row] for row, _ in chosen] == [catalogue.title("palau-airport", "en")]


def test_one_outside_the_filter_is_open_but_not_marked(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", id="jet-programme", **WISH)
    assert record(at) is not None
    assert json.loads(at.dataframe[0].proto.selection_default)["selection"]["cells"] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_for_every_format(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, **WISH)
    assert [button.proto.label for button in at.get("download_button")] == [one.name for one in FORMATS.values()]


def test_nothing_found(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", q="nothing at all like this")
    assert not at.exception and len(_frame(at)) == 0 and "meant" not in [button.key for button in at.button]


def test_what_was_meant_is_one_click_away(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", q="Ponpei")
    at.button(key="meant").click().run()
    assert not at.exception and len(_frame(at)) == catalogue.initiatives(catalogue.sites({}, "Pohnpei")) > 0


def test_rows_and_columns_of_a_link_open_the_same_table(open_page: Open) -> None:
    at = _places(open_page(PAGE, lang="en", **WISH))
    columns: Any = at.get("button_group")[1]
    at = columns.set_value(["title", "countries", "note"]).run()
    link = {name: "".join(value) for name, value in at.query_params.items()}
    assert link == {"lang": "en", **WISH, "by": "sites", "columns": "title,countries,note"}
    at = open_page(PAGE, **link)
    assert not at.exception and not at.warning
    assert list(_frame(at)) == ["title", "countries", "note"] and len(_frame(at)) == len(FOUND)


def test_rows_and_columns_that_do_not_exist_are_named(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", by="people", columns="title,shoe-size")
    assert list(_frame(at)) == ["title"]
    assert all(text in at.warning[0].value.replace("\\", "") for text in ("by=people", "columns=shoe-size"))
