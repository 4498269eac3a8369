"""The one-file handout: what stands in it, and that nothing in it can act."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from atlas.filter import Filter
from atlas.search.words import spaced
from exporters.details import details
from exporters.site.handout import handout_bytes
from exporters.site.inline import policy
from maps.ground import Ground, read_ground
from tests import catalogue, hostile
from tests.exporters.conftest import Make
from tests.exporters.hostile import SITE, spoilt
from tests.extracts import DATA

LIMIT = 3_700_000
PACIFIC = Filter(focus=("3",), region=("pacific",))
ATTACKS = (hostile.TEXT, "=1+1 </a:t> $\\foo$ ]]> \u2028x\u2029 <!--", "x" * 2000)


@pytest.fixture(scope="module")
def ground() -> Ground:
    return read_ground(DATA / "basemap")


def _part(page: str, id_: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{id_}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_it_holds_exactly_the_sites_of_its_filter(make: Make, ground: Ground) -> None:
    extract = make(PACIFIC, "en")
    data = _part(handout_bytes(extract, ground).decode(), "data")
    wanted = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
    for lang in ("ja", "en"):
        assert {site["id"] for site in data["spoken"][lang]["features"]["sites"]} == catalogue.ids(wanted)
        assert len(data["spoken"][lang]["records"]) == catalogue.initiatives(wanted)
    text = json.dumps(data, ensure_ascii=False)
    others = {site["properties"]["title_en"] for site in catalogue.FEATURES} - {
        site["properties"]["title_en"] for site in wanted
    }
    assert others and not [title for title in others if f'"{title}"' in text]


def test_its_search_knows_the_other_names_of_countries(make: Make, ground: Ground) -> None:
    shared = _part(handout_bytes(make(), ground).decode(), "data")["shared"]
    for name in ("アメリカ合衆国", "オーストラリア", "South Korea", "Vietnam", "East Timor"):
        assert spaced(name) in shared["index"]["lines"]


def test_everything_fits_and_no_island_is_lost(make: Make, ground: Ground) -> None:
    page = handout_bytes(make(), ground)
    assert len(page) < LIMIT
    land = _part(page.decode(), "land")["land"]
    assert land == json.loads((DATA / "basemap" / "land.json").read_text("utf-8"))


def test_the_foot_says_what_it_is(make: Make, ground: Ground) -> None:
    extract, link = make(PACIFIC, "ja"), "https://atlas.example/?lang=ja&focus=3&region=pacific"
    page = handout_bytes(extract, ground, title="題", subtitle="副題", marking="取扱注意", link=link).decode()
    data = _part(page, "data")
    foot = data["spoken"]["ja"]["foot"]
    assert (foot["filter"], foot["counts"], foot["edition"]) == (extract.words(), extract.counts(), extract.edition())
    assert foot["link"] == link and len(foot["documents"]) + len(foot["records"]) == len(extract.cited())
    assert foot["boundaries_head"] and foot["attributions"] and len(foot["precision"]) == 6
    assert data["words"]["ja"]["title"] == data["words"]["en"]["title"] == "題"
    assert '<html lang="ja"' in page and "取扱注意</p>" in page and ">副題<" in page


def test_words_written_from_the_filter_are_in_the_language(make: Make, ground: Ground) -> None:
    words = _part(handout_bytes(make(PACIFIC, "en"), ground).decode(), "data")["words"]
    assert words["ja"]["title"] == "FOIPアトラス：" + make(PACIFIC, "ja").words()
    assert words["en"]["title"] == "FOIP Atlas: " + make(PACIFIC, "en").words()


def test_the_same_bytes_again(make: Make, ground: Ground) -> None:
    assert handout_bytes(make(PACIFIC), ground) == handout_bytes(make(PACIFIC), ground)


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_are_data(make: Make, ground: Ground, text: str) -> None:
    bad = spoilt(make().sites, text)
    page = handout_bytes(make(sites=bad), ground, title=text, subtitle=text, marking=text, link=text).decode()
    plain = handout_bytes(make(sites=bad), ground, title="t", subtitle="s", marking="m").decode()
    assert page.count("<script") == plain.count("<script") == 3 and page.count("<img") == 0
    record = _part(page, "data")["spoken"]["en"]["records"][0]
    assert record["title"] == record["summary"] == text and record["id"] == SITE.split("/")[0]
    assert "1337" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_control_characters_and_lone_surrogates_in_a_title(make: Make, ground: Ground) -> None:
    page = handout_bytes(make(PACIFIC), ground, title="a\x00b\x1b\ud800c").decode()
    assert "<title>a b c</title>" in page


def test_addresses_that_are_not_of_the_web_do_not_travel(make: Make) -> None:
    extract = make(PACIFIC)
    bad = {
        key: document.model_copy(update={"address": "javascript:window.__x=1"})
        for key, document in extract.documents.items()
    }
    found = [
        part["source"]
        for record in details(type(extract)(**{**vars(extract), "documents": bad}))
        for part in (*record["places"], *record["milestones"])
        if part["source"]
    ]
    assert found and {source["address"] for source in found} == {""}


def test_the_policy_names_its_own_scripts_and_nothing_else(make: Make, ground: Ground) -> None:
    page = handout_bytes(make(PACIFIC), ground).decode()
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert found and script
    rules = found[1].replace("&#39;", "'")
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in rules and rules.startswith("default-src 'none';")
    assert "unsafe" not in rules and "unsafe" not in policy(["x"], ["y"])
