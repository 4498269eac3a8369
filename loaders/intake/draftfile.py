"""Reads a draft back from its file, strictly: what comes in is not trusted, and each refusal is one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from atlas.records import ITEM
from loaders.intake.draft import Draft, DraftItem, Span
from loaders.lists.remark import DocumentError

MAX_BYTES: Final = 20_000_000


def read_draft(data: bytes) -> Draft:
    """The draft in the bytes of a `*.intake.json`; raises DocumentError."""
    if len(data) > MAX_BYTES:
        raise DocumentError("draft_large", mb=MAX_BYTES // 1_000_000)
    try:
        draft = Draft.model_validate_json(data, strict=True)
    except ValidationError as error:
        raise _refusal(error) from None
    _check(draft)
    return draft


def draft_bytes(draft: Draft) -> bytes:
    """A draft as the bytes of its file."""
    return draft.model_dump_json(indent=1).encode()


def _refusal(error: ValidationError) -> DocumentError:
    found = error.errors(include_url=False, include_input=False, include_context=False)
    if any(one["type"] == "json_invalid" or one["loc"] in ((), ("items",)) for one in found):
        return DocumentError("draft_none")
    if any(one["loc"] == ("format",) and one["type"] != "missing" for one in found):
        return DocumentError("draft_format")
    return DocumentError("draft_broken", field=".".join(map(str, found[0]["loc"]))[:80])


def _check(draft: Draft) -> None:
    names = [item.code for item in draft.items], [one.key for one in draft.organisations]
    for code, count in (pair for some in names for pair in Counter(some).items()):
        if count > 1:
            raise DocumentError("draft_twice", code=code[:40])
    for item in draft.items:
        if not re.fullmatch(ITEM, item.code):
            raise DocumentError("draft_broken", field=f"items.{item.code}"[:80])
        if any(start > end or end > len(draft.text) for start, end in _spans(item)):
            raise DocumentError("draft_positions", code=item.code)


def _spans(item: DraftItem) -> Iterator[Span]:
    yield item.start, item.end
    yield from ((entry.start, entry.end) for entry in item.entries)
    yield from (span for clue in item.clues for span in clue.spans)
