"""What is to be said of finished pages before anybody presents them: one report, from the layout itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Final

from atlas.countries import country_name
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.content.moved import moved_extract
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import PER_INCH, Rect, Words
from exporters.print.elements.lines import corners, crossings, length, segments, through
from exporters.print.elements.sheet import Leader, Sheet
from exporters.print.elements.symbols import SIGN
from exporters.print.elements.unfolded import unfolded
from exporters.print.options import Options

_FLOORS: Final = {"a4-landscape": 8.5, "a4-portrait": 8.5}
_FLOOR: Final = 10.5
_TOUCH: Final = 3.0


@dataclass(frozen=True)
class Report:
    """Initiatives asked for, and how many stand on the first page, on further ones, in lists, nowhere; countries that
    no page names; the lines from boxes to marks (units of 1/144 inch); what lies over what; type; cut texts."""

    asked: int
    placed: int
    continued: int
    listed: int
    dropped: tuple[str, ...]
    unnamed: tuple[str, ...]
    pages: int
    leaders: int
    leaders_sum: float
    leaders_mean: float
    leaders_longest: float
    crossings: int
    under_boxes: int
    overlaps: int
    outside: int
    smallest_pt: float
    floor_pt: float
    cut: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether everything that was asked for is there, and named."""
        return not (self.dropped or self.unnamed or self.cut)

    def faults(self, lang: Lang) -> list[str]:
        """What is wrong, in sentences."""
        counted = (("dropped", len(self.dropped)), ("unnamed", len(self.unnamed)), ("cut", len(self.cut)),
                   ("crossings", self.crossings), ("under", self.under_boxes), ("overlap", self.overlaps),
                   ("outside", self.outside))  # fmt: skip
        names = ", ".join((*self.dropped, *self.unnamed))
        found = [t(lang, f"report_{kind}", n=n, names=names) for kind, n in counted if n]
        small = self.smallest_pt < self.floor_pt - 0.05
        return found + ([t(lang, "report_small", pt=f"{self.smallest_pt:.1f}")] if small else [])

    def json(self) -> dict[str, object]:
        """For a file."""
        return asdict(self)


def report_of(extract: Extract, sheets: Sequence[Sheet], options: Options) -> Report:
    """The report of all pages of one language."""
    extract = moved_extract(extract, options.since) if options.since else extract
    first, further, listed = _shown(sheets)
    every = list(extract.groups)
    leaders = [one for sheet in sheets for one in sheet.leaders]
    lengths = [length(one.path) for one in leaders if not one.tie]
    cut = [name for sheet in sheets for name in (*sheet.cut, *_ended(sheet))]
    return Report(
        asked=len(every), placed=len(first), continued=len(further), listed=len(listed),
        dropped=tuple(code for code in every if code not in first | further | listed),
        unnamed=tuple(_unnamed(extract, sheets)), pages=len(sheets), leaders=len(lengths),
        leaders_sum=round(sum(lengths), 1), leaders_mean=round(sum(lengths) / max(len(lengths), 1), 1),
        leaders_longest=round(max(lengths, default=0.0), 1),
        crossings=sum(crossings([one.path for one in sheet.leaders]) for sheet in sheets),
        under_boxes=sum(_under(one, sheet) for sheet in sheets for one in sheet.leaders),
        overlaps=sum(len(overlaps(sheet)) for sheet in sheets), outside=sum(len(outside(sheet)) for sheet in sheets),
        smallest_pt=round(smallest(sheets, sheets[0].width / PER_INCH), 2),
        floor_pt=_FLOORS.get(options.size, _FLOOR), cut=tuple(cut),
    )  # fmt: skip


def _shown(sheets: Sequence[Sheet]) -> tuple[set[str], set[str], set[str]]:
    """The initiatives of the first page, those that only further pages show, those that stand in lists alone."""
    first = set(sheets[0].tally.get("placed", ()))
    further = {code for sheet in sheets[1:] for code in sheet.tally.get("placed", ())} - first
    listed = {code for sheet in sheets for code in sheet.tally.get("listed", ())} - first - further
    return first, further, listed


def _unnamed(extract: Extract, sheets: Iterable[Sheet]) -> list[str]:
    """Countries of the filter whose name stands on no page."""
    words = (item.plain() for sheet in sheets for item in _words(sheet))
    said = "\n".join("".join(text.split()) for text in words)
    codes = dict.fromkeys(code for row in extract.rows for code in row["countries"])
    return [code for code in codes if "".join(clean(country_name(code, extract.lang)).split()) not in said]


def _ended(sheet: Sheet) -> list[str]:
    return [item.name for item in _words(sheet) if item.plain().endswith("…")]


def _words(sheet: Sheet) -> Iterator[Words]:
    """All texts of a page, those in tables and charts too."""
    yield from (item for item in unfolded(sheet.items()) if isinstance(item, Words))


def _under(leader: Leader, sheet: Sheet) -> int:
    """How many boxes, marks and names a line runs under, and landings it runs over, but for those that it joins.

    The short tie of a plate may pass a landing of its own town.
    """
    ends = (leader.path[0], leader.path[-1])
    rects = [rect for _, rect in sheet.labels] + ([] if leader.tie else sheet.dots)
    foreign = [
        rect.shrunk(1) for rect in rects
        if not any(rect.x - _TOUCH <= x <= rect.right + _TOUCH and rect.y - _TOUCH <= y <= rect.bottom + _TOUCH
                   for x, y in ends)
    ]  # fmt: skip
    return int(through(segments([leader.path]), corners(foreign)).any(axis=0).sum())


def overlaps(sheet: Sheet) -> list[tuple[str, str]]:
    """The names of labels and marks that lie over each other."""
    pairs = combinations(sheet.labels, 2)
    return [(a, b) for (a, one), (b, other) in pairs if one.shrunk(0.2).meets(other.shrunk(0.2))]


def outside(sheet: Sheet) -> list[str]:
    """The names of labels, and the texts, that leave the page."""
    texts = ((item.plain(), item.rect) for item in _words(sheet))
    both: Iterable[tuple[str, Rect]] = [*sheet.labels, *texts]
    return [name for name, rect in both if not sheet.page.holds(rect)]


def smallest(sheets: Iterable[Sheet], inches: float) -> float:
    """The smallest text in points when the page is `inches` wide; signs inside symbols do not count."""
    sheets = list(sheets)
    sizes = [item.size for sheet in sheets for item in _words(sheet) if item.name != SIGN]
    return min(sizes) * inches / sheets[0].width * 72
