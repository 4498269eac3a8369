"""The outline of texts as ministries write them: numbers of every style and depth, bullets, headings, a map's boxes."""

from __future__ import annotations

import pytest

from loaders.intake.outline.sections import Section, outline
from loaders.intake.reading.opening import read_document

LONG = "両国は、この分野での協力を試験として進め、その成果を毎年確認し、必要に応じて見直すことで一致した。"


def found(text: str) -> tuple[str, list[Section]]:
    """The text as it was read, and its items."""
    document = read_document(text.encode())
    return document.text, outline(document)


def codes(text: str) -> list[str]:
    """The codes of a text's items."""
    return [section.code for section in found(text)[1]]


NUMBERED = {
    "decimal": ("1. 甲を行う。|1.1 乙を行う。|1.2 丙を行う。|1.2.1 丁を行う。|2. 戊。", "1 1.1 1.2 1.2.1 2"),
    "full width": ("１．甲を行う。|（１）乙を行う。|（２）丙を行う。|２．丁。|（１）戊を行う。", "1 1.1 1.2 2 2.1"),
    "kana, dotted": ("1. 甲を行う。|ア．乙を行う。|イ．丙を行う。|2. 丁を行う。", "1 1.1 1.2 2"),
    "circled": ("1. 甲を行う。|① 乙を行う。|② 丙を行う。|2. 丁を行う。|① 戊を行う。", "1 1.1 1.2 2 2.1"),
    "letters": ("1. We do this.|(a) We do that.|(b) We go on.|(i) We begin.|(ii) We end.|(c) We rest.|2. We close.",
                "1 1.a 1.b 1.b.i 1.b.ii 1.c 2"),
    "letter i": ("(a) One.|(b) Two.|(c) Three.|(d) Four.|(e) Five.|(f) Six.|(g) Seven.|(h) Eight.|(i) Nine.|(j) Ten.",
                 "a b c d e f g h i j"),
    "条": ("第1条　両国は甲を行う。|(1) 両国は乙を行う。|(2) 両国は丙を行う。|第三条　両国は丁を行う。", "1 1.1 1.2 3"),
    "brackets": ("1) One thing is done.|2) Another thing is done.|3) A third thing is done.", "1 2 3"),
    "space alone": ("1 両国は甲を行う。|2 両国は乙を行う。|3 両国は丙を行う。", "1 2 3"),
    "articles": ("Article 1|The Parties do this.|Article 2|The Parties do that.|Article 3|The Parties rest.", "1 2 3"),
    "kanji": ("一、両国は甲を行う。|二、両国は乙を行う。|三、両国は丙を行う。", "1 2 3"),
}  # fmt: skip


@pytest.mark.parametrize("style", NUMBERED)
def test_numbers_of_every_style_are_the_codes(style: str) -> None:
    text, expected = NUMBERED[style]
    assert codes(text.replace("|", "\n\n")) == expected.split()


def test_a_year_or_an_amount_that_begins_a_line_is_no_item() -> None:
    text = "1. We agreed.|2025. That was the year.|1.5 billion yen were named.|2. We go on.|60 years passed."
    assert codes(text.replace("|", "\n\n")) == ["1", "2"]
    assert codes("1 両国は甲を行う。\n\n2026 年に乙を行う。\n\n3 か国で丙を行う。\n\n2 両国は丁を行う。") == ["1", "2"]


def test_parts_are_headings_and_the_count_goes_on_under_them() -> None:
    text = "声明|1. 甲を行う。|I. 海|2. 乙。|3. 丙を行う。|II. 空|4. 丁を行う。|実施|5. 見直す。".replace("|", "\n\n")
    _, sections = found(text)
    assert [(section.code, section.heading.ja) for section in sections] == [
        ("1", "序"), ("2", "I. 海"), ("3", "I. 海"), ("4", "II. 空"), ("5", "実施"),
    ]  # fmt: skip


def test_a_count_that_begins_anew_in_each_part_gets_the_part_before_it() -> None:
    text = "\n\n".join(
        ("Statement on Tests", "I. Sea", "1. We do this.", "2. We do that.", "II. Air", "1. We fly.", "2. We land.")
    )
    assert codes(text) == ["1.1", "1.2", "2.1", "2.2"]


def test_numbered_titles_over_numbers_are_headings() -> None:
    text = "Plan of Tests|1. Cooperation at Sea|1.1 We train.|1.2 We patrol.|2. Cooperation on Land|2.1 We build."
    text = text.replace("|", "\n\n")
    _, sections = found(text)
    assert [(section.code, section.heading.en) for section in sections] == [
        ("1.1", "1. Cooperation at Sea"), ("1.2", "1. Cooperation at Sea"), ("2.1", "2. Cooperation on Land"),
    ]  # fmt: skip


def test_many_paragraphs_under_a_numbered_title_are_items_with_its_number() -> None:
    text = "Plan of Tests|1. Work at Sea|We train.|We patrol.|We fish.|We rest.|2. Work on Land|We build."
    _, sections = found(text.replace("|", "\n\n"))
    assert [section.code for section in sections] == ["1.1", "1.2", "1.3", "1.4", "2"]
    assert {section.heading.en for section in sections[:4]} == {"1. Work at Sea"}


