"""What changed between two editions, as slides: the sentence, then every change by kind in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from atlas import palette
from atlas.compare import sentences as words
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.elements.fonts import FLOOR, clean, width
from exporters.print.elements.parts import MARGIN, block
from exporters.print.elements.sheet import Item, Rect, RoundedRect, Run, Sheet, Words
from exporters.print.elements.transform import moved

_WIDE: Final = 1920.0
_HIGH: Final = 1080.0
_COLUMN: Final = (_WIDE - 2 * MARGIN - 40) / 2
_MOST: Final = 3


def changes_bytes(said: words.ChangeSheet, lang: Lang, stamp: datetime) -> bytes:
    """The comparison as a PowerPoint file; text from the data stays plain."""
    return pptx_bytes(changes_sheets(said, lang), stamp, clean(said.head))


def changes_sheets(said: words.ChangeSheet, lang: Lang) -> list[Sheet]:
    """The pages, as many as the changes need."""
    sheets = [_page(said, lang)]
    column, y, last = 0, _top(sheets[0]), ""
    for line, heading in _entries(said, lang):
        items, high = _block(line, heading, line.title != last)
        if y + high > _HIGH - 60:
            column, y = column + 1, _top(sheets[-1])
            items, high = _block(line, heading, True)
        if column == 2:
            sheets.append(_page(said, lang))
            column, y = 0, _top(sheets[-1])
        for item in items:
            sheets[-1].layers[-1].add(moved(item, MARGIN + column * (_COLUMN + 40), y))
        y, last = y + high, line.title
    return sheets


def _page(said: words.ChangeSheet, lang: Lang) -> Sheet:
    room = _WIDE - 2 * MARGIN
    title = block("title", MARGIN, 16, room, clean(said.title), 34, bold=True, most=2, leading=1.25)
    sheet = Sheet(_WIDE, _HIGH, title, lang, alt=clean(said.head), notes=clean(said.head))
    head = block("head", MARGIN, title.rect.bottom + 6, room, clean(said.head), 20, colour=palette.NEUTRAL, most=3)
    foot = block("foot", MARGIN, _HIGH - 40, room, t(lang, "snap_boundaries"), FLOOR, colour=palette.MUTED, most=1)
    sheet.layer("head").add(head)
    sheet.layer("foot").add(foot)
    sheet.layer("changes", clean(said.head))
    return sheet


def _top(sheet: Sheet) -> float:
    head = next(item for item in sheet.layers[0].items if isinstance(item, Words))
    return head.rect.bottom + 16


def _entries(said: words.ChangeSheet, lang: Lang) -> Iterator[tuple[words.ChangeLine, str]]:
    """Every change, the first of a kind with the kind's heading."""
    for kind in words.KINDS:
        for number, line in enumerate(words.of_kind(said.lines, kind)):
            yield line, "" if number else t(lang, f"changes_{kind}")


def _block(line: words.ChangeLine, heading: str, named: bool) -> tuple[list[Item], float]:
    """A change placed from (0, 0), with its height; `named` under the title of its initiative."""
    items: list[Item] = _heading(heading) if heading else []
    y = 40.0 if heading else 0.0
    if named:
        title = block("title", 0, y + 6, _COLUMN, clean(line.title), 18, bold=True, most=2)
        items, y = [*items, title], title.rect.bottom
    text = clean(f"{line.what}: {line.before} → {line.after}")
    under = block("change", 0, y, _COLUMN, text, FLOOR, colour=palette.NEUTRAL, most=_MOST)
    return [*items, under], under.rect.bottom + 4


def _heading(text: str) -> list[Item]:
    words_ = Words(text, Rect(10, 0, width(text, 18, True), 30), ((Run(text, True),),), 18, 30, palette.INK)
    return [RoundedRect("heading", Rect(0, 0, _COLUMN, 30), "#E9EDF0"), words_]
