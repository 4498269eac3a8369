"""Countries and regions side by side as tables: numbers, initiatives by theme, and what stands for whole regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from atlas.comparison import Comparison, Line
from atlas.edition import Edition
from atlas.filter import Filter
from atlas.progress.status import standing
from atlas.records import Text
from atlas.regional import Subject
from atlas.vocab import THEMES, Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import join, partner_name
from exporters.overview.numbers import areas_of, names_of, numbers

Cell = dict[str, Any]
_PARTNERS: Final = 2


class _Asked(NamedTuple):
    """What is compared, under which filter, in which language, with the names of partners."""

    found: Comparison
    filter: Filter
    lang: Lang
    names: Mapping[str, Text]


def compare_tables(edition: Edition, filter_: Filter, lang: Lang, found: Comparison) -> list[dict[str, Any]]:
    """The tables of a comparison."""
    asked = _Asked(found, filter_, lang, edition.organisations)
    return [numbers(filter_, lang, found), _themes(asked),
            *(_wide(asked, code, lines) for code, lines in found.wide.items())]  # fmt: skip


def _themes(asked: _Asked) -> dict[str, Any]:
    """Theme × subject, an initiative a line; what several share spans their columns."""
    found, lang = asked.found, asked.lang
    head = [{"text": t(lang, "compare_theme")}, *({"text": one.name(lang)} for one in found.subjects)]
    rows = [row for code, lines in found.themes.items() for row in _theme(asked, code, lines)]
    return {"key": "compare", "title": t(lang, "compare_by_theme"), "note": t(lang, "compare_once"),
            "kind": "atlas-compare", "head": [head], "rows": rows, "empty": t(lang, "compare_none")}  # fmt: skip


def _theme(asked: _Asked, code: str, lines: Sequence[Line]) -> list[list[Cell]]:
    """The rows of a theme: a gap goes through all of them."""
    found, lang, had = asked.found, asked.lang, {at for line in lines for at in line.columns}
    name = {"text": THEMES[code].text(lang), "sub": t(lang, "compare_lines", n=len(lines))}
    rows: list[list[Cell]] = []
    for number, row in enumerate(_packed(lines, len(found.subjects))):
        cells: list[Cell] = [{"text": "", "kind": "more"} if number else name]
        done: set[str] = set()
        for line, columns in _runs(row):
            if line is not None:
                cells.append(_again(line, lang) if line.initiative in done else _cell(asked, line))
                cells[-1] |= {"span": len(columns)} if len(columns) > 1 else {}
                done.add(line.initiative)
            else:
                cells += [{"text": "", "kind": "more" if at in had else "gap more"} if number or at in had
                          else _gap(found, code, at, lang) for at in columns]  # fmt: skip
        rows.append(cells)
    return rows


def _packed(lines: Iterable[Line], width: int) -> list[list[Line | None]]:
    """Each line in the first row whose columns are free for it."""
    rows: list[list[Line | None]] = []
    for line in lines:
        row = next((row for row in rows if not any(row[at] for at in line.columns)), None)
        if row is None:
            row = [None] * width
            rows.append(row)
        for at in line.columns:
            row[at] = line
    return rows


def _runs(row: Sequence[Line | None]) -> list[tuple[Line | None, list[int]]]:
    """A row as runs of neighbours that hold the same."""
    found = groupby(range(len(row)), key=lambda at: id(row[at]))
    return [(row[columns[0]], columns) for columns in (list(group) for _, group in found)]


def _cell(asked: _Asked, line: Line) -> Cell:
    """An initiative with whose it is, its status, date and amount, and its partners."""
    lang, shared = asked.lang, len(line.columns) > 1
    said = [_shared(asked.found, line, lang) if shared else "", *_told(asked, line)]
    return _title(line, lang) | {"sub": _between(said, lang), "kind": "shared" if shared else "own"}


def _title(line: Line, lang: Lang) -> Cell:
    site = line.sites[0]
    return {"text": text_of(site, "title", lang), "id": line.initiative, "sign": f"focus{site['focus_area']}-site"}


def _told(asked: _Asked, line: Line) -> list[str]:
    lang, (site, *_) = asked.lang, line.sites
    area = t(lang, f"map_focus_{site['focus_area']}") if areas_of(asked.filter) else ""
    here = {code for one in line.sites for code in one["countries"]}  # a country is no partner of its own
    named = [partner_name(code, asked.names, lang) for code in site["partners"] if code not in here]
    more = t(lang, "more_short", n=len(named) - _PARTNERS) if len(named) > _PARTNERS else ""
    partners = t(lang, "with_partner", names=join(named[:_PARTNERS], lang) + more) if named else ""
    return [area, "\u3000".join(filter(None, standing(line.sites, lang, asked.filter.until))), partners]


def _between(parts: Iterable[str], lang: Lang) -> str:
    return ("／" if lang == "ja" else " · ").join(part for part in parts if part)


def _shared(found: Comparison, line: Line, lang: Lang) -> str:
    facets = [one.facet for one in found.subjects]
    if len(line.columns) == 2 and facets == ["country", "country"]:
        return t(lang, "compare_both")
    return t(lang, "compare_shared", names=names_of([found.subjects[at] for at in line.columns], lang))


def _again(line: Line, lang: Lang) -> Cell:
    """What stands further left too, where the column between does not have it."""
    return {"text": text_of(line.sites[0], "title", lang), "sub": t(lang, "compare_again"), "kind": "again"}


def _gap(found: Comparison, code: str, at: int, lang: Lang) -> Cell:
    """That nothing is listed, and what of this theme there is elsewhere."""
    one = found.subjects[at]
    other = sum(code in line.sites[0]["themes"] for line in found.of(at))
    wide = sum(line.theme == code for line in found.also[at])
    region = Subject("region", one.region).name(lang)
    said = [t(lang, "compare_other", n=other) if other else "",
            t(lang, "compare_reached", n=wide, name=region) if wide else ""]  # fmt: skip
    return {"text": t(lang, "compare_gap", name=one.name(lang)), "sub": _between(said, lang), "kind": "gap"}


def _wide(asked: _Asked, code: str, lines: Sequence[Line]) -> dict[str, Any]:
    """What stands for a whole region, a line each; it counts for none of the subjects."""
    found, lang, name = asked.found, asked.lang, Subject("region", code).name(asked.lang)
    reached = (some for one, some in zip(found.subjects, found.also, strict=True) if one.region == code)
    above = {one.initiative for some in reached for one in some} - {one.initiative for one in lines}
    note = t(lang, "compare_wide", n=len(lines)) + (t(lang, "compare_above", n=len(above)) if above else "")
    head = [{"text": t(lang, key)} for key in ("compare_total", "compare_theme", "compare_told")]
    rows = [
        [_title(line, lang), *({"text": one} for one in (THEMES[line.theme].text(lang), _between(said, lang)))]
        for line, said in ((line, _told(asked, line)) for line in lines)
    ]
    return {"key": f"compare-{code}", "title": t(lang, "region_also", name=name), "kind": "atlas-lines atlas-wide",
            "note": note, "head": [head], "rows": rows}  # fmt: skip
