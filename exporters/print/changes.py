"""What changed between two editions, as slides: the sentence, then every change under its heading in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, Literal

from atlas import palette
from atlas.compare.groups import Grouping, groups
from atlas.compare.sentences import ChangeLine, ChangeSheet
from atlas.compare.spans import Mark
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.elements.fonts import FLOOR, clean, width
from exporters.print.elements.parts import LEADING, MARGIN, block
from exporters.print.elements.runs import wrap_runs
from exporters.print.elements.sheet import Item, Rect, RoundedRect, Run, Sheet, Words
from exporters.print.elements.transform import moved

_WIDE: Final = 1920.0
_HIGH: Final = 1080.0
_COLUMN: Final = (_WIDE - 2 * MARGIN - 40) / 2
_COLOURS: Final = {"same": palette.NEUTRAL, "old": palette.MUTED, "new": palette.INK}
_RULES: Final[dict[Mark, Literal["", "through", "under"]]] = {"same": "", "old": "through", "new": "under"}


def changes_bytes(said: ChangeSheet, by: Grouping, lang: Lang, stamp: datetime) -> bytes:
    """The comparison as a PowerPoint file; text from the data stays plain."""
    return pptx_bytes(changes_sheets(said, by, lang), stamp, clean(said.head))


def changes_sheets(said: ChangeSheet, by: Grouping, lang: Lang) -> list[Sheet]:
    """The pages, as many as the changes need."""
    sheets = [_page(said, lang)]
    column, y, last = 0, _top(sheets[0]), ""
    for line, heading in _entries(said, by, lang):
        items, high = _block(line, heading, line.title != last, lang)
        if y + high > _HIGH - 60:
            column, y = column + 1, _top(sheets[-1])
            items, high = _block(line, heading, True, lang)
        if column == 2:
            sheets.append(_page(said, lang))
            column, y = 0, _top(sheets[-1])
        for item in items:
            sheets[-1].layers[-1].add(moved(item, MARGIN + column * (_COLUMN + 40), y))
        y, last = y + high, line.title
    return sheets


def _page(said: ChangeSheet, lang: Lang) -> Sheet:
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


def _entries(said: ChangeSheet, by: Grouping, lang: Lang) -> Iterator[tuple[ChangeLine, str]]:
    """Every change, the first of a group with the group's heading; a country's with its region's where that is new."""
    above = ""
    for group in groups(said.lines, by, lang):
        heading = f"{above}{clean(group.name)}  {group.n}"
        above = "" if group.lines else f"{heading}　"
        for number, line in enumerate(group.lines):
            yield line, "" if number else heading


def _block(line: ChangeLine, heading: str, named: bool, lang: Lang) -> tuple[list[Item], float]:
    """A change placed from (0, 0), with its height; `named` under the title of its initiative."""
    items: list[Item] = _heading(heading) if heading else []
    y = 50.0 if heading else 0.0
    if named:
        title = block("title", 0, y + 6, _COLUMN, clean(line.title), FLOOR, bold=True, most=2)
        items, y = [*items, title], title.rect.bottom
    lines = tuple(wrap_runs(list(_runs(line, lang)), _COLUMN, FLOOR))
    rect = Rect(0, y, _COLUMN, len(lines) * FLOOR * LEADING)
    return [*items, Words("change", rect, lines, FLOOR, FLOOR * LEADING, palette.NEUTRAL)], rect.bottom + 4


def _runs(line: ChangeLine, lang: Lang) -> Iterator[Run]:
    """What changed, then the text: what went is struck through, what came underlined."""
    yield Run(t(lang, "changes_kind", kind=clean(line.what), what=""))
    for piece in line._replace(before=clean(line.before), after=clean(line.after)).spans():
        for mark, text in piece.parts():
            yield Run(text, colour=_COLOURS[mark], rule=_RULES[mark])


def _heading(text: str) -> list[Item]:
    words = Words(text, Rect(10, 10, width(text, FLOOR, True), 32), ((Run(text, True),),), FLOOR, 32, palette.INK)
    return [RoundedRect("heading", Rect(0, 10, _COLUMN, 32), "#E9EDF0"), words]
