"""What a page of a recipe is made with: the recipe, an edition, a language; and what the edition lacks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from atlas.edition import Edition, EditionThen
from atlas.filter import Filter
from atlas.records import Text
from atlas.vocab import Lang
from atlas.words.describe import code_name
from atlas.words.i18n import t
from exporters.clean import clean
from exporters.extract import Extract, extract_of
from exporters.link import permalink
from exporters.print.draw.template import Template
from exporters.print.options import Options
from exporters.recipe.model import ChangesPage, Named, Recipe, RecipePage
from maps.basemap import Basemap

_NEAR: Final = 50  # codes for which a likely one is looked for
Earlier = Callable[[Edition, str | None], EditionThen | None]


@dataclass(frozen=True)
class RecipeContext:
    """`earlier` finds the edition that one is compared with; `address` is where links lead; `lost` is the edition
    that the recipe asks for in vain; of `slides` a `template` carries the pages."""

    recipe: Recipe
    edition: Edition
    base: Basemap
    lang: Lang
    address: str
    earlier: Earlier
    lost: str = ""
    template: Template | None = None
    slides: bool = False

    @cached_property
    def today(self) -> date:
        """The day that the briefing is of: the recipe's, else the edition's."""
        return date.fromisoformat(f"{self.recipe.date or self.edition.id.date or '2000'}-01-01"[:10])

    def words(self, text: Text | None) -> str:
        """Somebody's words in this language, in one line; nothing where there are none."""
        return clean(text.text(self.lang)) if text else ""

    def filter(self, page: RecipePage) -> Filter:
        """What a page shows, without initiatives and years that the edition does not have."""
        found, members = page.asked(self.recipe.base()), self.edition.index.members
        known = [code for code in found.ids if code in members["ids"]]
        years = [code for code in found.year if code in members["year"]]
        return found.with_codes("ids", known or found.ids).with_codes("year", years)

    def extract(self, filter_: Filter) -> Extract:
        """The sites of a filter with their words and sources."""
        return extract_of(self.edition, self.edition.index.select(filter_), filter_, self.lang)

    def look(self, title: Text | None, filter_: Filter) -> Options:
        """Title, size, marking and date of a page, and the link to the map under its filter."""
        recipe = self.recipe
        look = Options(title=self.words(title), size=recipe.size, marking=self.words(recipe.marking),
                       date=recipe.date or "", link=permalink(self.address, filter_, self.lang))  # fmt: skip
        return self.template.fitted(look) if self.template else look

    def front(self) -> Options:
        """The look of the cover."""
        recipe = self.recipe
        return replace(self.look(recipe.title, recipe.base()), subtitle=self.words(recipe.subtitle))

    def missing(self, page: RecipePage) -> list[str]:
        """What a page names and the edition does not have, a sentence each."""
        return [*self._codes(page.named()), *self._since(page)]

    def missing_everywhere(self) -> list[str]:
        """The same of the recipe's own filter and edition."""
        named = self.recipe.filter.named() if self.recipe.filter else iter(())
        lost = [t(self.lang, "recipe_no_edition", name=self.lost, used=self._label())] if self.lost else []
        return [*lost, *self._codes(named)]

    def _label(self) -> str:
        return self.extract(Filter()).edition()

    def _codes(self, named: Named) -> Iterator[str]:
        members, edition = self.edition.index.members, self._label()
        for number, (facet, code) in enumerate(dict.fromkeys(named)):
            if code in members[facet] and members[facet][code].any():
                continue
            near = get_close_matches(code, members["ids"], n=1) if facet == "ids" and number < _NEAR else []
            known = self.edition.organisations, self.edition.documents
            name = code if facet == "ids" else code_name(facet, code, self.lang, *known)
            said = t(self.lang, "recipe_gone" if facet == "ids" else "recipe_nothing",
                     name=f"{name} ({code})" if name != code else name, edition=edition)  # fmt: skip
            yield said + (t(self.lang, "recipe_near", name=near[0]) if near else "")

    def _since(self, page: RecipePage) -> Iterator[str]:
        if isinstance(page, ChangesPage) and page.since and self.earlier(self.edition, page.since) is None:
            yield t(self.lang, "recipe_no_since", name=page.since)
