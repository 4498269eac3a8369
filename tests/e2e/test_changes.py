"""The page of changes in a browser: marks in ink on the map, their list, the record beside it, a file of one's own."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests import hostile
from tests.e2e.conftest import Open
from tests.editions import features, first, of, put, raw


def test_a_file_is_compared_its_marks_drawn_and_a_record_opened(visit: Open, tmp_path: Path) -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    put(site, -171.75, -13.8)
    for feature in of(found, "tuvalu-cable"):
        feature["id"], feature["properties"]["initiative"] = f"gone/{feature['properties']['site']}", "gone"
        feature["properties"] |= {"title_en": hostile.TEXT, "place_en": hostile.TEXT}
    path = tmp_path / "older.geojson"
    path.write_bytes(raw({one["id"]: one for one in found.values()}))

    page = visit("/changes?lang=en")
    page.part("edition-upload").locator("button").first.click()
    page.page.locator('input[type="file"]').set_input_files(path)
    page.url_is("from=file")
    expect(page.part("changes-digest")).to_contain_text("Initiatives removed")
    expect(page.part("changes-removed")).to_contain_text(hostile.STRINGS[3])
    page.page.keyboard.press("Escape")

    page.map.wait_for_function("document.querySelectorAll('.mark.change').length === 2")
    lines = page.map.evaluate(
        "(() => { const found = []; map.eachLayer((layer) => { if (layer.getLatLngs && layer.options.pane === 'lines') "
        "found.push(layer.getLatLngs().map((at) => at.lng)); }); return found; })()"
    )
    assert lines and all(abs(one[0] - one[1]) < 20 for one in lines)  # over the antimeridian, not round the world
    page.map.locator(".mark.change", has_text="Suva").click()
    title = str(site["properties"]["title_en"])
    page.popup.get_by_role("button", name=title).click()
    expect(page.record.locator("h3")).to_have_text(title)
    assert page.url()["from"] == "file" and page.url()["id"] == site["properties"]["initiative"]
    assert page.page.evaluate("window.__x") is None
