"""When to try again what failed: at once when it has changed, else ever more seldom."""

from __future__ import annotations

import time
from collections.abc import Hashable
from typing import Final

FIRST: Final = 1.0
LONGEST: Final = 60.0


class Retry:
    """The last failure, and until when it is left alone (seconds)."""

    def __init__(self) -> None:
        self.met()

    def met(self) -> None:
        """It worked, or there is something else to try."""
        self._what: Hashable = None
        self._until = 0.0
        self._wait = FIRST

    def missed(self, what: Hashable) -> None:
        """It failed; `what` tells one state of things from the next."""
        self._wait = min(self._wait * 2, LONGEST) if what == self._what else FIRST
        self._what = what
        self._until = time.monotonic() + self._wait

    def due(self, what: Hashable) -> bool:
        """Whether to try now."""
        return what != self._what or time.monotonic() >= self._until
