"""The regions page: a region, a country, in both languages, against the GeoJSON."""

from __future__ import annotations

import json
import re
from itertools import cycle
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from atlas import vocab
from atlas.countries import country_name, region_of
from atlas.filter import FACETS
from atlas.regional import Subject, subject
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import literal, mounted, part, parts, record, tell, texts
from ui.state import by_hand, widget_key

PAGE = "pages/regions.py"
SUBJECTS: tuple[dict[str, str], ...] = (
    {"region": "pacific"},
    {"country": "FJI"},
    {"region": "asean"},
    {"region": "global"},
    {},
)


def _about(wish: dict[str, str]) -> Subject:
    return subject(wish.get("country") or wish.get("region") or "asean")


def _own(about: Subject) -> list[catalogue.Feature]:
    return catalogue.sites({about.facet: [about.code]})


def _wide(about: Subject) -> list[catalogue.Feature]:
    """What stands for the whole region, without what the country has of its own."""
    mine = {site["properties"]["initiative"] for site in _own(about)} if about.facet == "country" else set()
    found = catalogue.sites({"region": [about.region], "precision": ["region"]}) if about.region != "global" else []
    return [site for site in found if site["properties"]["initiative"] not in mine]


def _picked(at: AppTest, name: str) -> list[str]:
    """The titles in the lists whose name starts so, those behind "more" too."""
    lists = [box for box in at.radio if re.match(rf"pick-{name}", str(box.key))]
    return [literal(option.split(") ", 1)[1]) for box in lists for option in box.options]


def _url(at: AppTest) -> dict[str, str]:
    """The address's parameters, each as one text."""
    return {name: one if isinstance(one, str) else ",".join(one) for name, one in dict(at.query_params).items()}


