"""How a server of many threads keeps its memory, by mallopt(3) of glibc; other systems are left as they are.

Once a block of some megabytes was freed, glibc takes the next of that size from a heap, and each thread may have a heap
of its own; their holes stay with the process. A file that somebody brings is such a block, several times over.
"""

from __future__ import annotations

import ctypes
from typing import Final

_LARGE: Final = 256_000  # bytes; larger blocks are mapped one by one and go back to the system when they are free
_HEAPS: Final = 2
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # malloc.h


def give_back() -> bool:
    """Have free memory go back to the system; whether it could be told so."""
    try:
        tell = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # another C library, or Windows
        return False
    settings = ((_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _LARGE), (_ARENA_MAX, _HEAPS))
    return [tell(name, value) for name, value in settings] == [1] * len(settings)
