"""Text that attacks stays text: in marks, filters, list and record."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue, hostile
from tests.conftest import ROOT
from tests.e2e.conftest import Open
from tests.e2e.servers import serve
from tests.e2e.visit import plain

NAMES = ("title", "summary", "place", "note", "focus_area_reason")
TITLE = plain(hostile.TEXT)
MARKUP = 'a[href^="javascript"], img[src*=":9/"], img[src="x"], svg[onload], .katex'
LINKS = 'a[href^="http"][href*="evil.example"], a[href^="mailto"], a[href*=":9/"]'


def _victim() -> str:
    """An initiative whose only site is Singapore as a whole."""
    rows = [site["properties"] for site in catalogue.FEATURES]
    often = [row["initiative"] for row in rows]
    return next(str(row["initiative"]) for row in rows if row["place"] == "SGP" and often.count(row["initiative"]) == 1)


def _spoil_sources(folder: Path) -> None:
    """Titles, publishers, outlines and organisations attack too; JSON is YAML."""
    evil = {"ja": hostile.TEXT, "en": hostile.TEXT}
    item = {"heading": evil, "label": evil}
    spoilt = {
        key: document | {"title": evil, "publisher": evil, "outline": dict.fromkeys(document.get("outline", {}), item)}
        for key, document in catalogue.SOURCES.items()
    }
    (folder / "documents.yml").write_text(json.dumps(spoilt, ensure_ascii=False), encoding="utf-8")
    (folder / "organisations.yml").write_text(json.dumps(catalogue.ORGANISATIONS | {"evil": evil}), encoding="utf-8")


def _spoil(row: dict[str, Any]) -> None:
    row["partners"] = ["evil"]
    for name in NAMES:
        row[f"{name}_ja"] = row[f"{name}_en"] = hostile.TEXT
    row["focus_area_basis"] = "inferred"
    for step in row["milestones"]:
        step["note_ja"] = step["note_en"] = hostile.TEXT


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(catalogue.DATA, folder / "data", ignore=shutil.ignore_patterns("catalogue"))
    file = folder / "data" / "initiatives.geojson"
    collection = json.loads(file.read_text(encoding="utf-8"))
    for feature in collection["features"]:
        if feature["properties"]["initiative"] == _victim():
            _spoil(feature["properties"])
    file.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    _spoil_sources(folder / "data")
    with serve(folder / "log.txt", ATLAS_DATA=str(folder / "data")) as address:
        yield address
    _sweep(ROOT / "static")


def _sweep(static: Path) -> None:
    """The server wrote what it serves; take the spoilt files away again."""
    for file in static.glob("features-*.json"):
        if "evil.example" in file.read_text(encoding="utf-8"):
            file.unlink()


def _is_text(heading: Locator) -> None:
    expect(heading).to_contain_text("evil.example")
    assert plain(heading.inner_text()) == TITLE


def harmless(place: Page | Frame) -> None:
    assert place.evaluate("window.__x === undefined && window.top.__x === undefined")
    assert place.locator(MARKUP).count() == 0 and place.locator(LINKS).count() == 0
    assert hostile.EVALUATED not in str(place.evaluate("document.documentElement.innerText"))


def test_in_mark_list_filters_and_record(visit: Open, hostile_server: str) -> None:
    page = visit("/?lang=ja&q=evil.example", at=hostile_server)
    mark = page.map.locator(".atlas-mark")
    expect(mark).to_have_count(1)
    assert hostile.STRINGS[3] in str(mark.get_attribute("aria-label"))
    entry = page.page.locator(".atlas-entry")
    assert plain(entry.locator(".atlas-title").inner_text()) == TITLE
    page.page.locator('.atlas-facet[data-name="partner"]').click()
    option = page.page.locator('[data-key="partner-evil"]')
    assert plain(option.locator(".atlas-name").inner_text()) == TITLE
    option.click()
    page.page.keyboard.press("Escape")
    page.url_is("partner=evil")
    facet = page.page.locator('.atlas-facet[data-name="partner"]')
    expect(facet).to_have_attribute("title", re.compile("evil.example"))
    assert plain(facet.inner_text()) == TITLE
    entry.click()
    _is_text(page.record.locator("h3"))
    assert plain(page.record.inner_text()).count(TITLE) >= 5
    assert page.map.locator(".leaflet-tooltip").evaluate_all(
        "all => all.every((one) => !one.querySelector('img, script'))"
    )
    for place in (page.page, page.map):
        harmless(place)
    page.button("close").click()
    page.button("clear").click()
    page.choose("country", "SGP")
    page.page.locator(".atlas-find:visible").first.fill("evil.example")
    expect(entry).to_have_count(1)
    entry.click()
    _is_text(page.record.locator("h3"))
    for place in (page.page, page.map):
        harmless(place)


PAGES = (
    "/overview?tab=amounts&id={id}",
    "/regions?country=SGP",
    "/overview?tab=compare&compare=SGP,FJI",
    "/table?country=SGP&id={id}",
    "/initiative?id={id}",
    "/changes?",
    "/about?",
    "/briefing?q=evil.example",
)
SILENT = "/briefing?"  # what it says of the data is in a picture


@pytest.mark.parametrize(("path", "lang"), list(zip(PAGES, cycle(LANGS), strict=False)))
def test_no_other_page_runs_it(visit: Open, hostile_server: str, path: str, lang: Lang) -> None:
    """In one language each; `tests/ui/test_hostile.py` has both, and the pages that say nothing of the data."""
    page = visit(f"{path.format(id=_victim())}&lang={lang}", at=hostile_server)
    expect(page.part("foot")).to_contain_text(t(lang, "foot_sources"))
    page.rests()
    summaries = page.page.locator("summary")
    for number in range(summaries.count()):
        summaries.nth(number).click()
    if not path.startswith(SILENT):
        expect(page.page.get_by_text("evil.example").first).to_be_attached()
    assert not page.part("foot").get_by_text(hostile.EVALUATED).count() and not page.complaints
    for frame in page.page.frames:
        harmless(frame)
