"""A whole draft of documents written for this: every clue rests on its words, and no guess becomes a pin."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from loaders.intake.corrections import Corrections, corrections_for, corrections_of, corrections_text
from loaders.intake.draft import Draft, DraftItem
from loaders.intake.drafting import draft_of
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge, without
from loaders.intake.score import score, table
from loaders.lists.remark import DocumentError

STATEMENT = """日本とフィジーの港湾に関する共同声明
2027年4月2日

I. 海と港

1. 両国は、スバ港における灯台の整備を支援し、2028年に引き渡す予定である。

2. 日本の国土交通省とフィジーの水産・環境省の間で、2027年3月に署名された海洋状況把握に関する覚書の実施を通じて協力する。

3. 量子に関する共同研究を進める。

4. ラウトカの近くのヴァトゥカにおいて、5億円の無償資金協力により診療所を整備する。

II. 人の交流

5. インド太平洋の青少年交流を進める。また、トンガにおいて海底ケーブルの実証を行う。
"""
ENGLISH = """Joint Statement on Lagoons
2 April 2027

1. In cooperation with Australia, Japan will provide US$8 million to mend the wharf at the Port of Lautoka in Fiji.

2. The two sides launched the Lagoon Safety Partnership (LSP) with the Fiji Lagoon Authority (FLA).

