"""The head and the foot of a page: title, counts and legend above; filter, sources, notes, link and QR below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from atlas import palette, vocab
from atlas.counts import counts
from atlas.vocab import Lang
from atlas.words.phrases import date_text, join, short_names
from exporters.print.content.brief import Brief
from exporters.print.elements.fonts import FLOOR, clean, width
from exporters.print.elements.items import Polyline, Rect, RoundedRect, Run, Words, ring
from exporters.print.elements.parts import MARGIN, Chip, block, chip_width, chips, qr
from exporters.print.elements.runs import wrap_runs
from exporters.print.elements.sheet import Sheet
from exporters.print.map.marks import unsure_signs
from exporters.print.options import Options

_TITLES: Final = (38.0, 33.0, 28.0)
_QR: Final = 84.0
_LEADING: Final = 27.0
_NUMBER: Final = 60.0  # the room of a page's number, at the end of the notes' last line
_MOST: Final = 14  # lines of a title; the longest that the page asks for has four
_LEAST_GAP: Final = 11.0
_FORMS: Final = ("site", "city", "country", "region", "route")


def title_words(brief: Brief, room: float) -> Words:
    """The title: smaller and on more lines when it is long; what is endless is cut, and the report says so."""
    if brief.options.bare:
        return hosted_title(brief.title, brief.label, brief.lang)
    for size in _TITLES:
        words = block("title", MARGIN, 14, room, brief.title, size, bold=True, even=True, leading=1.3)
        if len(words.lines) <= (1 if size == _TITLES[0] else 2):
            return words
    words = block("title", MARGIN, 14, room, brief.title, FLOOR, bold=True, leading=1.3)
    if len(words.lines) <= _MOST:
        return words
    rect = words.rect._replace(h=_MOST * FLOOR * 1.3)
    return words._replace(lines=words.lines[:_MOST], rect=rect, flow=())


def hosted_title(title: str, part: str, lang: Lang) -> Words:
    """A title that takes no room on the page: it stands in the template's own place, with which page it is."""
    whole = title if not part else f"{title}（{part}）" if lang == "ja" else f"{title} ({part})"
    return Words("title", Rect(0, 0, 0, 0), ((Run(whole, True),),), _TITLES[0], _TITLES[0], palette.INK)


def below_title(title: Words, options: Options) -> float:
    """Where a page goes on under its title, or under the marking where the title takes no room."""
    return max(title.rect.bottom, 52.0 if options.bare and options.marking else 0.0) + 6


