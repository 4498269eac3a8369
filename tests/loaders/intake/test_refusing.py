"""What is proposed as no initiative: views, general statements, another state's own work; what is undertaken is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.intake.draft import Draft, DraftItem
from loaders.intake.drafting import draft_of
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge
from loaders.intake.proposing.refusing import ItemPlace, refusal_of
from loaders.intake.proposing.words.flat import flat
from loaders.intake.proposing.words.titles import title_of

PARTIES = ("AUS", "FJI")
SHEET = """Fact Sheet: Lagoon Leaders
3 May 2027

The Quad is working side by side with partners to keep lagoons clean and to deliver for coastal peoples.

- The Quad will train harbour pilots in Tonga.

- Australia will host a workshop on reefs.

- The Quad launches a lighthouse network in Samoa.
"""


@pytest.fixture(scope="module")
def knowledge(real_data: Path) -> Knowledge:
    """The atlas as proposals know it."""
    return read_knowledge(real_data)


def _refused(text: str, heading: str = "Lagoons", leads: bool = False) -> str:
    return refusal_of(flat(text), ItemPlace(heading, leads), PARTIES)


@pytest.mark.parametrize(
    "text",
    [
        "We condemn the dumping of waste in lagoons and call on all states to stop it.",
        "We express our serious concern about piracy. We reaffirm our commitment to the law of the sea.",
        "Our three nations underscore the importance of coral and remain committed to safeguarding it.",
        "我々は、力による一方的な現状変更の試みを非難した。",
        "両首脳は、海洋法の重要性を再確認した。",
    ],
)
def test_a_view_is_no_initiative(text: str) -> None:
    assert _refused(text) == "view"


@pytest.mark.parametrize(
    "text",
    [
        "Australia will host a workshop on reefs.",
        "In coordination with partners, Fiji is training wardens for its reefs.",
        "In addition, Australia plans to invest $3 million in jetties.",
        "The Quad welcomes Fiji’s establishment of a reef observatory.",
    ],
)
def test_what_another_state_does_alone_is_none_of_ours(text: str) -> None:
    assert _refused(text) == "other-party"


@pytest.mark.parametrize(
    "text",
    [
        "Australia will host the next Quad Fisheries Meeting.",
        "Australia and Japan will provide boats to Tonga.",
        "Australia will train wardens. Japan intends to provide boats.",
        "We condemn piracy. We will establish a lagoon patrol.",
        "The Quad recognizes the worth of coral. The four countries plan to continue mapping reefs.",
        "Quad leaders welcome the second class of the Lagoon Fellowship.",
        "両国は、海洋法の重要性を再確認し、海図の作成で協力する。",
        "我々は、海賊行為を非難し、巡視艇を供与する。",
    ],
)
def test_what_is_undertaken_together_may_be_one(text: str) -> None:
    assert _refused(text) == ""


def test_a_paragraph_that_only_leads_to_a_list_is_general(knowledge: Knowledge) -> None:
    items = _items(SHEET, knowledge)
    assert [one.reason for one in items] == ["general", "", "other-party", ""]
    assert all(one.state == "open" and one.entries for one in items)
    assert all("refused" in one.doubts and one.sure != "high" for one in items if one.reason)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quad partners are working together to map the reefs of Tonga.", "Map the reefs of Tonga"),
        ("In the coming months, harbour experts will conduct a drill.", "Conduct a drill"),
        ("This year, the countries will train wardens.", "Train wardens"),
    ],
)
def test_a_title_says_what_is_done_not_who_does_it(text: str, title: str) -> None:
    assert title_of(text, "en") == title


def test_a_preamble_that_undertakes_nothing_is_general() -> None:
    assert _refused("We, the leaders, met today on the shore of the lagoon.", "Preamble") == "general"
    assert _refused("We, the leaders, met today. We will establish a lagoon patrol.", "Preamble") == ""


def _items(text: str, knowledge: Knowledge) -> tuple[DraftItem, ...]:
    draft: Draft = draft_of(text.encode(), "lagoons.txt", None, PARTIES, Path(), knowledge)
    return draft.items
