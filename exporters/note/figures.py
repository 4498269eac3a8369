"""The map of a note in the style that was chosen: alone, with the numbers of the note's list, or with boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.compose import compose, compose_map
from exporters.print.draw.png import png_bytes
from exporters.print.elements.sheet import Sheet
from exporters.print.map.marks import ranges
from exporters.print.options import Options
from maps.basemap import Basemap

_PIXELS: Final = 1600  # across
_MM: Final = 25.4
_HEADING: Final = 20.0  # millimetres over a picture as high as a page
_HEIGHTS: Final = (0.5, 0.7, 1.0)  # of the room: the first that holds all boxes


class Figure(NamedTuple):
    """A picture as PNG with its words for those who cannot see it, and what stands under it."""

    png: bytes
    alt: str
    caption: str = ""


def figures(
    extract: Extract, base: Basemap, options: Options, order: Sequence[str], room: tuple[float, float]
) -> list[Figure]:
    """The pictures of a note that has its initiatives in this order, and so many millimetres of room for text."""
    if options.style == "boxes" and order:
        return [_figure(extract, sheet, "") for sheet in _boxed(extract, base, options, room)]
    sheet = compose_map(extract, base, options, order)
    number = {code: at for at, code in enumerate(order, 1)}
    lang, colon = extract.lang, t(extract.lang, "colon")
    told = [f"{t(lang, f'snap_{kind}')}{colon}{ranges([number[code] for code in codes])}"
            for kind, codes in sheet.tally.items() if codes]  # fmt: skip
    caption = "\u3000".join([t(lang, "snap_keys"), *told]) if options.style == "numbered" and order else ""
    return [_figure(extract, sheet, caption)]


def _boxed(extract: Extract, base: Basemap, options: Options, room: tuple[float, float]) -> list[Sheet]:
    """The pages of the deck as large as the text: title, marking and code stand in the note already."""
    wide, high = room[0], room[1] - _HEADING
    for share in _HEIGHTS:
        inches = (wide / _MM, high * share / _MM)
        plain = replace(options, size="a4-portrait", room=inches, bare=True, qr=False, marking="", subtitle="")
        sheets = compose(extract, base, plain)
        if len(sheets) == 1:
            break
    return [replace(sheet, title=sheet.title._replace(lines=())) for sheet in sheets]


def _figure(extract: Extract, sheet: Sheet, caption: str) -> Figure:
    pixels = (_PIXELS, round(_PIXELS * sheet.height / sheet.width))
    return Figure(png_bytes(sheet, pixels, extract.stamp(), {}), sheet.alt, caption)
