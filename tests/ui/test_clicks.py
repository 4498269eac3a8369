"""The front end tells the address that it has come to, and the page answers it."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import asked, literal, mounted, part, parts, record, tell, texts

Sent = list[dict[str, Any]]


def _url(at: AppTest) -> dict[str, str]:
    """The parameters of the URL as one string each."""
    return {name: "".join(value) if isinstance(value, list) else value for name, value in at.query_params.items()}


def _options(sent: dict[str, Any]) -> dict[str, Any]:
    """What the map is told beside the sites."""
    call = re.search(r'atlas\.show\(("[^"]*")\);', sent["feature_group"])
    assert call
    found: dict[str, Any] = json.loads(json.loads(call[1]))
    return found


def _rows(at: AppTest) -> int:
    return len(at.dataframe[0].value)


def test_what_the_front_end_shows_is_what_the_page_answers(open_page: Open, drawn: Sent) -> None:
    at = open_page(lang="en")
    everything = drawn[-1]["feature_group"]
    at = tell(at, "filters", address="?lang=en&focus=3&region=pacific&view=1,2,3")
    assert not at.exception
    assert asked(at) == {"lang": "en", "focus": "3", "region": "pacific", "view": "1,2,3"}
    assert _url(at) == {"lang": "en"}, "Streamlit is not asked to change the address once more"
    assert drawn[-1]["feature_group"] != everything
    at = tell(at, "panel", address="?lang=en&focus=3&id=palau-airport")
    assert asked(at) == {"lang": "en", "focus": "3", "id": "palau-airport"}
    assert (record(at) or {})["title"] == catalogue.title("palau-airport", "en")
    assert asked(at.run()) == {"lang": "en", "focus": "3", "id": "palau-airport"}, "the next run knows it still"
    at = tell(at, "cards", address="?")
    assert asked(at)["lang"] == "en" and record(at) is None


def test_files_and_table_follow_it(open_page: Open) -> None:
    at = tell(open_page("pages/table.py", lang="en"), "filters", address="?lang=en&region=pacific&q=cable")
    found = catalogue.sites({"region": ["pacific"]}, "cable")
    assert not at.exception and _rows(at) == catalogue.initiatives(found) > 0


def test_back_and_links_win_over_what_was_told(open_page: Open) -> None:
    at = tell(open_page(lang="en"), "filters", address="?lang=en&focus=3")
    at.query_params["focus"] = "1"
    assert asked(at.run()) == {"lang": "en", "focus": "1"}
    at.query_params.pop("focus")
    assert asked(at.run()) == {"lang": "en"}, "what was told is not remembered beyond that"


def test_the_language_switch_keeps_filter_and_record(open_page: Open) -> None:
    at = tell(open_page(lang="ja"), "panel", address="?lang=ja&focus=3&id=palau-airport")
    at = at.button(key="lang-en").click().run()
    assert _url(at) == {"lang": "en", "focus": "3", "id": "palau-airport"}
    assert (record(at) or {})["title"] == catalogue.title("palau-airport", "en")


def test_a_country_leads_to_its_page(open_page: Open) -> None:
    at = tell(open_page(lang="en", region="pacific", focus="3"), "panel", visit="FJI")
    assert not at.exception and "region-head" in parts(at)
    assert "Fiji" in literal(part(at, "region-head"))
    assert mounted(at)["filters"]["given"]["narrow"] == {"region": [], "country": ["FJI"]}


def test_the_map_goes_once_to_the_places_of_a_record(open_page: Open, drawn: Sent) -> None:
    at = tell(open_page(lang="en", id="palau-airport"), "panel", zoom="palau-airport")
    assert not at.exception
    assert [_options(sent)["visit"] is not None for sent in drawn] == [False, False, True]
    at.run()
    assert _options(drawn[-1])["visit"] is None


def test_what_is_told_amiss_changes_nothing(open_page: Open) -> None:
    at = open_page(lang="en", id="palau-airport")
    for value in (5, None, [], {}, ["FJI"], {"a": 1}, "ZZZ", "\x00", "?lang=%ff&focus=<b>"):
        at = tell(at, "panel", address=value, visit=value, zoom=value)
        assert not at.exception and not at.error, value
        assert "<b>" not in texts(at) and "map" in parts(at)


@pytest.mark.parametrize("id_", ["palau-airport", "tuvalu-cable"])
def test_a_record_names_its_own_address(open_page: Open, id_: str) -> None:
    found = record(open_page(lang="en", focus="3", q="R&D", id=id_)) or {}
    assert urlsplit(found["link"]).path.endswith("/initiative")
    assert parse_qs(urlsplit(found["link"]).query) == {"lang": ["en"], "id": [id_]}
    assert found["cite"].endswith(found["link"]) or found["link"] in found["cite"]


def test_a_record_has_its_steps_in_order_and_what_is_related(open_page: Open) -> None:
    found = record(open_page(lang="en", year="2021", id="tuvalu-cable")) or {}
    days = [step["iso"] for step in found["milestones"]]
    assert days == sorted(days) and any(day > "2021" for day in days), "a year hides no milestone"
    assert found["related"] and all(catalogue.title(id_, "en") and why for id_, why in found["related"])
