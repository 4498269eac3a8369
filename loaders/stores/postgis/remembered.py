"""What was counted lately, for all who ask the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final

_MOST: Final = 512


class Remembered:
    """The last answers by their questions; asked under the lock of the connection that works them out."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, question: Hashable, work: Callable[[], Any]) -> Any:
        """The answer to a question, worked out when it is new."""
        if question not in self._found:
            self._found[question] = work()
        self._found.move_to_end(question)
        while len(self._found) > _MOST:
            self._found.popitem(last=False)
        return self._found[question]