3. Both sides will hold a dialogue on cybersecurity in 2028; the FLA will take part.
"""


@pytest.fixture(scope="module")
def knowledge(real_data: Path) -> Knowledge:
    """The atlas as proposals know it."""
    return read_knowledge(real_data)


def _draft(text: str, knowledge: Knowledge, *parties: str) -> Draft:
    return draft_of(text.encode(), "harbours 2027.txt", None, parties, Path(), knowledge)


def _values(item: DraftItem, field: str, rank: int | None = 0) -> list[str]:
    return [clue.value for clue in item.clues if clue.field == field and rank in (None, clue.rank)]


@pytest.fixture(scope="module")
def draft(knowledge: Knowledge) -> Draft:
    """The draft of the Japanese statement."""
    return _draft(STATEMENT, knowledge, "FJI")


def test_the_document_is_heard_of(draft: Draft) -> None:
    source = draft.source
    assert (source.key, source.language, source.date, source.parties) == ("harbours-2027", "ja", "2027-04-02", ("FJI",))
    assert source.title.ja.startswith("日本とフィジーの港湾に関する共同声明")
    assert Draft.model_validate_json(draft.model_dump_json()) == draft


def test_every_clue_stands_in_its_item_and_holds_what_it_claims(draft: Draft) -> None:
    words = {
        (item.code, clue.field, clue.value): [draft.text[slice(*span)] for span in clue.spans]
        for item in draft.items
        for clue in item.clues
        if all(item.start <= start < end <= item.end for start, end in clue.spans)
    }
    assert len(words) == sum(len({(one.field, one.value) for one in item.clues}) for item in draft.items)
    assert words["2", "partner", "mlit"] == ["国土交通省"]
    assert words["2", "partner", "fj-ministry"] == ["水産・環境省"]
    assert words["2", "date", "2027-03"] == ["2027年3月"]
    assert words["4", "amount", "500000000 JPY"] == ["5億円"]
    assert "量子" in words["3", "theme", "quantum"]
    assert words["3", "country", "FJI"] == []


def test_an_entry_begins_with_what_the_item_says(draft: Draft) -> None:
    items = {item.code: item for item in draft.items}
    (entry,) = items["2"].entries
    assert (entry.title.en, entry.summary.ja, entry.summary.en) == ("", "", "")
    assert "海洋状況把握" in entry.title.ja
    assert entry.themes[0] == "maritime-awareness"
    assert entry.instruments[0] == "memorandum"
    assert (entry.focus_area, entry.focus_area_basis) == (3, "inferred")
    assert "海洋状況把握" in entry.focus_area_reason.ja
    assert "Maritime awareness" in entry.focus_area_reason.en
    assert [(step.status, step.date, step.expected) for step in entry.steps] == [("signed", "2027-03", False)]
    assert [one.key for one in draft.organisations] == ["fj-ministry"]


def test_only_a_place_that_is_sure_is_a_pin(draft: Draft, knowledge: Knowledge) -> None:
    items = {item.code: item for item in draft.items}
    assert [(place.country, place.precision) for place in items["4"].entries[0].places] == [("FJI", "country")]
    for item in draft.items:
        sure = _values(item, "place")
        for entry in item.entries:
            for place in entry.places:
                pinned = place.place or (place.spot and place.spot.name.en)
                assert pinned is None or pinned in sure
                assert place.spot is None or knowledge.world.ground.within(
                    place.spot.country, place.spot.lon, place.spot.lat
                )


def test_a_named_place_is_found_in_its_country_alone(knowledge: Knowledge) -> None:
    (here,) = _draft("1. フィジーのスバ港を整備する。\n", knowledge).items
    assert [place.country for place in here.entries[0].places] == ["FJI"]
    assert here.entries[0].places[0].precision in ("site", "city")
    (there,) = _draft("1. トンガの事業の職員をスバ港に招く。\n", knowledge).items
    assert not _values(there, "place")
    assert [(place.country, place.precision) for place in there.entries[0].places] == [("TON", "country")]


def test_where_people_signed_is_no_place_of_the_work(knowledge: Knowledge) -> None:
    text = "1. フィジーの首都スバにおいて、灯台に関する覚書に署名した。\n2. ① スバ港の岸壁を整備する。\n"
    venue, work = _draft(text, knowledge, "FJI").items
    assert not _values(venue, "place")
    assert [(place.country, place.precision) for place in venue.entries[0].places] == [("FJI", "country")]
    assert work.entries[0].places[0].precision in ("site", "city")
    assert work.entries[0].title.ja == "スバ港の岸壁の整備"


def test_an_item_of_two_countries_works_has_two_entries(draft: Draft) -> None:
    item = draft.items[-1]
    first, second = item.entries
    assert [place.country for place in second.places] == ["TON"]
    assert second.themes[0] == "submarine-cables"
    assert "youth-education" in first.themes
    assert "several" in item.doubts
    assert item.sure != "high"
    assert first.end <= second.start
    assert first.id != second.id


def test_what_the_atlas_has_is_proposed_but_never_taken(knowledge: Knowledge) -> None:
    text = "1. 日ASEAN科学技術・イノベーション協働連携事業（NEXUS）により、先端分野の共同研究と人材育成を進める。\n"
    (item,) = _draft(text, knowledge).items
    assert _values(item, "same", None)[0] == "nexus"
    assert all(entry.same_as is None for entry in item.entries)
    clue = next(clue for clue in item.clues if clue.field == "same")
    assert "theme" in clue.agrees
    assert not set(clue.agrees) & set(clue.differs)


def test_english_items_are_read_alike(knowledge: Knowledge) -> None:
    draft = _draft(ENGLISH, knowledge, "FJI")
    first, second, third = draft.items
    assert draft.source.date == "2027-04-02"
    assert "AUS" in first.entries[0].partners
    assert _values(first, "amount") == ["8000000 USD"]
    assert [place.country for place in first.entries[0].places] == ["FJI"]
    assert second.entries[0].title.en == "Lagoon Safety Partnership"
    assert second.entries[0].title.ja == ""
    assert "fla" in _values(second, "partner")
    assert _values(third, "partner") == ["fla"]
    assert _values(third, "theme")[0] == "cybersecurity"
    assert [(step.status, step.date, step.expected) for step in third.entries[0].steps] == [("held", "2028", True)]


def test_ranks_and_margins_tell_what_comes_next(draft: Draft) -> None:
    for item in draft.items:
        focus = [clue for clue in item.clues if clue.field == "focus"]
        assert [clue.rank for clue in focus] == list(range(len(focus)))
        themes = [clue for clue in item.clues if clue.field == "theme"]
        if len(item.entries) == 1:
            begun = [clue.value for clue in themes if clue.rank == 0]
            assert begun == list(item.entries[0].themes)


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_and_doubt_has_its_sentence(lang: Lang, draft: Draft, knowledge: Knowledge) -> None:
    items = [*draft.items, *_draft(ENGLISH, knowledge, "FJI").items]
    rules = {clue.rule for item in items for clue in item.clues}
    doubts = {doubt for item in items for doubt in item.doubts}
    assert len(rules) > 15
    assert len(doubts) > 3
    assert all(t(lang, f"intake_rule_{rule}") for rule in rules)
    assert all(t(lang, f"intake_doubt_{doubt}") for doubt in doubts)


@pytest.mark.parametrize(
    "text",
    ["アイウエ" * 5000, "A " * 10000, "Ministry of " + "Foo And " * 8000, "日米豪印" * 5000, "." * 5000,
     "、を含む" * 5000, "<script>alert(1)</script>=cmd|' /C calc'!A0 \u202e" * 500, "2026年1月" * 3000],
)  # fmt: skip
def test_hostile_text_takes_no_time_and_stays_text(text: str, knowledge: Knowledge) -> None:
    begun = time.perf_counter()
    draft = _draft(f"1. {text}\n\n2. フィジーと協力する。\n", knowledge)
    assert time.perf_counter() - begun < 20
    titles = [entry.title.ja + entry.title.en for item in draft.items for entry in item.entries]
    assert all(len(title) <= 70 and "\u202e" not in title for title in titles)


def test_a_document_that_the_atlas_has_is_scored_without_what_it_says(knowledge: Knowledge, tmp_path: Path) -> None:
    assert "quantum-moc" not in without(knowledge, "japan-singapore-2026").initiatives
    assert "nexus" in without(knowledge, "japan-singapore-2026").initiatives
    with pytest.raises(DocumentError):
        score(STATEMENT.encode(), "x.txt", tmp_path, knowledge)


def test_what_an_officer_settled_is_kept_without_text_and_scored(
    draft: Draft, knowledge: Knowledge, tmp_path: Path
) -> None:
    taken = [item.model_copy(update={"state": "taken"}) for item in draft.items[:3]]
    wrong = taken[2].entries[0].model_copy(update={"themes": ("culture",), "focus_area": 2})
    taken[2] = taken[2].model_copy(update={"entries": (wrong,)})
    refused = draft.items[3].model_copy(update={"state": "refused", "reason": "no"})
    kept = corrections_of(draft.model_copy(update={"items": (*taken, refused, draft.items[4])}))
    (tmp_path / "intake").mkdir()
    (tmp_path / "intake" / "harbours.json").write_text(corrections_text(kept), encoding="utf-8")
    assert set(kept.items) == {"1", "2", "3", "4"}
    assert not any(ord(char) > 127 for char in json.dumps(json.loads(kept.model_dump_json()), ensure_ascii=False))
    assert corrections_for(tmp_path, kept.sha256) == kept == Corrections.model_validate(kept.model_dump())
    assert corrections_for(tmp_path, "0" * 64) is None
    assert (kept.parties, kept.refused) == (("FJI",), {"4": ""})
    found = score(STATEMENT.encode(), "x.txt", tmp_path, knowledge)
    assert (found.document, found.refused.right, found.refused.of) == ("harbours-2027", 3, 4)
    assert (found.theme.right, found.theme.of) == (2, 3)
    assert (found.focus.right, found.outline.right, found.outline.of) == (2, 4, 4)
    assert found.countries == 1.0
    assert "harbours" in table([found], "en")
