"""The order in which people read: as the documents name things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from atlas.records import Document

_GENERAL: Final = ("evolved-foip:A", "evolved-foip:F")


def outline_ranks(documents: Mapping[str, Document]) -> dict[str, int]:
    """The rank of every `document:item`, detail pages first, general remarks last."""
    items = [f"{key}:{code}" for key, one in documents.items() for code in one.outline]
    general = [item for item in items if item.startswith(_GENERAL)]
    return {item: rank for rank, item in enumerate([*(i for i in items if i not in general), *general])}


def in_document_order(frame: pd.DataFrame, documents: Mapping[str, Document]) -> list[int]:
    """The positions of a frame's rows, ordered by each initiative's first mention; its sites stay together."""
    ranks = outline_ranks(documents)
    first = [_first(mentions, ranks) for mentions in frame["mentions"]]
    keys = list(zip(first, frame["initiative"], range(len(frame)), strict=True))
    return sorted(range(len(frame)), key=keys.__getitem__)


def _first(mentions: Iterable[str], ranks: Mapping[str, int]) -> int:
    return min((ranks[mention] for mention in mentions if mention in ranks), default=len(ranks))
