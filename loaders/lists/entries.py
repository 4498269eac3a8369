"""Rows as initiatives and sites of the atlas: their ids, their words, and what of them was not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from atlas import vocab
from atlas.records import ITEM
from loaders.lists.cells.amounts import Money, money_of
from loaders.lists.cells.dates import Day, day_of
from loaders.lists.cells.words import codes_of, focus_of, joined, partners_of, status_of, texts
from loaders.lists.placing.placement import Placement
from loaders.lists.placing.placenames import is_nothing
from loaders.lists.remark import Remark


@dataclass(frozen=True)
class ListRow:
    """One row of a list: its number, its values by field, and what became of it."""

    number: int
    values: Mapping[str, str]
    placement: Placement


@dataclass(frozen=True)
class ListEntry:
    """A row in the atlas's terms; `missed` tells what of it no vocabulary knows."""

    line: ListRow
    initiative: str
    site: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    focus: int | None
    themes: tuple[str, ...]
    instruments: tuple[str, ...]
    partners: tuple[str, ...]
    mentions: tuple[str, ...]
    status: str | None
    date: str | None
    amount: float | None
    currency: str | None
    missed: tuple[Remark, ...]

    @property
    def id(self) -> str:
        """The id of its feature."""
        return f"{self.initiative}/{self.site}"


def entries_of(lines: Iterable[ListRow], organisations: Mapping[str, str]) -> list[ListEntry]:
    """An entry a row; rows of the same title (or number) are sites of one initiative."""
    ids = _Ids()
    return [_entry(line, organisations, ids) for line in lines]


def _entry(line: ListRow, organisations: Mapping[str, str], ids: _Ids) -> ListEntry:
    values, title = line.values, texts(line.values, "title")
    initiative = ids.initiative(line, title)
    themes = codes_of(values.get("themes", ""), vocab.THEMES)
    instruments = codes_of(values.get("instruments", ""), vocab.INSTRUMENTS)
    partners = partners_of(values.get("partners", ""), organisations)
    status = status_of(values.get("status", ""))
    focus, day = focus_of(values.get("focus", "")), day_of(values.get("date", "")) or Day(None)
    money = money_of(values.get("amount", ""), values.get("unit", ""), values.get("currency", ""))
    unknown = {
        "focus": () if focus is not None or not values.get("focus") else (values["focus"],),
        "themes": themes.unknown, "instruments": instruments.unknown, "partners": partners.unknown,
        "status": status.unknown,
    }  # fmt: skip
    return ListEntry(
        line, initiative, ids.site(line, initiative), title, texts(values, "summary"), focus, themes.codes,
        instruments.codes, partners.codes, _mentions(values.get("mentions", "")),
        status.codes[0] if status.codes else None, day.value, money.amount, money.currency,
        (*(Remark(f"missed_{name}", {"words": joined(words)}) for name, words in unknown.items() if words),
         *_of_day(values.get("date", ""), day), *_of_money(values.get("amount", ""), money)),
    )  # fmt: skip


def _of_day(words: str, day: Day) -> Iterator[Remark]:
    """What of a date was not taken, and why."""
    if day.value is None and not is_nothing(words):
        yield Remark("missed_date", {"words": words[:80]})
    elif day.value and day.why:
        yield Remark("taken_date", {"words": words[:80], "date": day.value, "why": day.why})


def _of_money(words: str, money: Money) -> Iterator[Remark]:
    if money.why:
        yield Remark("taken_amount" if money.amount else "missed_amount", {"words": words[:80], "why": money.why})


def slug(text: str, limit: int = 40) -> str:
    """The Latin letters and digits of a text as a slug, empty where there are none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:limit].strip("-")


class _Ids:
    """Ids that no other row has; those of initiatives have a prefix, so that they never meet one of the catalogue's."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}
        self._taken: dict[str, set[str]] = {}
        self._last: dict[tuple[str, str], int] = {}

    def initiative(self, line: ListRow, title: Mapping[str, str]) -> str:
        own = title.get("ja", "") + "\n" + title.get("en", "")
        whole = own if own.strip() else f"{line.values.get('id', '')}\n{line.number}"
        if whole not in self._named:
            number = slug(line.values.get("id", ""), 20)
            wish = slug(title.get("en", "")) or (f"no-{number}" if number else f"row-{line.number}")
            self._named[whole] = self._free("", f"list-{wish}")
        return self._named[whole]

    def site(self, line: ListRow, initiative: str) -> str:
        placement, spot = line.placement, line.placement.spot
        known = spot and (spot.key or slug(spot.name_en))
        wish = known or placement.country or placement.region or f"row-{line.number}"
        return self._free(initiative, wish.casefold())

    def _free(self, group: str, wish: str) -> str:
        taken, name = self._taken.setdefault(group, set()), wish
        while name in taken:
            self._last[group, wish] = self._last.get((group, wish), 1) + 1
            name = f"{wish}-{self._last[group, wish]}"
        taken.add(name)
        return name


def _mentions(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found[0] for found in re.finditer(rf"[a-z0-9-]+:{ITEM}", text)))
