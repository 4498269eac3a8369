"""Which initiatives a draft tells of: new ones under their ids, those of the atlas, each with all its items."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from loaders.catalogue.messages import is_slug
from loaders.intake.draft import Draft, DraftEntry, DraftItem
from loaders.lists.entries import slug
from loaders.lists.remark import DocumentError


@dataclass
class Planned:
    """An initiative of the draft: its id, whether the atlas has it, and the entries that tell of it, by item."""

    id: str
    known: bool
    told: list[tuple[str, DraftEntry]] = field(default_factory=list)

    def mentions(self, document: str) -> list[str]:
        """The items that name it."""
        return list(dict.fromkeys(f"{document}:{code}" for code, _ in self.told))


def planned(draft: Draft, known: Collection[str]) -> list[Planned]:
    """The initiatives of the accepted items, in their order; raises DocumentError where an id or a link cannot be."""
    found: dict[str, Planned] = {}
    first: dict[str, Planned] = {}
    wished = {entry.id for _, entry in entries(draft) if entry.id}
    for item, entry in entries(draft):
        one = _linked(item, entry, known, first) or _new(draft, item, entry, {*known, *found}, wished)
        one = found.setdefault(one.id, one)
        one.told.append((item.code, entry))
        first.setdefault(item.code, one)
    return list(found.values())


def entries(draft: Draft) -> Iterator[tuple[DraftItem, DraftEntry]]:
    """Every entry of the items that were taken."""
    return ((item, entry) for item in draft.items if item.state == "taken" for entry in item.entries)


def _linked(item: DraftItem, entry: DraftEntry, known: Collection[str], first: dict[str, Planned]) -> Planned | None:
    """The initiative that an entry adds to: one of the atlas, or the first one of an earlier item."""
    if entry.same_as:
        if entry.same_as not in known:
            raise DocumentError("accept_no_such", code=item.code, id=entry.same_as)
        return Planned(entry.same_as, known=True)
    if entry.with_item and entry.with_item not in first:
        raise DocumentError("accept_no_item", code=item.code, other=entry.with_item)
    return first[entry.with_item] if entry.with_item else None


def _new(draft: Draft, item: DraftItem, entry: DraftEntry, taken: Collection[str], wished: Collection[str]) -> Planned:
    if not entry.id:
        wish = slug(entry.title.en) or slug(f"{draft.source.key}-{item.code}", 60)
        return Planned(free(wish, {*taken, *wished}), known=False)
    if not is_slug(entry.id):
        raise DocumentError("accept_no_slug", code=item.code, id=entry.id)
    if entry.id in taken:
        raise DocumentError("accept_exists", code=item.code, id=entry.id)
    return Planned(entry.id, known=False)


def free(wish: str, taken: Collection[str]) -> str:
    """A key that nothing has: the one wished for, else with a number."""
    name, number = wish, 2
    while name in taken:
        name, number = f"{wish[:55]}-{number}", number + 1
    return name
