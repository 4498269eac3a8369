"""The load driver speaks with a real server; how fast that is, is not asked here."""

from __future__ import annotations

import asyncio
import random
import time
from pathlib import Path

from benchmarks.load import User
from tests.e2e.servers import serve


def test_a_user_of_the_load_driver_clicks_real_filters(tmp_path: Path) -> None:
    user = User(random.Random(1))
    with serve(tmp_path / "log.txt") as address:
        asyncio.run(user.run(address, 0.1, time.monotonic() + 4))
    assert user.failures == []
    assert user.took
    assert ("focus", "1") in user.options


def test_a_server_that_is_not_there_is_a_failure() -> None:
    user = User(random.Random(1))
    asyncio.run(user.run("http://127.0.0.1:9", 0.1, time.monotonic() + 1))
    assert len(user.failures) == 1
