"""Live page, handout and static site have one front end: they show the same at every address, and that is right."""

from __future__ import annotations

from functools import cache
from itertools import cycle
from typing import Any
from urllib.parse import parse_qsl

import pytest

from atlas.vocab import LANGS, Lang
from tests import catalogue
from tests.conftest import ROOT
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit, plain

ADDRESSES = (
    "", "focus=1", "focus=2,0", "focus=3&region=pacific&instrument=osa&basis=stated", "region=asean&focus=2",
    "region=africa,europe", "region=global", "country=SGP", "country=FJI", "country=FJI,TON&focus=3",
    "country=FJI&region=pacific", "theme=ports", "theme=cybersecurity,energy", "instrument=oda,osa", "partner=jica",
    "partner=AUS,USA&theme=maritime-awareness", "document=japan-singapore-2026", "document=evolved-foip&focus=0",
    "precision=city,admin1", "precision=region,route", "basis=inferred", "status=announced",
    "status=delivered,in-force&focus=3", "year=2025", "year=2023&status=signed", "year=2024,undated", "year=undated",
    "q=cable", "q=ﾂﾊﾞﾙ", "q=つばる 海底", "q=OSA FÍJI&region=pacific", "country=SGP&q=zzzz", "id=tuvalu-cable",
    "focus=1&id=osa-tonga-2025", "country=FJI&id=fiji-armed-forces", "year=2024&id=palau-airport",
)  # fmt: skip
FACETS = (
    "focus", "region", "country", "theme", "instrument", "partner", "document", "precision", "basis", "status", "year",
)  # fmt: skip
MOST_FIRST = (
    "country",
    "theme",
    "instrument",
    "partner",
    "document",
)  # without an order of their own: what gives nothing is not offered
SWITCH = ("focus", "0")  # stands for all while no focus area is chosen
READ = (ROOT / "tests" / "e2e" / "surface.js").read_text("utf-8").split("*/", 1)[1].strip()
Shown = dict[str, Any]


def _asked(address: str) -> tuple[dict[str, list[str]], str, str]:
    """Codes by facet, search and record."""
    params = dict(parse_qsl(address))
    wish = {facet: params[facet].split(",") for facet in FACETS if facet in params}
    return wish, params.get("q", ""), params.get("id", "")


def _found(address: str) -> list[catalogue.Feature]:
    wish, text, _ = _asked(address)
    return catalogue.sites(wish, text)


def _wanted(address: str, lang: Lang) -> tuple[str, str | None]:
    """What to wait for: the number of sites, the title of the record."""
    _, _, id_ = _asked(address)
    return str(len(_found(address))), plain(catalogue.title(id_, lang)) if id_ else None


def _read(page: Visit, address: str, lang: Lang) -> Shown:
    query = f"?lang={lang}&{address}".removesuffix("&")
    page.page.bring_to_front()  # a tab behind another draws once a second
    found: Shown = page.page.evaluate(READ, [query, *_wanted(address, lang)])
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_live_page_handout_and_static_site_show_the_same_at_every_address(visit: Open, web: str, lang: Lang) -> None:
    """The live page beside handout and site in turn; in English every third address."""
    live = visit(f"/?lang={lang}")
    live.draws(catalogue.FEATURES)
    still = [visit(path, at=web) for path in (f"/all.html?lang={lang}", f"/atlas/{lang}/index.html")]
    for page in still:
        page.page.locator("html[data-shown] .atlas-head").wait_for()
    for address, page in zip(ADDRESSES[:: 1 if lang == "ja" else 3], cycle(still), strict=False):
        told = _read(live, address, lang)
        assert _read(page, address, lang) == told, f"{page.page.url} is not as the live page"
        _is_as_the_catalogue_says(told, address)
    live.rests()  # the server has answered the last of these addresses, and changes nothing
    assert live.page.evaluate(READ, [None, *_wanted(address, lang)]) == told


def _is_as_the_catalogue_says(told: Shown, address: str) -> None:
    wish, text, id_ = _asked(address)
    found = _found(address)
    around = catalogue.sites({**wish, "country": ()}, text) if _is_of_one_country(wish) else found
    assert told["map"]["visible"] == sorted(catalogue.ids(around)) and told["map"]["lost"] == []
    if not id_:
        wanted = {site["properties"]["initiative"] for site in found}
        assert len(told["list"]) == len(wanted) and {one for one, _ in told["list"]} == wanted
        until = max((code for code in wish.get("year", ()) if code.isdigit()), default="")
        order = [one for one, _ in told["list"]]
        assert _is_of_one_country(wish) or _is_newest_first(order, found, until), address
    counts = {(facet, code): (n, pressed, off) for facet, code, n, pressed, off, _ in told["options"]}
    for facet in FACETS:
        for code, n in _counts(wish, text, facet).items():
            on = code in wish.get(facet, ()) or ((facet, code) == SWITCH and "focus" not in wish)
            off = not (n or on or (facet, code) == SWITCH)
            told_of = None if off and facet in MOST_FIRST else (n, str(on).lower(), off)
            assert counts.pop((facet, code), None) == told_of, f"{address}: {facet}={code}"
    assert not any(n for n, *_ in counts.values()), "options that the catalogue does not know"


def _is_of_one_country(wish: dict[str, list[str]]) -> bool:
    """Then the list goes by the statement's areas, and the map shows the country among the others."""
    return len(wish.get("country", ())) == 1 and "region" not in wish


def _is_newest_first(told: list[str], found: list[catalogue.Feature], until: str) -> bool:
    """Whether a list goes by focus area, in it by the day of what happened last at what is shown."""
    newest, focus = dict.fromkeys(told, ""), {}
    for site in found:
        id_ = site["properties"]["initiative"]
        days = [step["date"] for step in catalogue.done(site) if not until or step["date"][:4] <= until]
        newest[id_] = max([*days, newest[id_]])
        focus[id_] = "1230".index(str(site["properties"]["focus_area"]))
    days_first = sorted(told, key=lambda one: newest[one], reverse=True)
    return told == sorted(days_first, key=lambda one: focus[one])  # sorting keeps what is told of the same day


def _counts(wish: dict[str, list[str]], text: str, facet: str) -> dict[str, int]:
    """How many initiatives each code would give under the other filters."""
    others = {name: codes for name, codes in wish.items() if name != facet}
    until = max((int(code) for code in wish.get("year", ()) if code.isdigit()), default=None)
    own = _codes(facet, until if facet == "status" else None)
    codes = set().union(*own.values())
    if facet == "year" and "status" in others:  # a status is that at the end of the year
        return {code: catalogue.initiatives(catalogue.sites({**others, "year": [code]}, text)) for code in codes}
    sites = catalogue.sites(others, text)
    return {code: catalogue.initiatives(site for site in sites if code in own[site["id"]]) for code in codes}


@cache
def _codes(facet: str, until: int | None) -> dict[str, set[str]]:
    """What each site has in a facet."""
    return {site["id"]: catalogue.codes(site, facet, until) for site in catalogue.FEATURES}
