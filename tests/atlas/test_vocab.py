"""Every member of a vocabulary has its words; focus areas have colour, sign and shape."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

from atlas import palette, records, vocab
from atlas.filter import FACETS
from atlas.words import prose
from atlas.words.i18n import keys
from tests.conftest import ROOT

VOCABULARIES = {
    name: value
    for name, value in vars(vocab).items()
    if isinstance(value, dict) and all(isinstance(label, vocab.Label) for label in value.values())
}


def test_the_vocabularies_are_found() -> None:
    assert len(VOCABULARIES) >= 10


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_member_has_both_languages_and_its_own_label(name: str) -> None:
    labels = list(VOCABULARIES[name].values())
    assert all(label.ja.strip() and label.en.strip() for label in labels)
    assert len({label.ja for label in labels}) == len({label.en for label in labels}) == len(labels)


@pytest.mark.parametrize("name", ["FOCUS", "FOCUS_TEXT", "FOCUS_TINT", "FOCUS_SIGN", "FOCUS_SHAPE"])
def test_every_focus_area_has_colour_sign_and_shape_of_its_own(name: str) -> None:
    table = getattr(palette, name)
    assert table.keys() == vocab.FOCUS_AREAS.keys() == vocab.FOCUS_SHORT.keys() == vocab.FOCUS_HINT.keys()
    assert len(set(table.values())) == len(table)


def test_the_iati_lists_cover_every_precision() -> None:
    for table in (vocab.IATI_EXACTNESS, prose.PRECISION):
        assert table.keys() == vocab.PRECISIONS.keys() == set(get_args(records.Precision))
    assert vocab.IATI_CLASS.keys() == vocab.PLACE_KINDS.keys()


def test_no_status_of_an_agreement_or_a_dialogue_speaks_of_building_or_running() -> None:
    assert vocab.STATUSES.keys() > vocab.OF_THINGS
    said = " ".join(text for code in vocab.STATUSES.keys() - vocab.OF_THINGS for text in vocab.STATUSES[code]).lower()
    assert not [word for word in ("建設", "着工", "運用", "供用", "construct", "service") if word in said]
    assert {"memorandum", "agreement", "dialogue"} <= vocab.WORDS_ONLY <= vocab.INSTRUMENTS.keys()


def test_every_facet_has_a_heading() -> None:
    assert set(FACETS) <= set(keys())


def test_every_word_that_a_page_asks_for_exists() -> None:
    asked = {key for path in _sources() for key in _asked(path)}
    assert len(asked) > 30
    assert asked <= set(keys())


def _sources() -> list[Path]:
    return [
        ROOT / "app.py",
        *(path for room in ("atlas", "maps", "ui", "server", "pages") for path in (ROOT / room).rglob("*.py")),
    ]


def _asked(path: Path) -> list[str]:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    words = [call.args[1] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "t"]
    return [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]


def test_the_prose_of_the_about_page_has_both_languages() -> None:
    labels = [*prose.METHOD, *prose.PRECISION.values(), *prose.BOUNDARIES, *prose.ATTRIBUTIONS]
    assert all(label.ja.strip() and label.en.strip() and label.ja != label.en for label in labels)
