"""The kinds of pages that a recipe may name: what each holds, and what makes its sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from atlas.filter import Filter
from exporters.print.changes import changes_sheets
from exporters.print.compose import compose
from exporters.print.content.brief import gather
from exporters.print.cover import source_pages
from exporters.print.elements.sheet import Sheet
from exporters.print.factsheet.sheets import fact_sheets
from exporters.print.layout.page import finished
from exporters.print.options import Options
from exporters.print.tables.pages import table_sheets
from exporters.recipe.context import RecipeContext
from exporters.recipe.model import (
    AmountsPage,
    ChangesPage,
    ComparisonPage,
    FactsheetPage,
    GapsPage,
    ListPage,
    MapPage,
    RecipePage,
    SourcesPage,
    TimelinePage,
)
from exporters.recipe.tables import (
    PageTables,
    amounts_of,
    change_tables,
    changes_of,
    comparison_of,
    gaps_of,
    list_of,
    sources_of,
    timeline_of,
)

Sheets = Callable[[Any, RecipeContext], list[Sheet]]
Tables = Callable[[Any, RecipeContext], PageTables]


class PageKind(NamedTuple):
    """What a page may hold, what makes its sheets, and its tables for a document that has tables of its own; without
    any it shows the sheets as pictures.
    """

    model: type[RecipePage]
    sheets: Sheets
    tables: Tables | None = None


def map_options(page: MapPage, context: RecipeContext) -> Options:
    """The look of a map: its style and frame, the presenter's words."""
    look = context.look(page.title, context.filter(page))
    own = tuple((code, context.words(text)) for code, text in page.callouts.items())
    return replace(
        look,
        style=page.style,
        frame=page.frame,
        callouts=own,
        emphasis=tuple(page.emphasise),
        since=str(page.first(context.today) or ""),
    )


def map_sheets(page: MapPage, context: RecipeContext) -> list[Sheet]:
    """A map with its boxes or lists, as many pages as they need."""
    extract = context.extract(context.filter(page))
    return compose(extract, context.base, map_options(page, context))


def factsheet_sheets(page: FactsheetPage, context: RecipeContext) -> list[Sheet]:
    """The sheet on A4; for slides, and where there is nothing, the map and the list of the place."""
    whole, look = context.extract(Filter()), replace(context.look(page.title, context.filter(page)), size="a4-portrait")
    asked = context.filter(page)
    if not context.slides and context.edition.index.select(asked).any():
        return fact_sheets(whole, context.base, look, page.place)
    look = replace(context.look(page.title, asked), style="boxes")
    return [*compose(context.extract(asked), context.base, look), *tabled(list_of)(page, context)]


def change_sheets(page: ChangesPage, context: RecipeContext) -> list[Sheet]:
    """Every change under its heading."""
    return changes_sheets(
        changes_of(page, context), page.by, context.lang, context.look(page.title, context.filter(page))
    )


def source_sheets(page: SourcesPage, context: RecipeContext) -> list[Sheet]:
    """The sources in two columns."""
    asked = context.filter(page)
    look = context.look(page.title, asked)
    return finished(source_pages(gather(context.extract(asked), context.base, look)), look)


def tabled(tables: Tables) -> Sheets:
    """What makes sheets of some tables."""

    def sheets(page: RecipePage, context: RecipeContext) -> list[Sheet]:
        found, look = tables(page, context), context.look(page.title, context.filter(page))
        return table_sheets(found.extract, found.name, found.note, found.tables, look.link, look)

    return sheets


KINDS: Final[Mapping[str, PageKind]] = {
    "map": PageKind(MapPage, map_sheets, list_of),
    "factsheet": PageKind(FactsheetPage, factsheet_sheets, list_of),
    "amounts": PageKind(AmountsPage, tabled(amounts_of), amounts_of),
    "timeline": PageKind(TimelinePage, tabled(timeline_of), timeline_of),
    "comparison": PageKind(ComparisonPage, tabled(comparison_of), comparison_of),
    "gaps": PageKind(GapsPage, tabled(gaps_of), gaps_of),
    "changes": PageKind(ChangesPage, change_sheets, change_tables),
    "list": PageKind(ListPage, tabled(list_of), list_of),
    "sources": PageKind(SourcesPage, source_sheets, sources_of),
}
MODELS: Final[Mapping[str, type[RecipePage]]] = {name: kind.model for name, kind in KINDS.items()}
