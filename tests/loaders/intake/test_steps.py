"""Words of a statement that look like a step or an instrument and are none."""

from __future__ import annotations

import pytest

from loaders.intake.draft import DraftWords
from loaders.intake.proposing.words.flat import Flat, flat
from loaders.intake.proposing.words.lexicon import instruments_told
from loaders.intake.proposing.words.steps import Telling, steps
from loaders.intake.proposing.words.verbs import statuses


@pytest.mark.parametrize("text", ["This is unsafe conduct.", "We regret the missile launches of that year."])
def test_conduct_and_missile_launches_are_no_steps(text: str) -> None:
    assert not list(statuses(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [("The two navies conduct a passage drill.", "conducted"), ("Today we are launching the corridor.", "announced")],
)
def test_what_is_done_stays_a_step(text: str, status: str) -> None:
    assert [one.value for one in statuses(text)] == [status]


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The exercise of high seas freedoms is lawful.", "exercise"),
        ("It is a demonstration of our ties.", "demonstration"),
    ],
)
def test_exercising_a_right_and_showing_a_tie_are_no_instruments(text: str, instrument: str) -> None:
    assert instrument not in instruments_told(Flat(text, tuple(range(len(text)))))


def test_exercises_and_trials_stay_instruments() -> None:
    text = "The coast guards hold an exercise and a demonstration of the new radar."
    assert {"exercise", "demonstration"} <= set(instruments_told(Flat(text, tuple(range(len(text))))))


def _steps(text: str, day: str | None = "2027-05-03", joint: bool = True) -> list[tuple[str, str | None, bool]]:
    found = steps(flat(text), Telling("FJI", text, day, joint))
    return [(one.status, one.date, one.expected) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Today we are launching a reef patrol.", [("announced", "2027-05-03", False)]),
        ("The Quad announces a fund for jetties.", [("announced", "2027-05-03", False)]),
        ("We intend to train pilots for the lagoon.", [("announced", "2027-05-03", False)]),
        ("本日、両国は珊瑚礁基金の設立を発表した。", [("announced", "2027-05-03", False)]),
        ("The reef patrol was launched at the 2025 Lagoon Leaders’ Summit.", [("announced", "2025", False)]),
        ("Last year, the ministers signed the jetty memorandum.", [("signed", "2026", False)]),
        ("The treaty was adopted ahead of its 25th anniversary in 2029.", []),
        ("Yesterday, the ministers announced a fund.", []),
        ("The talks on reefs were launched earlier today.", []),
        ("We condemn the missile launches announced today.", []),
        ("Following a drill planned to be held in 2025, wardens rest.", [("held", "2025", False)]),
        ("The first wharf was completed in 2024 and the second will be delivered in 2029.",
         [("delivered", "2029", True), ("completed", "2024", False)]),
    ],
)  # fmt: skip
def test_each_step_has_the_day_on_which_it_is(text: str, told: list[tuple[str, str | None, bool]]) -> None:
    assert _steps(text) == told


def test_plans_are_announced_only_where_several_states_speak() -> None:
    assert not _steps("We intend to train pilots for the lagoon.", joint=False)


def test_two_days_of_a_sentence_have_each_their_sum() -> None:
    text = "Notes were signed on 3 May 2026 for JPY 5 billion and on 4 June 2026 for JPY 7 billion."
    assert [(one.date, one.amount) for one in steps(flat(text), Telling("FJI"))] == [
        ("2026-05-03", 5e9),
        ("2026-06-04", 7e9),
    ]


@pytest.mark.parametrize(
    ("text", "joint", "alone"),
    [
        ("In 2026, the Quad provided US$5 million to mend reefs and announced a drill.", True, False),
        ("In 2026, Japan announced US$5 million to mend reefs.", True, True),
        ("In 2026, the two sides announced US$5 million to mend reefs.", False, True),
        ("2026年に、総額5億円の事業を発表した。", False, False),
    ],
)
def test_a_sum_that_is_not_japans_alone_says_so(text: str, joint: bool, alone: bool) -> None:
    (step,) = steps(flat(text), Telling("FJI", joint=joint))
    assert step.amount and (step.amount_of == DraftWords()) is alone
    assert (step.recipient == "FJI") is alone
