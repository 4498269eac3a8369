"""A document in a browser, from its file to the drafts that the check accepts, by the keyboard alone."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, TimeoutError, expect

from atlas.vocab import LANGS, NOT_INITIATIVE, Lang
from atlas.words.i18n import t
from loaders.catalogue.check import check_data
from tests import catalogue, hostile
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.statement import ITEMS, JOINED, PARTY, REFUSED, SPLIT, TITLE, statement
from tests.e2e.test_hostile import harmless
from tests.e2e.visit import PATIENCE, Visit, plain

_FIELDS = ("title", "summary", "focus_area_reason", "label", "heading")
_STOPS = 90  # of the key Tab from anywhere on the page to anywhere else
_WAY = """node => { const at = document.activeElement; return node === at ? "" :
    at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab"; }"""
READING = 90_000  # the first on a machine makes the index of places


class Officer:
    """Who reviews a document and touches nothing but the keyboard."""

    def __init__(self, page: Visit, lang: Lang) -> None:
        self.visit, self.page, self.lang, self.keys = page, page.page, lang, page.page.keyboard

    def to(self, node: Locator) -> None:
        """Walks to a control, forwards or back, whichever way it lies."""
        expect(node).to_be_visible()
        for _ in range(_STOPS):
            key = node.evaluate(_WAY)
            if not key:
                return
            self.keys.press(key)
        raise AssertionError(f"the key Tab does not come to {node}")

    def brings(self, file: Path, party: str = "") -> None:
        """Gives the page a file, and tells with whom a statement was made."""
        self._picks(file)
        if party:
            self.to(self.page.locator(f".st-key-intake-parties-{self.lang} input"))
            self.keys.insert_text(party)
            expect(self.page.get_by_role("option").first).to_be_visible()
            self.keys.press("Enter")
            self.keys.press("Escape")
            self.visit.rests()
            expect(self.visit.button("intake-read")).to_be_enabled()
            self.to(self.visit.button("intake-read"))
            self.keys.press("Enter")
        expect(self.item).to_be_visible(timeout=READING)
        expect(self.item).to_be_focused()

    def _picks(self, file: Path) -> None:
        """Presses the uploader's button until it asks for a file: one that is just drawn anew hears nothing."""
        for _ in range(10):
            self.visit.rests()
            self.to(self.page.locator('[data-testid="stFileUploader"] button').first)
            try:
                with self.page.expect_file_chooser(timeout=PATIENCE / 20) as chooser:
                    self.keys.press("Space")  # by Enter the uploader opens two, which now and then close each other
                return chooser.value.set_files(file)
            except TimeoutError:
                continue
        raise AssertionError("the uploader never asks for a file")

    @property
    def item(self) -> Locator:
        """The item that is looked at."""
        return self.page.locator(".intake-item.now")

    @property
    def code(self) -> str:
        """Its number."""
        return self.item.locator("> b").inner_text()

    @property
    def done(self) -> str:
        """How many are done."""
        return self.page.locator(".intake-done").inner_text()

    def field(self, key: str) -> Locator:
        """A field of the proposal, or a button."""
        return self.page.locator(f'.intake [data-key="{key}"]')

    def writes(self, key: str, words: str) -> None:
        """Puts words into a field."""
        self.to(self.field(key))
        self.keys.press("ControlOrMeta+a")
        self.keys.insert_text(words)
        self.keys.press("Enter")

    def chooses(self, key: str) -> None:
        """Presses a button by its space bar."""
        self.to(self.field(key))
        self.keys.press("Space")

    def completes(self, *names: str) -> None:
        """Writes what is still empty, in the order in which it stands."""
        for key in [f"{name}-{lang}" for name in names for lang in LANGS]:
            field = self.field(key)
            if field.count() and not field.input_value():
                self.writes(key, f"{self.code} {key}")

    def describes(self) -> None:
        """Completes an entry: its words, its themes and means."""
        self.completes("title", "summary")
        left = self.page.locator(".intake-left")
        for name, words in (("theme", "ports"), ("instrument", "programme")):
            if left.count() and t(self.lang, f"intake_field_{name}") in left.inner_text():
                self.writes("add-what", words)
        self.completes("focus_area_reason", "label", "heading")

    def reviews(self) -> None:
        """Decides on one item."""
        code = self.code
        if code in REFUSED:
            self.keys.press("e")
            self.completes("label", "heading")
            self.keys.press("Escape")
            self.keys.press("x")
            self.keys.press("1")
        elif code == JOINED:
            self.keys.press("m")
            self.to(self.field("apart"))
            self.completes("label", "heading")
            self.keys.press("Escape")
            self.keys.press("Enter")
        else:
            if code == SPLIT:
                self.keys.press("s")
                self.keys.press("1")
                expect(self.field("part-1")).to_be_visible()
                self.chooses("part-1")
                self.describes()
                self.chooses("part-0")
            self.keys.press("Escape")
            self.keys.press("e")
            self.describes()
            self.keys.press("Control+Enter")

    def tells_of_the_document(self) -> None:
        """Completes what is known of the document itself."""
        self.to(self.page.locator(".intake-about summary"))
        self.keys.press("Enter")
        for lang in LANGS:
            self.writes(f"source-title-{lang}", TITLE[lang])
        for name in ("short_title", "publisher"):
            for lang in LANGS:
                self.writes(f"source-{name}-{lang}", f"{name} {lang}")
        self.writes("source-date", "2027-05-01")


def test_from_a_file_to_drafts_that_the_check_accepts_by_keyboard(visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "invented-paper.txt"
    file.write_text(statement("ja"), encoding="utf-8")
    page = visit("/intake?lang=ja")
    expect(page.part("foot")).to_contain_text(t("ja", "foot_sources"))
    officer = Officer(page, "ja")
    officer.brings(file, PARTY["ja"])
    assert officer.done == f"0 / {ITEMS}" and page.page.locator(".intake-item").count() == ITEMS
    for number in range(ITEMS):
        assert officer.done == f"{number} / {ITEMS}", f"item {officer.code}"
        officer.reviews()
    assert officer.done == f"{ITEMS} / {ITEMS}"
    officer.tells_of_the_document()
    officer.to(officer.field("zip"))
    with page.page.expect_download(timeout=READING) as download:
        officer.keys.press("Enter")
    _accepted(Path(download.value.path()), tmp_path)


def _accepted(archive: Path, room: Path) -> None:
    """The check accepts the data with what the archive adds."""
    shutil.copytree(catalogue.DATA, room / "data")
    before = len(list((room / "data" / "catalogue").iterdir()))
    refused = _refused(room)
    with zipfile.ZipFile(archive) as found:
        for name in found.namelist():
            if name.startswith("data/"):
                found.extract(name, room)
    problems = [str(problem) for problem in check_data(room / "data").problems]
    assert not problems, problems
    entries = ITEMS - len(REFUSED) - 1 + 1  # one is told twice, one was split
    assert len(list((room / "data" / "catalogue").iterdir())) == before + entries
    assert _refused(room) == refused + len(REFUSED)


def _refused(room: Path) -> int:
    return (room / "data" / "documents.yml").read_text("utf-8").count(NOT_INITIATIVE["general"].ja)


def test_a_review_outlives_a_reload_and_the_other_language_and_goes_back_step_by_step(
    visit: Open, tmp_path: Path
) -> None:
    """Of a document in English."""
    file = tmp_path / "invented-paper.txt"
    file.write_text(statement("en"), encoding="utf-8")
    page = visit("/intake?lang=ja")
    officer = Officer(page, "ja")
    officer.brings(file, PARTY["ja"])
    assert officer.done == f"0 / {ITEMS}"
    first = officer.code
    officer.keys.press("Enter")
    expect(page.page.locator(".intake-said")).to_contain_text(f"{ITEMS}件中1件")
    officer.keys.press("e")
    officer.writes("title-ja", "別の題名")
    second = officer.code
    assert second != first
    page.page.reload()
    expect(officer.field("title-ja")).to_have_value("別の題名")
    expect(officer.item).to_be_focused()
    assert (officer.code, officer.done) == (second, f"1 / {ITEMS}")
    page.button("lang-en").click()
    expect(page.page.locator(".intake-bar h2")).to_have_text(t("en", "intake_review"))
    expect(officer.field("title-ja")).to_have_value("別の題名")
    officer.to(officer.item)
    officer.keys.press("Enter")
    officer.keys.press("x")
    officer.keys.press("2")
    assert officer.done == f"3 / {ITEMS}"
    for left in (2, 1):
        officer.keys.press("ControlOrMeta+z")
        assert officer.done == f"{left} / {ITEMS}"
    officer.keys.press("ControlOrMeta+Shift+z")
    assert officer.done == f"2 / {ITEMS}"
    _saved_and_loaded(officer, tmp_path)


def _saved_and_loaded(officer: Officer, folder: Path) -> None:
    page = officer.page
    officer.to(officer.field("save"))
    with page.expect_download() as download:
        officer.keys.press("Enter")
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert json.loads(saved.read_text("utf-8"))["source"]["file"] == "invented-paper.txt"
    officer.chooses("close")
    officer.keys.press("2")
    expect(page.locator(".intake-review")).to_have_count(0)
    officer.lang = "en"
    officer.brings(saved)
    assert officer.done == f"2 / {ITEMS}"


def test_axe_finds_nothing_in_a_review_on_any_screen_and_hostile_text_stays_text(visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "{{7x191}} paper.txt"
    attack = f"\u202e日本はフィジーに{hostile.TEXT} =HYPERLINK(1) を供与する。"
    file.write_text(statement("ja", attack), encoding="utf-8")
    page = visit("/intake?lang=ja")
    page.page.locator('input[type="file"]').set_input_files(file)
    page.button("intake-read").click()
    officer = Officer(page, "ja")
    expect(officer.item).to_be_visible(timeout=READING)
    page.page.locator(".intake-item", has=page.page.locator("b", has_text=re.compile(rf"^{ITEMS + 1}$"))).click()
    assert officer.code == str(ITEMS + 1)
    assert "<img src=x onerror=" in plain(officer.item.inner_text())
    for width, height in ((1440, 900), (768, 1024), (390, 844)):
        page.page.set_viewport_size({"width": width, "height": height})
        expect(page.page.locator("html")).to_have_js_property("clientWidth", width)
        assert page.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        assert faults(page.page) == [], width
        for key in "sx" if width != 768 else "":  # to split and to refuse are the same there as on a phone
            page.page.keyboard.press(key)
            assert faults(page.page) == [], f"{key}, {width}"
            page.page.keyboard.press("Escape")
    for frame in page.page.frames:
        harmless(frame)


def test_what_is_no_document_is_refused_in_a_sentence(visit: Open, tmp_path: Path) -> None:
    page = visit("/intake?lang=en")
    for name, data in (("a.intake.json", b'{"format": "foip-atlas-intake/1"}'), ("b.txt", b"\x00\x01" * 400)):
        (tmp_path / name).write_bytes(data)
        page.page.locator('input[type="file"]').set_input_files(tmp_path / name)
        if name == "b.txt":
            page.button("intake-read").click()
        expect(page.page.get_by_test_id("stAlert")).to_contain_text(f"“{name}” could not be read.", timeout=READING)
        expect(page.page.get_by_test_id("stAlert")).to_have_count(1)
    expect(page.page.locator(".intake-review")).to_have_count(0)
