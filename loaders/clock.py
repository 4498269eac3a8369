"""What day it is where the atlas is read, whatever zone its server runs in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONE: Final = "ATLAS_TIMEZONE"
_TOKYO: Final = timezone(timedelta(hours=9), "Asia/Tokyo")  # has no summer time, so that it needs no table


def today(now: datetime | None = None, environment: Mapping[str, str] = os.environ) -> date:
    """The day of the readers: in the zone that the operator sets, else in Tokyo."""
    return (now or datetime.now(UTC)).astimezone(_zone(environment.get(ZONE, ""))).date()


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name) if name else _TOKYO
    except (ZoneInfoNotFoundError, ValueError):
        return _TOKYO
