"""Rules that one record alone cannot hold: a site against its place, a focus area against its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from atlas import vocab
from atlas.countries import is_country
from atlas.errors import Problem
from atlas.records import Initiative, Place, Site
from loaders.catalogue.reader import GAZETTEER, Catalogue

_FINENESS: Final = ("site", "city", "admin1", "country", "region")
_DETAIL = re.compile(r"evolved-foip:(?:D(\d+)\.|F(\d+)$)")


def place_rules(catalogue: Catalogue) -> Iterator[Problem]:
    """Gazetteer entries of countries and regions agree with their keys; every region but `global` has its entry."""
    file = catalogue.file(GAZETTEER)
    for key, place in catalogue.places.items():
        if is_country(key) and (place.precision, place.country) != ("country", key):
            yield Problem(file, key, f"the entry of a country needs precision: country and country: {key}")
        elif key in vocab.REGIONS and (place.precision, place.region) != ("region", key):
            yield Problem(file, key, f"the entry of a region needs precision: region and region: {key}")
    for region in vocab.REGIONS.keys() - {"global"} - catalogue.raw.get(file, {}).keys():
        if file in catalogue.raw:
            yield Problem(file, region, "missing; add the point at which the map sets this region's box")


def initiative_rules(catalogue: Catalogue) -> Iterator[Problem]:
    """Every rule on the sound initiatives."""
    for key, initiative in catalogue.initiatives.items():
        for field, message in (*_focus(initiative), *_mentions(initiative), *_statuses(initiative)):
            yield Problem(catalogue.record(key), field, message)
        for name, site in initiative.sites.items():
            for field, message in _site(site, catalogue.places):
                yield Problem(catalogue.record(key), f"sites.{name}.{field}", message)


def _focus(initiative: Initiative) -> Iterator[tuple[str, str]]:
    if initiative.focus_area_basis != "stated":
        return
    matches = [match for mention in initiative.mentions if (match := _DETAIL.match(mention))]
    if not matches:
        yield "focus_area_basis", "only a detail page (evolved-foip:D…) states a focus area; use inferred with a reason"
        return
    stated = {int(match[2]) if match[2] else (int(match[1]) - 1) // 3 + 1 for match in matches}
    if initiative.focus_area not in stated:
        expected = " or ".join(map(str, sorted(stated)))
        yield "focus_area", f"is {initiative.focus_area}, but the mentioned heading stands under {expected}; correct it"


def _mentions(initiative: Initiative) -> Iterator[tuple[str, str]]:
    for index, mention in enumerate(initiative.mentions):
        if mention in initiative.mentions[:index]:
            yield f"mentions.{index}", f"'{mention}' stands twice; keep one"


def _statuses(initiative: Initiative) -> Iterator[tuple[str, str]]:
    lead = initiative.instruments[0]
    for index, step in enumerate(initiative.milestones):
        if lead in vocab.WORDS_ONLY and step.status in vocab.OF_THINGS:
            message = f"'{step.status}' is not said of a {lead}; use signed, in-force, held or another"
            yield f"milestones.{index}.status", message
        if step.recipient and step.sites and step.recipient not in _countries(initiative, step.sites):
            yield f"milestones.{index}.recipient", f"'{step.recipient}' is the country of none of its sites; correct it"


def _countries(initiative: Initiative, sites: list[str]) -> set[str | None]:
    return {code for name in sites for code in (initiative.sites[name].country, *initiative.sites[name].countries)}


def _site(site: Site, places: dict[str, Place]) -> Iterator[tuple[str, str]]:
    if site.precision in ("country", "region") and site.place:
        yield "place", f"precision '{site.precision}' takes no place; remove it"
        return
    place = places.get(site.place or "")
    if place is None or site.precision == "route":
        return
    if place.country and site.country and place.country != site.country:
        yield "place", f"'{site.place}' lies in {place.country}, not in {site.country}; correct one of them"
    if place.precision not in _FINENESS:
        yield "place", f"'{site.place}' is a way-point; only a route's path may use it"
    elif _FINENESS.index(site.precision) < _FINENESS.index(place.precision):
        yield "precision", f"finer than '{site.place}', which is known as {place.precision} only; use {place.precision}"
