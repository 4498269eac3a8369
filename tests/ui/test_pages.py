"""Every page in both languages: it stands, it speaks the language, it says the right numbers."""

from __future__ import annotations

from collections import Counter
from html import escape

import pytest

from atlas import vocab
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.geojson.reader import read_documents
from tests import catalogue
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import given, listed, literal, part, parts, texts

INITIATIVES = sorted({site["properties"]["initiative"] for site in catalogue.FEATURES})
SECURITY_IN_THE_PACIFIC = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
KEYS = {
    "app.py": {"counts", "filters", "map", "results", "not-placed", "foot"},
    "pages/about.py": {"foot"},
    "pages/regions.py": {"region-head", "region-map", "region-lists", "map", "foot"},
    "pages/table.py": {"counts", "filters", "table", "downloads", "foot"},
    "pages/initiative.py": {"foot"},
    "pages/changes.py": {"changes-bar", "map", "foot"},
    "pages/briefing.py": {"preview", "downloads", "checks", "foot"},
    "pages/import.py": {"import-ask", "import-templates", "foot"},
}
WORDS = {
    "app.py": ("tagline", "results", "not_placed", "search_hint"),
    "pages/about.py": ("about_title", "about_method"),
    "pages/regions.py": ("region_choose", "region_countries"),
    "pages/table.py": ("tagline", "search_hint"),
    "pages/initiative.py": ("tagline", "no_record"),
    "pages/changes.py": ("tagline", "changes_upload_note"),
    "pages/briefing.py": ("brief_settings", "brief_always", "brief_download"),
    "pages/import.py": ("import_title", "import_private"),
}
COUNTS = {"ja": "全{all}件中 **{i}件**の取組、**{s}か所**", "en": "**{i} of {all} initiatives** at **{s} places**"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_both_languages(open_page: Open, page: str, lang: Lang) -> None:
    at = open_page(page, lang=lang)
    assert not at.exception and not at.error and not at.warning
    assert parts(at) >= KEYS[page]
    other: Lang = "en" if lang == "ja" else "ja"
    said = texts(at) + "".join(str(field.placeholder) for field in at.text_input)
    assert all(t(lang, key) in said for key in WORDS[page])
    assert not [key for key in WORDS[page] if t(other, key) in said]


def test_one_place_is_called_one_place(open_page: Open) -> None:
    counted = Counter(code for one in catalogue.FEATURES for code in one["properties"]["countries"])
    code = next(code for code, n in sorted(counted.items()) if n == 1)
    assert "initiatives** at **1 place**" in part(open_page(lang="en", country=code), "counts")
    assert "place|places" not in part(open_page(lang="en"), "counts")


@pytest.mark.parametrize("lang", LANGS)
def test_everything_is_counted_without_filters(open_page: Open, lang: Lang) -> None:
    said = part(open_page(lang=lang), "counts")
    numbers = {"i": catalogue.initiatives(catalogue.FEATURES), "s": len(catalogue.FEATURES)}
    assert t(lang, "counts_all", **numbers) in said


@pytest.mark.parametrize("lang", LANGS)
def test_counts_under_a_filter_are_those_of_the_geojson(open_page: Open, lang: Lang) -> None:
    said = part(open_page(lang=lang, focus="3", region="pacific"), "counts")
    numbers = {"i": catalogue.initiatives(SECURITY_IN_THE_PACIFIC), "s": len(SECURITY_IN_THE_PACIFIC)}
    assert COUNTS[lang].format(all=catalogue.initiatives(catalogue.FEATURES), **numbers) in said


def test_the_counts_split_adds_up(open_page: Open) -> None:
    wide = [site for site in SECURITY_IN_THE_PACIFIC if site["properties"]["precision"] == "region"]
    on = len(SECURITY_IN_THE_PACIFIC) - len(wide)
    said = part(open_page(lang="en", focus="3", region="pacific"), "counts")
    assert t("en", "counts_split", on=on, wide=len(wide), off=0) in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_lists_hold_exactly_the_initiatives_of_the_filter(open_page: Open, lang: Lang) -> None:
    at = open_page(lang=lang, focus="3", region="pacific")
    titles = {site["properties"][f"title_{lang}"] for site in SECURITY_IN_THE_PACIFIC}
    assert sorted(listed(at)) == sorted(titles)
    said = part(at, "results")
    assert all(site["properties"][f"place_{lang}"] in said for site in SECURITY_IN_THE_PACIFIC)


def test_the_lists_hold_every_initiative_once_a_focus_area(open_page: Open) -> None:
    at = open_page(lang="en")
    titles = {site["properties"]["initiative"]: site["properties"]["title_en"] for site in catalogue.FEATURES}
    assert sorted(listed(at)) == sorted(titles.values())


def test_what_has_no_place_is_listed(open_page: Open) -> None:
    at = open_page(lang="en")
    placed = {site["properties"]["initiative"] for site in catalogue.FEATURES if site["geometry"]}
    rows = [site["properties"] for site in catalogue.FEATURES if site["properties"]["initiative"] not in placed]
    nowhere = {row["initiative"]: row["title_en"] for row in rows}.values()
    assert len(nowhere) > 3
    assert sorted(listed(at, placed=False)) == sorted(nowhere)
    assert t("en", "not_placed_why") in part(at, "not-placed")


@pytest.mark.parametrize("code", "1230")
def test_cards_count_under_the_other_filters(open_page: Open, code: str) -> None:
    at = open_page(lang="en", region="pacific")
    count = catalogue.initiatives(catalogue.sites({"focus": [code], "region": ["pacific"]}))
    total = catalogue.initiatives(catalogue.sites({"focus": [code]}))
    assert given(at)["focus"][code] == count
    html = next(html.value for html in at.html if "atlas-cards" in html.value)
    card = next(card for card in html.split("<button ") if f'data-code="{code}"' in card)
    assert f'data-total="{total}"' in card
    assert escape(vocab.FOCUS_SHORT[int(code)].en) in card


@pytest.mark.parametrize("lang", LANGS)
def test_the_about_page_covers_both_documents_and_every_word_of_precision(open_page: Open, lang: Lang) -> None:
    marked = texts(open_page("pages/about.py", lang=lang))
    said = literal(marked)
    assert all(label.text(lang) in said for label in vocab.PRECISIONS.values())
    for key, document in read_documents(catalogue.DATA / "documents.yml").items():
        if document.kind == "document":
            count = catalogue.initiatives(catalogue.sites({"document": [key]}))
            assert t(lang, "about_document_counts", items=len(document.outline), n=count) in marked
            assert document.title.text(lang) in said
    assert "Natural Earth" in said and "GeoNames" in said


@pytest.mark.parametrize("page", PAGES)
def test_boundaries_are_said_to_be_indicative_on_every_page(open_page: Open, page: str) -> None:
    assert "Boundaries are indicative" in part(open_page(page, lang="en"), "foot")


@pytest.mark.parametrize("lang", LANGS)
def test_every_record_opens(open_page: Open, lang: Lang) -> None:
    """Each in one language, turn by turn: the words of both are checked where they are made."""
    at = open_page("pages/initiative.py", lang=lang)
    for initiative in INITIATIVES[LANGS.index(lang) :: len(LANGS)]:
        at.query_params["id"] = initiative
        at.run()
        assert not at.exception, initiative
        assert catalogue.title(initiative, lang) in literal(part(at, "record-page"))


@pytest.mark.parametrize("page", PAGES)
def test_choosers_show_plain_text(open_page: Open, page: str) -> None:
    """Their options are no Markdown: an escaped name would show its backslashes."""
    at = open_page(page, lang="en")
    assert not [option for box in (*at.multiselect, *at.selectbox) for option in box.options if "\\" in option]
