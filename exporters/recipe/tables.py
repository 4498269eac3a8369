"""The pages of a recipe that are tables: what the overview's tabs show, all initiatives, sources, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from atlas import vocab
from atlas.compare.editions import Row, compare
from atlas.compare.sentences import ChangeSheet, edition_label, sheet
from atlas.compare.values import Names
from atlas.comparison import compare as compared
from atlas.filter import Filter
from atlas.index import regions_of
from atlas.progress.status import standing
from atlas.regional import FOCUS_ORDER, subject
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.details import source
from exporters.extract import Extract
from exporters.overview.amounts import amount_tables
from exporters.overview.compare import compare_tables
from exporters.overview.gaps import gap_tables
from exporters.overview.moves import move_note, move_tables
from exporters.recipe.context import RecipeContext
from exporters.recipe.model import (
    AmountsPage,
    ChangesPage,
    ComparisonPage,
    GapsPage,
    MapPage,
    RecipePage,
    SourcesPage,
    TimelinePage,
)
from exporters.tables.columns import header
from exporters.tables.columns import table as columns

_MONTHS: Final = 12
_LISTED: Final = ("title", "places", "partners", "documents")


class PageTables(NamedTuple):
    """Tables with what is shown in them, how they are called, and what is to be known of them."""

    extract: Extract
    name: str
    note: str
    tables: Sequence[Mapping[str, Any]]


def amounts_of(page: AmountsPage, context: RecipeContext) -> PageTables:
    """Published amounts."""
    asked, lang = context.filter(page), context.lang
    return _tab(context, asked, "amounts", amount_tables(context.edition, asked, lang))


def gaps_of(page: GapsPage, context: RecipeContext) -> PageTables:
    """Coverage and gaps."""
    asked, lang = context.filter(page), context.lang
    found = gap_tables(context.edition, asked, lang, wide=page.wide, every=page.themes)
    return _tab(context, asked, "gaps", found)


def timeline_of(page: TimelinePage, context: RecipeContext) -> PageTables:
    """What moved up to the briefing's day, and what is to come."""
    asked, lang, today = context.filter(page), context.lang, context.today
    since = page.first(today, _MONTHS) or today
    found = _tab(context, asked, "moves", move_tables(context.edition, asked, lang, since, today))
    return found._replace(note=move_note(lang, since, today))


def comparison_of(page: ComparisonPage, context: RecipeContext) -> PageTables:
    """Countries and regions side by side; countries and regions of a filter say nothing here."""
    asked, lang = context.filter(page).without("country").without("region"), context.lang
    found = compared(context.edition, asked, [subject(code) for code in dict.fromkeys(page.of)])
    tables = compare_tables(context.edition, asked, lang, found)
    shown = _tab(context, asked, "compare", tables)
    return shown._replace(extract=replace(shown.extract, sites=context.edition.frame[found.mask]))


def _tab(context: RecipeContext, asked: Filter, tab: str, tables: Sequence[Mapping[str, Any]]) -> PageTables:
    lang = context.lang
    return PageTables(context.extract(asked), t(lang, f"overview_tab_{tab}"), t(lang, f"overview_{tab}_note"), tables)


def list_of(page: RecipePage, context: RecipeContext) -> PageTables:
    """All initiatives by focus area, each with its places, how far it is, its partners and documents."""
    own = {code: context.words(text) for code, text in page.callouts.items()} if isinstance(page, MapPage) else {}
    strong = page.emphasise if isinstance(page, MapPage) else []
    extract = context.extract(context.filter(page))
    lang, by = extract.lang, replace(extract, by="initiatives")
    told = dict(zip(by.groups, columns(by, _LISTED), strict=True))
    heads = [{"text": header(key, lang)} for key in ("title", "places", "status", "partners", "documents")]
    tables = []
    for focus in FOCUS_ORDER:
        some = {code: rows for code, rows in by.groups.items() if rows[0]["focus_area"] == focus}
        rows = [[{"text": own.get(code) or told[code]["title"], "sign": f"focus{focus}-site", "strong": code in strong},
                 {"text": told[code]["places"] or ""}, _stood(sites, extract),
                 *({"text": told[code][key] or ""} for key in ("partners", "documents"))]
                for code, sites in some.items()]  # fmt: skip
        title, note = vocab.FOCUS_AREAS[focus].text(lang), t(lang, "compare_lines", n=len(some))
        table = {"key": f"list-{focus}", "title": title, "note": note, "head": [heads], "rows": rows}
        tables += [table] if rows else []
    return PageTables(extract, t(lang, "note_initiatives"), "", tables or [_empty(extract)])


