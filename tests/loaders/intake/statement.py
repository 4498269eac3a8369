"""A fictional statement of eight items as an officer left it, and a data folder to accept it into."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

from loaders.intake.draft import (
    Draft,
    DraftEntry,
    DraftItem,
    DraftPlace,
    DraftStep,
    DraftWords,
    FoundPlace,
    Heard,
    Organisation,
)

KEY: Final = "made-up-2031"
TEXT: Final = "架空の声明。" * 40
HARBOUR: Final = FoundPlace(
    name=DraftWords(ja="架空港", en="Made-up Harbour"),
    country="BRA",
    lon=-43.2,
    lat=-22.9,
    precision="city",
    source="Test",
)


def words(ja: str, en: str = "") -> DraftWords:
    """Words in both languages."""
    return DraftWords(ja=ja, en=en or f"{ja} (en)")


def entry(title: str, /, **more: Any) -> DraftEntry:
    """An entry that has all that a record needs, in one country."""
    whole: dict[str, Any] = {
        "title": words(title), "summary": words(f"{title}を行う。"), "focus_area": 2,
        "focus_area_reason": words("理由"), "themes": ("energy",), "instruments": ("dialogue",),
        "places": (DraftPlace(country="IDN", role="partner"),), "steps": (DraftStep(status="announced"),),
    }  # fmt: skip
    return DraftEntry(start=0, end=6, **(whole | more))


def item(code: str, *entries: DraftEntry, **more: Any) -> DraftItem:
    """An item that was taken."""
    whole: dict[str, Any] = {"heading": words("見出し"), "label": words(f"項目{code}"), "state": "taken"}
    return DraftItem(code=code, start=0, end=6, entries=entries, **(whole | more))


def statement(*items: DraftItem, **more: Any) -> Draft:
    """A draft of these items."""
    heard: dict[str, Any] = {
        "key": KEY, "title": words("架空の共同声明"), "short_title": words("架空声明", "Made-up"),
        "publisher": words("両政府"), "language": "ja", "date": "2031-02-03", "file": "made-up.txt", "sha256": "0" * 64,
    }  # fmt: skip
    whole: dict[str, Any] = {"organisations": (Organisation(key="made-up-agency", name=words("架空庁")),)}
    return Draft(edition="x", source=Heard(**heard), text=TEXT, items=items, **(whole | more))


def every_kind() -> Draft:
    """One item of each kind: refused, new, of the atlas, joined, at a new place, with a new partner, two in one."""
    return statement(
        item("1", state="refused", reason="general"),
        item("2", state="refused", reason="other-party"),
        item("2.1", entry("架空の対話", id="made-up-dialogue")),
        item("2.1.1", entry("", with_item="2.1", places=(DraftPlace(country="BRA"),), steps=())),
        item("3", entry("", same_as="civil-service-exchange", places=(), steps=())),
        item("4", entry("港の研修", partners=("made-up-agency", "AUS"), places=(
            DraftPlace(country="BRA", spot=HARBOUR, precision="city", role="recipient"),))),
        item("5", entry("前半"), entry("後半", places=(DraftPlace(region="global", precision="region"),))),
        item("6", entry("", same_as="azec", places=(DraftPlace(country="BRA"),), steps=(
            DraftStep(status="held", date="2031-01-20"),))),
    )  # fmt: skip


def folder_of(real: Path, to: Path) -> Path:
    """A copy of the committed data without its large files."""
    shutil.copytree(
        real, to, ignore=shutil.ignore_patterns("editions", "initiatives.geojson", "land.json", "coast.json")
    )
    return to
