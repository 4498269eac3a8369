"""The page of changes in a browser: marks in ink on the map, their list, the record beside it, a file of one's own."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from atlas.compare.editions import compare
from atlas.compare.sentences import headline
from atlas.countries import country_name
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from loaders.editions.earlier import days_apart
from loaders.editions.released import read_released, released
from tests import hostile
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit
from tests.editions import features, first, frame, of, put, raw


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


def test_the_usual_comparison_in_a_sentence_and_by_country_with_the_words_that_changed(
    visit: Open, real_data: Path
) -> None:
    every = list(released(real_data).values())
    page = visit("/changes?lang=ja")
    _is_told_in_a_sentence(page, real_data, "ja")
    page.button("lang-en").click()
    _is_told_in_a_sentence(page, real_data, "en")

    page = visit(f"/changes?lang=ja&from={every[1].name}&to={every[-1].name}")
    apart = t("ja", "changes_apart", n=days_apart(every[1].date, every[-1].date))
    expect(page.page.get_by_text(apart, exact=True)).to_be_visible()
    page.part("changes-lists-head").get_by_text(t("ja", "changes_group_place")).click()
    page.url_is("group=place")
    fiji = page.part("changes-FJI")
    expect(fiji.get_by_role("heading")).to_contain_text(country_name("FJI", "ja"))
    for mark in ("del", "strong"):
        expect(fiji.locator(f"td {mark}").first).to_be_attached()
    link = page.part("changes-lists-head").get_by_role("link").get_attribute("href")
    answer = page.page.request.get(str(link))
    assert answer.status == 200 and answer.text().count("<entry>") == len(every)


def _is_told_in_a_sentence(page: Visit, data: Path, lang: Lang) -> None:
    expect(page.part("foot")).to_contain_text(t(lang, "foot_sources"))
    page.rests()
    boxes = page.part("changes-bar").get_by_test_id("stSelectbox")
    expect(boxes).to_have_count(2)
    old, new = (box.get_by_role("combobox").input_value() for box in boxes.all())
    [before] = [one for one in released(data).values() if one.sha256[:8] in old and date_text(one.date, lang) in old]
    changes = compare(read_released(data, before), frame(features()))
    assert changes
    said = headline(changes, old, new.removesuffix(t(lang, "changes_current", name="")), lang)
    expect(page.page.get_by_text(said, exact=True)).to_be_visible()
