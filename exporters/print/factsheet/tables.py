"""The tables of a fact sheet: steps by focus area, what is expected, what is region-wide, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from atlas import palette, vocab
from atlas.words.glossary import explained
from atlas.words.phrases import join, short_names
from exporters.clean import web
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import LaidRow, Run
from exporters.print.factsheet.cells import NOTE, TINT, Rows, Said, columns, row, say, table
from exporters.print.factsheet.entries import FactEntry, FactStep, entries, stands, step_of
from exporters.print.factsheet.facts import Facts

_HEADS: Final = ("what", "stage", "day", "money", "source_head")
_LEAST: Final = (110.0, 110.0, 130.0, 72.0)
_MOST: Final = (180.0, 160.0, 190.0, 96.0)
_MARKS: Final = 58.0
_SIGN: Final = 34.0
_REGION: Final = (150.0, 130.0, 184.0, 96.0)  # of a region: its statuses stand over two columns
_TOGETHER: Final = 6  # an initiative with fewer steps is not parted
_STEP: Final = 10.0  # steps stand in from their initiative


def steps_table(facts: Facts, room: float) -> Rows:
    """The steps by focus area, every area with a row; a region's initiatives have a row each."""
    by_focus = entries(facts)
    heads = [say(facts.t(f"fact_{key}"), bold=True, fill=TINT, align="right" if key == "money" else "left")
             for key in _HEADS]  # fmt: skip
    cells = [(focus, entry, list(_entry(facts, entry))) for focus, some in by_focus.items() for entry in some]
    widths = columns([heads, *(one for *_, lines in cells for one in lines)], room, _LEAST, _MOST)
    widths = (room - sum(_REGION), *_REGION) if facts.about.facet == "region" else widths
    rows: list[tuple[LaidRow, bool]] = [(row(heads, widths, 2), True)]
    again: dict[int, LaidRow] = {}
    for focus in by_focus:
        mine = [(entry, lines) for area, entry, lines in cells if area == focus]
        rows.append((_band(facts, focus, bool(mine), widths), bool(mine)))
        for entry, lines in mine:
            last = len(lines) - 1
            over = row([say(facts.t("snap_continued", title=entry.title), bold=True, span=len(widths))], widths, 3.0)
            again |= dict.fromkeys(range(len(rows) + 1, len(rows) + len(lines)), over)
            rows += [(row(one, widths, 1.5 if at else 3.0, rule=at == last), at < (last if last < _TOGETHER else 1))
                     for at, one in enumerate(lines)]  # fmt: skip
    return table(facts.t("fact_steps"), widths, rows, 1)._replace(again=again)


def _band(facts: Facts, focus: int, filled: bool, widths: Sequence[float]) -> LaidRow:
    lang, fill, ink = facts.whole.lang, palette.FOCUS_TINT[focus], palette.FOCUS_TEXT[focus]
    none = "" if filled else facts.t("fact_none", name=facts.about.in_sentence(lang))
    side = say(none, align="right", colour=palette.NEUTRAL, fill=fill)
    long, short = vocab.FOCUS_AREAS[focus].text(lang).partition("（")[0].partition(" (")[0], vocab.FOCUS_SHORT[focus]
    for name in (long, short.text(lang)):
        named = say(name, bold=True, colour=ink, fill=fill, sign=focus)
        for span in (1, 2):
            if named.wide + _SIGN < sum(widths[:span]) and side.wide < sum(widths[span:]):
                return row([named._replace(span=span), side._replace(span=len(widths) - span)], widths, 2.5)
    return row([named._replace(span=2), side._replace(span=len(widths) - 2)], widths, 2.5)


def _entry(facts: Facts, entry: FactEntry) -> Iterator[list[Said]]:
    """The lines of an initiative: its title with those who carry it out, then a line a step."""
    others = facts.t("fact_of" if facts.about.facet == "region" else "fact_with", names=entry.others)
    beside = [others] if entry.others else []
    beside += [f"\u3000{entry.partners}"] if entry.partners else []
    runs = (Run(clean(entry.title), True), *(Run(one, colour=palette.NEUTRAL) for one in beside))
    if facts.about.facet == "region":
        status, money = entry.standing
        number = say(_mark(entry.source), colour=palette.MUTED)
        yield [Said(runs), say(status, size=NOTE, span=2), say(money, align="right"), number]
        return
    yield [Said(runs, span=5)]
    if not entry.steps:
        yield [say(facts.t("fact_unknown"), size=NOTE, colour=palette.MUTED, span=5, indent=_STEP)]
    for step in entry.steps:
        yield _step(step)


def _step(step: FactStep) -> list[Said]:
    return [say(step.what, size=NOTE, indent=_STEP), say(step.stage, bold=step.done), say(step.day),
            say(step.money, align="right"), say(_mark(step.source), colour=palette.MUTED)]  # fmt: skip


