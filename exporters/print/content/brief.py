"""Everything a page is composed from, gathered once: sites, places, frame, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from atlas import vocab
from atlas.countries import country_name
from atlas.vocab import Lang
from atlas.words.describe import code_name
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.content.moved import moved_counts
from exporters.print.content.places import PlacedItem, Spot, entries_of, spots_of
from exporters.print.elements.fonts import clean
from exporters.print.options import Options
from maps.basemap import Basemap


@dataclass(frozen=True)
class Brief:
    """A filter's sites as places, with the base map, the options and the words of one language.

    Of several pages each has a `label` at the upper right, and the countries that it is about (`part`).
    """

    extract: Extract
    base: Basemap
    options: Options
    entries: Mapping[str, PlacedItem]
    spots: tuple[Spot, ...]
    label: str = ""
    part: frozenset[str] | None = None
    forms: frozenset[str] = frozenset()

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return self.extract.lang

    @property
    def title(self) -> str:
        """The title asked for, else one written from the filter."""
        return clean(self.options.title) or self._moved() or default_title(self.extract)

    def _moved(self) -> str:
        since = self.options.since
        return self.t("snap_moved", **moved_counts(self.extract, since)) if since else ""

    def t(self, key: str, **values: object) -> str:
        """Words in the page's language."""
        return t(self.lang, key, **values)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The countries that have an initiative."""
        found = frozenset(code for codes in self.extract.sites["countries"] for code in codes)
        return found if self.part is None else found & self.part

    def focuses(self) -> list[int]:
        """The focus areas that occur, ①②③＋."""
        found = {entry.focus for entry in self.entries.values()}
        return [focus for focus in (1, 2, 3, 0) if focus in found]

    def inferred(self) -> int:
        """How many initiatives have a focus area of our own reading."""
        return sum(entry.row["focus_area_basis"] == "inferred" for entry in self.entries.values())

    def alt(self) -> str:
        """The page in one sentence, for those who cannot see it."""
        words = clean(self.extract.words())
        return self.t("snap_alt", title=self.title, words=words, counts=self.extract.counts())


def gather(extract: Extract, base: Basemap, options: Options) -> Brief:
    """Places and entries of an extract."""
    entries = entries_of(extract)
    return Brief(extract, base, options, entries, tuple(spots_of(extract, base.context, entries)))


def default_title(extract: Extract, *, after: bool = False) -> str:
    """A title from the filter: where and what, else what the atlas is about; the subject alone `after` another."""
    lang, chosen = extract.lang, extract.filter
    names: Mapping[str, Any] = extract.organisations
    where = _joined([*_names("country", chosen.country, lang), *_names("region", chosen.region, lang)], lang)
    topics = [code_name(facet, code, lang, names) for facet in ("theme", "instrument") for code in chosen.codes(facet)]
    topics = topics or [vocab.FOCUS_SHORT[int(code)].text(lang) for code in chosen.focus if len(chosen.focus) < 3]
    what = _joined(topics, lang) or (f"「{chosen.q}」" if chosen.q and lang == "ja" else chosen.q)
    if where and what:
        return clean(t(lang, "snap_title", where=where, what=what))
    if where:
        return clean(where if after else t(lang, "snap_title_where", where=where))
    return clean(what or (t(lang, "ids_chosen", n=len(chosen.ids)) if chosen.ids else "") or _document(extract, after))


def _document(extract: Extract, after: bool) -> str:
    """A title from the one document that is asked for, else what the atlas is about."""
    lang, chosen = extract.lang, extract.filter.document
    kind = "about" if after else "title"
    if chosen == ("evolved-foip",):
        return t(lang, f"snap_{kind}_evolved")
    if len(chosen) == 1 and chosen[0] in extract.documents:
        named = extract.documents[chosen[0]].named(lang)
        return named if after else t(lang, "snap_title_document", name=named)
    return t(lang, f"snap_{kind}_all")


def _names(facet: str, codes: tuple[str, ...], lang: Lang) -> list[str]:
    if facet == "country":
        return [country_name(code, lang) for code in codes]
    return [vocab.REGIONS[code].text(lang) for code in codes]


def _joined(parts: list[str], lang: Lang) -> str:
    if lang == "ja":
        return "・".join(parts)
    return parts[0] if len(parts) == 1 else " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts else ""
