"""The page "What changed", as a visitor meets it."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.editions.released import packed, release, released
from tests import hostile
from tests.editions import Features, features, first, of, put, raw
from tests.ui.conftest import Open
from tests.ui.reading import literal, part, parts, recorded, texts

PAGE = "pages/changes.py"
Edit = Callable[[Features], None]


def older(found: Features) -> None:
    """Without one initiative, with another, Suva elsewhere, a title in other words."""
    for feature in of(found, "tuvalu-cable"):
        del found[feature["id"]]
    gone = json.loads(json.dumps(of(found, "palau-airport")[0]))
    gone["id"] = "old-port/site"
    gone["properties"] |= {"initiative": "old-port", "site": "site", "title_en": "Old port", "title_ja": "旧港"}
    found[gone["id"]] = gone
    put(first(found, precision="city", place="suva"), 178.5, -17.2)
    for feature in of(found, "rcep"):
        feature["properties"]["title_en"] = "Regional Partnership"
        feature["properties"]["focus_area"] = 1


@pytest.fixture
def edited(data_copy: Path) -> Callable[[Edit], str]:
    """Releases a changed copy of the present edition in the pages' data; returns its name."""

    def run(change: Edit) -> str:
        found = features()
        change(found)
        entry = release(data_copy, raw(found), "2026-10-01")
        assert entry is not None
        return entry.name

    return run


def sent(drawn: list[dict[str, Any]]) -> dict[str, Any]:
    """The changes that the map was sent last."""
    found = re.search(r'atlas\.show\(("[^"]*")\)', str(drawn[-1]["feature_group"]))
    assert found
    scene: dict[str, Any] = json.loads(json.loads(found[1]))
    assert set(base64.b64decode(scene["bits"])) == {0}
    return dict(scene["changes"])


@pytest.mark.parametrize("lang", LANGS)
def test_each_kind_is_told(open_page: Open, edited: Callable[[Edit], str], lang: Lang) -> None:
    edited(older)
    at = open_page(PAGE, lang=lang)
    assert not at.exception and not at.warning and not at.error
    title = features()["tuvalu-cable/funafuti"]["properties"][f"title_{lang}"]
    assert title in literal(part(at, "changes-added"))
    removed = part(at, "changes-removed").splitlines()[-1]
    assert removed.startswith("| 旧港 |" if lang == "ja" else "| Old port |")  # nothing to link to
    assert ("スバ（フィジー" if lang == "ja" else "Suva (Fiji") in literal(part(at, "changes-moved"))
    substance = literal(part(at, "changes-changed"))
    assert ("成長機会の共創とルール" if lang == "ja" else "Growth and shared rules") in substance
    assert t(lang, "changes_wording") in at.expander[0].label


def test_the_sentence_the_numbers_and_the_map_agree(
    open_page: Open, edited: Callable[[Edit], str], drawn: list[dict[str, Any]]
) -> None:
    edited(older)
    at = open_page(PAGE, lang="en")
    assert "1 initiative added, 1 initiative removed, 1 place moved, 1 initiative changed in content" in literal(
        texts(at)
    )
    assert [row[-6:] for row in part(at, "changes-digest").splitlines() if "**" in row] == ["**1** |"[-6:]] * 4
    kinds = Counter(mark["kind"] for mark in sent(drawn)["marks"])
    assert kinds == {"added": 1, "moved": 1, "removed": 1, "changed": len(of(features(), "rcep"))}


def test_the_address_chooses_both_sides(open_page: Open, edited: Callable[[Edit], str]) -> None:
    name = edited(older)
    at = open_page(PAGE, lang="en", to=name)
    assert (at.selectbox[0].value != name, at.selectbox[1].value) == (True, name)
    assert "1 initiative added" in literal(texts(at))
    there = open_page(PAGE, lang="en", **{"from": name})
    assert (there.selectbox[0].value, there.selectbox[1].value != name) == (name, True)
    same = open_page(PAGE, lang="en", **{"from": name, "to": name})
    assert t("en", "changes_none") in literal(texts(same))
    assert "map" not in parts(same)


@pytest.mark.parametrize("lang", LANGS)
def test_beside_the_choice_stands_which_two_they_are(
    open_page: Open, edited: Callable[[Edit], str], data_copy: Path, lang: Lang
) -> None:
    name = edited(older)
    at = open_page(PAGE, lang=lang)
    current = str(at.selectbox[1].value)
    days = t(lang, "changes_apart", n=(date.fromisoformat(current[:10]) - date.fromisoformat(name[:10])).days)
    assert at.selectbox[0].value == name and any(t(lang, "changes_in_force") in one.value for one in at.caption)
    assert any(days in one.value for one in at.caption)
    chosen = open_page(PAGE, lang=lang, **{"from": name, "to": current})
    assert days in [one.value for one in chosen.caption]  # somebody else chose them: only the days are said
    later = raw({key: one for key, one in features().items() if key != "rcep/sgp"})
    assert release(data_copy, later, "2026-11-25") is not None
    assert open_page(PAGE, lang=lang).selectbox[0].value == name  # not just the one before
    assert open_page(PAGE, lang=lang, to=name).selectbox[0].value == current  # none is older


