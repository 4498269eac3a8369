"""A strip of time on a page: lanes with a sign a step, open where only the month is known, and the months below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from atlas import palette
from exporters.print.elements.fonts import FLOOR, width
from exporters.print.elements.items import Item, Polyline, Rect, Run, Sign, Words, ring
from exporters.print.elements.parts import block

_LANE: Final = 34.0
_WORDED: Final = 72.0
_SIGN: Final = 24.0
_APART: Final = 30.0  # from sign to sign: a diamond is wider than it is long
_NAMES: Final = 170.0
_LABEL: Final = 30.0
_LIGHT: Final = "#D9DFE4"


def strip_height(one: Mapping[str, Any], worded: bool = False) -> float:
    """How high a strip is, in units; `worded` says what happened beside the signs."""
    return len(one["lanes"]) * (_WORDED if worded else _LANE) + _LABEL


def strip_items(one: Mapping[str, Any], rect: Rect, worded: bool = False) -> Iterator[Item]:
    """The lanes of a strip in a rectangle, their names at the left."""
    high = _WORDED if worded else _LANE
    left, wide, foot = rect.x + _NAMES, rect.w - _NAMES - _SIGN, rect.y + len(one["lanes"]) * high
    yield from _ticks(one, left, wide, rect.y, foot)
    for number, lane in enumerate(one["lanes"]):
        y = rect.y + (number + 0.5) * high
        signs = _apart(lane["signs"], wide)
        if worded:
            yield from _said(signs, left, wide, y, rect.right)
        yield Polyline("lane", ring([(left, y), (left + wide, y)]), _LIGHT, 1)
        name = block("lane", rect.x, y - _LANE / 2 + 3, _NAMES, lane["name"], FLOOR, bold=True,
                     colour=palette.FOCUS_TEXT[lane["focus"]], most=1)  # fmt: skip
        yield name
        for sign in signs:
            text = str(sign["n"]) if sign["n"] > 1 else ""  # the area's own sign would read as a number
            yield Sign(sign["label"][:80], left + sign["at"] * wide, y, _SIGN, lane["focus"], text, sign["open"])


def _apart(signs: Sequence[Mapping[str, Any]], wide: float) -> list[Mapping[str, Any]]:
    """The signs of a lane so wide; those that would overlap are one with their number."""
    found: list[Mapping[str, Any]] = []
    for sign in signs:
        last = found[-1] if found else None
        if last is None or (sign["at"] - last["at"]) * wide >= _APART:
            found.append(sign)
        else:
            found[-1] = {
                "at": last["at"],
                "open": last["open"] and sign["open"],
                "n": last["n"] + sign["n"],
                "said": last["said"] if last["said"] == sign["said"] else "",
                "label": f"{last['label']} / {sign['label']}",
            }
    return found


def _said(signs: Sequence[Mapping[str, Any]], left: float, wide: float, y: float, end: float) -> Iterator[Item]:
    """What happened, over its sign or under it, where one of both has room."""
    free = {-1: left - _SIGN, 1: left - _SIGN}
    for sign in signs:
        needs, at = width(sign["said"], FLOOR), left + sign["at"] * wide
        x = min(max(at - needs / 2, left - _SIGN), end - needs)
        side = next((side for side in (-1, 1) if free[side] <= x), 0)
        if side and needs:
            rect = Rect(x, y + side * 24 - 12, needs, 24)
            yield Words(sign["said"], rect, ((Run(sign["said"]),),), FLOOR, 24, palette.NEUTRAL)
            free[side] = x + needs + 8


def _ticks(one: Mapping[str, Any], left: float, wide: float, top: float, foot: float) -> Iterator[Item]:
    """A thin line a month, its name below where it has room; the end of the time is a strong line."""
    free = left
    for share, name in one["ticks"]:
        x, needs = left + share * wide, width(name, FLOOR)
        yield Polyline("month", ring([(x, top), (x, foot)]), _LIGHT, 1)
        if name and x >= free and x + needs <= left + wide + _SIGN:
            yield Words(name, Rect(x, foot + 2, needs, 27), ((Run(name),),), FLOOR, 27, palette.NEUTRAL)
            free = x + needs + 14
    yield Polyline("today", ring([(left + wide, top), (left + wide, foot)]), palette.INK, 2.5)
