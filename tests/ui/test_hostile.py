"""Any text in the data is literal on every page, in both languages: no markup, no exception."""

from __future__ import annotations

import json
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from hypothesis import given, strategies
from streamlit.testing.v1 import AppTest

from atlas import vocab
from atlas.text.folding import seen
from atlas.vocab import Lang
from tests import catalogue, hostile
from tests.strategies import few, texts
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import literal, recorded
from tests.ui.reading import texts as said
from ui.safe import md

VICTIM = "palau-airport"
NAMES = ("title", "summary", "place", "note", "focus_area_reason")
VIEWS: dict[str, dict[str, str]] = {
    "app.py": {"id": VICTIM, "country": "PLW"}, "pages/about.py": {}, "pages/initiative.py": {"id": VICTIM},
    "pages/overview.py": {"country": "PLW", "tab": "amounts", "id": VICTIM},
    "pages/regions.py": {"country": "PLW"}, "pages/table.py": {"country": "PLW", "id": VICTIM},
    "pages/changes.py": {}, "pages/briefing.py": {"country": "PLW"}, "pages/import.py": {},
    "pages/intake.py": {},
}  # fmt: skip
RECORDED = ("app.py", "pages/initiative.py", "pages/table.py")
TELLING = ("app.py", "pages/about.py", "pages/initiative.py", "pages/regions.py", "pages/table.py", "pages/changes.py")


def _write(folder: Path, words: list[str]) -> dict[str, str]:
    """Hostile words in a record, in the sources and in the names of partners; returns those of the record."""
    more = cycle(words)
    collection = json.loads((catalogue.DATA / "initiatives.geojson").read_text("utf-8"))
    spoken = {f"{name}_{lang}": next(more) for name in NAMES for lang in vocab.LANGS}
    for feature in collection["features"]:
        row: dict[str, Any] = feature["properties"]
        if row["initiative"] == VICTIM:
            row.update(spoken, focus_area_basis="inferred", partners=["evil"])
            for step in row["milestones"]:
                step["note_ja"] = step["note_en"] = next(more)
    (folder / "initiatives.geojson").write_text(json.dumps(collection), "utf-8")
    _write_sources(folder, more)
    shutil.copytree(catalogue.DATA / "editions", folder / "editions", dirs_exist_ok=True)  # to compare with
    st.cache_resource.clear()
    return spoken


def _write_sources(folder: Path, more: Any) -> None:
    def evil() -> dict[str, str]:
        return {"ja": next(more), "en": next(more)}

    sources = {
        key: one | {"title": evil(), "publisher": evil(),
                    "outline": {code: {"heading": evil(), "label": evil()} for code in one.get("outline", {})}}
        for key, one in catalogue.SOURCES.items()
    }  # fmt: skip
    (folder / "documents.yml").write_text(json.dumps(sources, ensure_ascii=False), "utf-8")
    names = catalogue.ORGANISATIONS | {"evil": evil()}
    (folder / "organisations.yml").write_text(json.dumps(names, ensure_ascii=False), "utf-8")


def _sound(text: str) -> bool:
    """What the sources' own reader takes: no control character, not blank."""
    return text.isprintable() and bool(text.strip()) and seen(text) == text


WORDS = strategies.lists(texts().filter(_sound), min_size=20, max_size=20, unique=True)


def test_every_page_is_visited() -> None:
    assert set(VIEWS) == set(PAGES)


@given(words=WORDS, lang=strategies.sampled_from(vocab.LANGS))
@few(2)
def test_words_are_literal_on_every_page(open_page: Open, data_copy: Path, words: list[str], lang: Lang) -> None:
    spoken = _write(data_copy, words)
    title = spoken[f"title_{lang}"]
    for page, asked in VIEWS.items():
        at = open_page(page, lang=lang, **asked)
        assert not at.exception and not at.error, page
        assert hostile.EVALUATED not in _shown(at)
        if page in TELLING:
            assert md(title) in said(at) or title in (*_cells(at), *recorded(at).split("\n")), page
        if page in RECORDED:
            assert all(spoken[f"{name}_{lang}"] in recorded(at) for name in NAMES), page


def _shown(at: AppTest) -> str:
    return literal(said(at)) + "\n".join(_cells(at))


def _cells(at: AppTest) -> set[str]:
    return {str(cell) for table in at.dataframe for cell in pd.DataFrame(table.value).to_numpy().ravel()}


@given(text=texts())
@few(150)
def test_markdown_says_any_text_as_it_stands(text: str) -> None:
    written = md(text)
    assert literal(written) == " ".join(text.split()).replace("\u2060", "")
    assert "▲" not in literal(written.replace("▲", ""))
    assert not any(char in written for char in "\n\r\t")
