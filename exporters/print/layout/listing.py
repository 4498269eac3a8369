"""What the lists of a page say: which initiatives, in which parts, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Final

from atlas import vocab
from atlas.countries import country_name
from atlas.progress.status import progress, progress_text
from atlas.words.phrases import join
from exporters.print.content.brief import Brief
from exporters.print.content.places import PlacedItem, Spot
from exporters.print.elements.fonts import clean
from exporters.print.elements.symbols import SHAPE_ORDER
from exporters.print.layout.panel import PanelRow, Part
from exporters.print.map.map_layout import Placed, Stage
from exporters.print.map.marks import sign_text

_ROW: Final = 90.0  # how high a line of marks is taken to be
_RANK: Final = ("site", "city", "route", "country", "region", "")


def grouped(brief: Brief, stage: Stage) -> dict[str, list[str]]:
    """The initiatives by where they are shown: on the map, region-wide, outside the frame, nowhere."""
    inside = _initiatives(spot for spot in stage.inside if spot not in stage.outside)
    wide = _initiatives(spot for spot in brief.spots if spot.form == "region" and spot.x is not None)
    outside = _initiatives(stage.outside)
    found: dict[str, list[str]] = {"on": [], "wide": [], "outside": [], "off": []}
    for code in brief.entries:
        kind = "on" if code in inside else "wide" if code in wide else "outside" if code in outside else "off"
        found[kind].append(code)
    return found


def unnamed(brief: Brief, codes: Iterable[str], named: Set[str]) -> set[str]:
    """Those on the map of which some country is not named there."""
    groups = brief.extract.groups
    return {code for code in codes if {c for row in groups[code] for c in row["countries"]} - named}


def apart(groups: dict[str, list[str]], codes: Set[str]) -> dict[str, list[str]]:
    """Some initiatives listed, though they are on the map."""
    on = [code for code in groups["on"] if code not in codes]
    return {**groups, "on": on, "outside": [code for code in (*groups["on"], *groups["outside"]) if code not in on]}


def in_reading_order(brief: Brief, stage: Stage, placed: Placed, groups: Mapping[str, list[str]]) -> list[str]:
    """The order of numbers: by focus area, and in it as chosen, else as the eye meets the marks; then the lists."""
    at: dict[str, tuple[float, float]] = {}
    for mark, place in sorted(placed.marks, key=lambda one: (one[1].rect.centre[1] // _ROW, one[1].rect.centre[0])):
        for entry in mark.spot.entries:
            at.setdefault(entry.initiative, (place.rect.centre[1] // _ROW, place.rect.centre[0]))
    rank = {code: SHAPE_ORDER.index(brief.entries[code].focus) for code in brief.entries}
    chosen = {code: (float(number), 0.0) for number, code in enumerate(brief.extract.filter.ids)}
    on = sorted(groups["on"], key=lambda code: (rank[code], *(chosen or at).get(code, (0.0, 0.0))))
    return on + [code for kind in ("wide", "outside", "off") for code in groups[kind]]


def _initiatives(spots: Iterable[Spot]) -> set[str]:
    return {entry.initiative for spot in spots for entry in spot.entries}


def renumbered(brief: Brief, order: Iterable[str]) -> Brief:
    """The same brief with numbers in another order: what is on the map first."""
    number = {code: n for n, code in enumerate(order, 1)}
    entries = {code: brief.entries[code]._replace(number=n) for code, n in number.items()}
    spots = tuple(replace(spot, entries=_numbered(spot, number)) for spot in brief.spots)
    return replace(brief, entries=entries, spots=spots)


def _numbered(spot: Spot, number: Mapping[str, int]) -> tuple[PlacedItem, ...]:
    entries = (entry._replace(number=number[entry.initiative]) for entry in spot.entries)
    return tuple(sorted(entries, key=lambda entry: entry.number))


def parts(brief: Brief, groups: dict[str, list[str]], kinds: Iterable[str]) -> list[Part]:
    """The lists of a page: what is on the map by focus area, then the others under headings of their own."""
    done: list[Part] = []
    for kind in kinds:
        if kind == "on":
            done += _by_focus(brief, groups["on"])
        elif groups[kind]:
            done.append(Part(brief.t(f"snap_{kind}"), None, tuple(_row(brief, code) for code in groups[kind])))
    return done


def _by_focus(brief: Brief, codes: list[str]) -> list[Part]:
    found = []
    for focus in (1, 2, 3, 0):
        rows = tuple(_row(brief, code) for code in codes if brief.entries[code].focus == focus)
        if rows:
            found.append(Part(vocab.FOCUS_SHORT[focus].text(brief.lang), focus, rows))
    return found


def _row(brief: Brief, code: str) -> PanelRow:
    entry = brief.entries[code]
    spots = [spot for spot in brief.spots if any(e.initiative == code for e in spot.entries)]
    forms = [spot.form for spot in spots if spot.x is not None]
    form = min(forms, key=_RANK.index) if forms else "site"
    news = _news(brief, code) if brief.options.milestones else ""
    return PanelRow(
        entry.focus,
        form,
        sign_text(entry, brief.options),
        brief.options.style == "numbered",
        dict(brief.options.callouts).get(code) or entry.title,
        _where(brief, entry, spots),
        news,
        code,
        code in brief.options.emphasis,
    )


def _where(brief: Brief, entry: PlacedItem, spots: list[Spot]) -> str:
    """All countries and places, then the instrument: フィジー・スバ／OSA."""
    lang = brief.lang
    placed = [one for spot in spots if spot.x is not None for one in (spot, *spot.stops)]
    names = list(dict.fromkeys(_place(one, brief) for one in placed))
    told = "".join(names)
    countries = {c: country_name(c, lang) for row in brief.extract.groups[entry.initiative] for c in row["countries"]}
    names += [name for name in countries.values() if name not in told]
    means = [vocab.INSTRUMENTS[one].text(lang) for one in entry.row["instruments"][:2]]
    return clean(" · ".join(filter(None, [join(names, lang), join(means, lang)])))


def _place(spot: Spot, brief: Brief) -> str:
    if not spot.country or spot.form == "country":
        return spot.name
    country = country_name(spot.country, brief.lang)
    row = spot.entries[0].row
    how = "snap_candidate" if row["candidate"] else "snap_inferred" if row["basis"] == "inferred" else ""
    inner = [country, *([brief.t(how)] if how else [])]
    return f"{spot.name}（{'、'.join(inner)}）" if brief.lang == "ja" else f"{spot.name} ({', '.join(inner)})"


def _news(brief: Brief, code: str) -> str:
    """The progress of an initiative by the sites that the filter shows."""
    return progress_text(progress(brief.extract.groups[code], brief.lang, brief.extract.filter.until), brief.lang)
