"""The server goes with every session, as after a cut of minutes: list, choices, basket and draft are there again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from atlas.words.i18n import t
from scripts.serving import free_port
from tests.e2e.servers import serve
from tests.e2e.statement import ITEMS, statement
from tests.e2e.visit import SIZE, Visit

READING = 90_000  # the first on a machine makes the index of places
LIST = "事業名,国,場所\n橋,米国,Springfield\n港,フィジー,スバ\n"
NAME = "甲 一覧.csv"
BASKET = "osa-tonga-2025,osa-fiji-2023"


def test_list_choices_basket_and_draft_are_there_again(browser: Browser, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log.txt"
    (tmp_path / NAME).write_text(LIST, encoding="utf-8")
    context = browser.new_context(locale="ja-JP", viewport=SIZE)
    with serve(log, port=port) as address:
        own, gathered, draft = (Visit(context.new_page(), address) for _ in range(3))
        _brings_a_list(own, tmp_path / NAME)
        gathered.page.goto(f"{address}/?lang=ja&basket={BASKET}")
        expect(gathered.page.locator(".atlas-basket b")).to_have_text(t("ja", "basket", n=2))
        _brings_a_document(draft, tmp_path)
        before, said = _kept(own), own.part("import-bar").locator("p").nth(1).inner_text()
    away = own.page.get_by_role("dialog")
    expect(away).to_contain_text("サーバーが応答しない", timeout=READING)
    expect(away).not_to_contain_text("Streamlit")
    with serve(log, port=port):
        expect(own.page.get_by_role("status").filter(has_text=NAME)).to_be_visible(timeout=READING)
        expect(own.part("import-bar")).to_contain_text(said, timeout=READING)
        gathered.button("basket-brief").click()
        gathered.url_is("/briefing")
        assert gathered.url()["ids"] == BASKET
        expect(draft.page.locator(".intake-done")).to_have_text(f"1 / {ITEMS}")
        draft.page.keyboard.press("Enter")
        expect(draft.page.locator(".intake-done")).to_have_text(f"2 / {ITEMS}")
        own.rests()
        again = _kept(own)
    assert again["list"] == before["list"] == {"name": NAME, "digest": again["list"]["digest"], "choices": {"2": 1}}
    assert again["session"] != before["session"]
    context.close()


def _brings_a_list(page: Visit, path: Path) -> None:
    """Chooses the second of the candidates of its first row."""
    page.page.goto(f"{page.address}/import?lang=ja")
    page.page.locator('input[type="file"]').set_input_files(path)
    page.button("import-next").click(timeout=READING)
    page.part("import-detail").get_by_role("radio").nth(1).check(force=True)
    page.button("import-use").click()
    expect(page.button("import-undo")).to_be_visible()


def _brings_a_document(page: Visit, folder: Path) -> None:
    """Accepts its first item."""
    path = folder / "paper.txt"
    path.write_text(statement("ja"), encoding="utf-8")
    page.page.goto(f"{page.address}/intake?lang=ja")
    page.page.locator('input[type="file"]').set_input_files(path)
    page.button("intake-read").click()
    expect(page.page.locator(".intake-item.now")).to_be_focused(timeout=READING)
    page.page.keyboard.press("Enter")
    expect(page.page.locator(".intake-done")).to_have_text(f"1 / {ITEMS}")


def _kept(page: Visit) -> dict[str, Any]:
    found: dict[str, Any] = page.page.evaluate("JSON.parse(sessionStorage.getItem('foip-atlas-brought'))")
    return found