def test_a_numbered_title_and_its_paragraph_are_one_item() -> None:
    text, sections = found("(1)海の協力\n\n両国は港を点検する。\n\n(2)空の協力\n\n両国は空港を点検する。")
    assert [section.code for section in sections] == ["1", "2"]
    assert text[sections[0].start : sections[0].end] == "(1)海の協力\n両国は港を点検する。"


def test_chapeau_and_bullets_are_items_each() -> None:
    text = f"1. {LONG}\n\n2. 両国は、以下を行う。\n\n・港の研修を行う。\n\n・港の点検を行う。\n\n3. {LONG}"
    assert codes(text) == ["1", "2", "2.1", "2.2", "3"]


@pytest.mark.parametrize("mark", ["・", "-", "●", "◆", "*", "•", "○", "–", "■"])
def test_bullets_of_every_kind_are_items_under_their_heading(mark: str) -> None:
    text = f"試験の計画\n\n目的\n\n{mark} 海を守る。\n\n{mark} 空を守る。\n\n方法\n\n{mark} 研修を行う。"
    _, sections = found(text)
    assert [(section.code, section.heading.ja) for section in sections] == [
        ("A1.1", "目的"), ("A1.2", "目的"), ("A2.1", "方法"),
    ]  # fmt: skip


def test_bullets_on_which_others_hang_are_headings() -> None:
    text = "試験の計画\n\n●港の協力\n\n- 港を点検。\n\n- 港を拡張。\n\n●空港の協力\n\n- 空港を点検。"
    _, sections = found(text)
    assert [(section.code, section.heading.ja) for section in sections] == [
        ("D1.1", "港の協力"), ("D1.2", "港の協力"), ("D2.1", "空港の協力"),
    ]  # fmt: skip


def test_the_boxes_of_a_map_are_items_under_region_or_country() -> None:
    boxes = (
        "ASEAN (広域)|・港の研修|・空港の研修|アフリカ (広域)|(ケニア) 港の点検|自由貿易圏への支援|"
        "大洋州 (広域)|(フィジー、トンガ) 空港の点検"
    )
    _, sections = found(f"試験の地図\n\n{LONG}\n\n" + boxes.replace("|", "\n\n"))
    assert [(section.code, section.heading.ja) for section in sections[1:]] == [
        ("M1", "地図：ASEAN（広域）"), ("M2", "地図：ASEAN（広域）"), ("M3", "地図：ケニア"),
        ("M4", "地図：アフリカ（広域）"), ("M5", "地図：フィジー、トンガ"),
    ]  # fmt: skip


def test_the_fields_of_a_project_are_one_item() -> None:
    project = "{}\n案件名 {}の供与\n締結日 2026年{}月1日\n供与額 {}億円\n概要 {}の試験を行うものです。"
    text = "試験の案件一覧\n\n" + "\n\n".join(
        project.format(*one) for one in (("トンガ", "舟", 1, 2, "舟"), ("フィジー", "車", 3, 4, "車"))
    )
    read, sections = found(text)
    assert [section.heading.ja for section in sections] == ["トンガ", "フィジー"]
    assert read[sections[0].start : sections[0].end].startswith("案件名") and "舟の試験" in read[: sections[0].end]


def test_dates_and_capital_headings_of_a_fact_sheet() -> None:
    text = (
        "Fact Sheet: A Summit of Tests\n\nNovember 1, 2026\n\nThe leaders met today for a test.\n\n"
        "MARITIME SECURITY\n\nPartners work side by side.\n\n- They train.\n\nClean Energy (CE)\n\n- They save energy."
    )
    _, sections = found(text)
    assert [section.heading.en for section in sections] == ["Preamble", *["MARITIME SECURITY"] * 2, "Clean Energy (CE)"]
    assert [section.code for section in sections] == ["A1.1", "A2.1", "A2.2", "A3.1"]


def test_lines_broken_at_a_width_are_paragraphs_again() -> None:
    text = (
        "Statement on Tests\n\n"
        "1. Both sides will continue to train the officers who look after ports and\n"
        "airports in the whole of the region, and will share all they learnt in\n"
        "2025. They will report once a year to the leaders of both countries.\n"
        "2. Both sides will continue to inspect the aids to navigation in the waters\n"
        "that both use, and will ask the authorities of third countries to join.\n"
    )
    read, sections = found(text)
    assert [section.code for section in sections] == ["1", "2"]
    assert "ports and airports" in read and "learnt in 2025. They" in read


def test_a_count_within_a_sentence_and_one_that_begins_with_nought() -> None:
    text = (
        "0. This test applies to every text that holds a count of its own, and has two steps:\n"
        "(1) read the text as it stands in the file that was given, and (2) find the items, and\n"
        "(3) tell their codes to whoever asks.\n\n1. Both sides go on to do the second of these as well.\n"
    )
    assert codes(text) == ["0", "1"]
    under = "Plan of Tests|Part I|1. We train.|(1) At sea.|Part II|2. We build.|(1) On land.|Closing|3. We rest."
    assert codes(under.replace("|", "\n\n")) == ["1", "1.1", "2", "2.1", "3"]


def test_codes_stay_different_when_numbers_repeat() -> None:
    repeated = codes("\n\n".join(["1. 甲を行う。"] * 60))
    assert len(set(repeated)) == 60 and repeated[0] == "1"
