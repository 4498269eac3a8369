"""Odd lists and many exports against a real server: others click on, its memory is bounded, nothing stays at work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.attack.probe import Memory, clicking, rests, server_of
from tests.e2e.servers import chromium, serve
from tests.loaders.lists.odd import ODD

pytestmark = pytest.mark.attack
CLICK: Final = 300  # ms
SERVER: Final = 700  # MB
FIVE_LISTS: Final = 600  # MB
REST: Final = 15  # seconds
ANSWER: Final = 60_000  # ms, on a machine that does other things too
UPLOADS: Final = (
    "row number beyond any sheet", "empty rows", "many formats", "10 million cells", "many merged areas",
    "100,000 sheets", "20 MB of line ends", "a sea of locations", "many doubled keys", "20,000 long rows",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("attack") / "log.txt") as found:
        yield found


@pytest.fixture(scope="module")
def pid(address: str) -> int:
    return server_of(int(address.rsplit(":", 1)[1]))


def _bring(browser: Browser, address: str, path: Path) -> Page:
    page = browser.new_context().new_page()
    page.goto(f"{address}/import?lang=en")
    page.locator('input[type="file"]').set_input_files(path)
    return page


def _answered(page: Page) -> str:
    """What came of the list: the sentence, or its rows."""
    found = page.locator('[data-testid="stAlert"], .st-key-import-stage').first
    expect(found).to_be_visible(timeout=ANSWER)
    return found.inner_text()


@pytest.mark.parametrize("name", UPLOADS)
def test_an_odd_list_disturbs_nobody(browser: Browser, address: str, pid: int, tmp_path: Path, name: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(ODD[name]())
    with Memory(pid) as memory, clicking(address) as clicks:
        page = _bring(browser, address, path)
        said = _answered(page)
        time.sleep(3)
    page.context.close()
    print(f"{name}: {said[:90]!r}; click p95 {clicks.p95():.0f} ms of {len(clicks.took)}; {memory.most:.0f} MB")
    assert not clicks.failures and clicks.p95() < CLICK
    assert memory.most < SERVER
    assert rests(pid, REST)


def test_nothing_is_at_work_after_its_visitor_has_left(
    browser: Browser, address: str, pid: int, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(ODD["unknown places"]())
    page = _bring(browser, address, path)
    expect(page.locator('[data-testid="stProgress"]')).to_be_visible(timeout=ANSWER)
    page.context.close()
    assert rests(pid, REST)


def test_five_large_lists_fit_in(browser: Browser, address: str, pid: int, tmp_path: Path) -> None:
    pages = []
    with Memory(pid) as memory:
        for number in range(5):
            path = tmp_path / f"{number}.csv"
            rows = "".join(f"Project {number} {n},Fiji,Suva,Works no {n} of {number}\n" for n in range(20_000))
            path.write_text(f"title,country,place,summary\n{rows}", encoding="utf-8")
            pages.append(_bring(browser, address, path))
            assert "20000" in _answered(pages[-1]).replace(",", "")
    print(f"five lists of 20,000 rows: {memory.most:.0f} MB")
    for page in pages:
        page.context.close()
    assert memory.most < FIVE_LISTS


def test_a_visitor_who_asks_for_much_lets_others_have_theirs(browser: Browser, address: str, pid: int) -> None:
    """Twenty files of one visitor, one of another: it comes before the twenty, and nobody's click waits."""
    greedy, other = browser.new_context().new_page(), browser.new_context().new_page()
    for page in (greedy, other):
        page.goto(f"{address}/briefing?lang=en&region=pacific")
        expect(page.locator(".st-key-save-pptx button")).to_be_visible(timeout=ANSWER)
    with clicking(address) as clicks:
        for _ in range(20):
            greedy.locator(".st-key-save-docx button").click(no_wait_after=True)
        begun = time.monotonic()
        with other.expect_download(timeout=ANSWER):
            other.locator(".st-key-save-svg button").click()
        waited = time.monotonic() - begun
    print(f"another's file after {waited:.1f} s; click p95 {clicks.p95():.0f} ms of {len(clicks.took)}")
    for page in (greedy, other):
        page.context.close()
    assert waited < 15 and not clicks.failures and clicks.p95() < CLICK
    assert rests(pid, REST)
