"""The regions page in a browser: framed, drawn, chosen."""

from __future__ import annotations

from playwright.sync_api import expect

from tests import catalogue
from tests.e2e.conftest import Open

PACIFIC = catalogue.sites({"region": ["pacific"]})
FIJI = catalogue.sites({"country": ["FJI"]})
PATIENCE = 20_000
FRAMED = "map.getZoom() > 2 && map.getSize().x > 300"


def test_the_pacific_is_framed_with_chart_and_lists(visit: Open) -> None:
    page = visit("/regions?lang=ja&region=pacific")
    page.map.wait_for_function("n => document.documentElement.dataset.shown === n", arg=str(len(PACIFIC)))
    page.map.wait_for_function(FRAMED)  # the frame is set anew when the page has settled to its size
    lat, lon, zoom = page.view()
    assert -25 < lat < 10 and 150 < lon < 200 and zoom > 2
    wide_box = page.map.locator('.atlas-mark[data-kind="box"] .mark').bounding_box()
    assert wide_box and wide_box["x"] > 300
    assert all(120 < lon < 240 for lon in page.places().values())
    chart = page.part("region-chart").locator("svg.marks").first
    wide = [site for site in PACIFIC if site["properties"]["precision"] == "region"]
    codes = {code for site in PACIFIC for code in catalogue.codes(site, "country")}
    rows = [catalogue.sites({"country": [code]}) for code in codes]
    marks = sum(catalogue.initiatives(row) for row in rows) + catalogue.initiatives(wide)
    expect(chart.locator(".mark-symbol path")).to_have_count(marks, timeout=PATIENCE)
    assert all(chart.locator("text", has_text=sign).count() for sign in "123")
    page_width = page.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert page_width[0] <= page_width[1]


def test_the_box_of_a_whole_region_stands_in_view_though_its_place_does_not(visit: Open) -> None:
    page = visit("/regions?lang=en&region=africa")
    expect(page.map.locator('.atlas-mark[data-kind="box"] .mark')).to_be_visible()
    page.map.wait_for_function(FRAMED)
    pin = "JSON.parse(document.documentElement.layout).pins.find((one) => one.kind === 'box')"
    anchor, seen = page.map.evaluate(f"""(() => {{
        const r = document.querySelector('[data-kind="box"] .mark').getBoundingClientRect();
        return [map.getBounds().contains({pin}.at),
            r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight]; }})()""")
    assert not anchor and seen


def test_a_country_is_reached_its_record_opened_and_back_undoes_both(visit: Open) -> None:
    page = visit("/regions?lang=en&region=pacific&focus=3")
    page.button("go-FJI").click()
    security = catalogue.sites({"country": ["FJI"], "focus": ["3"]})
    page.map.wait_for_function("n => document.documentElement.dataset.shown === n", arg=str(len(security)))
    assert page.url() == {"lang": "en", "country": "FJI", "focus": "3"}
    page.map.wait_for_function("map.getZoom() > 5")
    title = catalogue.title("fiji-armed-forces", "en")
    page.part("region-focus-3").get_by_text(title).click()
    expect(page.record).to_contain_text(title)
    assert page.url()["id"] == "fiji-armed-forces"
    page.page.go_back(wait_until="commit")
    expect(page.record).to_have_count(0)
    expect(page.part("region-chart")).to_be_visible(timeout=PATIENCE)
    page.page.go_back(wait_until="commit")
    heading = page.part("region-head").get_by_role("heading")
    expect(heading).to_have_text("Pacific Islands", timeout=PATIENCE)
    page.rests()
    assert page.url() == {"lang": "en", "region": "pacific", "focus": "3"}
    expect(heading).to_have_text("Pacific Islands")


def test_filters_of_the_page_are_answered_by_the_server_and_back_undoes_them(visit: Open) -> None:
    page = visit("/regions?lang=en&region=pacific")
    expect(page.page.locator("#atlas-first")).to_have_count(0)  # that comes with the map's page alone
    page.draws(PACIFIC)
    page.rests()
    page.choose("focus", "3")
    security = catalogue.sites({"region": ["pacific"], "focus": ["3"]})
    page.draws(security)
    own = catalogue.initiatives(security)
    expect(page.part("region-head")).to_contain_text(f"{own} initiatives")
    expect(page.part("region-focus-1")).to_have_count(0)
    assert page.url() == {"lang": "en", "region": "pacific", "focus": "3"}
    page.page.go_back(wait_until="commit")
    page.draws(PACIFIC)
    expect(page.part("region-focus-1")).to_be_visible()
