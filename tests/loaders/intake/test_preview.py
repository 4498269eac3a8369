"""A draft on the map before it is accepted: as the atlas shows its own, and marked wherever it is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loaders.geojson.schema import PROPERTIES
from loaders.intake.draft import DraftPlace, DraftWords
from loaders.intake.preview import preview
from tests.loaders.intake.statement import HARBOUR, KEY, entry, every_kind, item, statement

TODAY = date(2031, 2, 4)


def test_new_entries_stand_on_the_map_and_say_that_they_are_drafts(real_data: Path) -> None:
    found = preview(every_kind(), real_data, TODAY)
    assert set(PROPERTIES) <= set(found.frame.columns)
    assert all(title.startswith("【下書き】") for title in found.frame["title_ja"])
    assert all(title.startswith("[DRAFT] ") for title in found.frame["title_en"])
    assert {code for codes in found.frame["mentions"] for code in codes} == {f"{KEY}:{n}" for n in ("2.1", "4", "5")}
    assert found.documents[KEY].title.en.startswith("[DRAFT] ")
    (harbour,) = found.frame[found.frame["precision"] == "city"].geometry
    assert (harbour.x, harbour.y) == (HARBOUR.lon, HARBOUR.lat)
    assert found.index.count(found.index.members["document"][KEY]) == len(set(found.frame["initiative"])) == 4


def test_an_unfinished_draft_is_shown_as_far_as_it_goes(real_data: Path) -> None:
    draft = statement(
        item("1", entry("", title=DraftWords(en="Only English"), summary=DraftWords(), focus_area=None, themes=()),
             state="open"),
        item("2", entry("", title=DraftWords())),
        item("3", entry("x", places=(DraftPlace(country="IDN", place="not-there", precision="city"),))),
        item("4", entry("x", places=())),
        item("5", entry("x"), state="refused"),
    )  # fmt: skip
    found = preview(draft, real_data, TODAY)
    assert list(found.frame["title_ja"]) == ["【下書き】Only English", "【下書き】題名未定（2）"]
    assert list(found.frame["focus_area"]) == [0, 2]


def test_a_draft_with_nothing_new_is_an_empty_map(real_data: Path) -> None:
    assert len(preview(statement(item("1", state="refused")), real_data, TODAY).frame) == 0
