"""What the browser reads of an edition: every initiative, a name for every code, every word that the modules say."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

from atlas.edition import Edition
from atlas.filter import FACETS
from atlas.vocab import LANGS, Lang
from atlas.words.fluent import Template, names
from atlas.words.i18n import t
from tests import catalogue
from tests.conftest import ROOT
from tests.web.conftest import Ask

Files = Callable[[Lang], dict[str, Any]]
MODULES = ROOT / "web" / "modules"
COUNTS = {"i", "all", "s", "on", "wide", "off", "n"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_initiative_stands_there_once_in_the_order_of_the_index(files: Files, whole: Edition, lang: Lang) -> None:
    rows = files(lang)["files"]["catalogue"]["rows"]
    assert [row["id"] for row in rows] == list(dict.fromkeys(whole.frame["initiative"]))
    assert {row["title"] for row in rows} == {site["properties"][f"title_{lang}"] for site in catalogue.FEATURES}
    for row, number in zip(rows, range(len(rows)), strict=True):
        mine = set(np.flatnonzero(whole.index.initiative == number).tolist())
        assert all(set(step["on"]) <= mine and set(step["sites"]) <= mine | {-1} for step in row["steps"]), row["id"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_has_a_name(files: Files, whole: Edition, lang: Lang) -> None:
    found = files(lang)["files"]["catalogue"]
    assert found["names"]["ids"] and "ids" not in found["labels"]  # the rows have the titles
    for facet in set(FACETS) - {"ids"}:
        assert list(found["labels"][facet]) == list(whole.index.members[facet]) and found["names"][facet]
        assert all(name and (facet == "year" or name != code) for code, name in found["labels"][facet].items()), facet


def test_the_browser_gets_the_members_that_the_index_has(files: Files, whole: Edition) -> None:
    sent, index = files("en")["files"]["index"], whole.index
    assert sent["size"] == index.size
    pairs = [(sent["facets"][facet], members) for facet, members in index.members.items()]
    pairs += [(sent["statuses"][year], members) for year, members in index.statuses.items()]
    for packed, members in pairs:
        assert list(packed) == list(members)
        assert all(_rows(packed[code], index.size) == np.flatnonzero(members[code]).tolist() for code in members)


def _rows(packed: str | list[int], size: int) -> list[int]:
    if not isinstance(packed, str):
        return packed
    bits = np.unpackbits(np.frombuffer(base64.b64decode(packed), dtype=np.uint8))[:size]
    return [int(row) for row in np.flatnonzero(bits)]


def test_every_word_that_a_module_says_is_there(files: Files) -> None:
    sent = files("en")["files"]["catalogue"]
    known = {*sent["text"], *sent["forms"]}
    paths = [path for path in MODULES.rglob("*.js") if path.name not in ("text.js", "filter.js")]
    code = "\n".join(path.read_text("utf-8") for path in paths)
    said = set(re.findall(r"\b(?:text|forms)\.([a-z_]+)\b(?!\()", code)) - {"js", "py", "other"}
    built = {"sort_newest", "sort_document", "differs_date", "differs_amount", "differs_details"}
    assert said - known == set() and len(said) > 50
    assert known - said - built == set(), "words that nobody says"


@pytest.mark.parametrize("lang", LANGS)
def test_a_template_is_filled_in_alike(ask: Ask, files: Files, lang: Lang) -> None:
    """One place is called one place; what is filled in is text."""
    forms: dict[str, Template] = files(lang)["files"]["catalogue"]["forms"]
    asked = []
    for (key, template), n in product(forms.items(), (0, 1, 2, 1000)):
        asked.append((key, {name: n if name in COUNTS else f"$& {{ ${name} }}" for name in names(template)}))
    said = ask(filled=[(forms[key], values) for key, values in asked])
    assert said == [t(lang, key, **values) for key, values in asked]
    assert lang == "ja" or (re.search(r"\b1 place\b", " ".join(said)) and not re.search("1 places", " ".join(said)))