def test_an_edition_of_the_same_content_is_passed_over(
    open_page: Open, edited: Callable[[Edit], str], data_copy: Path
) -> None:
    name = edited(older)
    spaced = json.dumps({"type": "FeatureCollection", "features": list(features().values())}, indent=1).encode()
    same = release(data_copy, spaced, "2026-10-20")
    at = open_page(PAGE, lang="en")
    assert same is not None and at.selectbox[0].value == name
    assert any(t("en", "changes_last_other") in one.value for one in at.caption)


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_went_and_came_are_marked_in_one_text(
    open_page: Open, edited: Callable[[Edit], str], lang: Lang
) -> None:
    def change(found: Features) -> None:
        for feature in of(found, "rcep"):
            feature["properties"]["title_en"] = "Regional *Trade Partnership"

    edited(change)
    said = part(open_page(PAGE, lang=lang), "changes-changed").replace("\u2060", "")
    assert r"| Regional ~~\*Trade~~ **Comprehensive Economic** Partnership |" in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_lines_by_country(open_page: Open, edited: Callable[[Edit], str], lang: Lang) -> None:
    edited(older)
    at = open_page(PAGE, lang=lang, group="place")
    assert not at.exception and not at.warning
    assert f"/changes-{lang}.xml>)" in texts(at)
    heading = f"#### {'ツバル' if lang == 'ja' else 'Tuvalu'} :gray[1]"
    assert re.sub(" +", " ", part(at, "changes-TUV")).startswith(heading)
    assert "group=" in open_page(PAGE, lang=lang, group="x").warning[0].value.replace("\\", "")


def test_an_edition_that_is_none_is_named_and_ignored(open_page: Open) -> None:
    at = open_page(PAGE, lang="en")
    for text in ("2020-01-01-00000000", "../../etc/passwd", "file", hostile.STRINGS[3]):
        at.query_params["from"] = text
        at.run()
        assert not at.exception
        [warning] = at.warning
        said = warning.value.removeprefix("Ignored in the address, because the atlas does not know it: ")
        assert literal(said).startswith("from=") and "▲" not in literal(said)
        assert at.selectbox[0].value


def test_with_one_edition_only_the_page_says_how_to_go_on(open_page: Open, data_copy: Path) -> None:
    at = open_page(PAGE, lang="ja")
    assert not at.exception and not at.error
    assert at.info[0].value == t("ja", "changes_one")


def _upload(at: AppTest, name: str, data: bytes) -> AppTest:
    at.file_uploader[0].upload(name, data, "application/json")
    return at.run()


@pytest.mark.parametrize("pack", [bytes, packed])
def test_a_file_of_ones_own_is_compared_and_never_kept(
    open_page: Open, data_copy: Path, pack: Callable[[bytes], bytes]
) -> None:
    found = features()
    older(found)
    before = {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()}
    at = _upload(open_page(PAGE, lang="en"), "mine.geojson", pack(raw(found)))
    assert not at.exception and not at.error
    assert "From your file mine.geojson (" in literal(texts(at))
    assert "1 initiative added" in literal(texts(at))
    assert {path: path.read_bytes() for path in data_copy.rglob("*") if path.is_file()} == before


REFUSED = {
    b"{": "not valid JSON",
    b"\x1f\x8bxx": "damaged",
    b'{"type": "FeatureCollection", "features": [1]}': "Feature",
}


def test_a_bad_file_is_refused_in_a_sentence(open_page: Open) -> None:
    at = open_page(PAGE, lang="en")
    for data, rule in REFUSED.items():
        _upload(at, "bad**name**.geojson", data)
        assert not at.exception
        assert t("en", "changes_refused") in at.error[0].value and rule in literal(at.error[0].value)
        assert "bad**name**" not in at.error[0].value
        assert at.selectbox


def test_a_damaged_edition_is_told_and_the_page_stands(
    open_page: Open, edited: Callable[[Edit], str], data_copy: Path
) -> None:
    name = edited(older)
    (data_copy / "editions" / f"{name}.geojson.gz").write_bytes(b"\x1f\x8b")
    at = open_page(PAGE, lang="en")
    assert not at.exception and t("en", "changes_broken") in at.error[0].value
    (data_copy / "editions" / "index.yml").write_text("a: [", encoding="utf-8")
    at = open_page(PAGE, lang="en")
    assert not at.exception and t("en", "changes_broken") in at.warning[0].value


def test_hostile_text_of_an_older_edition_is_literal(open_page: Open, edited: Callable[[Edit], str]) -> None:
    def change(found: Features) -> None:
        for feature in of(found, "rcep"):
            feature["properties"] |= {"title_en": hostile.TEXT, "note_en": hostile.TEXT, "themes": [hostile.TEXT]}
        old = of(found, "tuvalu-cable")[0]
        found["x/y"] = found.pop(old["id"]) | {"id": "x/y"}
        old["properties"] |= {"initiative": "x", "site": "y", "title_en": hostile.TEXT, "place_en": hostile.TEXT}

    edited(change)
    said = texts(open_page(PAGE, lang="en"))
    for text in (hostile.STRINGS[3], hostile.STRINGS[10], hostile.STRINGS[13], hostile.EVALUATED):
        assert text not in said


def test_the_record_opens_beside_the_map(open_page: Open, edited: Callable[[Edit], str]) -> None:
    edited(older)
    at = open_page(PAGE, lang="en", id="rcep")
    assert "Regional Comprehensive" in recorded(at)
    assert "changes-digest" not in parts(at)


def test_the_committed_editions_have_something_to_show(open_page: Open, real_data: Path) -> None:
    oldest = next(iter(released(real_data)))
    at = open_page(PAGE, lang="ja", **{"from": oldest})
    assert not at.exception
    assert "changes-digest" in parts(at)
