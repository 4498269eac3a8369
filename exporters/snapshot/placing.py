"""Where marks and labels go: fixed ones at their place, all others at the nearest free spot (textalloc finds it)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from textalloc.non_overlapping_boxes import get_non_overlapping_boxes

from exporters.snapshot.sheet import Points, Rect

_NEAR: Final = (30.0, 70.0, 130.0, 220.0, 340.0, 520.0, 900.0)
_TRIES: Final = 500
_FEW: Final = 150
Segment = tuple[float, float, float, float]


class Wish(NamedTuple):
    """A box that wants to stand at or near (x, y); `reach` keeps it off a symbol there, `fixed` may not move."""

    x: float
    y: float
    w: float
    h: float
    reach: float = 0.0
    fixed: bool = False


def centred(wish: Wish) -> Rect:
    """The box of a wish in the middle of its place."""
    return Rect(wish.x - wish.w / 2, wish.y - wish.h / 2, wish.w, wish.h)


def place_marks(wishes: Sequence[Wish], area: Rect, taken: Iterable[Rect] = (), room: float = 3.0) -> list[Rect | None]:
    """A rectangle for every wish, none over another: at its place if free, else as near as there is room."""
    found: list[Rect | None] = [None] * len(wishes)
    used = list(taken)
    order = sorted(range(len(wishes)), key=lambda i: (not wishes[i].fixed, wishes[i].w * wishes[i].h))
    for i in order:
        rect = centred(wishes[i])
        if area.holds(rect) and not any(rect.meets(other, room) for other in used):
            found[i] = rect
            used.append(rect)
    left = [i for i in order if found[i] is None]
    for i, other in zip(left, place_labels([wishes[i] for i in left], area, used, room=room), strict=True):
        found[i] = other
    return found


def place_labels(
    wishes: Sequence[Wish], area: Rect, taken: Sequence[Rect], *, far: float = 900.0, room: float = 3.0,
    lines: Sequence[Segment] = (),
) -> list[Rect | None]:  # fmt: skip
    """A rectangle beside the place of every wish, none over another nor over `taken`; None where there is no room."""
    found: list[Rect | None] = [None] * len(wishes)
    for distance in [near for near in _NEAR if near <= far] or [far]:
        left = [i for i, rect in enumerate(found) if rect is None]
        if not left:
            break
        used = [*taken, *(rect for rect in found if rect is not None)]
        for i, rect in _round([wishes[i] for i in left], area, used, distance, room, lines):
            found[left[i]] = rect
    return found


def _round(
    wishes: Sequence[Wish], area: Rect, taken: Sequence[Rect], far: float, room: float, lines: Sequence[Segment]
) -> Iterable[tuple[int, Rect]]:
    """One call of the library: what it could place within a distance (units), by number."""
    for uncrossed in (True, False):
        try:
            boxes, _ = get_non_overlapping_boxes(
                original_boxes=[(wish.x, wish.y, wish.w, wish.h, str(i)) for i, wish in enumerate(wishes)],
                xlims=(area.x, area.right), ylims=(area.y, area.bottom), aspect_ratio=area.w / area.h,
                margin=room / area.w, min_distance=4 / area.w, max_distance=far / area.w, verbose=False,
                nbr_candidates=_FEW if far <= _NEAR[1] else _TRIES, draw_all=False, scatter_xy=None, scatter_sizes=None,
                lines_xyxy=np.array(lines) if len(lines) else None,
                scatter_plot_bbs=_corners(taken), text_scatter_sizes=[wish.reach for wish in wishes], direction=None,
                draw_lines=True, avoid_label_lines_overlap=True, avoid_crossing_label_lines=uncrossed,
                priority_strategy=None,
            )  # fmt: skip
            break
        except AssertionError:  # the library's own, where a box covers its place and so has no line
            continue
    for x, y, w, h, _, i in boxes:
        yield int(i), Rect(float(x), float(y), w, h)


def _corners(rects: Sequence[Rect]) -> Points:
    return np.array([(rect.x, rect.y, rect.right, rect.bottom) for rect in rects] or [(-9e6, -9e6, -9e6 + 1, -9e6 + 1)])


def nearest(rect: Rect, x: float, y: float) -> tuple[float, float]:
    """The point of a rectangle that lies nearest to a place."""
    return min(max(x, rect.x), rect.right), min(max(y, rect.y), rect.bottom)
