"""A draft's document as an entry of `documents.yml`, in the style of those that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from atlas.vocab import NOT_INITIATIVE
from loaders.catalogue.yamltext import entry
from loaders.intake.accepting.records import words
from loaders.intake.draft import Draft, DraftItem, DraftWords


def document_lines(draft: Draft, today: str) -> Iterator[str]:
    """The lines of the entry, its outline a line an item."""
    source = draft.source
    fields: dict[str, Any] = {
        "kind": "document",
        "publisher": words(source.publisher),
        "title": words(source.title),
        "short_title": words(source.short_title) or None,
        "language": source.language,
        "date": source.date,
        "address": source.address,
        "read": today,
        "scope": words(source.scope) or None,
    }
    yield f"{source.key}:"
    yield from (entry(name, value, 2) for name, value in fields.items() if value is not None)
    yield "  outline:"
    yield from (entry(item.code, outline_item(item), 4) for item in draft.items)


def outline_item(item: DraftItem) -> dict[str, dict[str, str]]:
    """An item: its heading, what it is about, and why it is no initiative where an officer said so."""
    found = {"heading": words(item.heading), "label": words(label_of(item))}
    return found | ({"not_initiative": reason(item.reason)} if item.state == "refused" else {})


def label_of(item: DraftItem) -> DraftWords:
    """What an item is about; where nobody wrote it, the title of its first initiative."""
    first = item.entries[0] if item.entries and item.state != "refused" else None
    short = [first.short_title, first.title] if first else []
    ja, en = (next((said for one in (item.label, *short) if (said := getattr(one, lang))), "") for lang in ("ja", "en"))
    return DraftWords(ja=ja, en=en)


def reason(text: str) -> dict[str, str]:
    """Why an item is no initiative: in both languages for a known reason, else in the one it is written in."""
    if label := NOT_INITIATIVE.get(text):
        return {"ja": label.ja, "en": label.en}
    return {"ja" if re.search(r"[\u3040-\u30ff\u3400-\u9fff]", text) else "en": text} if text.strip() else {}
