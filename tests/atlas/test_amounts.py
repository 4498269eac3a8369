"""What a total counts: each event once, only what binds, one currency at a time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.progress.amounts import Why, amounts, by_currency, total

GRANT = {"date": "2025-01-10", "status": "signed", "amount": 9e8, "currency": "JPY", "source": "a", "sites": ["fji"],
         "recipient": "FJI", "fiscal_year": 2024, "note_en": None, "amount_of_en": None}  # fmt: skip


def _sites(*steps: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"initiative": "a", "site": "fji", "place_en": "Fiji", "instruments": ["oda"], "milestones": list(steps)}]


def test_of_two_reports_of_an_event_the_yen_count() -> None:
    local = GRANT | {"currency": "FJD", "amount": 2.5e7, "source": "b", "event": "grant"}
    found = amounts(_sites(local, GRANT | {"event": "grant"}), "en")
    assert {(one.step["currency"], one.why) for one in found} == {("JPY", ""), ("FJD", "event")}
    assert list(by_currency(found)) == ["JPY"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"status": "announced"}, "intent"),
        ({"expected": True}, "intent"),
        ({"candidate": True}, "candidate"),
        ({"predecessor": True}, "background"),
        ({"status": "budgeted"}, "budget"),
        ({"amount_of_en": "whole cost", "recipient": None}, "other"),
        ({"amount_of_en": "as reported", "recipient": None, "candidate": True}, "other"),
        ({"amount_of_en": "equipment"}, ""),
    ],
    ids=str,
)
def test_why_an_amount_counts_or_not(change: dict[str, Any], why: Why) -> None:
    assert [one.why for one in amounts(_sites(GRANT | change), "en")] == [why]


@given(st.lists(st.tuples(st.sampled_from(["JPY", "USD", "INR"]), st.integers(1, 10**12)), min_size=1, max_size=9))
def test_no_sum_crosses_currencies(paid: list[tuple[str, int]]) -> None:
    steps = [GRANT | {"currency": code, "amount": float(n), "source": str(at)} for at, (code, n) in enumerate(paid)]
    found = amounts(_sites(*steps), "en")
    assert {code: total(group) for code, group in by_currency(found).items()} == {
        code: sum(n for of, n in paid if of == code) for code, _ in paid
    }
    if len({code for code, _ in paid}) > 1:
        with pytest.raises(ValueError, match="never added"):
            total(found)
