"""Where what several states do together stands: they are its partners, the countries that it is for its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.intake.draft import DraftEntry
from loaders.intake.drafting import draft_of
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge

TOP = "Fact Sheet: Lagoon Leaders\n3 May 2027\n\n1. Reefs matter.\n\n2. "


@pytest.fixture(scope="module")
def knowledge(real_data: Path) -> Knowledge:
    """The atlas as proposals know it."""
    return read_knowledge(real_data)


@pytest.mark.parametrize(
    ("text", "places", "partners"),
    [
        ("The Quad will train harbour pilots across the Indo-Pacific.", {"global:recipient"}, {"AUS", "USA"}),
        ("The Quad will train harbour pilots in Tonga.", {"TON:recipient"}, {"AUS", "USA"}),
        ("Our three nations will hold a dialogue on lighthouses.", {"AUS:partner", "USA:partner"}, {"AUS", "USA"}),
        ("The Quad will train harbour pilots in Australia.", {"AUS:recipient"}, {"USA"}),
        ("Japan intends to train harbour pilots in Tonga.", {"TON:recipient"}, set()),
    ],
)
def test_states_that_speak_together_are_partners(
    text: str, places: set[str], partners: set[str], knowledge: Knowledge
) -> None:
    entry = _entry(text, knowledge, "AUS", "USA")
    assert {f"{place.country or place.region}:{place.role}" for place in entry.places} == places
    assert {code for code in entry.partners if code.isupper()} == partners


def test_the_other_side_of_a_bilateral_statement_stays_its_place(knowledge: Knowledge) -> None:
    entry = _entry("Both sides will hold a dialogue on lighthouses.", knowledge, "FJI")
    assert [(place.country, place.role) for place in entry.places] == [("FJI", "partner")]


def _entry(text: str, knowledge: Knowledge, *parties: str) -> DraftEntry:
    draft = draft_of(f"{TOP}{text}\n".encode(), "lagoons.txt", None, parties, Path(), knowledge)
    return draft.items[-1].entries[0]