def test_a_list_that_back_has_replaced_opens_no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser may send its value once more after the page has drawn another in its place."""
    monkeypatch.setattr(st, "session_state", {})
    opened: list[str] = []
    pick = by_hand(widget_key("pick", "en", "fiji"), lambda: opened.append("fiji"))
    pick()
    widget_key("pick", "en", None)
    pick()
    assert opened == ["fiji"]


def _charts(at: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]


@pytest.mark.parametrize(("wish", "lang"), list(zip(SUBJECTS, cycle(LANGS), strict=False)))
def test_a_subject_stands_with_its_numbers(open_page: Open, wish: dict[str, str], lang: Lang) -> None:
    at, about = open_page(PAGE, lang=lang, **wish), _about(wish)
    assert not at.exception and not at.error and not at.warning
    assert parts(at) >= {"region-head", "region-chart", "region-lists", "region-choice", "foot"}
    assert ("region-map" in parts(at)) is (about.code != "global")
    head = literal(part(at, "region-head"))
    assert about.name(lang) in head
    n, wide = catalogue.initiatives(_own(about)), catalogue.initiatives(_wide(about))
    assert t(lang, "region_count", n=n) in part(at, "region-head")
    if about.facet == "country":
        name = Subject("region", about.region).name(lang)
        assert t(lang, "region_count_also", n=wide, name=name) in part(at, "region-head")
    elif wide:
        assert t(lang, "region_count_wide", n=wide) in part(at, "region-head")
    other: Lang = "en" if lang == "ja" else "ja"
    said = texts(at)
    for key in ("region_choose", "region_partners", "region_milestones", "compare_with", "region_to_map"):
        assert t(lang, key) in said and t(other, key) not in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ["pacific", "FJI"])
def test_the_lists_hold_every_initiative_once(open_page: Open, code: str, lang: Lang) -> None:
    about = subject(code)
    at = open_page(PAGE, lang=lang, **{about.facet: code})
    wide = {site["properties"]["initiative"] for site in _wide(about)}
    local = {site["properties"]["initiative"] for site in _own(about)} - wide
    assert sorted(_picked(at, r"focus-\d")) == sorted(catalogue.title(one, lang) for one in local)
    assert sorted(_picked(at, "wide")) == sorted(catalogue.title(one, lang) for one in wide)


def test_long_lists_go_on_where_one_asks(open_page: Open) -> None:
    at, about = open_page(PAGE, lang="en", region="asean"), subject("asean")
    wide = {site["properties"]["initiative"] for site in _wide(about)}
    local = {site["properties"]["initiative"] for site in _own(about)} - wide
    rest = [expander.label for expander in at.expander if re.fullmatch(r"\d+ more", expander.label)]
    behind = len(local) - len(_picked(at, r"focus-\d"))
    assert behind > 20 and sum(int(label.split()[0]) for label in rest) >= behind
    assert sorted(_picked(at, "wide")) == sorted(catalogue.title(one, "en") for one in wide)


def test_region_wide_ones_are_not_called_a_country_s_own(open_page: Open) -> None:
    said = part(open_page(PAGE, lang="en", country="VNM"), "region-lists")
    assert "apply to all of ASEAN and are not counted as Viet Nam’s own" in literal(said)


@pytest.mark.parametrize("lang", LANGS)
def test_the_chart_has_a_mark_for_each_initiative_of_each_country(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, region="pacific")
    codes = {code for site in catalogue.FEATURES for code in catalogue.codes(site, "country")}
    counts = {code: catalogue.initiatives(catalogue.sites({"country": [code]})) for code in codes}
    chart = _charts(at)[0]
    for code in (code for code in codes if region_of(code) == "pacific"):
        assert f"{country_name(code, lang)} {counts[code]}" in chart["description"]
    assert f"{t(lang, 'region_wide')} {catalogue.initiatives(_wide(subject('pacific')))}" in chart["description"]
    assert "http" not in json.dumps(chart).replace("https://vega.github.io/schema", "")


def test_filters_of_the_address_apply_and_stay_when_the_subject_changes(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", region="pacific", focus="3", view="1,2,3")
    expected = catalogue.initiatives(catalogue.sites({"region": ["pacific"], "focus": ["3"]}))
    assert t("en", "region_count", n=expected) in part(at, "region-head")
    at.button(key="go-FJI").click().run()
    assert not at.exception
    assert _url(at) == {"lang": "en", "focus": "3", "country": "FJI"}
    expected = catalogue.initiatives(catalogue.sites({"country": ["FJI"], "focus": ["3"]}))
    assert t("en", "region_count", n=expected) in part(at, "region-head")
    at.button(key="to-region").click().run()
    assert _url(at) == {"lang": "en", "focus": "3", "region": "pacific"}


def test_the_other_filters_stand_under_the_head(open_page: Open) -> None:
    """What the page is about is no filter there: the front end neither shows it nor takes it away."""
    at = open_page(PAGE, lang="en", region="pacific", focus="3", theme="ports")
    given = mounted(at)["filters"]
    assert given["given"]["narrow"] == {"region": ["pacific"], "country": []}
    groups = [facet for group in given["groups"] for facet in group]
    assert set(groups) == {*FACETS} - {"region", "country", "ids"} and len(groups) == len(set(groups))
    at = tell(at, "filters", address="?lang=en&region=pacific&focus=3")
    assert not at.exception
    expected = catalogue.initiatives(catalogue.sites({"region": ["pacific"], "focus": ["3"]}))
    assert t("en", "region_count", n=expected) in part(at, "region-head")


def test_a_region_is_chosen_with_its_radio_button(open_page: Open) -> None:
    at = open_page(PAGE, lang="ja", country="FJI")
    radio = next(box for box in at.radio if str(box.key).startswith("region-radio"))
    assert radio.value == "pacific"
    radio.set_value("south-asia").run()
    assert _url(at) == {"lang": "ja", "region": "south-asia"}
    assert vocab.REGIONS["south-asia"].ja in part(at, "region-head")


def test_an_entry_opens_its_record_in_place_of_the_charts(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", country="FJI")
    box = next(box for box in at.radio if str(box.key).startswith("pick-focus-3"))
    box.set_value(1).run()
    title = literal(box.options[1].split(") ", 1)[1])
    assert not at.exception
    assert title == catalogue.title(_url(at)["id"], "en")
    assert (record(at) or {})["title"] == title
    assert "region-chart" not in parts(at)


def test_nothing_under_a_filter_is_said(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", country="TON", focus="1")
    assert not at.exception
    assert any(t("en", "region_none", name="Tonga") == literal(info.value) for info in at.info)


def _codes(facet: str) -> list[str]:
    return sorted({code for site in catalogue.FEATURES for code in catalogue.codes(site, facet)})


def _least_and_most() -> set[str]:
    """The countries of each region that have the fewest and the most initiatives."""
    known = sorted(_codes("country"), key=lambda code: catalogue.initiatives(catalogue.sites({"country": [code]})))
    return {*{region_of(code): code for code in known}.values(),
            *{region_of(code): code for code in reversed(known)}.values()}  # fmt: skip


@pytest.mark.parametrize(("facet", "lang"), [("country", "ja"), ("region", "en")])
def test_every_region_and_the_extremes_of_its_countries_have_a_page(open_page: Open, facet: str, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang)
    for code in sorted(_least_and_most()) if facet == "country" else _codes(facet):
        at.query_params[facet] = code
        at.run()
        assert not at.exception and not at.error and not at.warning, code
        assert subject(code).name(lang) in literal(part(at, "region-head"))


@pytest.mark.parametrize("wish", SUBJECTS[:3])
@pytest.mark.parametrize("lang", LANGS)
def test_the_fact_sheet_of_the_subject_is_offered(open_page: Open, wish: dict[str, str], lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, **wish)
    about, labels = _about(wish), [button.proto.label for button in at.get("download_button")]
    assert {t(lang, f"fact_{kind}") for kind in ("pdf", "pptx", "docx")} <= {*labels}
    assert any(t(lang, f"fact_sheet_{about.facet}") in block.value for block in at.markdown)


def test_a_country_without_anything_has_no_fact_sheet(open_page: Open) -> None:
    at = open_page(PAGE, country="FJI", q="zzzz")
    assert t("en", "fact_pdf") not in [button.proto.label for button in at.get("download_button")]
