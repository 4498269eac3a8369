"""How map and list share a page: beside or under each other, whichever leaves the map larger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from exporters.snapshot.panel import Laid, Level, Part, fits, full_page, lay, tight
from exporters.snapshot.sheet import Rect

_GAP: Final = 18.0
_RICH: Final = (Level(1, 21.0, True, True), Level(1, 19.0, True, True), Level(1, 19.0, True, False))
_BESIDE: Final = (
    (0.27, _RICH[0]), (0.34, _RICH[0]), (0.34, _RICH[1]), (0.38, _RICH[1]), (0.34, _RICH[2]), (0.38, _RICH[2]),
    (0.42, Level(1, 18.0, False, True)), (0.5, Level(2, 18.0, False, True)), (0.56, Level(2, 17.0, False, True)),
    (0.27, Level(1, 18.0, False, False)), (0.42, Level(2, 19.0, True, False)), (0.5, Level(2, 19.0, True, False)),
    (0.42, Level(2, 18.0, False, False)), (0.52, Level(2, 17.0, False, False)), (0.52, Level(3, 17.0, False, False)),
    (0.64, Level(3, 17.0, False, False)), (0.64, Level(4, 17.0, False, False)), (0.72, Level(4, 17.0, False, False)),
)  # fmt: skip
_UNDER: Final = tuple(
    (share, Level(columns, size, place, news))
    for share, size, place, news in (
        (0.38, 19.0, True, True), (0.46, 19.0, True, False), (0.46, 18.0, False, True), (0.54, 17.0, False, True),
        (0.4, 18.0, False, False), (0.5, 17.0, False, False), (0.64, 17.0, False, False),
    )
    for columns in (2, 3, 4, 5)
)  # fmt: skip
Scale = Callable[[Rect], float]


class Arranged(NamedTuple):
    """The map's part of the page, and the list in the rest."""

    area: Rect
    laid: Laid | None


def arrange(parts: Sequence[Part], band: Rect, scale: Scale) -> Arranged:
    """Share a band between map and list; `scale` says how large the map is drawn in an area."""
    if not parts:
        return Arranged(band, None)
    found = [way for way in (_first(_beside(parts, band)), _first(_under(parts, band))) if way]
    if found:
        return max(found, key=lambda way: scale(way.area))
    cut = max((_cut_beside(band, 0.5), _cut_under(band, 0.42)), key=lambda cut: scale(cut[0]))
    return Arranged(cut[0], full_page(parts, cut[1]))


def _first(ways: Iterator[Arranged]) -> Arranged | None:
    return next(ways, None)


def _beside(parts: Sequence[Part], band: Rect) -> Iterator[Arranged]:
    for share, level in _BESIDE:
        area, rest = _cut_beside(band, share)
        if fits(parts, rest, level) and area.w > 330:
            yield Arranged(area, lay(parts, rest, level))


def _cut_beside(band: Rect, share: float) -> tuple[Rect, Rect]:
    left = band.w * (1 - share) - _GAP
    return band._replace(w=left), Rect(band.x + left + _GAP, band.y, band.w - left - _GAP, band.h)


def _cut_under(band: Rect, share: float) -> tuple[Rect, Rect]:
    top = band.h * (1 - share) - _GAP
    return band._replace(h=top), Rect(band.x, band.y + top + _GAP, band.w, band.h - top - _GAP)


def _under(parts: Sequence[Part], band: Rect) -> Iterator[Arranged]:
    for share, level in _UNDER:
        rest = band._replace(y=band.bottom - band.h * share, h=band.h * share)
        if fits(parts, rest, level):
            rest = tight(parts, rest, level)
            yield Arranged(band._replace(h=rest.y - _GAP - band.y), lay(parts, rest, level))
