"""How map and list share a page: beside or under each other, whichever leaves the map larger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from exporters.print.elements.fonts import FLOOR
from exporters.print.elements.items import Rect
from exporters.print.layout.panel import Laid, Level, Part, fits, full_page, lay, tight

_GAP: Final = 18.0
_RICH, _DENSE = Level(1, FLOOR + 1, True), Level(1, FLOOR, False)
_BESIDE: Final = (
    (0.27, _RICH), (0.34, _RICH), (0.4, _RICH), (0.34, _DENSE), (0.42, _DENSE), (0.5, _DENSE._replace(columns=2)),
    (0.58, _DENSE._replace(columns=2)), (0.64, _DENSE._replace(columns=3)),
)  # fmt: skip
_UNDER: Final = tuple(
    (share, level._replace(columns=columns))
    for share, level in ((0.38, _RICH), (0.46, _RICH), (0.46, _DENSE), (0.56, _DENSE))
    for columns in (2, 3, 4, 5)
)
_WIDEST: Final = 1.5  # of a frame's own shape: spare room goes to the list
_ALONE: Final = 1.3  # times larger: the map has the first page alone when its list needs more pages anyway
Scale = Callable[[Rect], float]


class Arranged(NamedTuple):
    """The map's part of the page, and the list in the rest."""

    area: Rect
    rest: Rect | None
    level: Level | None

    def again(self, parts: Sequence[Part]) -> Laid | None:
        """The list laid out in its room."""
        if self.rest is None or not parts:
            return None
        return lay(parts, self.rest, self.level) if self.level else full_page(parts, self.rest)


def arrange(parts: Sequence[Part], band: Rect, scale: Scale) -> Arranged:
    """Share a band between map and list; `scale` says how large the map is drawn in an area."""
    if not parts:
        return Arranged(_slim(band, scale, centred=True), None, None)
    found = [way for way in (_first(_beside(parts, band, scale)), _first(_under(parts, band))) if way]
    if found:
        return max(found, key=lambda way: scale(way.area))
    cut = max((_cut_beside(band, 0.5), _cut_under(band, 0.42)), key=lambda cut: scale(cut[0]))
    if scale(band) > scale(cut[0]) * _ALONE:
        return Arranged(band, None, None)
    return Arranged(cut[0], cut[1], None)


def _first(ways: Iterator[Arranged]) -> Arranged | None:
    return next(ways, None)


def _slim(area: Rect, scale: Scale, *, centred: bool = False) -> Rect:
    """An area no wider than its frame can use: at the same scale, with something round it."""
    whole = scale(area)
    narrow = next(
        (w for share in range(4, 10) if scale(area._replace(w=(w := area.w * share / 10))) >= whole * 0.999), area.w
    )
    wide = min(area.w, narrow * _WIDEST)
    return area._replace(x=area.x + (area.w - wide) / 2 if centred else area.x, w=wide)


def _beside(parts: Sequence[Part], band: Rect, scale: Scale) -> Iterator[Arranged]:
    for share, level in _BESIDE:
        area, rest = _cut_beside(band, share)
        if area.w > 330 and fits(parts, rest, level):
            slim = _slim(area, scale)
            rest = Rect(slim.right + _GAP, rest.y, rest.right - slim.right - _GAP, rest.h)
            yield Arranged(slim, rest, level)


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
            yield Arranged(band._replace(h=rest.y - _GAP - band.y), rest, level)
