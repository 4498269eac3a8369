"""The briefing page without a browser: it opens with the map's filter, shows the page itself, and packs."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.__main__ import main
from exporters.print.options import Options
from exporters.recipe.writing import recipe_text
from tests import catalogue
from tests.exporters.snapshot.templates import ministry
from tests.ui.conftest import Open
from tests.ui.reading import literal, texts
from ui.briefing.house import SETTING
from ui.briefing.packs import Order
from ui.jobs.queues import PATIENCE

PACIFIC = {"focus": "3", "region": "pacific"}


@pytest.mark.parametrize("lang", LANGS)
def test_it_opens_with_the_filter_and_says_that_all_is_well(open_page: Open, lang: Lang) -> None:
    at = open_page("pages/briefing.py", lang=lang, **PACIFIC)
    assert not at.exception
    said = texts(at)
    shown = {site["properties"]["initiative"] for site in catalogue.sites({"focus": ("3",), "region": ("pacific",)})}
    assert t(lang, "brief_check_all", n=len(shown)) in said and t(lang, "brief_check_overlap") in said
    assert "focus3-pacific" in literal(said)


def test_the_command_makes_the_same_slide(open_page: Open, tmp_path: Path) -> None:
    at = open_page("pages/briefing.py", lang="ja", **PACIFIC)
    at.text_area(key="brief-title-1").set_value("表題 $x$").run()
    words = shlex.split(at.code[-1].value)[3:]
    path = tmp_path / "slide.pptx"
    words[words.index("-o") + 1] = str(path)
    assert main(words) == 0
    slide = Presentation(io.BytesIO(path.read_bytes())).slides[0]
    assert slide.shapes.title is not None and slide.shapes.title.text_frame.text == "表題 $x$"


CHOICES = {
    "title": "表題\n二行目 $x$",
    "subtitle": "a & b",
    "style": "boxes",
    "langs": "both",
    "size": "a4-portrait",
    "frame": "FJI",
    "colours": "print",
    "marking": "取扱注意",
    "date": "2026-10-31",
}


@pytest.mark.parametrize("lang", LANGS)
def test_an_address_holds_every_choice(open_page: Open, lang: Lang) -> None:
    at = open_page("pages/briefing.py", lang=lang, **PACIFIC, **CHOICES, without="legend,qr")
    assert not at.exception and not at.warning
    words = shlex.split(at.code[-1].value)
    assert {f"--{name}={value}" for name, value in CHOICES.items() if name != "langs"} < {*words}
    assert {"--no-legend", "--no-qr"} < {*words} and words[words.index("--lang") + 1] == "both"


def test_choices_enter_the_address_and_usual_ones_leave_it(open_page: Open) -> None:
    at = open_page("pages/briefing.py", lang="en", **PACIFIC)
    before = {*at.query_params}
    at.text_input(key="brief-marking-1").set_value("DRAFT").run()
    at.checkbox(key="brief-qr-1").set_value(False).run()
    at.checkbox(key="brief-dated-1").set_value(True).run()
    day = str(at.date_input[0].value)
    assert {name: str(at.query_params[name]) for name in {*at.query_params} - before} == {
        "marking": "DRAFT", "without": "qr", "date": day,
    }  # fmt: skip
    at.button(key="lang-ja").click().run()
    assert {"--marking=DRAFT", "--no-qr", f"--date={day}"} < {*shlex.split(at.code[-1].value)}
    at.text_input(key="brief-marking-2").set_value("").run()
    at.checkbox(key="brief-qr-2").set_value(True).run()
    at.checkbox(key="brief-dated-2").set_value(False).run()
    assert {*at.query_params} == before


@pytest.mark.parametrize("name", [*CHOICES, "without"])
def test_choices_that_do_not_exist_are_named_and_the_usual_taken(open_page: Open, name: str) -> None:
    at = open_page("pages/briefing.py", lang="en", **PACIFIC, **{name: "**9**\x00\u202e" * 100})
    assert not at.exception and len(at.warning) == 1
    assert f"{name}=**9**" in literal(at.warning[0].value) and len(at.warning[0].value) < 250
    usual = open_page("pages/briefing.py", lang="en", **PACIFIC)
    assert at.code[-1].value == usual.code[-1].value


def test_an_empty_filter_still_gives_a_page(open_page: Open) -> None:
    at = open_page("pages/briefing.py", lang="en", focus="3", country="TUV")
    assert not at.exception and t("en", "brief_check_all", n=0) in texts(at)


def test_it_never_says_that_all_is_there_when_it_is_not(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporters.print.report._shown", lambda sheets: (set(), set(), set()))
    said = texts(open_page("pages/briefing.py", lang="en", country="TON"))
    n = len({site["properties"]["initiative"] for site in catalogue.sites({"country": ("TON",)})})
    assert " left out: " in literal(said) and t("en", "brief_check_all", n=n) not in said


def _waited(at: AppTest) -> Order:
    """Waits for the pack, not as long as one that nobody looks for is kept, and looks at the page."""
    order: Order = at.session_state["pack"]
    assert order.ticket.done.wait(0.8 * PATIENCE)
    at.run()
    return order


@pytest.mark.usefixtures("processes")
def test_a_pack_is_made_and_offered(open_page: Open) -> None:
    at = open_page("pages/briefing.py", lang="en", **PACIFIC)
    at.selectbox(key="pack-by-en").set_value("country")
    at.button(key="pack-make").click().run()
    order = _waited(at)
    assert not at.exception and order.ticket.data
    assert order.name.startswith("foip-atlas-country_") and order.name in literal(texts(at))
    assert len(Presentation(io.BytesIO(order.ticket.data)).slides) > 6


@pytest.mark.usefixtures("processes")
def test_packs_stand_in_one_line_and_can_be_given_up(open_page: Open) -> None:
    first, second = (open_page("pages/briefing.py", lang="en", **PACIFIC) for _ in range(2))
    for at in (first, second):
        at.button(key="pack-make").click().run()
    assert second.get("progress")[0].proto.text == t("en", "brief_pack_line", n=1)
    first.button(key="pack-stop").click().run()
    assert t("en", "work_failed") not in texts(first)
    assert _waited(second).ticket.data and first.session_state["pack"].ticket.data is None


def _recipe(at: AppTest, data: bytes) -> AppTest:
    at.file_uploader(key="recipe-open").upload("mine.yml", data, "application/yaml")
    return at.run()


@pytest.mark.parametrize("lang", LANGS)
def test_the_choices_as_a_recipe_can_be_opened_again(open_page: Open, lang: Lang) -> None:
    at = open_page("pages/briefing.py", lang=lang, **PACIFIC)
    at.text_area(key="brief-title-1").set_value("表題: $x$ # 1").run()
    text = recipe_text(Filter(focus=("3",), region=("pacific",), q="OSA"), Options(title="表題: $x$ # 1"), (lang,))
    at = _recipe(at, text.encode())
    assert not at.exception and t(lang, "brief_recipe_pages", n=3) in texts(at)
    keys = [one.proto.id for one in at.get("download_button")]
    assert all(any(f"recipe-{kind}" in key for key in keys) for kind in ("save", "pptx", "pdf", "docx"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_faults_of_a_recipe_are_told_with_their_lines(open_page: Open, lang: Lang) -> None:
    at = _recipe(open_page("pages/briefing.py", lang=lang, country="TON"), b'lang: en\npages:\n  - kind: "**maps**"\n')
    said = literal(at.error[0].value)
    assert t(lang, "brief_recipe_refused", n=1) in at.error[0].value and "**maps**" in said
    assert "line 3" in said and "is no kind of page" in said
    assert not [one for one in at.get("download_button") if "recipe-pptx" in one.proto.id]


def test_what_a_recipe_names_in_vain_is_told_on_the_page(open_page: Open) -> None:
    at = _recipe(
        open_page("pages/briefing.py", lang="en", country="TON"), b"lang: en\npages: [{kind: map, ids: [gone]}]\n"
    )
    assert "“gone”" in literal(at.warning[0].value)


@pytest.mark.parametrize("lang", LANGS)
def test_the_house_template_carries_the_slides_unless_it_is_not_wanted(
    open_page: Open, lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(ministry())
    monkeypatch.setenv(SETTING, str(path))
    at = open_page("pages/briefing.py", country="FJI", lang=lang)
    [toggle] = [one for one in at.toggle if one.key == "brief-template"]
    assert toggle.value and "house.pptx" in literal(toggle.label)
    assert _layouts(at) == {"表紙", "表題と本文"}
    at = toggle.set_value(False).run()
    assert not at.exception and _layouts(at) == {"Title Only"}


def _layouts(at: AppTest) -> set[str]:
    """The layouts of the slides of a pack that the page makes."""
    at.selectbox(key="pack-kind").set_value("pptx").run()
    at.button(key="pack-make").click().run()
    data = _waited(at).ticket.data
    return {slide.slide_layout.name for slide in Presentation(io.BytesIO(data)).slides}


def test_a_house_template_that_cannot_be_used_is_said_and_slides_are_made_without(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(b"no deck")
    monkeypatch.setenv(SETTING, str(path))
    at = open_page("pages/briefing.py", country="FJI", lang="en")
    assert any("house.pptx" in literal(one.value) and "cannot be read" in one.value for one in at.warning)
    assert not [one for one in at.toggle if one.key == "brief-template"]
