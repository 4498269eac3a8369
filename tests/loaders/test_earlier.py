"""Which edition another is compared with when nobody says."""

from __future__ import annotations

import pytest

from loaders.editions.earlier import days_apart, earlier, in_force

DAYS = {"now": "2026-11-26", "c": "2026-11-20", "b": "2026-10-27", "a": "2026-09-01", "old": None}


@pytest.mark.parametrize(
    ("to", "same", "found"),
    [
        ("now", (), "b"),  # thirty days to the day
        ("now", ("b",), "c"),  # in force, and with the same content: then the last that differs
        ("now", ("b", "c", "a", "old"), "b"),  # nothing differs: the one in force, and the page says so
        ("c", (), "a"),
        ("b", (), "a"),
        ("a", (), "old"),  # no edition is so old: the one before it
        ("old", (), "now"),
        ("file", (), "now"),
    ],
)
def test_the_one_in_force_thirty_days_before_else_the_last_that_differs(to: str, same: tuple[str], found: str) -> None:
    assert earlier(DAYS, to, lambda name: name not in same) == found


def test_a_day_later_another_was_in_force() -> None:
    assert in_force(DAYS | {"b": "2026-10-28"}, "now") == "a"
    assert in_force({"now": None, "a": "2020-01-01"}, "now") is None


def test_one_edition_alone_has_none() -> None:
    assert earlier({"now": "2026-11-26"}, "now", lambda _: True) is None


def test_days_between() -> None:
    assert days_apart("2026-11-26", "2026-10-27") == days_apart("2026-10-27", "2026-11-26") == 30
    assert days_apart("2026-11", "2026") == 304
    assert days_apart(None, "2026-11-26") is None
