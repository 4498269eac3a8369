"""Records that a list of projects has: lines of a label and a value, the same labels again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from loaders.intake.outline.rows import OutlineRow

_LABEL: Final = re.compile(
    r"([^\s:：。、,.]*[\u3040-\u9fff][^\s:：。、,.]{0,18})(?:[:：]|\s)\s*\S|([A-Z][\w ]{1,30}):\s+\S"
)


def records_of(rows: Sequence[OutlineRow]) -> dict[int, bool]:
    """The rows that are fields of a record, and whether each begins one."""
    labels = [_label(row) for row in rows]
    often = {label for label, n in Counter(labels).items() if label and n > 1}
    found, seen = dict[int, bool](), set[str]()
    for at, label in enumerate(labels):
        beside = (labels[at - 1] if at else "", labels[at + 1] if at + 1 < len(rows) else "")
        if label not in often or not any(other in often and other != label for other in beside):
            continue
        begins = at - 1 not in found or label in seen
        seen = {label} if begins else seen | {label}
        found[at] = begins
    return found


def _label(row: OutlineRow) -> str:
    found = None if row.mark else _LABEL.match(row.text[:60])
    return found[1] or found[2] if found else ""
