"""The head and the foot of a page: title, counts and legend above; filter, sources, notes, link and QR below."""

from __future__ import annotations

from typing import Final

from atlas import palette, vocab
from atlas.counts import counts
from atlas.phrases import date_text, join
from exporters.snapshot.content.brief import Brief
from exporters.snapshot.parts import MARGIN, Chip, block, chip_width, chips, qr
from exporters.snapshot.runs import wrap_runs
from exporters.snapshot.sheet import Box, Line, Rect, Run, Sheet, Words, ring
from exporters.snapshot.type import FLOOR, clean, width

_TITLES: Final = (38.0, 33.0, 28.0)
_QR: Final = 84.0
_LEADING: Final = 27.0
_MOST: Final = 14  # lines of a title; the longest that the page asks for has four
_FORMS: Final = ("site", "city", "country", "region", "route")


def title_words(brief: Brief, room: float) -> Words:
    """The title: smaller and on more lines when it is long; what is endless is cut, and the report says so."""
    for size in _TITLES:
        words = block("title", MARGIN, 14, room, brief.title, size, bold=True, even=True, leading=1.3)
        if len(words.lines) <= (1 if size == _TITLES[0] else 2):
            return words
    words = block("title", MARGIN, 14, room, brief.title, FLOOR, bold=True, leading=1.3)
    return words._replace(lines=words.lines[:_MOST], rect=words.rect._replace(h=min(words.rect.h, _MOST * FLOOR * 1.3)))


