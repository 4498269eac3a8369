"""Without a mouse, and for those who hear the page."""

from __future__ import annotations

from playwright.sync_api import expect

from atlas.vocab import Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.visit import Visit

FOCUSED = "document.activeElement.dataset.key || ''"


def _press(page: Visit, *keys: str) -> None:
    for key in keys:
        page.page.keyboard.press(key)


def _skip_to(page: Visit, name: str, lang: Lang = "en") -> None:
    """Back to the top, as a new page is, then Tab to a link past the filters, and follow it."""
    page.page.evaluate("document.activeElement.blur()")
    page.page.locator(".atlas-skip a").first.focus()
    for _ in range(4):
        if page.page.evaluate("document.activeElement.textContent") == t(lang, f"go_{name}"):
            break
        _press(page, "Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t(lang, f"go_{name}"))
    _press(page, "Enter")


def _tab_to(page: Visit, key: str, most: int = 12) -> None:
    for _ in range(most):
        if page.page.evaluate(FOCUSED) == key:
            return
        _press(page, "Tab")
    raise AssertionError(f"{key} was not reached, the focus ended at {page.page.evaluate(FOCUSED)}")


def _walk_to(page: Visit, key: str) -> None:
    """Arrows only: down and right in turn, as a hand would from the north-west."""
    for step in range(40):
        if page.map.evaluate(FOCUSED) == key:
            return
        _press(page, "ArrowRight" if step % 2 else "ArrowDown")
    raise AssertionError(f"{key} was not reached, the focus ended at {page.map.evaluate(FOCUSED)}")


def test_suggestions_by_keys_and_what_was_meant(visit: Open) -> None:
    page = visit("/?lang=ja")
    page.shows(catalogue.FEATURES, "ja")
    field, options = (
        page.page.get_by_role("combobox", name=t("ja", "search"), exact=True),
        page.page.get_by_role("option"),
    )
    field.click()
    _press(page, *"phili", "ArrowDown", "ArrowDown", "ArrowUp")
    expect(options.first).to_have_text(f"フィリピン{t('ja', 'country')}")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    _press(page, "Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("phili")
    _press(page, "ArrowDown", "ArrowDown", "Enter")
    page.shows(catalogue.sites({"country": ["PHL"]}), "ja")
    expect(field).to_have_value("")
    assert page.url() == {"lang": "ja", "country": "PHL"}
    _press(page, *"ponpei")
    page.shows([], "ja")
    expect(page.button("meant")).to_have_count(0)  # Pohnpei is not in the Philippines
    page.button("clear").click()
    field.fill("ponpei")
    page.button("meant").click()
    page.shows(catalogue.sites({}, "Pohnpei"), "ja")
    expect(field).to_have_value("Pohnpei")
    page.rests()


def test_filters_list_and_record_by_keys_alone(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    page.rests()
    _press(page, "Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t("en", "go_map"))
    _skip_to(page, "filters")
    assert page.page.evaluate(FOCUSED) == "q"
    _tab_to(page, "facet-theme")
    _press(page, "Enter")
    expect(page.page.locator(".atlas-options:popover-open")).to_be_visible()
    expect(page.page.locator('[data-key="facet-theme"]')).to_have_attribute("aria-expanded", "true")
    _press(page, "Tab")
    assert page.page.evaluate(FOCUSED) == "find"
    _press(page, *"ports", "Tab", "Space")
    ports = catalogue.sites({"theme": ["ports"]})
    page.shows(ports, "en")
    page.rests()
    assert page.page.evaluate(FOCUSED) == "theme-ports"
    assert page.page.locator(".atlas-option:visible").count() < 4  # what was typed stands
    _press(page, "Escape")
    expect(page.page.locator(".atlas-options:popover-open")).to_have_count(0)
    assert page.page.evaluate(FOCUSED) == "facet-theme"
    _skip_to(page, "list")
    assert page.page.evaluate(FOCUSED).startswith("focus-")
    _press(page, "Enter", "Enter", "Tab", "Tab")  # a group closes and opens; its first line has a box and a button
    first = page.page.evaluate("document.activeElement.dataset.id")
    _press(page, "Enter")
    page.reads(first, "en")
    _tab_to(page, "next")
    _press(page, "Enter")
    page.page.wait_for_url(lambda url: f"id={first}" not in url, wait_until="commit")
    expect(page.page.locator(".atlas-position")).to_have_text(f"2 of {catalogue.initiatives(ports)}")
    assert page.page.evaluate(FOCUSED) == "next"
    page.page.keyboard.press("Shift+Tab")
    assert page.page.evaluate(FOCUSED) == "previous"
    _press(page, "Enter")
    page.reads(first, "en")
    page.rests()
    assert page.page.evaluate(FOCUSED) == "previous"
    _skip_to(page, "record")
    assert page.page.evaluate(FOCUSED) == "close"
    _press(page, "Enter")
    expect(page.entry(first)).to_be_focused()
    page.shows(ports, "en")


def test_marks_by_keys_alone(visit: Open) -> None:
    page = visit("/?lang=en&focus=3&region=pacific")
    page.shows(catalogue.sites({"focus": ["3"], "region": ["pacific"]}), "en")
    page.rests()
    _skip_to(page, "map")
    assert page.map.evaluate("document.querySelectorAll('.atlas-mark[tabindex=\"0\"]').length") == 1
    _walk_to(page, "TON")
    _press(page, "Enter")
    tonga = _only(catalogue.sites({"focus": ["3"], "country": ["TON"]}))
    page.reads(tonga, "en")
    assert page.url() == {"lang": "en", "focus": "3", "region": "pacific", "id": tonga}
    _press(page, "Escape")  # the keyboard is still on the mark
    expect(page.record).to_have_count(0)
    assert page.map.evaluate(FOCUSED) == "TON"
    _press(page, "ArrowLeft")
    assert page.map.evaluate(FOCUSED) == "FJI"
    _press(page, "Enter")
    page.shows(catalogue.sites({"focus": ["3"], "country": ["FJI"]}), "en")
    assert page.url() == {"lang": "en", "focus": "3", "region": "pacific", "country": "FJI"}


def _only(sites: list[catalogue.Feature]) -> str:
    [found] = {site["properties"]["initiative"] for site in sites}
    return str(found)


def test_the_links_past_the_filters_follow_the_language_and_the_page(visit: Open) -> None:
    page = visit("/initiative?lang=ja&id=osa-tonga-2025")
    expect(page.map.locator(".mark").first).to_be_visible()
    page.rests()
    _press(page, "Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t("ja", "go_map"))
    _press(page, "Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t("ja", "go_record"))
    _press(page, "Enter")
    assert page.page.evaluate("Boolean(document.activeElement.closest('.st-key-record-page'))")


def test_axe_finds_nothing_on_the_map_whatever_is_open(visit: Open) -> None:
    """In English on a desk, in Japanese on a phone; `test_pages.py` has the record."""
    page = visit("/?lang=en&focus=3")
    page.shows(catalogue.sites({"focus": ["3"]}), "en")
    _is_accessible(page, "en")
    for facet in ("country", "document"):
        page.page.locator(f'.atlas-facet[data-name="{facet}"]').click()
        expect(page.page.locator(".atlas-options:popover-open")).to_be_visible()
        _is_accessible(page, "en")
        _press(page, "Escape")
    page.page.set_viewport_size({"width": 390, "height": 844})
    page.button("lang-ja").click()
    page.button("menu").click()
    _is_accessible(page, "ja")


def _is_accessible(page: Visit, lang: Lang) -> None:
    expect(page.part("foot")).to_contain_text(t(lang, "foot_sources"))
    expect(page.page.locator("html")).to_have_attribute("lang", lang)
    page.rests()  # what still arrives is looked at too
    assert faults(page.page) == []