def _stood(rows: Sequence[Row], extract: Extract) -> dict[str, str]:
    status, amount = standing(rows, extract.lang, extract.filter.until)
    return {"text": status, "sub": amount}


def _empty(extract: Extract) -> dict[str, Any]:
    return {"key": "list", "title": t(extract.lang, "note_initiatives"), "empty": t(extract.lang, "note_empty")}


def sources_of(page: SourcesPage, context: RecipeContext) -> PageTables:
    """Every source that is cited, with its date."""
    extract = context.extract(context.filter(page))
    cited = [one for one in (source(document, extract.lang) for document in extract.cited().values()) if one]
    rows = [[{"text": one["text"], "href": one["address"]}, {"text": one["date"]}] for one in cited]
    title = t(extract.lang, "snap_notes_sources")
    return PageTables(extract, title, "", [{"key": "sources", "title": title, "rows": rows}])


def changes_of(page: ChangesPage, context: RecipeContext) -> ChangeSheet:
    """What changed of what the page shows, since an edition; without an earlier one a sentence says so."""
    lang, edition, asked = context.lang, context.edition, context.filter(page)
    then = context.earlier(edition, page.since) or context.earlier(edition, None)
    if then is None:
        return ChangeSheet(t(lang, "changes"), t(lang, "recipe_first"), [])
    shown = {str(row["initiative"]) for row in edition.rows(edition.index.select(asked))}
    found = compare(then.frame, edition.frame)
    found = found.of(shown, lambda row: _was_shown(row, asked)) if asked else found
    now, names = f"{edition.id.date}-{edition.id.digest[:8]}", Names(edition.organisations, edition.documents)
    labels = edition_label(then.date, then.name, lang), edition_label(edition.id.date, now, lang)
    said = sheet(found, *labels, lang, names)
    if asked:
        words = f"{context.extract(asked).words()}{t(lang, 'colon')}"
        said = said._replace(head=words + (said.head if found else t(lang, "recipe_unchanged")))
    return said if page.wording else _without_wording(said, lang)


def _without_wording(said: ChangeSheet, lang: Lang) -> ChangeSheet:
    """The substance alone, with the number of initiatives of which only the wording changed besides."""
    kept = [one for one in said.lines if not one.wording]
    left = len({one.initiative for one in said.lines} - {one.initiative for one in kept})
    more = t(lang, "recipe_wording", n=left) if left else ""
    return said._replace(head=" ".join(filter(None, (said.head, more))), lines=kept)


def _was_shown(row: Row, asked: Filter) -> bool:
    """Whether a site of an older edition was about the countries, regions and focus areas asked for."""
    held = {"focus": [str(row["focus_area"])], "country": row.get("countries") or [row["country"]],
            "region": regions_of(row) if {"region", "countries"} <= {*row} else asked.region,
            "ids": [row["initiative"]]}  # fmt: skip
    return all(not asked.codes(facet) or {*codes} & {*asked.codes(facet)} for facet, codes in held.items())


def change_tables(page: ChangesPage, context: RecipeContext) -> PageTables:
    """The same as a table: initiative, what of it, from what to what."""
    said, lang = changes_of(page, context), context.lang
    heads = [{"text": t(lang, key)} for key in ("changes_initiative", "changes_what", "recipe_before", "recipe_after")]
    rows = [[{"text": one.title}, {"text": one.what}, {"text": one.before}, {"text": one.after}] for one in said.lines]
    table = {"key": "changes", "title": said.title, "note": said.head, "head": [heads] if rows else [], "rows": rows}
    return PageTables(context.extract(context.filter(page)), t(lang, "changes"), "", [table])
