"""The lists of all visitors in memory: few open at once, room for so many bytes, opened elsewhere as here."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import Mock

import pytest

import ui.jobs.queues
from loaders.lists.opened import Opened, folded, unpack
from loaders.lists.opening import Packed, pack
from ui.jobs.list_memory import FullError, Kept, Lists

LIST = "title,country,place\nPatrol boat,Fiji,Suva\nBridge,United States,Springfield\n"


@pytest.fixture(scope="module")
def packed(real_data: Path) -> Packed:
    """A list of two rows, one of them open."""
    return pack(LIST.encode(), real_data, {}, lambda share, doing: None)


def _kept(packed: Packed, choices: dict[int, int]) -> Kept:
    return Kept("list.csv", "0", packed, choices, Lists().hold(0))


def test_those_that_nobody_looked_at_make_room(packed: Packed) -> None:
    lists, made = Lists(rows=5), list[str]()
    hold = lists.hold(0)

    def make(key: str) -> Opened:
        made.append(key)
        return _kept(packed, {}).opened()

    for key in ("a", "b", "a", "c", "a", "b"):
        lists.opened(key, 2, lambda key=key: make(key), hold)  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_one_list_is_open_however_large_it_is(packed: Packed) -> None:
    lists = Lists(rows=1)
    hold = lists.hold(0)
    opened = [lists.opened("a", 20_000, _kept(packed, {}).opened, hold) for _ in range(2)]
    assert opened[0] is opened[1]


def test_a_list_is_closed_when_its_visitor_has_left(packed: Packed) -> None:
    lists = Lists()
    hold = lists.hold(0)
    opened = weakref.ref(lists.opened("a", 2, lambda: unpack(packed, {}), hold))
    gc.collect()
    assert opened() is not None
    del hold
    gc.collect()
    assert opened() is None


def test_room_is_for_so_many_bytes_and_comes_back() -> None:
    lists = Lists(most=100)
    first, second = lists.hold(60), lists.hold(40)
    with pytest.raises(FullError):
        lists.hold(1)
    del first
    gc.collect()
    assert lists.hold(60) and second


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize("choices", [{}, {3: 1}])
def test_a_large_list_is_opened_elsewhere_as_a_small_one_is_here(
    packed: Packed, choices: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = _kept(packed, choices).opened()
    monkeypatch.setattr("ui.jobs.list_memory.SMALL", 1)
    monkeypatch.setattr("ui.jobs.list_memory.lists", Lists)
    elsewhere = _kept(packed, choices).opened()
    ui.jobs.queues.queues().close()
    assert elsewhere.entries == here.entries and elsewhere.frame.equals(here.frame)
    assert [entry.line.placement.outcome for entry in here.entries] == ["placed", "placed" if choices else "choose"]


def test_two_large_lists_are_opened_at_once(packed: Packed, monkeypatch: pytest.MonkeyPatch) -> None:
    both, pieces = threading.Barrier(2), folded(packed, {}, lambda share, doing: None)

    def wait(_: object) -> list[bytes]:
        both.wait(20)
        return pieces

    monkeypatch.setattr("ui.jobs.list_memory.SMALL", 1)
    monkeypatch.setattr("ui.jobs.list_memory.lists", Lists)
    monkeypatch.setattr("ui.jobs.list_memory.queues", Mock())
    monkeypatch.setattr("ui.jobs.list_memory.wait", wait)
    with ThreadPoolExecutor(2) as pool:
        opened = list(pool.map(lambda choices: _kept(packed, choices).opened(), [{}, {3: 1}]))
    assert len(opened) == 2
