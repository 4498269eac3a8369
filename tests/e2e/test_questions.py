"""The desk's questions, asked from the home page and answered on the screen, in both languages, clicks counted.

Those of gaps, amounts, news and comparison are asked in `test_overview.py`, the basket's in `test_basket.py`;
`docs/questions.md` says which is where.
"""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Locator, expect

from atlas.countries import country_name
from atlas.vocab import LANGS, REGIONS, THEMES, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit

MOST = 4


class Desk:
    """A visit that counts its clicks."""

    def __init__(self, page: Visit, lang: Lang) -> None:
        self.page, self.lang, self.clicks = page, lang, 0

    def begins(self) -> None:
        """A new question, with an empty filter."""
        for key in ("close", "clear"):
            if self.page.button(key).is_visible():
                self.page.button(key).click()
        self.page.shows(catalogue.FEATURES, self.lang)
        self.page.rests()
        self.clicks = 0

    def click(self, what: Locator) -> None:
        """One more click, of four at most."""
        what.click()
        self.clicks += 1
        assert self.clicks <= MOST

    def nav(self, key: str) -> None:
        """To another page by its name in the head."""
        self.click(self.page.part("nav").get_by_text(t(self.lang, key), exact=True))

    def option(self, facet: str, code: str, behind: str = "") -> None:
        """An option of a filter: the filter, the option."""
        self.click(self.page.page.locator(f'.atlas-facet[data-name="{behind or facet}"]'))
        self.click(self.page.page.locator(f'[data-key="{facet}-{code}"]'))

    @property
    def head(self) -> Locator:
        """The heading of the list."""
        return self.page.page.locator(".atlas-panel .atlas-head h3")


@pytest.mark.parametrize("lang", LANGS)
def test_a_desk_s_questions_are_answered_in_four_clicks_each(visit: Open, lang: Lang) -> None:
    desk = Desk(visit(f"/?lang={lang}"), lang)
    for asks in (_what_does_japan_do_in_fiji, _which_cables_land_where, _what_is_for_the_whole_of_a_region,
                 _singapore_by_the_areas_of_the_statement, _a_table_on_paper):  # fmt: skip
        desk.begins()
        asks(desk, lang)


def _what_does_japan_do_in_fiji(desk: Desk, lang: Lang) -> None:
    desk.page.page.locator(".atlas-search input").fill("フィジー" if lang == "ja" else "Fiji")
    desk.click(desk.page.page.locator('[role="option"]').first)
    found = catalogue.sites({"country": ["FJI"]})
    expect(desk.head).to_contain_text(f"{country_name('FJI', lang)} {catalogue.initiatives(found)}")
    desk.click(desk.page.entry("osa-fiji-2023").locator("[data-id]").or_(desk.page.entry("osa-fiji-2023")).first)
    desk.page.reads("osa-fiji-2023", lang)


def _which_cables_land_where(desk: Desk, lang: Lang) -> None:
    desk.option("theme", "submarine-cables")
    desk.page.page.keyboard.press("Escape")
    desk.page.shows(catalogue.sites({"theme": ["submarine-cables"]}), lang)
    desk.click(desk.page.entry("east-micronesia-cable"))
    desk.page.reads("east-micronesia-cable", lang)
    places = [site["properties"][f"place_{lang}"] for site in catalogue.FEATURES
              if site["properties"]["initiative"] == "east-micronesia-cable"
              and site["properties"]["precision"] in ("city", "admin1", "country")]  # fmt: skip
    assert places
    for place in places:
        expect(desk.page.record).to_contain_text(place)


def _what_is_for_the_whole_of_a_region(desk: Desk, lang: Lang) -> None:
    desk.option("region", "asean")
    desk.page.page.keyboard.press("Escape")
    desk.option("precision", "region", behind="document")
    found = catalogue.sites({"region": ["asean"], "precision": ["region"]})
    desk.page.shows(found, lang)
    assert REGIONS["asean"].text(lang) in desk.page.page.locator(".atlas-filters").inner_text()


def _singapore_by_the_areas_of_the_statement(desk: Desk, lang: Lang) -> None:
    desk.option("country", "SGP")
    found = catalogue.sites({"country": ["SGP"]})
    expect(desk.head).to_contain_text(f"{country_name('SGP', lang)} {catalogue.initiatives(found)}")
    areas = Counter({site["properties"]["initiative"]: site["properties"]["priority_area"] for site in found}.values())
    told = desk.page.page.locator(".atlas-group").evaluate_all(
        "all => all.map(one => [one.dataset.group, parseInt(one.querySelector('.atlas-n').textContent)])"
    )
    assert {key.removeprefix("area-"): n for key, n in told} == {code or "": n for code, n in areas.items()}


def _a_table_on_paper(desk: Desk, lang: Lang) -> None:
    desk.option("theme", "ports")
    desk.page.page.keyboard.press("Escape")
    found = catalogue.sites({"theme": ["ports"]})
    desk.page.shows(found, lang)
    desk.nav("page_table")
    desk.page.page.emulate_media(media="print")
    rows = desk.page.part("printed").locator("tbody tr")
    expect(rows).to_have_count(catalogue.initiatives(found))
    expect(rows.first).to_be_visible()
    expect(desk.page.part("printed").locator("h3")).to_contain_text(THEMES["ports"].text(lang))
    expect(desk.page.part("table")).to_be_hidden()
    desk.page.page.emulate_media(media="screen")
    expect(rows.first).to_be_hidden()
