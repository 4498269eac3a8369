"""Clicks change the URL, and the URL is the state."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from atlas.countries import country_name
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import listed, literal, part, parts, press


def _url(at: AppTest) -> dict[str, str]:
    """The parameters of the URL as one string each."""
    return {name: "".join(value) if isinstance(value, list) else value for name, value in at.query_params.items()}


def _click(at: AppTest, key: str) -> AppTest:
    own = any(button.key == key for button in at.button)
    after = at.button(key=key).click().run() if own else press(at, key)
    assert not after.exception
    return after


def test_a_card_switches_its_focus_area_on_and_off(open_page: Open) -> None:
    at = _click(open_page(lang="en"), "focus-3")
    assert _url(at) == {"lang": "en", "focus": "3"}
    assert literal(part(at, "chips"))
    at = _click(at, "focus-1")
    assert _url(at)["focus"] == "3,1"
    at = _click(_click(at, "focus-3"), "focus-1")
    assert _url(at) == {"lang": "en"}


def test_the_cross_cutting_switch_takes_away_and_gives_back(open_page: Open) -> None:
    at = _click(open_page(lang="en"), "focus-0")
    assert set(_url(at)["focus"].split(",")) == {"1", "2", "3"}
    assert _url(_click(at, "focus-0")) == {"lang": "en"}


def test_filters_add_up_in_the_url(open_page: Open) -> None:
    at = _click(_click(open_page(lang="ja"), "region-pacific"), "precision-country")
    assert _url(at) == {"lang": "ja", "region": "pacific", "precision": "country"}
    at = _click(at, "chip-region-pacific")
    assert _url(at) == {"lang": "ja", "precision": "country"}
    assert _url(_click(at, "chip-clear")) == {"lang": "ja"}


def test_countries_are_chosen_by_code(open_page: Open) -> None:
    at = open_page(lang="ja")
    chooser = next(box for box in at.multiselect if box.label == t("ja", "country"))
    at = chooser.select("FJI").run()
    assert not at.exception
    assert _url(at) == {"lang": "ja", "country": "FJI"}
    assert f"**{len(catalogue.sites({'country': ['FJI']}))}か所**" in part(at, "counts")


def test_searching_writes_the_words_into_the_url(open_page: Open) -> None:
    at = open_page(lang="ja")
    at = at.text_input[0].set_value("  ｱﾝﾓﾆｱ ").run()
    assert _url(at)["q"] == "ｱﾝﾓﾆｱ"
    assert catalogue.title("ammonia-bunkering-singapore", "ja") in listed(at)
    assert _url(_click(at, "chip-q")) == {"lang": "ja"}


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_result_says_so_and_offers_to_reset(open_page: Open, lang: Lang) -> None:
    at = open_page(lang=lang, q="zzzzzz")
    assert t(lang, "empty") in [info.value for info in at.info]
    at = _click(at, "empty-clear")
    assert _url(at) == {"lang": lang}
    assert not at.info


def test_the_language_switch_keeps_filter_and_record(open_page: Open) -> None:
    at = _click(open_page(lang="ja", focus="3", id="palau-airport"), "lang-en")
    assert _url(at) == {"lang": "en", "focus": "3", "id": "palau-airport"}
    assert catalogue.title("palau-airport", "en") in literal(part(at, "record"))


def test_a_record_opens_from_the_list_steps_on_and_closes(open_page: Open) -> None:
    at = open_page(lang="en", focus="3", region="pacific")
    at = press(at, "palau-airport")
    assert _url(at)["id"] == "palau-airport"
    assert literal(part(at, "record")).count(catalogue.title("palau-airport", "en")) >= 1
    there = _url(_click(at, "next"))["id"]
    assert there != "palau-airport"
    assert _url(_click(at, "previous"))["id"] == "palau-airport"
    assert _url(_click(at, "close")) == {"lang": "en", "focus": "3", "region": "pacific"}
    assert "record" not in parts(at)


def test_a_record_outside_the_filter_says_so(open_page: Open) -> None:
    at = open_page(lang="en", focus="1", id="palau-airport")
    assert t("en", "hidden") in part(at, "record")


@pytest.mark.parametrize("text", ["R&D", "a=b", "#1", "海底ケーブル 100%", "a+b"])
def test_the_link_of_a_record_leads_back_to_the_same_screen(open_page: Open, text: str) -> None:
    at = open_page(lang="en", q=text, id="palau-airport")
    link = parse_qs(urlsplit(at.code[0].value).query)
    assert link == {"lang": ["en"], "q": [text], "id": ["palau-airport"]}


def _slider(at: AppTest) -> Any:
    return at.get("select_slider")[0] if at.get("select_slider") else at.select_slider[0]


def test_a_year_is_chosen_on_the_slider_and_says_what_it_leaves_out(open_page: Open) -> None:
    at = _slider(open_page(lang="en", region="pacific")).set_value("2023").run()
    assert not at.exception
    assert _url(at) == {"lang": "en", "region": "pacific", "year": "2023"}
    found = catalogue.sites({"region": ["pacific"], "year": ["2023"]})
    assert f"**{catalogue.initiatives(found)} of" in part(at, "counts")
    every = catalogue.initiatives(catalogue.sites({"region": ["pacific"]}))
    numbers = [int(n) for n in re.findall(r"(\d+) (?:that come|with no)", literal(part(at, "year-note")))]
    assert len(numbers) == 2 and sum(numbers) + catalogue.initiatives(found) == every
    at = _click(at, "year-undated")
    assert _url(at)["year"] == "2023,undated"
    assert _url(_slider(at).set_value("").run()) == {"lang": "en", "region": "pacific"}


def test_later_milestones_of_a_record_say_so(open_page: Open) -> None:
    said = part(open_page(lang="en", year="2021", id="palau-airport"), "record")
    before, after = said.split("8 May 2022")
    assert t("en", "year_later", year="2021") in after and t("en", "year_later", year="2021") not in before


def test_long_lists_count_under_the_other_filters_and_mark_what_gives_none(open_page: Open) -> None:
    at = open_page(lang="en", region="pacific", country="FJI")
    chooser = next(box for box in at.multiselect if box.label == t("en", "country"))
    codes = {code for site in catalogue.FEATURES for code in catalogue.codes(site, "country")}
    counts = {
        country_name(code, "en"): catalogue.initiatives(catalogue.sites({"region": ["pacific"], "country": [code]}))
        for code in codes
    }
    assert sorted(chooser.options) == sorted(f"{name} ({n or 'none'})" for name, n in counts.items())
    at = chooser.select("TON").run()
    assert _url(at)["country"] == "FJI,TON"
    box = next(box for box in at.multiselect if box.label == t("en", "country"))
    assert box.value == ["FJI", "TON"]
