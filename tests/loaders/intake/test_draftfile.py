"""A draft from its file: strict, and one sentence for each that is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from loaders.intake.draftfile import MAX_BYTES, draft_bytes, read_draft
from loaders.lists.remark import DocumentError
from tests.loaders.intake.statement import entry, every_kind, item, statement


def _with(path: str, value: Any) -> bytes:
    raw = json.loads(draft_bytes(every_kind()))
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    here = raw
    for part in way:
        here = here[part]
    here[last] = value
    return json.dumps(raw).encode()


def test_a_draft_comes_back_whole() -> None:
    assert read_draft(draft_bytes(every_kind())) == every_kind()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "none"),
        (b"[1]", "none"),
        (b"{}", "none"),
        (b"[" * 100_000, "none"),
        (b"\xff\xfe", "none"),
        (b" " * (MAX_BYTES + 1), "large"),
        (_with("format", "foip-atlas-intake/9"), "format"),
        (_with("source.key", "../x"), "broken"),
        (_with("source.extra", 1), "broken"),
        (_with("source.address", "javascript:alert(1)"), "broken"),
        (_with("items.2.entries.0.places.0.country", "XXX"), "broken"),
        (_with("items.2.code", "2.1.1.1.1"), "broken"),
        (_with("items.2.code", "4"), "twice"),
        (_with("items.2.end", 10_000), "positions"),
        (_with("items.2.entries.0.end", 10_000), "positions"),
        (_with("items.2.start", 7), "positions"),
    ],
)
def test_what_is_not_sound_is_refused_in_a_sentence(data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_draft(data)
    assert refused.value.said.key == f"draft_{key}"
    assert "\n" not in refused.value.said.text("ja")


def test_amounts_are_finite() -> None:
    draft = draft_bytes(statement(item("1", entry(""))))
    for number in (b"1e400", b"-1", b'"1"'):
        with pytest.raises(DocumentError):
            read_draft(draft.replace(b'"amount": null', b'"amount": ' + number))
