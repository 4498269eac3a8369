"""The key figures of a fact sheet: how many initiatives, which amounts, what happened last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from atlas import palette
from atlas.palette import FOCUS_SIGN
from atlas.progress.amounts import total
from atlas.progress.status import when_text
from atlas.words.phrases import join, money_text
from exporters.print.elements.fonts import FLOOR, clean, width
from exporters.print.elements.items import Align, Item, Rect, RoundedRect, Run, Sign, Words
from exporters.print.elements.parts import block
from exporters.print.elements.runs import wrap_runs
from exporters.print.elements.sheet import Sheet
from exporters.print.factsheet.cells import LETTERS, NOTE
from exporters.print.factsheet.entries import step_of
from exporters.print.factsheet.facts import Facts, FactSum

_PAD: Final = 14.0
_GAP: Final = 8.0
_LINE: Final = 27.0
_SMALL: Final = 22.0
_BIG: Final = 44.0
_FILL: Final = "#F5F7F9"
_EDGE: Final = "#CBD2D9"
Figure = tuple[str, str, str]  # the figure, what it is, of what


def figures(facts: Facts) -> list[tuple[str, list[Figure]]]:
    """The figures as words: a heading, then what counts with what it is."""
    found, apart = facts.sums()
    money = [(money_text(total(one.found), one.currency, facts.whole.lang), *_of(facts, one)) for one in found]
    money = money or [("", facts.t("fact_no_amounts"), "")]
    money += [("", facts.t("fact_apart", n=apart), "")] if apart else []
    areas = [f"{LETTERS[focus]}{n}" for focus, n in facts.tally().items()]
    split = facts.t("fact_aside", what=join(areas, facts.whole.lang))
    return [(facts.t("fact_count"), [(str(sum(facts.tally().values())), f"{facts.t('unit').strip()}{split}", "")]),
            (facts.t("fact_amounts"), money), (facts.t("fact_latest"), _latest(facts))]  # fmt: skip


def _of(facts: Facts, one: FactSum) -> tuple[str, str]:
    """Of what sort an amount is, and of which initiative or how many figures."""
    titles = {facts.title(part.site) for part in one.found}
    what = titles.pop() if len(titles) == 1 else ""
    many = facts.t("fact_figures", n=len(one.found)) if len(one.found) > 1 else ""
    return facts.t(f"fact_{one.sort}"), join([part for part in (many, what) if part], facts.whole.lang)


def _latest(facts: Facts) -> list[Figure]:
    one = facts.latest()
    if one is None:
        return [("", facts.t("fact_unknown"), "")]
    step, day = step_of(facts, one.told), when_text(one.told.step, facts.whole.lang)
    stage = facts.t("place_candidate", place=step.stage) if one.told.step.get("candidate") else step.stage
    return [(day, stage, ""), ("", f"{facts.title(one.site)} [{step.source}]", "")]


def draw_figures(sheet: Sheet, facts: Facts, area: Rect, least: float) -> float:
    """Draw the boxes from the top of an area, down to `least` at the least; returns where they end."""
    layer = sheet.layer("figures", " ".join(f"{head} {' '.join(map(' '.join, some))}" for head, some in figures(facts)))
    y, end, every = area.y, area.y, figures(facts)
    for number, (heading, some) in enumerate(every):
        items, end = _counts(facts, heading, area, y) if not number else _lines(heading, some, area, y)
        end = max(end, least) if number == len(every) - 1 else end
        layer.add(RoundedRect("figure", Rect(area.x, y, area.w, end - y), _FILL, _EDGE, 1, 4), *items)
        y = end + _GAP
    return end


def _counts(facts: Facts, heading: str, area: Rect, y: float) -> tuple[list[Item], float]:
    """The number of initiatives, split by focus area, zeros too."""
    tally, x = facts.tally(), area.x
    items: list[Item] = [block("heading", x + _PAD, y + 6, 400, heading, NOTE, colour=palette.NEUTRAL, leading=1.2)]
    n = sum(tally.values())
    big = block("count", x + _PAD, y + 27, 200, str(n), _BIG, bold=True, leading=1.2)
    unit = block("unit", big.rect.right + 6, y + 50, 90, facts.t("unit").strip(), FLOOR, leading=1.2)
    items += [big, unit] if unit.plain() else [big]
    left, texts = unit.rect.right + 10, [f"{count}{facts.t('unit').strip()}" for count in tally.values()]
    needs = sum(33 + width(text, FLOOR + 2, True) for text in texts)
    gap = min((area.right - _PAD - left - needs) / len(texts), 22.0)
    for (focus, count), text in zip(tally.items(), texts, strict=True):
        left += gap
        items.append(Sign("sign", left + 13, y + 57, 26, focus, FOCUS_SIGN[focus]))
        colour = palette.FOCUS_TEXT[focus] if count else palette.MUTED
        words = block("count", left + 33, y + 42, 90, text, FLOOR + 2, bold=True, colour=colour)
        items.append(words)
        left = words.rect.right
    return items, y + 86


def _lines(heading: str, some: Sequence[Figure], area: Rect, y: float) -> tuple[list[Item], float]:
    """Lines of a figure in bold and what it is."""
    items: list[Item] = [
        block("heading", area.x + _PAD, y + 6, area.w, heading, NOTE, colour=palette.NEUTRAL, leading=1.2)
    ]
    return [*items, *(drawn := list(_worded(some, area, y + 30)))], drawn[-1].rect.bottom + 7


def _worded(some: Sequence[Figure], area: Rect, y: float) -> Iterator[Words]:
    """Figures one under the other, their right ends in line, and beside each what it is."""
    left, wide = area.x + _PAD, max(width(clean(one[0]), FLOOR, True) for one in some)
    for figure, text, what in some:
        size, high, ink = (FLOOR, _LINE, palette.INK) if figure else (NOTE, _SMALL, palette.NEUTRAL)
        if figure:
            rect = Rect(left, y, wide, high)
            align: Align = "right" if len(some) > 1 and some[1][0] else "left"
            yield Words("figure", rect, ((Run(clean(figure), True),),), size, high, ink, align)
        x = left + wide + 14 if figure else left
        room, whole = area.right - _PAD - x, clean(f"{text} {what}")
        said = [(whole, size, high)] if width(whole, size) <= room else [(text, size, high), (what, NOTE, _SMALL)]
        for one, letters, lead in said:
            lines = tuple(wrap_runs([Run(clean(one))], room, letters)) if one else ()
            if lines:
                yield Words("figure", Rect(x, y, room, len(lines) * lead), lines, letters, lead, ink)
            y += len(lines) * lead
