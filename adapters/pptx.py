"""What slides need of python-pptx that its documents do not promise; tried with 1.0.2.

A deck keeps every slide as a tree until it is saved, some 1.5 MB each. A slide that is finished is kept as its packed
bytes instead: its part's class gets a `blob` of its own. Without it a deck of a hundred slides takes 150 MB more.

`tests/adapters/test_pptx.py` says when this no longer holds after an upgrade.
"""

from __future__ import annotations

import zlib
from typing import Any


def settle(part: Any) -> None:
    """Keep a finished part as its bytes; it cannot be changed after that."""
    packed, kind = zlib.compress(part.blob, 1), type(part)
    part.__class__ = type(kind.__name__, (kind,), {"blob": property(lambda _: zlib.decompress(packed))})
    part._element = None
    for kept in ("slide", "notes_slide"):
        part.__dict__.pop(kept, None)
