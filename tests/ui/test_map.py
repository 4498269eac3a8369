"""What is sent to the map: always the same script, and only which sites to show."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import numpy as np
import pytest

from tests import catalogue
from tests.conftest import ROOT
from tests.ui.conftest import Open

Sent = list[dict[str, Any]]
SCREENS: list[dict[str, str]] = [
    {"lang": "ja"}, {"lang": "en"}, {"lang": "en", "focus": "3", "region": "pacific"},
    {"lang": "ja", "id": "palau-airport"}, {"lang": "ja", "q": "zzzzzz"}, {"lang": "en", "view": "10,170,5"},
]  # fmt: skip


def test_the_script_is_the_same_for_every_filter_and_language(open_page: Open, drawn: Sent) -> None:
    for screen in SCREENS:
        open_page(**screen)
    assert len(drawn) == len(SCREENS)
    for name in ("script", "header", "html", "key", "height", "js_links", "css_links", "default"):
        assert len({json.dumps(_anonymous(sent[name])) for sent in drawn}) == 1, name
    assert len({sent["feature_group"] for sent in drawn}) >= 5


def _anonymous(value: Any) -> Any:
    return re.sub(r"_[0-9a-f]{32}", "", value) if isinstance(value, str) else value


def test_everything_sent_stays_on_this_server(open_page: Open, drawn: Sent) -> None:
    open_page(lang="ja")
    links = [*drawn[0]["js_links"], *drawn[0]["css_links"]]
    assert links and all(link.startswith("../../app/static/") for link in links)
    assert all((ROOT / "static" / link.split("/")[-1]).is_file() for link in links)
    assert "://" not in drawn[0]["script"] + drawn[0]["header"] + drawn[0]["feature_group"]


def _shown(sent: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The sites that the browser will show, and the options, read as its script reads them."""
    call = re.search(r'atlas\.show\(("[^"]*")\);', sent["feature_group"])
    assert call
    options = json.loads(json.loads(call[1]))
    sites = json.loads((ROOT / "static" / options["features"]).read_text(encoding="utf-8"))["sites"]
    on = np.unpackbits(np.frombuffer(base64.b64decode(options["bits"]), dtype=np.uint8))
    return [site for site, bit in zip(sites, on, strict=False) if bit], options


@pytest.mark.parametrize(
    "wish", [{}, {"focus": "3", "region": "pacific"}, {"country": "SGP"}, {"theme": "submarine-cables", "focus": "1"}]
)
def test_the_map_shows_exactly_the_sites_of_the_geojson(open_page: Open, drawn: Sent, wish: dict[str, str]) -> None:
    open_page(lang="en", **wish)
    expected = catalogue.sites({facet: [code] for facet, code in wish.items()})
    assert {site["id"] for site in _shown(drawn[0])[0]} == catalogue.ids(expected)


def test_the_map_is_told_the_chosen_initiative_and_a_notice_in_its_language(open_page: Open, drawn: Sent) -> None:
    open_page(lang="ja", id="palau-airport/airport")
    options = _shown(drawn[0])[1]
    assert options["selected"] == "palau-airport"
    assert "読み込" in options["failed"]
