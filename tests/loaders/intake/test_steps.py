"""Words of a statement that look like a step or an instrument and are none."""

from __future__ import annotations

import pytest

from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import instruments_told
from loaders.intake.proposing.words.steps import statuses


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
