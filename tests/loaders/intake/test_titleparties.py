"""The other side of a joint statement from its title, and what a draft tells of its reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.intake.draftfile import draft_bytes, read_draft
from loaders.intake.drafting import draft_of
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge
from loaders.intake.titleparties import title_parties

SIDES = {
    "日本とシンガポール共和国との間の戦略的パートナーシップの立上げ に関する共同声明": "SGP",
    "日豪共同声明": "AUS",
    "日・シンガポール共同声明": "SGP",
    "日インドネシア首脳共同声明": "IDN",
    "ミャンマー情勢に関する日豪共同声明": "AUS",
    "日比米首脳による共同ビジョンステートメント": "PHL USA",
    "日米豪印首脳会合共同声明": "",
    "日本とフィジーとの間の覚書": "FJI",
    "フィジーの港湾に関する報告": "",
    "Joint Statement between Japan and Fiji on Tonga": "FJI",
    "Joint Statement on the Strategic Partnership between Japan and Singapore": "SGP",
    "Japan–Singapore Joint Statement": "SGP",
    "United States-Australia-Japan Joint Statement on Cooperation": "USA AUS",
    "FACT SHEET: Japan Official Visit with State Dinner to the United States": "",
    "Statement by Australia, Japan, New Zealand, the United Kingdom, and the United States": "",
}


@pytest.mark.parametrize(("title", "sides"), SIDES.items())
def test_the_other_side_is_read_from_the_title_of_a_joint_statement_alone(title: str, sides: str) -> None:
    assert " ".join(title_parties(title)) == sides


@pytest.fixture(scope="module")
def knowledge(real_data: Path) -> Knowledge:
    """The atlas as proposals know it."""
    return read_knowledge(real_data)


def test_a_draft_tells_what_was_supposed_and_what_was_left_out(knowledge: Knowledge) -> None:
    text = "日豪共同声明\n\n両国は海の安全について話し合った。\n\n- 2 -\n\n両国は港の研修を行うこととした。\n\n- 3 -\n"
    draft = draft_of(text.encode(), "a.txt", None, (), Path(), knowledge)
    assert draft.source.parties == ("AUS",) and "AUS" in [clue.value for clue in draft.items[-1].clues]
    told = {remark.key: remark.values for remark in draft.remarks}
    assert told["title_parties"] == {"codes": "AUS"} and told["dropped"] == {"n": 2} and "no_outline" in told
    assert draft.dropped == ("- 2 -", "- 3 -") and "encoding" not in told
    assert read_draft(draft_bytes(draft)) == draft


def test_what_an_officer_chose_is_not_supposed_again(knowledge: Knowledge) -> None:
    draft = draft_of("日豪共同声明\n\n1. 港の研修を行う。\n".encode(), "a.txt", None, ("FJI",), Path(), knowledge)
    assert draft.source.parties == ("FJI",) and "title_parties" not in [remark.key for remark in draft.remarks]
