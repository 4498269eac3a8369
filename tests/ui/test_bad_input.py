"""Bad addresses and bad data: a sentence, never a traceback and never markup."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import catalogue, hostile
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import asked, literal, record, recorded, texts
from ui.safe import md

Change = Callable[[Path], None]


@pytest.mark.parametrize("text", [*hostile.STRINGS, string.punctuation, "a\n\n# b", "  - x", "1. x", "\t\tcode"])
def test_md_leaves_no_mark_of_markdown(text: str) -> None:
    assert "▲" not in literal(md(text))
    assert literal(md(text)) == " ".join(text.split())
    assert not any(char in md(text) for char in "\n\r\t")


def test_md_keeps_japanese_and_numbers_as_they_are() -> None:
    assert md("海底ケーブル（第1期） 2026年") == "海底ケーブル（第1期） 2026年"
    assert md(12) == "12"


SEEN = [("app.py", hostile.STRINGS[n]) for n in (0, 3, 10, 12, 13)] + [(page, hostile.STRINGS[3]) for page in PAGES[1:]]


@pytest.mark.parametrize(("page", "text"), SEEN)
def test_unknown_values_are_named_as_literal_text(open_page: Open, page: str, text: str) -> None:
    at = open_page(page, lang="en", region=text)
    assert not at.exception
    assert len(at.warning) == 1
    said = at.warning[0].value
    assert f"region={text.replace(',', ' ')[:30]}".split()[0] in literal(said)
    assert "▲" not in literal(said.removeprefix("Ignored in the address, because the atlas does not know it: "))


def test_unknown_parameters_and_values_leave_the_whole_atlas_on_screen(open_page: Open) -> None:
    names = ("lang", "focus", "view", "id", "country", "theme", "precision", "nonsense")
    at = open_page(**dict.fromkeys(names, "**nothing**"))
    assert not at.exception
    assert all(f"{name}=" in literal(at.warning[0].value) for name in names)
    assert set(asked(at)) == {"lang"} and record(at) is None


@pytest.mark.parametrize("name", ["lang", "focus", "q", "view", "id", "nonsense", "x" * 5000])
def test_oversized_values_with_control_characters_are_told_in_short(open_page: Open, name: str) -> None:
    at = open_page(**{name: "9\x00\x1b[31m" * 3000})
    assert not at.exception
    said = at.warning[0].value
    assert len(said) < 250
    assert said.isprintable()


def test_many_unknown_values_make_one_short_note(open_page: Open) -> None:
    at = open_page(lang="en", theme=",".join(f"no-{n}" for n in range(500)))
    assert len(at.warning) == 1
    assert len(at.warning[0].value) < 600


@pytest.mark.parametrize("view", ["nan,nan,nan", "inf,0,3", "1,2", "91,0,3", "0,0,-1", "0,0,99", "1e400,0,3", "a,b,c"])
def test_a_view_that_is_none_is_ignored_and_named(open_page: Open, view: str) -> None:
    at = open_page(lang="en", view=view)
    assert not at.exception
    assert "view=" in literal(at.warning[0].value)


@pytest.mark.parametrize("path", ["../../etc/passwd", "http://127.0.0.1:9/x.geojson", "/vsicurl/http://127.0.0.1:9/x"])
def test_paths_in_the_address_are_never_read(open_page: Open, path: str) -> None:
    at = open_page(lang="en", id=path, document=path)
    assert not at.exception
    assert record(at) is None
    assert "id=" in at.warning[0].value.replace("\\", "")


def _truncate(folder: Path) -> None:
    file = folder / "initiatives.geojson"
    file.write_bytes(file.read_bytes()[:100_000])


def _empty(folder: Path) -> None:
    (folder / "initiatives.geojson").write_bytes(b"")


def _remove(folder: Path) -> None:
    (folder / "initiatives.geojson").unlink()


def _remove_documents(folder: Path) -> None:
    (folder / "documents.yml").unlink()


def _spoil_organisations(folder: Path) -> None:
    (folder / "organisations.yml").write_text("a: [", encoding="utf-8")


def _with(name: str, value: Any) -> Change:
    def change(folder: Path) -> None:
        file = folder / "initiatives.geojson"
        collection = json.loads(file.read_text(encoding="utf-8"))
        collection["features"][0]["properties"][name] = value
        file.write_text(json.dumps(collection), encoding="utf-8")

    return change


STEP = {
    "date": "2026", "status": "signed", "amount": None, "currency": None, "source": next(iter(catalogue.SOURCES)),
    "note_ja": None, "note_en": None,
}  # fmt: skip
BROKEN: dict[str, Change] = {
    "truncated": _truncate,
    "empty": _empty,
    "missing": _remove,
    "no documents": _remove_documents,
    "bad organisations": _spoil_organisations,
    "wrong type": _with("focus_area", "3"),
    "unknown focus area": _with("focus_area", 9),
    "unknown region": _with("region", "mars"),
    "unknown precision": _with("precision", "galaxy"),
    "unknown theme": _with("themes", ["nothing"]),
    "unknown basis": _with("basis", "guessed"),
    "mention of nothing": _with("mentions", ["nothing"]),
    "milestone without a date": _with("milestones", [{"status": "signed"}]),
    "milestone without an amount": _with("milestones", [{key: STEP[key] for key in STEP if key != "amount"}]),
    "amount without a currency": _with("milestones", [STEP | {"amount": 5}]),
    "amount in words": _with("milestones", [STEP | {"amount": "5", "currency": "JPY"}]),
    "currency that is none": _with("milestones", [STEP | {"amount": 5, "currency": "<b>"}]),
    "note that is none": _with("milestones", [STEP | {"note_ja": 5}]),
    "unknown country": _with("countries", ["ZZZ"]),
    "unknown partner": _with("partners", ["nobody"]),
    "place that is no key": _with("place", "<img src=x>"),
    "another id": _with("site", "elsewhere"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_data_gives_one_sentence_and_no_traceback(open_page: Open, data_copy: Path, kind: str) -> None:
    BROKEN[kind](data_copy)
    at = open_page(lang="en", id="afcfta")
    assert not at.exception
    assert [error.value.count("The data can't be read.") for error in at.error] == [1]
    assert "データを読み込めません" in at.error[0].value
    assert not at.button


def test_the_real_data_copied_elsewhere_is_read_from_there(open_page: Open, data_copy: Path) -> None:
    _with("title_en", "Another title")(data_copy)
    at = open_page(lang="en", id="afcfta")
    assert not at.exception
    assert (record(at) or {})["title"] == "Another title"


def test_hostile_text_in_a_record_is_literal_wherever_it_is_said(open_page: Open, data_copy: Path) -> None:
    for name in ("title_ja", "title_en", "summary_en", "place_en", "note_en", "focus_area_reason_en"):
        _with(name, hostile.TEXT)(data_copy)
    at = open_page(lang="en", id="afcfta")
    assert not at.exception
    assert recorded(at).count(hostile.TEXT) >= 5, "the panel puts it on the page by textContent"
    assert hostile.STRINGS[3] not in texts(at) and hostile.EVALUATED not in texts(at)
