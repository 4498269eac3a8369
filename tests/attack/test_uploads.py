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
ANSWER: Final = 300_000  # ms, on a machine that does other things too
VISITORS: Final = 3  # who bring the same list one after the other, so that there are clicks enough to tell
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


def _opened(browser: Browser, address: str) -> Page:
    """The import page of a new visitor, at rest: a browser that starts takes the processor from everybody."""
    page = browser.new_context().new_page()
    page.goto(f"{address}/import?lang=en")
    page.locator('input[type="file"]').wait_for(state="attached", timeout=ANSWER)
    page.wait_for_timeout(3_000)
    return page


def _bring(page: Page, path: Path) -> None:
    page.locator('input[type="file"]').set_input_files(path)


def _answered(page: Page) -> str:
    """What came of the list: the sentence, or its rows."""
    found = page.locator('[data-testid="stAlert"], .st-key-import-stage').first
    expect(found).to_be_visible(timeout=ANSWER)
    return found.inner_text()


@pytest.fixture(scope="module")
def allowed(address: str) -> float:
    """What a click may take (ms); a machine that does other things is slow without any attack, so that counts too."""
    with clicking(address) as clicks:
        time.sleep(10)
    print(f"without an attack: {clicks}")
    return max(CLICK, 2 * clicks.p95())


@pytest.mark.parametrize("name", UPLOADS)
def test_an_odd_list_disturbs_nobody(
    browser: Browser, address: str, pid: int, allowed: float, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "list"
    path.write_bytes(ODD[name]())
    pages = [_opened(browser, address) for _ in range(VISITORS)]
    with Memory(pid) as memory, clicking(address) as clicks:
        for page in pages:
            _bring(page, path)
            said = _answered(page)
            time.sleep(3)
    for page in pages:
        page.context.close()
    print(f"{name}: {said[:90]!r}; {clicks}; {memory.most:.0f} MB")
    assert not clicks.failures and clicks.p95() < allowed
    assert memory.most < SERVER
    assert rests(pid, REST)


def test_nothing_is_at_work_after_its_visitor_has_left(
    browser: Browser, address: str, pid: int, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(ODD["unknown places"]())
    page = _opened(browser, address)
    _bring(page, path)
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
            pages.append(_opened(browser, address))
            _bring(pages[-1], path)
            assert "20000" in _answered(pages[-1]).replace(",", "")
    print(f"five lists of 20,000 rows: {memory.most:.0f} MB")
    for page in pages:
        page.context.close()
    assert memory.most < FIVE_LISTS


def test_a_visitor_who_asks_for_much_lets_others_have_theirs(
    browser: Browser, address: str, pid: int, allowed: float
) -> None:
    """Ten files of one visitor, one of another: it does not come after the ten, and nobody's click waits."""
    had: list[object] = []
    greedy, other = browser.new_context().new_page(), browser.new_context().new_page()
    for page in (greedy, other):
        page.goto(f"{address}/briefing?lang=en&region=pacific")
        expect(page.locator(".st-key-save-pptx button")).to_be_visible(timeout=ANSWER)
    greedy.on("download", lambda download: had.append(download))
    with clicking(address) as clicks:
        for _ in range(10):
            greedy.locator(".st-key-save-docx button").click(no_wait_after=True)
        begun, before = time.monotonic(), len(had)
        with other.expect_download(timeout=ANSWER):
            other.locator(".st-key-save-svg button").click()
        waited, between = time.monotonic() - begun, len(had) - before
    print(f"another's file after {waited:.1f} s and {between} files of the first; {clicks}")
    for page in (greedy, other):
        page.context.close()
    assert between <= 3 and not clicks.failures and clicks.p95() < allowed
    assert rests(pid, REST)