def _mark(number: int) -> str:
    return f"[{number}]" if number else ""


def coming_table(facts: Facts, room: float) -> Rows | None:
    """What is expected as published: when, of what, which step, source."""
    lines = []
    between = "／" if facts.whole.lang == "ja" else " / "
    for reports in facts.coming():
        site, steps = reports[0].site, [step_of(facts, one.told) for one in reports]
        focus = int(site["focus_area"])
        runs = (
            Run(clean(facts.title(site)), True, palette.FOCUS_TEXT[focus]),
            Run("\u3000"),
            Run(clean(between.join(filter(None, (step.what for step in steps))))),
        )
        lines.append([Said(runs, NOTE, sign=focus), say(steps[0].stage),
                      say(between.join(dict.fromkeys(step.day for step in steps))),
                      say("".join(_mark(step.source) for step in steps), colour=palette.MUTED)])  # fmt: skip
    if not lines:
        return None
    least, most = ((some[0], some[1], some[-1]) for some in (_LEAST, _MOST))
    widths = columns(lines, room, least, most)
    return table(facts.t("fact_coming"), widths, [(row(line, widths, 1), False) for line in lines])


def wide_table(facts: Facts, room: float) -> Rows | None:
    """What applies to the whole region: an initiative a row, with how far it is."""
    laid, widths = [], (room * 0.4, room * 0.6 - _REGION[-1], _REGION[-1])
    for sites in sorted(facts.wide().values(), key=lambda sites: sites[0]["focus_area"] or 4):
        focus, (status, money, number) = int(sites[0]["focus_area"]), stands(facts, sites)
        cells = [say(facts.title(sites[0]), bold=True, colour=palette.FOCUS_TEXT[focus], sign=focus, size=NOTE),
                 say(join([part for part in (status, money) if part], facts.whole.lang), size=NOTE),
                 say(_mark(number), colour=palette.MUTED)]  # fmt: skip
        laid.append((row(cells, widths, 1), False))
    note = facts.t("region_also_note", name=facts.region, country=facts.about.in_sentence(facts.whole.lang))
    return table(facts.t("region_also", name=facts.region), widths, laid, note=note) if laid else None


def sources_table(facts: Facts, room: float, before: Sequence[Rows]) -> Rows:
    """The sources by number in two columns, where the documents name the initiatives, the abbreviations `before`."""
    widths = (_MARKS, room / 2 - _MARKS, _MARKS, room / 2 - _MARKS)
    every = [(say(f"[{number}]", size=NOTE, colour=palette.MUTED, link=_address(facts, key)), _source(facts, key))
             for key, number in facts.numbers.items()]  # fmt: skip
    pairs = zip_longest(every[::2], every[1::2], fillvalue=(say("", size=NOTE), say("", size=NOTE)))
    laid = [(row([*left, *right], widths, 1), False) for left, right in pairs]
    laid.append((row([say(_documents(facts), size=NOTE, span=4)], widths), False))
    if runs := _abbreviations(facts, before):
        laid.append((row([Said(runs, NOTE, span=4)], widths), False))
    return table(facts.t("snap_sources_head"), widths, laid)


def _abbreviations(facts: Facts, tables: Sequence[Rows]) -> tuple[Run, ...]:
    """What the abbreviations in some tables stand for, a run each: together they may be longer than a text can be."""
    lang, texts = (
        facts.whole.lang,
        (cell.words.plain() for one in tables for line in one.grid.rows for cell in line.cells),
    )
    terms = [clean(term) for term in explained(texts, lang)]
    head, between = facts.t("abbreviations", terms=""), join(["", ""], lang)
    return tuple(Run(f"{between if at else head}{term}") for at, term in enumerate(terms))


def _source(facts: Facts, key: str) -> Said:
    lang, one = facts.whole.lang, facts.whole.documents[key]
    title, day = one.title.text(lang), facts.day(str(one.date)) if one.date else ""
    text = facts.t("fact_source", who=one.publisher.text(lang), title=title, day=day).rstrip()
    return say(text, size=NOTE)


def _address(facts: Facts, key: str) -> str:
    return web(facts.whole.documents[key].address)


def _documents(facts: Facts) -> str:
    """Which items of the documents name the initiatives."""
    lang, names = facts.whole.lang, short_names(facts.whole.documents, facts.whole.lang)
    found: dict[str, dict[str, None]] = {}
    for row_ in facts.extract.rows:
        for mention in row_["mentions"]:
            key, _, code = mention.partition(":")
            found.setdefault(key, {})[code] = None
    said = [facts.t("fact_document", name=names.get(key, key), codes=join(list(codes), lang))
            for key, codes in found.items()]  # fmt: skip
    return facts.t("fact_documents", documents=join(said, lang))
