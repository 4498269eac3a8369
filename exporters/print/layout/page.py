"""A page: its size in units, its head and foot, and the room between them; paper and print."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from atlas import palette
from exporters.print.content.brief import Brief
from exporters.print.content.talking import explaining
from exporters.print.elements.fonts import FLOOR
from exporters.print.elements.items import PER_INCH, Rect
from exporters.print.elements.parts import MARGIN
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.transform import painted, scaled
from exporters.print.layout.margins import foot, head, head_room, title_words
from exporters.print.options import Options

_PAPER: Final = 17.0  # 8.5 pt on A4, in units
_GREYS: Final = {
    palette.SEA: "#FFFFFF", palette.LAND: "#EDEDED", palette.LAND_SHOWN: "#C9C9C9", palette.COAST: "#8C8C8C",
    palette.ISLAND: "#9A9A9A", palette.ISLAND_SHOWN: "#555555", palette.LEADER: "#333333", palette.PLATE: "#555555",
    palette.MUTED: "#333333", palette.CONTEXT: "#444444", palette.NEUTRAL: "#222222", "#E9EDF0": "#E6E6E6",
    **dict.fromkeys(palette.FOCUS_TEXT.values(), palette.INK), **dict.fromkeys(palette.FOCUS_TINT.values(), "#E6E6E6"),
}  # fmt: skip


def page_units(options: Options) -> tuple[float, float]:
    """The page as it is laid out: A4 larger than it is, since its text may be smaller."""
    wide, high, _ = options.page()
    return wide * PER_INCH * _grown(options), high * PER_INCH * _grown(options)


def _grown(options: Options) -> float:
    return FLOOR / _PAPER if options.size.startswith("a4") else 1.0


def finished(sheets: list[Sheet], options: Options) -> list[Sheet]:
    """Pages in their true size and in the colours asked for, their abbreviations explained in the notes."""
    grown = _grown(options)
    for sheet in coloured(sheets, options):
        sheet.notes = explaining(sheet)
        if grown != 1:
            scaled(sheet, 1 / grown)
    return sheets


def coloured(sheets: list[Sheet], options: Options) -> list[Sheet]:
    """Pages in the colours asked for."""
    if options.colours == "print":
        for sheet in sheets:
            painted(sheet, _GREYS)
    return sheets


def frame_sheet(brief: Brief) -> tuple[Sheet, Rect]:
    """A page with its head and foot, and the room between them."""
    wide, high = page_units(brief.options)
    sheet = Sheet(wide, high, title_words(brief, head_room(wide, brief)), brief.lang, alt=brief.alt())
    top, bottom = head(sheet, brief), foot(sheet, brief)
    sheet.bookmark = f"{brief.title}\u3000{brief.label}".strip()
    if not brief.options.bare and "".join(sheet.title.plain().split()) != "".join(brief.title.split()):
        sheet.cut.append("title")
    return sheet, Rect(MARGIN, top, wide - 2 * MARGIN, max(bottom - top - 8, 60.0))


def continued(brief: Brief) -> tuple[Sheet, Rect]:
    """A further page of the same title."""
    title = brief.t("snap_continued", title=brief.title)
    sheet, band = frame_sheet(replace(brief, options=replace(brief.options, title=title)))
    sheet.bookmark = brief.title
    return sheet, band
