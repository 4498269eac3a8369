"""The lists of all visitors in the server's memory: few as pages need them, the others packed, and a limit to both."""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from typing import Final, Self

import geopandas as gpd

from adapters.streamlit import session
from atlas.errors import AtlasError
from atlas.index import Index
from loaders.lists.entries import ListEntry
from loaders.lists.opened import Opened, folded, unfolded, unpack
from loaders.lists.opening import Packed
from ui.jobs.queues import FRAMES, absence, queues, wait

OPEN_ROWS: Final = 25_000  # rows of lists that are open at once, some 5 kB each
KEPT_BYTES: Final = 300_000_000  # of all lists, packed, and editions that visitors brought
SMALL: Final = 1_000  # rows that are opened on the spot; more in a process of their own


class FullError(AtlasError):
    """The server keeps as many lists as it may."""


class Hold:
    """Bytes that a list takes as long as somebody keeps it."""


class Lists:
    """One for the whole server."""

    def __init__(self, rows: int = OPEN_ROWS, most: int = KEPT_BYTES) -> None:
        self._rows, self._most, self._held = rows, most, 0
        self._open: OrderedDict[str, tuple[int, Opened, weakref.ref[Hold]]] = OrderedDict()
        self._lock = threading.RLock()

    def hold(self, size: int) -> Hold:
        """Room for a list until the hold is forgotten; raises FullError when there is none."""
        with self._lock:
            if self._held + size > self._most:
                raise FullError("no room for another list")
            self._held += size
        found = Hold()
        weakref.finalize(found, self._release, size)
        return found

    def _release(self, size: int) -> None:
        """Close what nobody keeps any more; a new mapping, for this may come amid a look at the old one."""
        with self._lock:
            self._held -= size
            self._open = OrderedDict((key, one) for key, one in self._open.items() if one[2]() is not None)

    def opened(self, key: str, rows: int, make: Callable[[], Opened], hold: Hold) -> Opened:
        """A list as a page needs it, as long as its hold is kept; the longest not looked at make room."""
        with self._lock:
            if key in self._open:
                self._open.move_to_end(key)
                return self._open[key][1]
            while self._open and rows + sum(size for size, *_ in self._open.values()) > self._rows:
                self._open.popitem(last=False)
        found = make()
        with self._lock:
            self._open[key] = rows, found, weakref.ref(hold)
        return found


@cache
def lists() -> Lists:
    """The lists of this server."""
    return Lists()


@dataclass(frozen=True)
class Kept:
    """A list that was taken in, and the candidate that a person chose, by row."""

    name: str
    digest: str
    packed: Packed
    choices: dict[int, int]
    hold: Hold = field(compare=False)
    source: bytes = field(default=b"", compare=False, repr=False)  # the file itself, packed, to read it anew
    _pieces: list[bytes] = field(default_factory=list, compare=False)

    def opened(self) -> Opened:
        """The list as a page needs it; raises WorkError or BusyError when it cannot be opened."""
        make = self._here if self.packed.rows <= SMALL else self._elsewhere
        return lists().opened(self._key, self.packed.rows, make, self.hold)

    @cached_property
    def _key(self) -> str:
        told = repr(sorted(self.choices.items())).encode()
        return hashlib.sha256(hashlib.sha256(self.packed.data).digest() + told).hexdigest()

    def _here(self) -> Opened:
        return unpack(self.packed, self.choices)

    def _elsewhere(self) -> Opened:
        """No cached property: until Python 3.12 those of all lists share a lock, and this may take a minute."""
        if not self._pieces:
            own, work = session(), partial(folded, self.packed, self.choices)
            self._pieces[:] = wait(queues().lists.ask(work, own, absence(own), FRAMES))
        return unfolded(self._pieces)

    @property
    def entries(self) -> list[ListEntry]:
        """Every row in the atlas's terms."""
        return self.opened().entries

    @property
    def frame(self) -> gpd.GeoDataFrame:
        """Every row as a site, in the shape of the atlas's own; geometry None where it has no position."""
        return self.opened().frame

    @property
    def index(self) -> Index:
        """The index of the frame."""
        return self.opened().index

    def entry(self, row: int | None) -> ListEntry | None:
        """The entry of a row."""
        found = self.opened()
        return found.entries[found.places[row]] if row in found.places else None

    def counts(self) -> Counter[str]:
        """How many rows ended in each way."""
        return Counter(entry.line.placement.outcome for entry in self.entries)

    def settled(self, choices: dict[int, int]) -> Self:
        """The same list with other choices."""
        return replace(self, choices=choices, _pieces=[])
