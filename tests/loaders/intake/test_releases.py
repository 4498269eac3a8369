"""A ministry's announcements in one file: days without a year, what is only background, grants that the atlas has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from loaders.intake.draft import DraftItem
from loaders.intake.drafting import draft_of
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge
from loaders.intake.proposing.words.days import dates

DATA = Path(__file__).parents[3] / "data"
SIGNED = (
    "サモアの首都において、試験大使とサモアのH.E. Mr. R. Test, Jr., Ministerとの間で、"
    "{sum}を供与額とする書簡の署名が行われた。"
)
FRAME = "OSAは、令和5年度に創設された、軍等に機材を供与する枠組みである。"


@cache
def knowledge() -> Knowledge:
    """The real catalogue, read once."""
    return read_knowledge(DATA)


def items(*texts: str, heading: str = "【令和6年度】") -> tuple[DraftItem, ...]:
    """What is proposed for numbered announcements under a title and one heading."""
    lines = ["試験発表集", heading, *(f"{number}. {text}" for number, text in enumerate(texts, 1))]
    return draft_of("\n\n".join(lines).encode(), "test.txt", "ja", (), DATA, knowledge()).items


@pytest.mark.parametrize(("text", "about", "day", "value"), [
    ("12月5日に署名。", "令和6年度の案件", None, "2024-12-05"),
    ("1月10日に署名。", "令和6年度の案件", "2026-01-15", "2025-01-10"),
    ("5月26日、令和5年度に決めた艇を引き渡した。", "令和7年5月26日", None, "2025-05-26"),
    ("12月28日に署名。", "令和8年1月6日", None, "2025-12-28"),
    ("3月18日に署名。", "", "2026-03-18", "2026-03-18"),
    ("2月30日に署名。", "", "2026-03-18", "2026-02"),
])  # fmt: skip
def test_a_day_has_the_year_told_beside_it(text: str, about: str, day: str | None, value: str) -> None:
    found = next(dates(text, about, day))
    assert (found.value, found.rule) == (value, "date_year")


@pytest.mark.parametrize("text", ["12月5日に署名。", "翌年1月10日に署名。", "2月10日間。"])
def test_a_day_has_no_year_where_nothing_tells_one(text: str) -> None:
    day = None if text.startswith("12") else "2026-03-18"
    assert list(dates(text, "", day)) == []


def test_the_step_is_the_signature_and_not_the_fiscal_year_nor_the_background() -> None:
    one, other = items(
        f"サモアへの警備艇供与(令和6年度OSA案件)に関する書簡の署名。12月5日、{SIGNED.format(sum='16億円')}{FRAME}",
        f"サモアへの警備艇供与に関する書簡の署名。令和7年2月3日。2月1日、{SIGNED.format(sum='4億円')}{FRAME}",
    )
    steps = [entry.steps for item in (one, other) for entry in item.entries]
    assert [[(step.status, step.date, step.amount, step.recipient) for step in found] for found in steps] == [
        [("signed", "2024-12-05", 1.6e9, "WSM")], [("signed", "2025-02-01", 4e8, "WSM")],
    ]  # fmt: skip
    assert one.heading.ja == "【令和6年度】"
    assert [item.entries[0].themes[0] for item in (one, other)] == ["osa-equipment"] * 2
    assert [item.entries[0].with_item for item in (one, other)] == [None, None]


def test_a_fiscal_year_alone_is_still_a_step() -> None:
    (one,) = items("サモアへの警備艇の供与に令和7年度に署名した。")
    assert [(step.status, step.date) for step in one.entries[0].steps] == [("signed", "2025")]


@pytest.mark.parametrize("text", [
    "サモアは、アジアと中東・アフリカを結ぶシーレーン上の要衝に位置する。サモアに警備艇を供与する。",
    "サモアは、インド洋と東アジアをつなぐ海上交通路の要衝にある。サモアに警備艇を供与する。",
])  # fmt: skip
def test_a_region_that_says_where_something_lies_is_no_place(text: str) -> None:
    (one,) = items(text)
    assert [place.country for place in one.entries[0].places] == ["WSM"]
    assert {clue.rank > 0 for clue in one.clues if clue.rule == "region_linked"} == {True}


def test_a_region_that_is_linked_by_the_work_stays_a_place() -> None:
    (one,) = items("欧州と東アジアを結ぶ海底ケーブルをサモアに敷設する。")
    assert {place.region for place in one.entries[0].places} == {None, "europe", "east-asia"}


def test_the_place_of_a_signature_is_no_place_of_the_work() -> None:
    one, other = items(
        "令和7年2月3日、インドネシアの首都ジャカルタにおいて、大使と大臣との間で書簡の署名が行われた。",
        "インドネシアのジャカルタで都市鉄道を整備する。",
    )
    assert [[place.place for place in item.entries[0].places] for item in (one, other)] == [[None], ["jakarta"]]
    assert [clue.rank > 0 for clue in one.clues if clue.value == "jakarta"] == [True]


def test_a_title_keeps_the_brackets_that_say_more_than_a_name() -> None:
    texts = ("サモア（OSA文書の署名）。警備艇。", "サモアへの警備艇等供与（「支援（OSA）」）に関する書簡。警備艇。")
    one, other = items(*texts)
    assert one.entries[0].title.ja == "サモア(OSA文書の署名)"
    assert other.entries[0].title.ja == "サモアへの警備艇等供与に関する書簡"


def test_a_grant_that_the_atlas_has_is_known_by_its_day_and_sum() -> None:
    grant = knowledge().initiatives["osa-philippines-2024"].milestones[0]
    assert grant.amount is not None
    year, month, day = map(int, grant.date.split("-"))
    text = f"{year}年{month}月{day}日、フィリピンとの間で{grant.amount / 1e8:g}億円のOSAの書簡に署名した。"
    (one,) = items(text)
    same = [clue for clue in one.clues if clue.field == "same"]
    assert [(clue.value, clue.rule) for clue in same if not clue.rank] == [("osa-philippines-2024", "same_facts")]
    assert {"date", "amount"} <= set(same[0].agrees)
