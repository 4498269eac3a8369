"""The day that is written into files is that of the readers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from loaders.clock import today

EVENING = datetime(2026, 11, 27, 16, 30, tzinfo=UTC)  # half past one at night in Tokyo


@pytest.mark.parametrize(
    ("zone", "day"),
    [("", 28), ("Asia/Tokyo", 28), ("UTC", 27), ("Pacific/Auckland", 28), ("America/New_York", 27), ("Nowhere/X", 28)],
)
def test_it_is_the_day_in_tokyo_unless_a_zone_is_set(zone: str, day: int) -> None:
    assert today(EVENING, {"ATLAS_TIMEZONE": zone} if zone else {}) == date(2026, 11, day)


def test_the_zone_of_the_server_makes_no_difference() -> None:
    assert today(EVENING, {"TZ": "UTC"}) == date(2026, 11, 28)
