"""Work in line: fair to every visitor, ended when nobody waits, refused when too much stands there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from exporters.jobs.worker_process import Limits, Worker, WorkError
from tests.ui.pieces import fails, never, takes
from ui.jobs.fair_queue import ALL, OWN, BusyError, FairQueue, Ticket

pytestmark = pytest.mark.usefixtures("processes")
LIMITS = Limits(30, 20, 300_000_000, 600_000_000)


@pytest.fixture(scope="module")
def line() -> Iterator[FairQueue]:
    """A line with one process that is ready, and that every test leaves empty."""
    found = FairQueue(1, LIMITS, Worker, "kept")
    found.ready()
    found.ask(partial(takes, 0), "first").done.wait(30)
    yield found
    found.close()


def test_a_visitor_with_twenty_pieces_makes_another_wait_for_one_of_them(line: FairQueue) -> None:
    many = [line.ask(partial(takes, 0.2), "a") for _ in range(OWN)]
    one = line.ask(partial(takes, 0.2), "b")
    assert line.ahead(one) <= 2 and line.ahead(many[-1]) == OWN
    assert one.done.wait(30) and many[-1].done.wait(30)
    assert sum(ticket.data < one.data for ticket in many) <= 2


def test_a_visitor_has_one_process_at_most_even_where_several_are_free() -> None:
    line = FairQueue(2, LIMITS, Worker, "kept")
    own = [line.ask(partial(takes, 0.4), "a") for _ in range(3)]
    assert all(ticket.done.wait(30) for ticket in own)
    times = [ticket.data for ticket in own]
    assert times == sorted(times) and all(b - a >= 0.4 for a, b in pairwise(times))
    line.close()


def test_more_than_may_wait_is_refused(line: FairQueue) -> None:
    hold = threading.Event()
    waiting = [line.ask(partial(takes, 5), "hold", hold.is_set)]
    for visitor in range(ALL // OWN):
        waiting += [line.ask(partial(takes, 0), str(visitor), hold.is_set) for _ in range(OWN)]
        with pytest.raises(BusyError):
            line.ask(partial(takes, 0), str(visitor))
    with pytest.raises(BusyError):
        line.ask(partial(takes, 0), "another")
    hold.set()
    assert all(ticket.done.wait(10) for ticket in waiting)


def test_who_leaves_is_not_waited_for(line: FairQueue, tmp_path: Path) -> None:
    path = tmp_path / "begun"
    left = line.ask(partial(never, path), "a", path.exists)
    assert left.done.wait(10) and left.dropped
    with pytest.raises(WorkError):
        left.result()
    assert line.ask(partial(takes, 0), "b").done.wait(20)


def test_work_thatfails_lets_the_next_pass(line: FairQueue) -> None:
    failed: Ticket = line.ask(fails, "a")
    after = line.ask(partial(takes, 0), "a")
    assert after.done.wait(20) and after.data
    with pytest.raises(WorkError, match="whatever"):
        failed.result()
