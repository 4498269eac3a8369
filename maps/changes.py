"""What the map is sent to draw the changes between two editions: places that came, went and moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from atlas.compare.editions import Change, Changes, Move, Row
from atlas.compare.sentences import move_words
from atlas.compare.values import place_name, place_words, printable
from atlas.geo.bounds import Bounds
from atlas.geo.drawn import drawn
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import join
from maps.symbols import form_of

Context = Mapping[str, Mapping[str, Any]]
_ROOM: Final = 6.0
_WORDS: Final = ("legend", "added", "removed", "moved", "changed")


def scene_of(changes: Changes, lang: Lang, context: Context) -> dict[str, Any]:
    """Marks and words of a comparison; x and y are degrees of the drawing frame, None for what has no place."""
    marks = [mark for item in changes.items for mark in _marks(item, lang, context)]
    return {"words": {key: t(lang, f"changes_map_{key}") for key in _WORDS}, "marks": marks}


def unplaced(scene: Mapping[str, Any]) -> int:
    """How many of the changes have no place on the map."""
    return sum(mark["x"] is None for mark in scene["marks"])


def bounds_of_changes(scene: Mapping[str, Any]) -> Bounds | None:
    """West, south, east, north round everything that is drawn; None when that is nothing."""
    points = [(mark["x"], mark["y"]) for mark in scene["marks"] if mark["x"] is not None]
    points += [(mark["fx"], mark["fy"]) for mark in scene["marks"] if mark["x"] is not None and mark["fx"] is not None]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    west, east = max(min(xs) - _ROOM * 2, -30.0), min(max(xs) + _ROOM * 2, 330.0)
    return west, max(min(ys) - _ROOM, -60.0), east, min(max(ys) + _ROOM, 75.0)


def _marks(item: Change, lang: Lang, context: Context) -> Iterator[dict[str, Any]]:
    if not (item.old and item.new):
        kind = "added" if item.new else "removed"
        for row in item.new or item.old:
            yield _mark(kind, item, t(lang, f"changes_{kind}"), lang) | _where(row, None, lang, context)
    for move in item.moves:
        if not move.drawn:
            yield from _moved(item, move, lang, context)
    yield from _edited(item, lang, context)


def _edited(item: Change, lang: Lang, context: Context) -> Iterator[dict[str, Any]]:
    """A mark at each place whose fields changed; where the place itself came or moved, that mark is enough."""
    if not (item.old and item.new):
        return
    marked = [move.new for move in item.moves if not move.drawn]
    for row in item.new:
        fields = [edit.field for edit in item.edits if not edit.places or any(row is place for place in edit.places)]
        if fields and not any(row is place for place in marked):
            text = join([t(lang, f"field_{name}") for name in dict.fromkeys(fields)], lang)
            yield _mark("changed", item, text, lang) | _where(row, None, lang, context)


def _moved(item: Change, move: Move, lang: Lang, context: Context) -> Iterator[dict[str, Any]]:
    text, row = move_words(move, lang), move.new or move.old
    if move.new and move.old:
        colon = "：" if lang == "ja" else ": "
        ends = f"{place_words(move.old, lang)} → {place_words(move.new, lang)}"
        yield _mark("moved", item, text + colon + ends, lang) | _where(move.new, move.old, lang, context)
    elif row:
        kind = "added" if move.new else "removed"
        yield _mark(kind, item, text, lang) | _where(row, None, lang, context)


def _mark(kind: str, item: Change, text: str, lang: Lang) -> dict[str, Any]:
    return {
        "kind": kind,
        "id": item.initiative,
        "initiative": item.initiative,
        "open": bool(item.new),
        "title": printable(text_of(item.row, "title", lang)),
        "text": text,
    }


def _where(row: Row, old: Row | None, lang: Lang, context: Context) -> dict[str, Any]:
    """Where a mark stands and where from; what has no place any more stands where it was."""
    here, there = _drawn(row, context), _drawn(old, context)
    if here["x"] is None and old is not None:
        row, here, there = old, there, here
    return {
        "name": place_name(row, lang),
        "x": here["x"], "y": here["y"], "fx": there["x"], "fy": there["y"],
        "lines": here.get("lines"), "was": there.get("lines"),
        "precision": form_of(row["precision"]), "country": row["country"] if isinstance(row["country"], str) else None,
    }  # fmt: skip


def _drawn(row: Row | None, context: Context) -> dict[str, Any]:
    if row is None or row["geometry"] is None:
        return {"x": None, "y": None}
    return drawn({"route_basis": None, **row}, context)