def head(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands over the map; returns where it ends."""
    layer = sheet.layer("head")
    side = marking(sheet, brief.options)
    if brief.options.bare:
        return _subtitle(sheet, brief, below_title(sheet.title, brief.options)) + 4
    y = sheet.title.rect.bottom + 4
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
    return sheet_width - 2 * MARGIN - marking_room(brief.options) - (420 if sheet_width > 1500 else 0)


def _counts(brief: Brief, *, whole: bool = True) -> str:
    """How many initiatives and places there are; on one of several pages without what lies off the map."""
    found = counts(brief.extract.sites)
    text = brief.t("snap_counts", i=found.initiatives, s=found.places)
    parts = [
        brief.t(f"snap_counts_{kind}", n=n) for kind, n in (("wide", found.wide), ("off", found.off)) if n and whole
    ]
    return text + (brief.t("snap_counts_of", parts=join(parts, brief.lang)) if parts else "")


def marking(sheet: Sheet, options: Options, margin: float = MARGIN) -> float:
    """Draw the marking in its box at the upper right; returns the room that it takes."""
    text, wide = clean(options.marking)[:40], marking_room(options) - 20
    if not text:
        return 0
    rect = Rect(sheet.width - margin - wide, margin - MARGIN + 18, wide, 36)
    lines = ((Run(text, True),),)
    words = Words("marking", rect._replace(y=rect.y + 4), lines, FLOOR, 28, palette.INK, "center")
    sheet.layer("marking", text).add(RoundedRect("marking", rect, "#FFFFFF", palette.INK, 2), words)
    return wide + 20


def marking_room(options: Options) -> float:
    """The room that the marking takes at the right of a title."""
    text = clean(options.marking)[:40]
    return width(text, FLOOR, True) + 48 if text else 0


def _subtitle(sheet: Sheet, brief: Brief, y: float) -> float:
    """The focus areas in words (or the subtitle asked for) and the legend, side by side where there is room."""
    layer, room, legend = sheet.layer("legend"), sheet.width - 2 * MARGIN, _legend(brief)
    row, size = _focus_line(brief), 22.0
    wide = sum(chip_width(chip, size) for chip in row) + sum(chip_width(chip, FLOOR) for chip in legend)
    gap = min(28.0, (room - wide) / max(1, len(row) + len(legend)))
    beside = gap > _LEAST_GAP
    gap = gap if beside else 28.0
    if brief.options.subtitle:
        words = block("subtitle", MARGIN, y + 2, room, clean(brief.options.subtitle), size, bold=True)
        layer.add(words)
        y = words.rect.bottom + 4
    items, high = chips(row, MARGIN, y, room, size, gap)
    layer.add(*items)
    if not legend:
        return y + high
    gap = min(gap, 18.0)
    wide = sum(chip_width(chip, FLOOR) + gap for chip in legend) - gap
    left, top = (sheet.width - MARGIN - wide, y + 1) if beside else (MARGIN, y + high)
    more, extra = chips(legend, left, top, wide + 1 if beside else room, FLOOR, gap)
    layer.add(*more)
    return y + high if beside else y + high + extra


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
    forms = [*(["shown"] if brief.shown else []), *(form for form in _FORMS if form in found)]
    forms += ["candidate_sign"] if unsure_signs(brief.spots, brief.options) else []
    return [Chip(brief.t(f"snap_{form}"), form) for form in forms]


def foot(sheet: Sheet, brief: Brief) -> float:
    """Draw what stands under the map; returns where it begins."""
    return foot_of(sheet, _notes(brief), brief.options.link if brief.options.qr else "")


def foot_of(
    sheet: Sheet, parts: Sequence[tuple[str, str, str]], link: str, margin: float = MARGIN, size: float = FLOOR
) -> float:
    """Draw notes (heading, text, where the text leads) and a link as QR code; returns where they begin."""
    layer = sheet.layer("foot")
    side, leading = _QR + 24 if link else 0, size * _LEADING / FLOOR
    room = sheet.width - 2 * margin - side
    note = _note(parts)
    rows = wrap_runs(note, room, size)
    if rows and sum(width(run.text, size, run.bold) for run in rows[-1]) > room - _NUMBER:
        rows = wrap_runs(note, room - _NUMBER, size)
    edge = margin if margin > MARGIN else 0.0
    high = max(len(rows) * leading, side - 20) + 18 + margin - MARGIN
    top = sheet.height - high
    layer.add(RoundedRect("foot", Rect(0, top, sheet.width, high), "#FFFFFF"))
    layer.add(Polyline("rule", ring([(edge, top), (sheet.width - edge, top)]), "#CBD2D9", 1))
    rect = Rect(margin, top + 10, room, len(rows) * leading)
    layer.add(Words("notes", rect, tuple(rows), size, leading, palette.NEUTRAL, flow=(tuple(note),)))
    sheet.number = Rect(margin + room - _NUMBER + 8, rect.bottom - leading, _NUMBER - 8, leading)
    if side:
        layer.add(qr(link, sheet.width - margin - _QR, top + 12, _QR))
    return top


def _note(parts: Sequence[tuple[str, str, str]]) -> list[Run]:
    """A paragraph of headings in bold and texts, some of them links."""
    return [run for number, (heading, text, link) in enumerate(parts) for run in (
        Run("\u3000" if number else ""), Run(heading, True, palette.INK), Run(" "), Run(text, link=link))]  # fmt: skip


def _notes(brief: Brief) -> list[tuple[str, str, str]]:
    extract, link = brief.extract, brief.options.link
    said = {
        "shown": _shown(brief),
        "moved": _moved(brief),
        "edition": extract.edition(),
        "date": printed_date(brief.options, brief.lang),
        "sources": _sources(brief),
        "precision": _precision(brief),
        "boundaries": brief.t("snap_boundaries"),
        "link": clean(link),
    }
    return [(brief.t(f"snap_{key}_head"), text, link if key == "link" else "") for key, text in said.items() if text]


def _shown(brief: Brief) -> str:
    """The filter in words, with the counts where the head has none of the whole."""
    words = clean(brief.extract.words())
    if brief.options.since:
        return brief.t("snap_moved_shown", words=words, counts=_counts(brief))
    if not (brief.label or brief.options.bare):
        return words
    return f"{words}{brief.t('snap_comma')}{_counts(brief, whole=not brief.label)}"


def _moved(brief: Brief) -> str:
    """Between which days what is shown moved, and what is not among it."""
    since, until = brief.options.since, brief.extract.date
    if not since or not until:
        return ""
    return brief.t("snap_moved_note", since=date_text(since, brief.lang), until=date_text(until, brief.lang))


def _precision(brief: Brief) -> str:
    """What is to be known of the forms on this page."""
    forms, inferred = {spot.form for spot in brief.spots}, brief.inferred()
    wanted = {
        "snap_keys": brief.options.style == "numbered", "snap_plates": "country" in forms,
        "snap_schematic": "route" in forms, "snap_inferred_focus": inferred > 0,
        "snap_emphasis": any(code in brief.entries for code in brief.options.emphasis),
    }  # fmt: skip
    between = "" if brief.lang == "ja" else " "
    return between.join(brief.t(key, n=inferred) for key, true in wanted.items() if true)


def printed_date(options: Options, lang: Lang) -> str:
    """The date to print in words; what is no date as it is, nothing when none is asked for."""
    try:
        return date_text(options.date, lang) if options.date else ""
    except ValueError:
        return clean(options.date)[:40]


def _sources(brief: Brief) -> str:
    cited = brief.extract.cited()
    names = [clean(name) for name in short_names(cited, brief.lang).values()]
    records = len(cited) - len(names)
    parts = [join(names, brief.lang)] if names else []
    return ("。" if brief.lang == "ja" else ". ").join(
        parts + ([brief.t("snap_records", n=records)] if records else [])
    )
