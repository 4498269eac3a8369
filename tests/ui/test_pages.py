"""Every page in both languages: it stands, it speaks the language, it says the right numbers."""

from __future__ import annotations

import pytest

from atlas import vocab
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.geojson.reader import read_documents
from tests import catalogue
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import literal, mounted, part, parts, published, record, texts

INITIATIVES = sorted({site["properties"]["initiative"] for site in catalogue.FEATURES})
KEYS = {
    "app.py": {"above", "tools", "map", "panel", "take", "foot"},
    "pages/about.py": {"foot"},
    "pages/overview.py": {"overview-head", "overview", "panel", "foot"},
    "pages/regions.py": {"region-head", "region-map", "region-lists", "map", "foot"},
    "pages/table.py": {"above", "tools", "table", "downloads", "foot"},
    "pages/initiative.py": {"foot"},
    "pages/changes.py": {"changes-bar", "map", "foot"},
    "pages/briefing.py": {"preview", "downloads", "checks", "foot"},
    "pages/import.py": {"import-tabs", "import-ask", "import-templates", "foot"},
    "pages/intake.py": {"import-tabs", "intake-start", "foot"},
}
WORDS = {
    "app.py": ("tagline", "page_list", "not_placed", "search_hint"),
    "pages/about.py": ("about_title", "about_method"),
    "pages/overview.py": ("page_overview", "overview_gaps_note"),
    "pages/regions.py": ("region_choose", "region_countries"),
    "pages/table.py": ("tagline", "search_hint"),
    "pages/initiative.py": ("tagline", "no_record"),
    "pages/changes.py": ("tagline", "changes_upload_note"),
    "pages/briefing.py": ("brief_settings", "brief_always", "brief_download"),
    "pages/import.py": ("import_title", "import_private"),
    "pages/intake.py": ("intake_start", "intake_lead", "intake_private"),
}
MOUNTED = {
    "app.py": {"cards", "filters", "panel"}, "pages/overview.py": {"filters", "tables", "panel"},
    "pages/table.py": {"basket", "cards", "filters", "tables"}, "pages/regions.py": {"filters"},
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_in_both_languages(open_page: Open, page: str, lang: Lang) -> None:
    at = open_page(page, lang=lang)
    assert not at.exception and not at.error and not at.warning
    assert parts(at) >= KEYS[page]
    other: Lang = "en" if lang == "ja" else "ja"
    assert set(mounted(at)) == MOUNTED.get(page, set())
    fields = [str(field.placeholder) for field in at.text_input]
    said = "\n".join([texts(at), *fields, *(published(at, "catalogue")["text"].values() if mounted(at) else [])])
    assert all(t(lang, key) in said for key in WORDS[page])
    assert not [key for key in WORDS[page] if t(other, key) in said]


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
        assert (record(at) or {})["title"] == catalogue.title(initiative, lang)


@pytest.mark.parametrize("page", PAGES)
def test_choosers_show_plain_text(open_page: Open, page: str) -> None:
    """Their options are no Markdown: an escaped name would show its backslashes."""
    at = open_page(page, lang="en")
    assert not [option for box in (*at.multiselect, *at.selectbox) for option in box.options if "\\" in option]
