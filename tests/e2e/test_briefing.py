"""From the map to a slide in a real browser: the buttons, the preview, the files."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, expect
from pptx import Presentation

from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import PATIENCE, Visit

FILTER = "focus=3&region=pacific"
PACIFIC = catalogue.initiatives(catalogue.sites({"focus": ["3"], "region": ["pacific"]}))


def _saved(here: Visit, button: Locator) -> tuple[str, bytes]:
    with here.page.expect_download(timeout=PATIENCE) as download:
        button.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_from_the_map_s_picture_to_a_slide_of_one_s_choice(visit: Open) -> None:
    here = visit(f"/?lang=en&{FILTER}")
    name, data = _saved(here, here.button("map-png"))
    day = max(source["read"] for source in catalogue.SOURCES.values())
    assert name == f"foip-atlas_{day}_focus3-pacific_en.png"
    assert Image.open(io.BytesIO(data)).size == (1920, 1080)
    here.part("take").get_by_role("link", name="Slide").click()
    picture = here.part("preview").locator("img")
    expect(picture).to_be_visible(timeout=PATIENCE)
    expect(here.part("checks")).to_contain_text(f"All {PACIFIC} initiatives included")
    assert here.url()["region"] == "pacific" and here.url()["focus"] == "3"
    _choices_change_the_preview_and_the_file(here, picture)


def _choices_change_the_preview_and_the_file(here: Visit, picture: Locator) -> None:
    before = picture.get_attribute("src", timeout=PATIENCE)
    here.page.get_by_role("radio", name="Map only").click()
    expect(picture).not_to_have_attribute("src", str(before), timeout=PATIENCE)
    here.rests()
    name, data = _saved(here, here.button("save-pptx"))
    slide = Presentation(io.BytesIO(data)).slides[0]
    assert name.endswith("_en.pptx") and slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "Security cooperation: Pacific Islands"


def test_a_link_reproduces_the_page_in_both_languages_and_after_a_reload(visit: Open) -> None:
    here = visit(f"/briefing?lang=en&{FILTER}")
    expect(here.part("preview").locator("img")).to_be_visible(timeout=PATIENCE)
    title = here.page.get_by_label("Title", exact=True)
    title.fill("Visit to Suva")
    title.press("Control+Enter")
    here.url_is("title=Visit")
    here.page.get_by_role("radio", name="Boxes").click()
    here.page.get_by_text("QR code of the link").click()
    here.url_is("without=qr")
    chosen = here.url()
    assert (chosen["title"], chosen["style"], chosen["without"]) == ("Visit to Suva", "boxes", "qr")
    here.page.reload()
    _chosen(here, "Title", "Boxes", "QR code of the link")
    here.page.get_by_role("button", name="日本語").click()
    _chosen(here, "表題", "枠囲み", "リンクのQRコード")
    assert here.url() == chosen | {"lang": "ja"}


def _chosen(here: Visit, title: str, style: str, qr: str) -> None:
    """The widgets show what the address holds."""
    expect(here.page.get_by_label(title, exact=True)).to_have_value("Visit to Suva", timeout=PATIENCE)
    expect(here.page.get_by_role("radio", name=style)).to_be_checked()
    expect(here.page.get_by_role("checkbox", name=qr)).not_to_be_checked()
