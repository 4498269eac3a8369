"""The head and the foot of a page: title, counts and legend above; filter, sources, notes, link and QR below."""

from __future__ import annotations

from typing import Final

from atlas import palette, vocab
from atlas.counts import counts
from atlas.phrases import date_text, join
from exporters.snapshot.brief import Brief
from exporters.snapshot.parts import MARGIN, Chip, block, chip_width, chips, qr
from exporters.snapshot.sheet import Box, Line, Rect, Run, Sheet, Words, ring
from exporters.snapshot.type import FLOOR, clean, width, wrap

_TITLE: Final = 36.0
_QR: Final = 104.0
_LEADING: Final = 25.0
_FORMS: Final = ("site", "city", "country", "region", "route")


def title_words(brief: Brief, room: float) -> Words:
    """The title in at most two lines, smaller when it is long, cut when it is endless."""
    for size in (_TITLE, 31.0, 27.0):
        words = block("title", MARGIN, 16, room, brief.title, size, bold=True, even=True, leading=1.25)
        if len(words.lines) <= (1 if size == _TITLE else 2):
            return words
    return block("title", MARGIN, 16, room, brief.title, 27.0, bold=True, most=2, leading=1.25)


def head(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands over the map; returns where it ends."""
    layer = sheet.layer("head")
    y = sheet.title.rect.bottom + 6
    side = marking(sheet, brief)
    text = _counts(brief)
    room = sheet.width - MARGIN - side - sheet.title.rect.right - 30
    if width(text, 19) > room:
        counts = block("counts", MARGIN, y, sheet.width - 2 * MARGIN, text, 19, colour=palette.MUTED)
        y = counts.rect.bottom + 2
    else:
        left = sheet.title.rect.right + 30
        counts = block("counts", left, 22, room, text, 19, colour=palette.MUTED, align="right")
    layer.add(counts)
    return _subtitle(sheet, brief, y) + 6


def head_room(sheet_width: float, brief: Brief) -> float:
    """How wide the title may be: what the marking leaves, and the counts where the page is wide."""
    marking = width(clean(brief.options.marking)[:40], 20, True) + 60 if brief.options.marking else 0
    return sheet_width - 2 * MARGIN - marking - (330 if sheet_width > 1500 else 0)


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
    row, size = _focus_line(brief), 20.0
    beside = sum(chip_width(chip, size) + 28 for chip in row) + sum(chip_width(chip, FLOOR) + 18 for chip in legend)
    if brief.options.subtitle:
        words = block("subtitle", MARGIN, y + 2, room, clean(brief.options.subtitle), size, bold=True, most=2)
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
    found = {spot.form for spot in brief.spots if spot.x is not None}
    row = [Chip(brief.t("snap_shown"), "shown")] if brief.shown() else []
    return row + [Chip(brief.t(f"snap_{form}"), form) for form in _FORMS if form in found]


def foot(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands under the map; returns where it begins."""
    layer = sheet.layer("foot")
    side = _QR + 24 if brief.options.qr and brief.options.link else 0
    room = sheet.width - 2 * MARGIN - side
    rows = [*(line for text in _notes(brief) for line in _note(text, room)), *_address(brief, room)]
    high = max(len(rows) * _LEADING, side - 8) + 20
    top = sheet.height - high
    layer.add(Box("foot", Rect(0, top, sheet.width, high), "#FFFFFF"))
    layer.add(Line("rule", ring([(0, top), (sheet.width, top)]), "#CBD2D9", 1))
    rect = Rect(MARGIN, top + 10, room, len(rows) * _LEADING)
    layer.add(Words("notes", rect, tuple(rows), FLOOR, _LEADING, palette.NEUTRAL))
    if side:
        layer.add(qr(brief.options.link, sheet.width - MARGIN - _QR, top + 12, _QR))
    return top


def _note(parts: list[tuple[str, str]], room: float) -> list[tuple[Run, ...]]:
    """A paragraph of headings and texts as lines; a heading is bold and stays with its first word."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for heading, text in parts:
        start = width(heading, FLOOR, True) + 10
        if used and used + 26 + start + min(width(text, FLOOR), 240) > room:
            lines.append([])
            used = 0.0
        lead = [Run("\u3000" if used else "")] if used else []
        used += width("\u3000", FLOOR) if used else 0
        lines[-1] += [*lead, Run(heading, True, palette.INK), Run(" ")]
        used += start
        first = wrap(text, room - used, FLOOR)[0]
        lines[-1].append(Run(first))
        used += width(first, FLOOR)
        rest = text[len(first) :].strip()
        for line in wrap(rest, room, FLOOR) if rest else []:
            lines.append([Run(line)])
            used = width(line, FLOOR)
    return [tuple(line) for line in lines if line]


def _notes(brief: Brief) -> list[list[tuple[str, str]]]:
    extract = brief.extract
    shown = [(brief.t("snap_shown_head"), clean(extract.words())), (brief.t("snap_edition_head"), extract.edition())]
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
    lines = _note([(brief.t("snap_link_head"), clean(link))], room) if link else []
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
