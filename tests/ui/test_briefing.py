"""The briefing page without a browser: it opens with the map's filter, shows the page itself, and packs."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import pytest
from pptx import Presentation

from atlas.i18n import t
from atlas.vocab import LANGS, Lang
from exporters.__main__ import main
from tests.ui.conftest import Open
from tests.ui.reading import literal, texts

PACIFIC = {"focus": "3", "region": "pacific"}


@pytest.mark.parametrize("lang", LANGS)
def test_it_opens_with_the_filter_and_says_that_all_is_well(open_page: Open, lang: Lang) -> None:
    at = open_page("pages/briefing.py", lang=lang, **PACIFIC)
    assert not at.exception
    said = texts(at)
    assert t(lang, "brief_check_all", n=8) in said and t(lang, "brief_check_overlap") in said
    assert "focus3-pacific" in literal(said)


def test_the_command_makes_the_same_slide(open_page: Open, tmp_path: Path) -> None:
    at = open_page("pages/briefing.py", lang="ja", **PACIFIC)
    at.text_area(key="brief-title").set_value("表題 $x$").run()
    words = shlex.split(at.code[-1].value)[3:]
    path = tmp_path / "slide.pptx"
    words[words.index("-o") + 1] = str(path)
    assert main(words) == 0
    slide = Presentation(io.BytesIO(path.read_bytes())).slides[0]
    assert slide.shapes.title is not None and slide.shapes.title.text_frame.text == "表題 $x$"


def test_an_empty_filter_still_gives_a_page(open_page: Open) -> None:
    at = open_page("pages/briefing.py", lang="en", focus="3", country="TUV")
    assert not at.exception and t("en", "brief_check_all", n=0) in texts(at)


def test_a_pack_is_made_and_offered(open_page: Open) -> None:
    at = open_page("pages/briefing.py", lang="en", **PACIFIC)
    at.selectbox(key="pack-by-en").set_value("country")
    at.button(key="pack-make").click().run()
    assert not at.exception
    name, data, _ = at.session_state["pack"]
    assert name.startswith("foip-atlas-country_") and name in texts(at).replace("\\", "")
    assert len(Presentation(io.BytesIO(data)).slides) > 6