def head(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands over the map; returns where it ends."""
    layer = sheet.layer("head")
    y = sheet.title.rect.bottom + 4
    side = marking(sheet, brief)
    text, bold = (brief.label, True) if brief.label else (_counts(brief), False)
    room = sheet.width - MARGIN - side - sheet.title.rect.right - 30
    if width(text, FLOOR, bold) > room:
        told = block("counts", MARGIN, y, sheet.width - 2 * MARGIN, text, FLOOR, bold=bold, colour=palette.MUTED)
        y = told.rect.bottom + 2
    else:
        left = sheet.title.rect.right + 30
        told = block("counts", left, 22, room, text, FLOOR, bold=bold, colour=palette.NEUTRAL, align="right")
    layer.add(told)
    return _subtitle(sheet, brief, y) + 4


def head_room(sheet_width: float, brief: Brief) -> float:
    """How wide the title may be: what the marking leaves, and the counts where the page is wide."""
    marking = width(clean(brief.options.marking)[:40], 20, True) + 60 if brief.options.marking else 0
    return sheet_width - 2 * MARGIN - marking - (420 if sheet_width > 1500 else 0)


def _counts(brief: Brief) -> str:
    found = counts(brief.extract.sites)
    text = brief.t("snap_counts", i=found.initiatives, s=found.places)
    parts = [brief.t(f"snap_counts_{kind}", n=n) for kind, n in (("wide", found.wide), ("off", found.off)) if n]
    return text + (brief.t("snap_counts_of", parts=join(parts, brief.lang)) if parts else "")


def marking(sheet: Sheet, brief: Brief) -> float:
    """Draw the marking in its box at the upper right; returns the room that it takes."""
    text = clean(brief.options.marking)[:40]
    if not text:
        return 0
    wide = width(text, 20, True) + 28
    rect = Rect(sheet.width - MARGIN - wide, 18, wide, 36)
    lines = ((Run(text, True),),)
    words = Words("marking", rect._replace(y=rect.y + 4), lines, 20, 28, palette.INK, "center")
    sheet.layer("marking", text).add(Box("marking", rect, "#FFFFFF", palette.INK, 2), words)
    return wide + 20


def _subtitle(sheet: Sheet, brief: Brief, y: float) -> float:
    """The focus areas in words (or the subtitle asked for) and the legend, side by side where there is room."""
    layer, room, legend = sheet.layer("legend"), sheet.width - 2 * MARGIN, _legend(brief)
    row, size = _focus_line(brief), 22.0
    beside = sum(chip_width(chip, size) + 28 for chip in row) + sum(chip_width(chip, FLOOR) + 18 for chip in legend)
    if brief.options.subtitle:
        words = block("subtitle", MARGIN, y + 2, room, clean(brief.options.subtitle), size, bold=True)
        layer.add(words)
        y = words.rect.bottom + 4
    items, high = chips(row, MARGIN, y, room, size, 28)
    layer.add(*items)
    if not legend:
        return y + high
    wide = sum(chip_width(chip, FLOOR) + 18 for chip in legend) - 18
    if beside <= room:
        layer.add(*chips(legend, sheet.width - MARGIN - wide, y + 3, wide + 1, FLOOR, 18)[0])
        return y + high
    more, extra = chips(legend, MARGIN, y + high, room, FLOOR, 18)
    layer.add(*more)
    return y + high + extra


def _focus_line(brief: Brief) -> list[Chip]:
    found = brief.focuses()
    labels = vocab.FOCUS_AREAS if len(found) == 1 else vocab.FOCUS_SHORT
    return [
        Chip(labels[focus].text(brief.lang), "site", focus, palette.FOCUS_SIGN[focus], True, palette.FOCUS_TEXT[focus])
        for focus in found
    ]


def _legend(brief: Brief) -> list[Chip]:
    if not brief.options.legend:
        return []
    found = {spot.form for spot in brief.spots if spot.x is not None} - ({"region"} - brief.forms)
    row = [Chip(brief.t("snap_shown"), "shown")] if brief.shown() else []
    return row + [Chip(brief.t(f"snap_{form}"), form) for form in _FORMS if form in found]


def foot(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands under the map; returns where it begins."""
    layer = sheet.layer("foot")
    side = _QR + 24 if brief.options.qr and brief.options.link else 0
    room = sheet.width - 2 * MARGIN - side
    rows = [line for parts in _notes(brief) for line in wrap_runs(_note(parts), room, FLOOR)]
    rows += _address(brief, room)
    high = max(len(rows) * _LEADING, side - 20) + 18
    top = sheet.height - high
    layer.add(Box("foot", Rect(0, top, sheet.width, high), "#FFFFFF"))
    layer.add(Line("rule", ring([(0, top), (sheet.width, top)]), "#CBD2D9", 1))
    rect = Rect(MARGIN, top + 10, room, len(rows) * _LEADING)
    layer.add(Words("notes", rect, tuple(rows), FLOOR, _LEADING, palette.NEUTRAL))
    if side:
        layer.add(qr(brief.options.link, sheet.width - MARGIN - _QR, top + 12, _QR))
    return top


def _note(parts: list[tuple[str, str]]) -> list[Run]:
    """A paragraph of headings in bold and texts."""
    return [run for number, (heading, text) in enumerate(parts) for run in (
        Run("\u3000" if number else ""), Run(heading, True, palette.INK), Run(f" {text}"))]  # fmt: skip


def _notes(brief: Brief) -> list[list[tuple[str, str]]]:
    extract = brief.extract
    words = clean(extract.words())
    words = f"{words} {_counts(brief)}" if brief.label else words
    shown = [(brief.t("snap_shown_head"), words), (brief.t("snap_edition_head"), extract.edition())]
    if brief.options.date:
        shown.append((brief.t("snap_date_head"), _date(brief)))
    keys = brief.t("snap_keys") if brief.options.style == "numbered" else ""
    between = "" if brief.lang == "ja" else " "
    precision = between.join(filter(None, [keys, brief.t("snap_precision", n=brief.inferred())]))
    return [
        [*shown, (brief.t("snap_sources_head"), _sources(brief))],
        [(brief.t("snap_precision_head"), precision)],
        [(brief.t("snap_boundaries_head"), brief.t("snap_boundaries"))],
    ]


def _address(brief: Brief, room: float) -> list[tuple[Run, ...]]:
    link = brief.options.link
    lines = wrap_runs(_note([(brief.t("snap_link_head"), clean(link))]), room, FLOOR) if link else []
    return [
        tuple(run if run.bold or not run.text.strip() else run._replace(link=link) for run in line) for line in lines
    ]


def _date(brief: Brief) -> str:
    try:
        return date_text(brief.options.date, brief.lang)
    except ValueError:
        return clean(brief.options.date)[:40]


def _sources(brief: Brief) -> str:
    cited = brief.extract.cited()
    names = [
        vocab.DOCUMENT_SHORT[key].text(brief.lang) if key in vocab.DOCUMENT_SHORT else clean(one.title.text(brief.lang))
        for key, one in cited.items()
        if one.kind == "document"
    ]
    records = len(cited) - len(names)
    parts = [join(names, brief.lang)] if names else []
    return ("。" if brief.lang == "ja" else ". ").join(
        parts + ([brief.t("snap_records", n=records)] if records else [])
    )
