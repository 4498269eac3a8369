"""The filters' buttons, as a browser shows them: their counts, quick clicks, the keyboard, Back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import plain

ON = ("aria-pressed", "true")


@pytest.mark.parametrize("lang", LANGS)
def test_options_say_what_they_would_give_and_follow_every_click(visit: Open, lang: Lang) -> None:
    page = visit(f"/?lang={lang}")
    page.shows(catalogue.FEATURES, lang)
    every = catalogue.initiatives(catalogue.sites({"focus": ["3"]}))
    expect(page.button("focus-3")).to_contain_text(f"{every} {t(lang, 'unit')}")
    page.button("region-pacific").click()
    here = catalogue.sites({"region": ["pacific"]})
    page.shows(here, lang)
    some = catalogue.initiatives(catalogue.sites({"region": ["pacific"], "focus": ["3"]}))
    expect(page.button("focus-3")).to_contain_text(f"{some} / {every}")
    expect(page.button("region-pacific")).to_have_attribute(*ON)
    expect(page.button("document-japan-singapore-2026")).to_be_disabled()
    themes = page.part("filters").get_by_role("group", name=t(lang, "theme"))
    counts = [int(text) for text in themes.locator(".atlas-options:visible .atlas-n").all_text_contents() if text]
    assert len(counts) == 9 and counts == sorted(counts, reverse=True) and counts[-1] > 0
    page.button("clear").click()
    page.shows(catalogue.FEATURES, lang)
    expect(page.button("region-pacific")).to_have_attribute("aria-pressed", "false")
    expect(page.button("clear")).to_be_hidden()
    assert page.url() == {"lang": lang}


def test_clicks_in_quick_succession_add_up_and_back_takes_them_away_one_by_one(visit: Open) -> None:
    page = visit("/")
    page.shows(catalogue.FEATURES, "en")
    for key in ("focus-3", "region-pacific", "basis-stated"):
        page.button(key).evaluate("node => node.click()")
    page.shows(catalogue.sites({"focus": ["3"], "region": ["pacific"], "basis": ["stated"]}), "en")
    assert page.url() == {"lang": "en", "focus": "3", "region": "pacific", "basis": "stated"}
    page.page.go_back(wait_until="commit")
    page.shows(catalogue.sites({"focus": ["3"], "region": ["pacific"]}), "en")
    expect(page.button("basis-stated")).to_have_attribute("aria-pressed", "false")
    expect(page.button("region-pacific")).to_have_attribute(*ON)


def test_an_option_is_chosen_by_keyboard_and_keeps_the_focus(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    themes = page.part("filters").get_by_role("group", name=t("en", "theme"))
    themes.locator("summary").press("Enter")
    last = themes.locator("details .atlas-option:not([disabled])").last
    key = str(last.get_attribute("data-key"))
    last.focus()
    page.page.keyboard.press("Space")
    page.shows(catalogue.sites({"theme": [key.removeprefix("theme-")]}), "en")
    page.rests()
    assert page.page.evaluate("document.activeElement.dataset.key") == key
    expect(themes.locator(f'details [data-key="{key}"]')).to_have_count(0)  # what is chosen stands with the first


@pytest.mark.parametrize("path", ["/regions?lang=en&region=pacific", "/table?lang=en&region=pacific"])
def test_filters_of_other_pages_keep_what_else_is_open(visit: Open, path: str) -> None:
    page = visit(path)
    page.button("theme-ports").wait_for(state="attached")
    page.rests()
    words = page.part("in-words").locator("summary")
    if words.count():
        words.click()
        expect(page.part("in-words").locator("li").first).to_be_visible()
    page.button("focus-3").click()
    expect(page.page).to_have_url(re.compile("focus=3"))
    page.rests()
    expect(page.part("chips")).to_contain_text(t("en", "focus"))
    assert page.url() == {"lang": "en", "region": "pacific", "focus": "3"}
    if words.count():
        expect(page.part("in-words").locator("li").first).to_be_visible()
        assert "ports" not in plain(page.part("chips").inner_text()).lower()
