"""A recipe made: its pages in their order behind a cover and contents, in every language, and what is to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from atlas.edition import Edition
from atlas.vocab import RECORD_LANGS, Lang
from atlas.words.i18n import t
from exporters.clean import clean
from exporters.extract import Extract, file_name
from exporters.print.content.brief import gather
from exporters.print.cover import bound
from exporters.print.draw.template import Template
from exporters.print.elements.sheet import Sheet
from exporters.print.report import Report, report_of
from exporters.recipe.context import Earlier, RecipeContext
from exporters.recipe.kinds import KINDS, map_options
from exporters.recipe.model import FactsheetPage, MapPage, Recipe, RecipePage
from maps.basemap import Basemap


@dataclass(frozen=True)
class MadePage:
    """A page of the recipe in one language: its sheets, what of it the edition does not have."""

    page: RecipePage
    context: RecipeContext
    sheets: list[Sheet]
    missing: list[str]

    @property
    def title(self) -> str:
        """What the contents call it."""
        return self.context.words(self.page.title) or " ".join(self.sheets[0].title.plain().split())

    def report(self) -> Report:
        """What the layout says of itself; tables have no initiatives to place."""
        extract, options = self.context.extract(self.context.filter(self.page)), self.context.front()
        if isinstance(self.page, MapPage):
            return report_of(extract, self.sheets, map_options(self.page, self.context))
        options = replace(options, size="a4-portrait") if isinstance(self.page, FactsheetPage) else options
        return report_of(replace(extract, sites=extract.sites[:0]), self.sheets, options)


@dataclass(frozen=True)
class Briefing:
    """A recipe with the data that it is made from; `lost` is the edition that it asks for in vain.

    Its `template` carries the pages for `slides`, not those of other formats.
    """

    recipe: Recipe
    pages: Sequence[RecipePage]
    edition: Edition
    base: Basemap
    address: str
    earlier: Earlier
    lost: str = ""
    template: Template | None = None
    slides: bool = False

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages, one after the other."""
        return RECORD_LANGS if self.recipe.lang == "both" else (self.recipe.lang,)

    def context(self, lang: Lang) -> RecipeContext:
        """What the pages of a language are made with."""
        template = self.template if self.slides else None
        data = (self.recipe, self.edition, self.base, lang, self.address, self.earlier)
        return RecipeContext(*data, self.lost, template, self.slides)

    @cached_property
    def made(self) -> dict[Lang, list[MadePage]]:
        """Every page in every language, composed once; the presenter's notes stand before those that were made."""
        return {lang: [_made(page, self.context(lang)) for page in self.pages] for lang in self.langs}

    def sheets(self) -> list[Sheet]:
        """All pages with cover and contents, language by language."""
        found: list[Sheet] = []
        for lang, pages in self.made.items():
            context = self.context(lang)
            brief = gather(context.extract(self.recipe.base()), self.base, context.front())
            whole = bound(brief, [(one.title, one.sheets) for one in pages], len(found))
            _note(whole[0], context.missing_everywhere())
            found += whole
        return found

    def front_extract(self) -> Extract:
        """All that the recipe's own filter shows, in the first language."""
        return self.context(self.langs[0]).extract(self.recipe.base())

    def said(self) -> list[str]:
        """What the recipe names and the edition does not have, with its page, in the first language."""
        context = self.context(self.langs[0])
        told = [f"{number}. {context.words(page.title) or page.kind}: {text}"
                for number, page in enumerate(self.pages, 1) for text in context.missing(page)]  # fmt: skip
        asked = self.recipe.template if self.template is None else None
        unused = [t(self.langs[0], "recipe_template", name=clean(asked))] if asked else []
        return [*context.missing_everywhere(), *unused, *told]

    def faults(self) -> list[str]:
        """What is wrong with the layout, page by page."""
        return [f"{lang}: {number}. {one.title}: {fault}" for lang, pages in self.made.items()
                for number, one in enumerate(pages, 1) for fault in one.report().faults(lang)]  # fmt: skip

    def file_name(self, suffix: str) -> str:
        """`foip-atlas-briefing_2026-11-26_pacific_ja-en.pptx`."""
        name = file_name(self.recipe.base(), f"_{'-'.join(self.langs)}.{suffix}", *self.edition.id)
        return name.replace("foip-atlas", "foip-atlas-briefing", 1)


def _made(page: RecipePage, context: RecipeContext) -> MadePage:
    sheets, missing = KINDS[page.kind].sheets(page, context), context.missing(page)
    own = page.notes.text(context.lang) if page.notes else ""
    _note(sheets[0], [*(clean(line) for line in own.splitlines()), *missing])
    return MadePage(page, context, sheets, missing)


def _note(sheet: Sheet, lines: Sequence[str]) -> None:
    """Put lines before a sheet's notes."""
    if lines:
        sheet.notes = "\n".join([*lines, "", sheet.notes])
