"""Changes in words, Japanese and English."""

from __future__ import annotations

import pytest

from atlas.compare.editions import FIELDS, compare
from atlas.compare.markdown import markdown
from atlas.compare.sentences import ChangeLine, ChangeSheet, sheet
from atlas.compare.values import Names, kilometres
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.geojson.reader import read_documents
from tests import hostile
from tests.conftest import ROOT
from tests.editions import Features, features, first, frame, of, put

NAMES = Names(documents=read_documents(ROOT / "data" / "documents.yml"))


def said(found: Features, lang: Lang = "en") -> ChangeSheet:
    """What is said of the way from the committed edition to another."""
    return sheet(compare(frame(features()), frame(found)), "old", "new", lang, NAMES)


def line(found: Features, lang: Lang = "en") -> ChangeLine:
    """The only line."""
    [only] = said(found, lang).lines
    return only


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_changed_is_said_plainly(lang: Lang) -> None:
    whole = said(features(), lang)
    assert whole.head == t(lang, "changes_none")
    assert whole.lines == []
    assert t(lang, "changes_none").rstrip(".。") in markdown(whole, "kind", lang).replace("\\", "")


@pytest.mark.parametrize(
    ("lang", "what", "before"),
    [
        ("ja", "111km移動", "スバ（フィジー、都市・おおよそ）"),
        ("en", "moved 111 km", "Suva (Fiji, City or approximate)"),
    ],
)
def test_a_move_in_words(lang: Lang, what: str, before: str) -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    lon, lat = site["geometry"]["coordinates"]
    put(site, lon, lat - 1)
    told = line(found, lang)
    assert (told.kind, told.what, told.before) == ("moved", what, before)
    assert told.title == site["properties"][f"title_{lang}"]


@pytest.mark.parametrize(
    ("field", "value", "lang", "what", "after"),
    [
        ("focus_area", 3, "ja", "重点分野", "安全保障分野の連携"),
        ("themes", ["energy", "ai"], "en", "Themes", "Energy, AI"),
        ("instruments", ["loan"], "ja", "手段", "融資"),
        ("partners", ["AUS"], "ja", "連携先", "豪州"),
        ("status", "signed", "en", "Status", "Signed"),
        ("precision", "admin1", "ja", "位置の精度", "州・県"),
        ("uncertainty_km", 2.5, "en", "Uncertainty of place", "within about 2.5 km"),
        ("mentions", ["evolved-foip:D2.2"], "ja", "記載箇所", "進化したFOIP D2.2"),
        ("title_en", "Another title", "en", "Title (English)", "Another title"),
        ("note_ja", None, "ja", "注（日本語）", "—"),
        ("themes", ["long-gone"], "en", "Themes", "unknown category"),
    ],
)
def test_changed_fields_speak_in_labels(field: str, value: object, lang: Lang, what: str, after: str) -> None:
    found = features()
    [site] = of(found, "tuvalu-cable")[:1]
    for other in of(found, "tuvalu-cable"):
        other["properties"][field] = value
    assert site["properties"][field] != features()[site["id"]]["properties"][field]
    told = line(found, lang)
    assert (told.kind, told.what, told.after) == ("changed", what, after)


def test_only_the_milestones_that_differ_are_told() -> None:
    found = features()
    site = first(found, initiative="palau-airport")
    kept = site["properties"]["milestones"]
    step = {"date": "2026-11", "status": "delivered", "amount": 400_000_000, "currency": "JPY", "source": "unknown"}
    site["properties"]["milestones"] = [*kept, step]
    told = line(found, "en")
    assert kept and (told.before, told.after) == (
        "—",
        "Nov 2026 Delivered 400 million yen (a source that is no longer listed)",
    )


def test_odd_milestones_are_told_as_they_are() -> None:
    found = features()
    for other in of(found, "tuvalu-cable"):
        other["properties"]["milestones"] = [{"date": "soon", "status": 7, "amount": "much", "note_en": "\x1b[31mred"}]
    told = line(found, "en").after
    assert "soon" in told and t("en", "value_unknown") in told and told.isprintable()


def test_redrawn_regions_are_one_line_a_region() -> None:
    found = features()
    moved = [one for one in found.values() if one["properties"]["place"] == one["properties"]["region"] == "asean"]
    moved = [one for one in moved if one["properties"]["precision"] == "region"]
    for site in moved:
        put(site, 150, 10)
    whole = said(found, "en")
    assert len(whole.lines) == 1 and len(moved) > 5
    assert whole.lines[0].title == f"{len(moved)} initiatives"
    assert whole.lines[0].what.startswith("point on the map moved ")


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        ("ja", "oldからnewまでに：取組の削除1件、場所の移動1か所、内容の変更1件。"),
        ("en", "From old to new: 1 initiative removed, 1 place moved, 1 initiative changed in content."),
    ],
)
def test_the_sentence_counts(lang: Lang, head: str) -> None:
    found = features()
    for site in of(found, "tuvalu-cable"):
        del found[site["id"]]
    put(first(found, precision="city", place="suva"), 178, -18)
    for site in of(found, "osa-indonesia-2024"):
        site["properties"]["summary_en"] = "Boats."
    assert said(found, lang).head == head


@pytest.mark.parametrize("lang", LANGS)
def test_markdown_holds_every_line_and_no_markup_of_the_data(lang: Lang) -> None:
    found = features()
    for feature in of(found, "tuvalu-cable"):
        feature["properties"] |= {"title_ja": hostile.TEXT, "title_en": hostile.TEXT}
    text = markdown(said(found, lang), "kind", lang)
    rows = [row for row in text.splitlines() if row.startswith("| ")]
    assert len(rows) == 3
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)
    assert hostile.STRINGS[3] not in text and hostile.STRINGS[10] not in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_has_a_name(lang: Lang) -> None:
    names = [t(lang, f"field_{field}") for field in FIELDS]
    assert len(set(names)) == len(FIELDS)


@pytest.mark.parametrize(
    ("km", "text"), [(0.0000001, "1 m"), (0.85, "850 m"), (3.24, "3.2 km"), (12.6, "13 km"), (1240, "1,240 km")]
)
def test_distances_as_one_says_them(km: float, text: str) -> None:
    assert kilometres(km, "en") == text
    assert kilometres(km, "ja") == text.replace(" ", "")
