"""What `adapters/streamlit.js`, the first look and our styles lean on still stands in Streamlit's own page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest

from adapters.streamlit import index_page, inline_scripts, page_with
from tests.conftest import ROOT
from ui.scripts import OWN, SCRIPTS

WITHIN = {"Sidebar": "sidebar", "Upload": "Upload", "20MB per file": " per file", "Open": "Open"}  # put together there
STATES = ("data-test-connection-state", "data-test-script-state", "CONNECTED", "notRunning", "popstate")
STYLES = ("ui/style.css", "ui/imports/import.css", "adapters/streamlit.js")
PART = re.compile(r"""data-testid=["']((?:st|I)\w+)|\.(st[A-Z]\w+)""")
IDS = sorted({one or other for file in STYLES for one, other in PART.findall((ROOT / file).read_text("utf-8"))})


@cache
def _scripts() -> str:
    scripts = files("streamlit") / "static" / "static" / "js"
    return "".join(one.read_text("utf-8") for one in scripts.iterdir() if one.name.endswith(".js"))


def test_the_page_has_a_place_for_the_first_look() -> None:
    page = page_with("<!--in the head-->", "<!--in the body-->")
    assert re.search("<head><!--in the head-->.*<body><!--in the body-->", page, re.DOTALL), (
        "Streamlit's index.html has no <head> or <body> of its own any more: the map comes without its first look, see "
        "page_with()"
    )
    assert 'rel="modulepreload" fetchpriority="low"' in page, "scripts no longer come by modulepreload: see page_with()"


def test_the_scripts_in_the_page_itself_are_found() -> None:
    assert inline_scripts(), "Streamlit's page has no inline script any more: inline_scripts() can go"
    assert index_page().count("<script") == len(inline_scripts()) + index_page().count('src="./static/js'), (
        "Streamlit's page has scripts of another kind: does inline_scripts() find what the policy has to name?"
    )


@pytest.mark.parametrize("name", STATES)
def test_the_page_tells_its_state(name: str) -> None:
    assert name in _scripts(), f"{name} is gone: clicks are no longer held while the server is away, see streamlit.js"


@pytest.mark.parametrize("name", IDS)
def test_what_styles_and_words_are_tied_to_is_there(name: str) -> None:
    assert name in _scripts(), f"Streamlit has no part {name} any more: look at the rules that name it"


@pytest.mark.parametrize("words", OWN)
def test_its_own_words_are_what_we_say_in_japanese(words: str) -> None:
    assert WITHIN.get(words, words) in _scripts(), f"Streamlit no longer says {words!r}: it stays English, see OWN"


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_in_a_page_s_script_looks_like_markup_to_what_cleans_it(script: str) -> None:
    """The cleaner (DOMPurify) drops the script without a word: no language, no links past the filters."""
    assert re.findall(r"<[/\w!].{0,40}", script) == [], "write `a < b`, and no generic types outside a comment's lines"
