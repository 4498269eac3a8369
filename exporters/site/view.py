"""What the pages of the static site are made from, in one language: records, groups, places, words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import geopandas as gpd

from atlas import vocab
from atlas.countries import country_name, region_of
from atlas.filter import Filter
from atlas.geo.bounds import bounds_of
from atlas.regional import FOCUS_ORDER, subject
from atlas.words.i18n import t
from atlas.words.phrases import join
from exporters.clean import web
from exporters.details import Detail, details, related_to
from exporters.extract import Extract
from maps.ground import Ground

FEED: Final = "changes.xml"
NAV: Final = (
    ("index.html", "page_map"), ("regions.html", "page_regions"), ("list.html", "page_table"),
    ("downloads.html", "site_downloads"), ("about.html", "page_about"),
)  # fmt: skip
_WORDS: Final = (
    "name", "filters", "record", "places", "milestones", "named_in", "terms", "related", "back_to_map", "page_list",
    "region_countries", "foot_boundaries", "foot_places", "about_documents", "about_outline", "about_method",
    "about_precision", "about_boundaries", "about_attributions", "about_terms", "about_records",
)  # fmt: skip
_OWN: Final = ("where", "status", "themes", "latest", "file", "language", "size", "download_note", "live")
_PLACES: Final = 3
_STEPS: Final = 10


@dataclass(frozen=True)
class View:
    """An extract in its language, with the base map, the live atlas's address, and whether a feed goes with it."""

    extract: Extract
    ground: Ground
    link: str
    feed: bool = False

    @property
    def lang(self) -> vocab.Lang:
        """The language of all words."""
        return self.extract.lang

    @cached_property
    def records(self) -> list[Detail]:
        """Every record with its places and last status in short."""
        return self.of(self.extract.sites)

    def page(self, file: str, depth: int = 1) -> dict[str, Any]:
        """What the frame of a page needs; `depth` is how many folders lie between it and the site's root."""
        words = {key: t(self.lang, key) for key in _WORDS} | {key: t(self.lang, f"site_{key}") for key in _OWN}
        words |= {"skip": t(self.lang, "page_skip"), "map_label": t(self.lang, "page_map_label")}
        words |= {key: t(self.lang, key) for key in ("feed_title", "feed_link")}
        words |= {"static": t(self.lang, "site_static", edition=self.extract.edition())}
        return {
            "lang": self.lang, "root": "../" * depth, "file": file, "t": words, "link": self.link,
            "feed": FEED if self.feed else "",
            "nav": [(name, t(self.lang, key)) for name, key in NAV],
        }  # fmt: skip

    def sites(self, filter_: Filter) -> gpd.GeoDataFrame:
        """The sites of a filter."""
        return self.extract.sites[self.extract.index.select(filter_)]

    def groups(self, records: Iterable[Detail]) -> list[dict[str, Any]]:
        """Records by focus area; areas without any are left out."""
        found = list(records)
        groups = [
            {"focus": focus, "name": vocab.FOCUS_SHORT[focus].text(self.lang),
             "records": [one for one in found if one["focus"] == focus]}
            for focus in FOCUS_ORDER
        ]  # fmt: skip
        return [group for group in groups if group["records"]]

    def of(self, sites: gpd.GeoDataFrame) -> list[Detail]:
        """The records of some sites, with the places and milestones of these alone."""
        found = details(replace(self.extract, sites=sites))
        return [one | {"where": self._where(one), "status": one["progress"]} for one in found]

    def regions(self) -> list[dict[str, Any]]:
        """The regions that occur, in order, each with its countries, most initiatives first."""
        codes = [code for code in vocab.REGIONS if code in self.extract.index.members["region"]]
        return [{"code": code, "name": vocab.REGIONS[code].text(self.lang), "n": self._count("region", code),
                 "countries": self.countries(code)} for code in codes]  # fmt: skip

    def countries(self, region: str) -> list[dict[str, Any]]:
        """The countries of a region that have initiatives, most first."""
        codes = [code for code in self.extract.index.members["country"] if region_of(code) == region]
        found = [
            {"code": code, "name": country_name(code, self.lang), "n": self._count("country", code)} for code in codes
        ]
        return sorted(found, key=lambda one: (-int(one["n"]), str(one["code"])))

    def steps(self, records: Iterable[Detail]) -> list[tuple[Detail, dict[str, Any]]]:
        """The latest milestones of some records."""
        every = [(one, step) for one in records for step in one["milestones"] if step["counts"]]
        return sorted(every, key=lambda pair: str(pair[1]["iso"]), reverse=True)[:_STEPS]

    def related(self, id_: str) -> list[tuple[Detail, str]]:
        """Related records, each with what is shared."""
        by_id = {one["id"]: one for one in self.records}
        return [(by_id[other], why) for other, why in related_to(self.extract.sites, id_, self.lang)]

    def frame(self, sites: gpd.GeoDataFrame, code: str | None = None) -> str:
        """The frame of a map as JSON: of a region or country, else round the sites."""
        box = bounds_of(sites, self.ground.context, subject(code) if code else None)
        return json.dumps(box)

    def _count(self, facet: str, code: str) -> int:
        return self.extract.index.count(self.extract.index.members[facet][code])

    def _where(self, record: Detail) -> str:
        names = list(dict.fromkeys(place["place"] for place in record["places"]))
        more = t(self.lang, "note_more", n=len(names) - _PLACES) if len(names) > _PLACES else ""
        return join(names[:_PLACES], self.lang) + more


def view(extract: Extract, ground: Ground, lang: vocab.Lang, link: str, *, feed: bool = False) -> View:
    """The view of an extract in another language."""
    return View(replace(extract, lang=lang), ground, web(link), feed)
