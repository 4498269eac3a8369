"""What changed, as slides."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from pptx import Presentation

from atlas.compare.sentences import ChangeLine, ChangeSheet
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.print.changes import changes_bytes, changes_sheets
from exporters.print.draw.svg import svg_bytes
from exporters.print.elements.items import Words
from exporters.print.report import outside

ATTACK = r"</a:t> {{7*191}} $\foo$ =1+1"
LINES = [ChangeLine("added", "x", f"取組 {n} {ATTACK}", "what", "—", "Suva " * 40) for n in range(60)]
LINES += [ChangeLine("changed", "y", "Title", "Summary", "before", "after")]
SAID = ChangeSheet("What changed", "Sixty-one changes.", LINES)


@pytest.mark.parametrize("lang", LANGS)
def test_every_change_is_on_a_page_and_none_leaves_it(lang: Lang) -> None:
    sheets = changes_sheets(SAID, "kind", lang)
    items = [item for sheet in sheets for item in sheet.items()]
    said = " ".join(item.plain() for item in items if isinstance(item, Words))
    assert len(sheets) > 1 and not [name for sheet in sheets for name in outside(sheet)]
    assert all(f"取組 {n} " in said for n in range(60)) and t(lang, "changes_changed") in said


def test_the_slides_open_and_text_stays_plain() -> None:
    stamp = datetime(2026, 11, 22, tzinfo=UTC)
    data = changes_bytes(SAID, "kind", "en", stamp)
    assert data == changes_bytes(SAID, "kind", "en", stamp)
    slide = Presentation(io.BytesIO(data)).slides[0]
    texts = "".join(shape.text_frame.text for group in slide.shapes if hasattr(group, "shapes")
                    for shape in group.shapes if shape.has_text_frame)  # fmt: skip
    assert "{{7*191}}" in texts and slide.shapes.title.text_frame.text == "What changed"


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_went_and_came_are_runs_of_their_own(lang: Lang) -> None:
    old, new = f"Two ships {ATTACK} sail", f"Three boats {ATTACK} sail"
    line = ChangeLine("changed", "y", "Title", "Summary", old, new, "summary_en", ("FJI",))
    said = ChangeSheet("What changed", "One change.", [line])
    slide = Presentation(io.BytesIO(changes_bytes(said, "place", lang, datetime(2026, 11, 22, tzinfo=UTC)))).slides[0]
    looks = {run.text: (run.font._element.get("strike"), run.font._element.get("u"))
             for group in slide.shapes if hasattr(group, "shapes") for shape in group.shapes if shape.has_text_frame
             for paragraph in shape.text_frame.paragraphs for run in paragraph.runs}  # fmt: skip
    assert looks["Two ships"] == ("sngStrike", None) and looks["Three boats"] == (None, "sng")
    assert any("{{7*191}}" in text and look == (None, None) for text, look in looks.items())
    [sheet] = changes_sheets(said, "place", lang)
    drawn = svg_bytes(sheet, datetime(2026, 11, 22, tzinfo=UTC), {}).decode()
    assert ">Two ships</text>" in drawn.split('text-decoration="line-through"')[1].split("<text")[0]
