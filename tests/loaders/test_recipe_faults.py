"""Faults of a recipe: all of them at once, each with its line, what is wrong and what to do."""

from __future__ import annotations

import re

import pytest

from exporters.recipe.kinds import MODELS
from exporters.recipe.model import PAGES, Recipe
from loaders.recipes import RecipeError, read_recipe

WRONG = """lang: fr
titel: x
filter: {region: [pacfic], focus: [9], ids: [Bad Id]}
size: a4-portrait
date: 2026-02-30
pages:
  - kind: maps
  - kind: map
    frame: moon
    style: boxy
    callouts: {osa-fiji-2023: 3}
  - kind: comparison
    of: [FJI]
  - title: x
  - kind: timeline
    months: 99
  - kind: timeline
    months: 3
    since: 2026-01-01
  - kind: comparison
    of: [XXX, pacific]
  - kind: sources
    kind: list
  - foo
"""
TOLD = {
    (1, "lang"): "use one of: 'ja', 'en' or 'both'",
    (2, "titel"): "did you mean title?",
    (3, "filter.region.0"): "did you mean pacific?",
    (3, "filter.focus.0"): "use one of: 1, 2, 3, 0",
    (3, "filter.ids.0"): "lower-case letters",
    (4, "size"): "use one of: 'slide-16x9'",
    (5, "date"): "not a day of the calendar; write",
    (7, "pages.0.kind"): "did you mean map?",
    (9, "pages.1.frame"): "use auto, indo-pacific",
    (10, "pages.1.style"): "use one of: 'symbols'",
    (11, "pages.1.callouts.osa-fiji-2023"): "write one text in quotes",
    (13, "pages.2.of"): "too few; give at least 2",
    (14, "pages.3.kind"): "missing; use one of: map",
    (16, "pages.4.months"): "at most 36",
    (19, "pages.5.since"): "keep one",
    (21, "pages.6.of.0"): "is not a known region or country",
    (23, "pages.7.kind"): "the key stands twice",
    (24, "pages.8"): "write keys and values here",
}


def _faults(data: bytes) -> list[str]:
    with pytest.raises(RecipeError) as caught:
        read_recipe(data, "briefing.yml", Recipe, MODELS, PAGES)
    return str(caught.value).splitlines()


def test_every_fault_is_told_with_its_line_in_the_order_of_the_file() -> None:
    found = {}
    for text in _faults(WRONG.encode()):
        told = re.fullmatch(r"briefing\.yml: (\S+): line (\d+): (.*)", text)
        assert told, text
        found[int(told[2]), told[1]] = told[3]
    assert [line for line, _ in found] == sorted(line for line, _ in found)
    assert found.keys() == TOLD.keys()
    for key, words in TOLD.items():
        assert words in found[key]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"x: " + b"a" * 5_000_000, "larger than 100 kB; make it smaller"),
        (bytes(range(256)) * 10, "not UTF-8 at byte 128; save it as UTF-8"),
        (b"PK\x03\x04" + bytes(100), "holds a character that YAML does not allow; remove it"),
        (b"a: " + b"[" * 5000, "exceeded maximum nesting depth"),
        (b"- lang: ja", "must hold keys and values at the top"),
        (b"lang: en\npages: [{kind: list}]\n---\nlang: en\n", "holds a second document"),
    ],
    ids=["large", "binary", "archive", "deep", "list", "two"],
)
def test_what_is_no_recipe_gets_one_sentence(data: bytes, told: str) -> None:
    [fault] = _faults(data)
    assert told in fault


def test_a_bomb_of_aliases_is_never_expanded() -> None:
    levels = [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    told = _faults("\n".join(["k0: &a0 [x]", *levels]).encode())
    assert any("an alias (*name) is not allowed" in one for one in told) and len(told) < 1000


def test_a_page_too_many_is_counted() -> None:
    pages = "\n".join(["  - kind: list"] * (PAGES + 1))
    [fault] = _faults(f"lang: en\npages:\n{pages}\n".encode())
    assert f"{PAGES + 1} pages are too many; at most {PAGES}" in fault and "line 2" in fault
