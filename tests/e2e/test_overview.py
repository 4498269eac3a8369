"""The overview as one uses it: every cell recounted, a gap chosen, a figure's record opened, by hand and by keys."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from atlas.countries import country_name
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.visit import Visit, plain

_REACHED = catalogue.sites({"region": ["asean"], "precision": ["region"], "focus": ["3"]})
_CELLS = """(key) => Object.fromEntries([...document.querySelectorAll(`[data-key="${key}"] td.cell button`)]
    .map((node) => [node.dataset.key, Number(node.textContent)]))"""


def _cells(page: Visit, key: str) -> dict[str, int]:
    page.page.locator(f'[data-key="{key}"] td.cell').first.wait_for()
    found: dict[str, int] = page.page.evaluate(_CELLS, key)
    return found


def _cell(page: Visit, key: str) -> Any:
    return page.page.locator(f'td.cell [data-key="{key}"]')


def _recounted(cells: dict[str, int], across: str, down: str, wish: catalogue.Wish) -> dict[str, int]:
    pairs = {key: key.split(":") for key in cells}
    return {
        key: catalogue.initiatives(catalogue.sites({**wish, across: [a], down: [b]})) for key, (a, b) in pairs.items()
    }


@pytest.mark.parametrize("lang", LANGS)
def test_where_we_do_nothing(visit: Open, lang: Lang) -> None:
    page = visit(f"/overview?lang={lang}")
    small, heat = _cells(page, "gaps-region"), _cells(page, "gaps-country")
    assert small == _recounted(small, "region", "focus", {})
    assert heat == _recounted(heat, "country", "theme", {})
    named = {code for site in catalogue.FEATURES for code in site["properties"]["countries"]}
    assert {key.split(":")[0] for key in heat} >= {*named, "BRN", "LAO", "MMR", "VUT"}
    _cell(page, "VNM:cybersecurity").click()  # one click answers: nothing
    expect(page.page.locator(".atlas-panel .atlas-head h3")).to_contain_text(f"{country_name('VNM', lang)} 0")
    _cell(page, "FJI:maritime-awareness").click()
    found = {
        site["properties"]["initiative"]
        for site in catalogue.sites({"country": ["FJI"], "theme": ["maritime-awareness"]})
    }
    expect(page.page.locator(".atlas-entry")).to_have_count(len(found))
    assert page.url() == {"lang": lang, "country": "FJI", "theme": "maritime-awareness"}
    assert _cells(page, "gaps-country") == heat  # the table does not narrow to what is chosen in it
    page.choose("instrument", "osa", behind="instrument")
    expect(_cell(page, "FJI:maritime-awareness")).to_have_attribute("aria-pressed", "true")
    expect(_cell(page, "SGP:ai")).to_have_text("")  # the server has counted anew
    narrowed = _cells(page, "gaps-country")
    assert narrowed == _recounted(narrowed, "country", "theme", {"instrument": ["osa"]})
    page.rests()
    assert lang == "en" or faults(page.page) == []


def test_region_wide_work_counts_when_asked(visit: Open) -> None:
    page = visit("/overview?lang=en&wide=1&themes=1")
    heat = _cells(page, "gaps-country")
    assert len({key.split(":")[1] for key in heat}) == len(
        {c for one in catalogue.FEATURES for c in one["properties"]["themes"]}
    )
    for key in ("VNM:cybersecurity", "BRN:ai", "FJI:maritime-awareness"):
        code, theme = key.split(":")
        own = catalogue.sites({"country": [code], "theme": [theme]})
        region = "pacific" if code == "FJI" else "asean"
        assert heat[key] == catalogue.initiatives(
            [*own, *catalogue.sites({"region": [region], "precision": ["region"], "theme": [theme]})]
        )
    assert heat["VNM:cybersecurity"] > 0


@pytest.mark.parametrize("lang", LANGS)
def test_how_much_to_whom_in_which_year(visit: Open, lang: Lang) -> None:
    page = visit(f"/overview?lang={lang}")
    page.page.get_by_text(t(lang, "overview_tab_amounts"), exact=True).click()
    row = page.page.locator('[data-key="osa"] tbody tr').filter(has_text=country_name("TON", lang))
    expect(row.locator("td").last).to_have_text("300")
    expect(page.page.locator('[data-key="osa"] tfoot tr').first.locator("td").last).to_have_text("14,075")
    page.page.emulate_media(media="print")
    expect(row.locator("button")).to_be_visible()  # on paper too a figure stands there
    page.page.emulate_media(media="screen")
    row.locator("button").click()  # the second click is at the record and its source
    page.reads("osa-tonga-2025", lang)
    page.rests()
    assert lang == "en" or faults(page.page) == []
    page.button("overview-files").click()
    with page.page.expect_download() as found:
        page.button("overview-pptx").click()
    deck = Presentation(io.BytesIO(found.value.path().read_bytes()))
    lead = t(
        lang,
        "overview_osa_lead",
        years=3,
        to=t(lang, "overview_osa_to", n=10),
        total="140.75億円" if lang == "ja" else "14.075 billion yen",
    )
    assert deck.slides[0].shapes.title.text_frame.text == lead


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_new_and_what_comes(visit: Open, lang: Lang) -> None:
    page = visit(f"/overview?lang={lang}")
    page.page.get_by_text(t(lang, "overview_tab_moves"), exact=True).click()
    expect(page.page.locator('[data-key="coming"] h3')).to_contain_text(t(lang, "overview_coming"))
    other = catalogue.SOURCES["en2mots-2025-caremag"]  # the second report of one start
    second = page.page.locator('[data-key="coming"]').get_by_role("link", name=other["publisher"][lang])
    expect(second).to_have_attribute("href", other["address"])
    page.page.locator('[data-key="coming"]').get_by_role("button").first.click()
    expect(page.record).to_be_visible()
    page.rests()
    assert lang == "en" or faults(page.page) == []
    page.page.get_by_test_id("stSelectbox").click()  # "since June": the third and the fourth click
    june = t(lang, "overview_since_month", month=date_text("2026-06", lang))
    page.page.get_by_role("option", name=june, exact=True).click()
    page.url_is("since=2026-06")
    expect(page.page.locator(".atlas-lane")).to_have_count(len({row["focus_area"] for row, _ in _since("2026-06-01")}))
    shown = page.page.locator(".atlas-lane td.day, .atlas-lane th.day").all_text_contents()
    since = [step for _, step in _since("2026-06-01")]
    assert sorted(shown) == sorted(step[f"dated_{lang}"] or date_text(step["date"], lang) for step in since)


def _since(day: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What happened from a day on, each step once, with a site that has it."""
    found = {}
    for site in catalogue.FEATURES:
        row = site["properties"]
        for step in row["milestones"]:
            aside = step["expected"] or step["predecessor"] or step["candidate"]
            if not aside and day <= (step["date"] + "-01-01")[:10] <= date.today().isoformat():
                found[row["initiative"] + str(step)] = (row, step)
    return list(found.values())


