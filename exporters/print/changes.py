"""What changed between two editions, as slides: the sentence, then every change under its heading in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from atlas import palette
from atlas.compare.groups import Grouping, groups
from atlas.compare.sentences import ChangeLine, ChangeSheet
from atlas.compare.spans import Mark
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.elements.fonts import FLOOR, MOST, clean, width
from exporters.print.elements.items import Item, Rect, RoundedRect, Run, Words
from exporters.print.elements.parts import LEADING, MARGIN, block
from exporters.print.elements.runs import wrap_runs
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.transform import moved
from exporters.print.layout.margins import below_title, hosted_title, marking, marking_room
from exporters.print.layout.page import finished, page_units
from exporters.print.options import Options

_LEAD: Final = FLOOR * LEADING
_LEAST: Final = 3  # lines of a change that stay together under its title
_PIECES: Final = 8
_COLOURS: Final = {"same": palette.NEUTRAL, "old": palette.MUTED, "new": palette.INK}
_RULES: Final[dict[Mark, Literal["", "through", "under"]]] = {"same": "", "old": "through", "new": "under"}


def changes_bytes(said: ChangeSheet, by: Grouping, lang: Lang, stamp: datetime) -> bytes:
    """The comparison as a PowerPoint file; text from the data stays plain."""
    return pptx_bytes(changes_sheets(said, by, lang), stamp, clean(said.head))


def changes_sheets(said: ChangeSheet, by: Grouping, lang: Lang, look: Options | None = None) -> list[Sheet]:
    """The pages, as many as the changes need; `look` has their title, size and marking."""
    flow = _Columns(said, lang, look or Options())
    for line, heading in _entries(said, by, lang):
        flow.add(line, heading)
    return finished(flow.sheets, flow.look)


@dataclass
class _Columns:
    """Pages under way: two columns each, how far down the one that is being filled reaches."""

    said: ChangeSheet
    lang: Lang
    look: Options
    sheets: list[Sheet] = field(default_factory=list)
    column: int = 1
    y: float = 0.0
    last: str = ""

    def __post_init__(self) -> None:
        self._turn()
        self.wide = (self.sheets[0].width - 2 * MARGIN - 40) / 2

    def add(self, line: ChangeLine, heading: str) -> None:
        """A change under its heading and title; what is longer than the column goes on in the next, titled again."""
        lines, named = wrap_runs(list(_runs(line, self.lang)), self.wide, FLOOR), line.title != self.last
        while lines:
            items, top = _head(heading, line.title if named else "", self.wide)
            room = int((_bottom(self.sheets[-1]) - self.y - top) // _LEAD)
            if room < min(len(lines), _LEAST) and self.y > _top(self.sheets[-1]):
                self._turn()
                named = True
                continue
            self._put([*items, _text(lines[: max(room, 1)], top, self.wide)])
            lines, heading, named = lines[max(room, 1) :], "", True
            if lines:
                self._turn()
        self.last = line.title

    def _put(self, items: Sequence[Item]) -> None:
        for item in items:
            self.sheets[-1].layers[-1].add(moved(item, MARGIN + self.column * (self.wide + 40), self.y))
        self.y += max(item.rect.bottom for item in items if isinstance(item, Words)) + 4

    def _turn(self) -> None:
        """Go on in the next column, which may be another page's first."""
        if self.column == 1:
            self.sheets.append(_page(self.said, self.lang, self.look))
        self.column, self.y = 1 - self.column, _top(self.sheets[-1])


def _page(said: ChangeSheet, lang: Lang, look: Options) -> Sheet:
    wide, high = page_units(look)
    room, titled = wide - 2 * MARGIN, clean(look.title or said.title)
    title = block("title", MARGIN, 16, room - marking_room(look), titled, 34, bold=True, most=2, leading=1.25)
    title = hosted_title(titled, "", lang) if look.bare else title
    sheet = Sheet(wide, high, title, lang, alt=clean(said.head), notes=clean(said.head))
    marking(sheet, look)
    head = block(
        "head",
        MARGIN,
        below_title(title, look),
        room,
        clean(said.head),
        FLOOR,
        colour=palette.NEUTRAL,
    )
    foot = block("foot", MARGIN, high - 40, room, t(lang, "snap_boundaries"), FLOOR, colour=palette.MUTED, most=1)
    sheet.layer("head").add(head)
    sheet.layer("foot").add(foot)
    sheet.layer("changes", clean(said.head))
    return sheet


def _top(sheet: Sheet) -> float:
    return _words(sheet, "head").rect.bottom + 16


def _bottom(sheet: Sheet) -> float:
    return _words(sheet, "foot").rect.y - 20


def _words(sheet: Sheet, name: str) -> Words:
    return next(item for item in sheet.items() if isinstance(item, Words) and item.name == name)


def _entries(said: ChangeSheet, by: Grouping, lang: Lang) -> Iterator[tuple[ChangeLine, str]]:
    """Every change, the first of a group with the group's heading; a country's with its region's where that is new."""
    above = ""
    for group in groups(said.lines, by, lang):
        heading = f"{above}{clean(group.name)}  {group.n}"
        above = "" if group.lines else f"{heading}　"
        for number, line in enumerate(group.lines):
            yield line, "" if number else heading


def _head(heading: str, title: str, wide: float) -> tuple[list[Item], float]:
    """A heading and the title of an initiative, where there are any, placed from (0, 0); how far down they reach."""
    items: list[Item] = _heading(heading, wide) if heading else []
    y = 50.0 if heading else 0.0
    if title:
        words = block("title", 0, y + 6, wide, clean(title), FLOOR, bold=True)
        return [*items, words], words.rect.bottom
    return items, y


def _text(lines: Sequence[tuple[Run, ...]], y: float, wide: float) -> Words:
    return Words("change", Rect(0, y, wide, len(lines) * _LEAD), tuple(lines), FLOOR, _LEAD, palette.NEUTRAL)


def _runs(line: ChangeLine, lang: Lang) -> Iterator[Run]:
    """What changed, then the text: what went is struck through, what came underlined."""
    yield Run(t(lang, "changes_kind", kind=clean(line.what), what=""))
    for piece in line._replace(before=_whole(line.before), after=_whole(line.after)).spans():
        for mark, text in piece.parts():
            yield Run(text, colour=_COLOURS[mark], rule=_RULES[mark])


def _whole(text: str) -> str:
    """A text of any length fit for a page; what is far too long even for that ends in an ellipsis."""
    pieces = [text[at : at + MOST] for at in range(0, len(text), MOST)][:_PIECES]
    told = "".join(f"{' ' * piece.startswith(' ')}{clean(piece)}{' ' * piece.endswith(' ')}" for piece in pieces)
    return told.strip() + ("…" if len(text) > MOST * _PIECES else "")


def _heading(text: str, wide: float) -> list[Item]:
    words = Words(text, Rect(10, 10, width(text, FLOOR, True), 32), ((Run(text, True),),), FLOOR, 32, palette.INK)
    return [RoundedRect("heading", Rect(0, 10, wide, 32), "#E9EDF0"), words]
