"""A list of one's own in a browser: hostile text stays text, a candidate is chosen on the map, nobody else sees it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import expect

from tests import hostile
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.test_hostile import harmless
from tests.e2e.visit import Visit, plain

TITLE = plain(hostile.TEXT)
ATTACKS = (hostile.TEXT, "=1+1", "$x$")


def _list(folder: Path) -> Path:
    path = folder / "{{7x191}} list.csv"
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(("事業名", "国", "場所", "緯度", "経度", "備考"))
    writer.writerow((hostile.TEXT, "フィジー", "スバ", "", "", hostile.TEXT))
    writer.writerow(("橋", "米国", "Springfield", "", "", ""))
    writer.writerows((text, text, text, text, text, text) for text in ATTACKS)
    path.write_text(stream.getvalue(), encoding="utf-8-sig")
    return path


def _upload(page: Visit, path: Path) -> None:
    page.page.locator('input[type="file"]').set_input_files(path)
    expect(page.part("import-stage")).to_be_visible(timeout=90_000)  # the first import on a machine makes its index
    page.rests()


def test_from_a_hostile_list_to_a_chosen_candidate_that_nobody_else_sees(visit: Open, tmp_path: Path) -> None:
    page = visit("/import?lang=en")
    expect(page.page.get_by_test_id("stFileUploader")).to_contain_text("20MB per file")
    _upload(page, _list(tmp_path))
    _hostile_text_stays_text(page)
    _a_candidate_is_chosen_on_the_map(page)
    _the_report_says_so(page)

    other = visit("/import?lang=ja", locale="ja-JP")
    expect(other.part("import-ask")).to_be_visible()
    expect(other.part("import-stage")).to_have_count(0)
    expect(other.part("import-templates").get_by_role("button")).to_have_count(4)
    expect(other.page.get_by_test_id("stFileUploader")).to_contain_text("20MBまで")


def _hostile_text_stays_text(page: Visit) -> None:
    page.map.locator('.atlas-mark[data-key="own:suva"] .mark').click()
    expect(page.popup.locator("h2")).to_have_text(TITLE)
    expect(page.part("import-detail")).to_contain_text("Row 2")
    assert plain(page.part("import-detail").inner_text()).count(TITLE) == 2
    expect(page.part("import-bar")).to_contain_text("{{7x191}} list.csv")
    for frame in page.page.frames:
        harmless(frame)


def _a_candidate_is_chosen_on_the_map(page: Visit) -> None:
    page.button("import-next").click()
    expect(page.map.locator(".mark.option")).to_have_count(3)
    assert faults(page.page) == []
    page.map.locator(".mark.option", has_text="B").first.click()
    expect(page.part("import-detail").get_by_role("radio").nth(1)).to_be_checked()
    page.button("import-use").click()
    expect(page.part("import-detail")).to_contain_text("Chosen among the candidates")
    expect(page.map.locator(".chosen")).to_have_count(1)
    page.map.locator(".world").click()
    expect(page.map.locator(".mark.behind").nth(5)).to_be_visible()  # the atlas's own stand back


def _the_report_says_so(page: Visit) -> None:
    with page.page.expect_download() as download:
        page.part("downloads").get_by_role("button", name="Report").click()
    report = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"), newline="")))
    assert [line["outcome"] for line in report] == ["placed", "placed", "unplaced", "unplaced", "unplaced"]
    assert not any(str(cell).startswith(("=", "+", "@")) for line in report for cell in line.values())