def test_the_years_play_until_the_last_and_say_what_they_leave_out(visit: Open) -> None:
    page = visit("/?lang=en&country=FJI")
    page.shows(catalogue.sites({"country": ["FJI"]}), "en")
    page.rests()
    page.button("facet-year").click()
    page.button("play-begin").click()
    seen = []
    for _ in range(12):
        note = page.page.locator(".atlas-note")
        expect(note).to_be_visible()
        seen.append(page.url().get("year"))
        if page.button("play-years").get_attribute("aria-pressed") == "false":
            break
        page.page.wait_for_timeout(1500)
    years = [one for one in seen if one]
    assert years == sorted(years) and len(set(years)) > 1
    assert years[-1] == max(step["date"][:4] for site in catalogue.sites({"country": ["FJI"]})
                            for step in site["properties"]["milestones"] if not step["expected"])  # fmt: skip
    page.button("play-years").click()
    expect(page.button("play-years")).to_have_attribute("aria-pressed", "true")
    page.button("drop-year").click()  # who takes the year away has stopped it
    page.page.wait_for_timeout(2000)
    assert "year" not in page.url()


def test_a_table_is_one_stop_of_tab_and_arrows_walk_in_it(visit: Open) -> None:
    page = visit("/overview?lang=en")
    _cells(page, "gaps-country")
    page.rests()
    stops = page.page.locator('[data-key="gaps-country"] button[tabindex="0"]')
    expect(stops).to_have_count(1)
    _cell(page, "IDN:ports").focus()
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("ArrowUp")
    assert page.page.evaluate("document.activeElement.dataset.key").startswith("PHL:")
    page.page.keyboard.press("Enter")
    page.url_is("country=PHL")
    expect(page.page.locator(":focus")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("lang", LANGS)
def test_viet_nam_beside_the_philippines_on_security(visit: Open, lang: Lang) -> None:
    page = visit(f"/?lang={lang}")
    page.shows(catalogue.FEATURES, lang)
    page.rests()
    page.mark("VNM").click()  # 1: Viet Nam
    page.page.locator('.atlas-card[data-code="3"]').click()  # 2: security
    page.shows(catalogue.sites({"country": ["VNM"], "focus": ["3"]}), lang)
    page.button("compare").click()  # 3: compare
    page.page.get_by_role("button", name=country_name("PHL", lang), exact=True).click()  # 4: the Philippines
    numbers, table = (page.page.locator(f'[data-key="{key}"]') for key in ("compare-numbers", "compare"))
    own = [catalogue.sites({"country": [code], "focus": ["3"]}) for code in ("VNM", "PHL")]
    both = {id_ for id_ in _initiatives(own[0]) if id_ in _initiatives(own[1])}
    for code, sites in zip(("VNM", "PHL"), own, strict=True):
        row = numbers.locator("tbody tr").filter(has_text=country_name(code, lang))
        n, wide = catalogue.initiatives(sites), _initiatives(_REACHED) - _initiatives(sites)
        expect(row.locator("td")).to_have_text([str(one) for one in (n, len(both), n - len(both), len(wide))])
    assert page.url() == {"lang": lang, "focus": "3", "tab": "compare", "compare": "VNM,PHL"}
    names = [t(lang, "compare_theme"), country_name("VNM", lang), country_name("PHL", lang)]
    assert table.locator("thead th").all_inner_texts() == names
    expect(table.locator("td.shared[colspan='2']")).to_have_count(len(both))
    expect(table.locator("td.shared").first).to_contain_text(t(lang, "compare_both"))
    expect(table.locator("td.gap").first).to_contain_text(t(lang, "compare_gap", name=country_name("VNM", lang)))
    keys = table.locator("tbody button").evaluate_all("(nodes) => nodes.map((node) => node.dataset.key.slice(4))")
    assert sorted(keys) == sorted(_initiatives([*own[0], *own[1]]))
    table.get_by_role("button", name=plain(catalogue.title("osa-philippines-2024", lang))).click()
    page.reads("osa-philippines-2024", lang)


def _initiatives(sites: list[catalogue.Feature]) -> set[str]:
    return {site["properties"]["initiative"] for site in sites}


def test_an_old_address_of_a_comparison_leads_to_it_and_back_leads_away(visit: Open) -> None:
    page = visit("/about?lang=ja")
    page.rests()
    page.page.goto(page.page.url.replace("/about?lang=ja", "/regions?lang=ja&country=FJI&focus=3&compare=FJI,TON"))
    page.url_is("/overview")
    assert page.url() == {"lang": "ja", "focus": "3", "compare": "FJI,TON", "tab": "compare"}
    expect(page.page.locator('[data-key="compare"] thead th').last).to_have_text(country_name("TON", "ja"))
    page.page.go_back()
    page.url_is("/about")


def test_a_country_page_leads_to_its_comparison_in_the_same_tab(visit: Open) -> None:
    page = visit("/regions?lang=ja&country=TON&focus=3")
    page.rests()
    page.page.get_by_role("link", name=t("ja", "compare_with")).click()
    page.url_is("/overview")
    page.page.get_by_role("button", name=country_name("FJI", "ja"), exact=True).click()
    expect(page.page.locator('[data-key="compare"] thead th').last).to_have_text(country_name("FJI", "ja"))
    page.part("overview-head").get_by_role("button", name=t("ja", "compare_change")).click()
    page.page.get_by_role("button", name=country_name("TON", "ja"), exact=True).click()
    expect(page.part("overview-choice")).to_contain_text(country_name("FJI", "ja"))
    assert page.url()["compare"] == "FJI"
