"""What the words of an item are taken for, and what they only seem to say; the sentences are our own."""

from __future__ import annotations

import pytest

from atlas.records import Text
from loaders.intake.proposing.areas import areas_of
from loaders.intake.proposing.words.countries import named_areas
from loaders.intake.proposing.words.days import dates
from loaders.intake.proposing.words.flat import Flat, flat
from loaders.intake.proposing.words.lexicon import themes_told
from loaders.intake.proposing.words.organisations import Directory
from loaders.intake.proposing.words.steps import Telling, steps
from loaders.intake.proposing.words.sums import amounts
from loaders.intake.proposing.words.titles import title_of
from loaders.intake.proposing.words.verbs import statuses

TABLE = {
    "harbour-sg": Text(ja="シンガポール港湾省（HMS）", en="Ministry of Harbours, Singapore (HMS)"),
    "wto": Text(ja="世界貿易機関（WTO）", en="World Trade Organization"),
}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("インド太平洋とインド洋の航行", []),
        ("インドとインドネシアの港", ["IND", "IDN"]),
        ("豪雨への備えを豪州と進める", ["AUS"]),
        ("新米と米国産の米、アジア太平洋", ["USA"]),
        ("中国地方の港と中国電力", []),
        ("マリン事業のタイミングとタイ", ["THA"]),
        ("日米豪印の会合、日比谷の会場", ["JPN", "USA", "AUS", "IND"]),
        ("5月18日米豪の会合", ["USA", "AUS"]),
        ("日中の気温、日中韓の会合", ["JPN", "CHN", "KOR"]),
        ("南アフリカとギニア湾、赤道ギニア、パプア\nニューギニア", ["ZAF", "GNQ", "PNG"]),
        ("マラッカ・シンガポール海峡と台湾海峡", []),
        ("太平洋島しょ国・日ASEANの研修", ["pacific", "asean"]),
        ("ＮＺ及びﾌｨｼﾞｰ", ["NZL", "FJI"]),
        ("Niger and Nigeria; Guinea, Guinea-Bissau, Papua New Guinea", ["NER", "NGA", "GIN", "GNB", "PNG"]),
        ("the Indian Ocean, the South China Sea and the Gulf of Guinea", []),
        ("Indian yards and the Philippine port, a U.S.-Japan plan", ["IND", "PHL", "USA", "JPN"]),
        ("turkey farms, chad, an Indiana firm in TONGA", ["TON"]),
        ("South Africa, Africa, Latin America", ["ZAF", "africa", "americas"]),
    ],
)
def test_a_country_is_found_where_its_name_means_it(text: str, codes: list[str]) -> None:
    assert [area.code for area in named_areas(flat(text))] == codes


def test_a_span_holds_the_words_although_lines_break_inside_them() -> None:
    text = "項目\n海底ケー\nブルをフィ\nジーと**ツバル**に敷く。"
    part = flat(text, 3)
    words = [text[slice(*part.span(area.start, area.end))] for area in named_areas(part)]
    assert words == ["フィ\nジー", "ツバル"]


def test_who_works_with_it_is_told_from_whom_it_is_for() -> None:
    areas = areas_of(flat("米国及び豪州と連携し、トンガにおける埠頭の整備を支援する。"), ())
    assert (areas.countries, areas.partners) == (("USA", "AUS", "TON"), ("USA", "AUS"))
    areas = areas_of(flat("In cooperation with Australia and New Zealand, Japan helps Samoa to mend a wharf."), ())
    assert areas.partners == ("AUS", "NZL")
    assert "WSM" in areas.countries


def test_the_other_party_is_filled_in_and_said_so() -> None:
    areas = areas_of(flat("港湾に関する協力を深める。"), ("FJI",))
    (clue,) = areas.clues
    assert (clue.value, clue.spans, clue.rule, areas.by_default) == ("FJI", (), "country_party", True)


def test_a_country_spoken_about_with_concern_takes_no_part() -> None:
    areas = areas_of(flat("We express serious concern about the ships of Ruritania and Belarus. We help Palau."), ())
    assert areas.countries == ("PLW",)
    assert [(clue.value, clue.rank > 0) for clue in areas.clues] == [("PLW", False), ("BLR", True)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("日本の総務省とシンガポールの港湾省の間で", ["soumu", "harbour-sg"]),
        ("HMSと世界貿易機関の会合", ["harbour-sg", "wto"]),
        ("両国の外務省による対話", ["mofa-japan", "sg-ministry"]),
        ("フィジーの水産・環境省との覚書", ["fj-ministry"]),
        ("コルレス銀行や関係省庁、中央銀行、規制当局", []),
        ("日ASEANの研修、ASEANの市場", ["asean-secretariat"]),
        ("Fiji's Ministry of Lagoons and the Lagoon Ports Authority (LPA)", ["ministry-of-lagoons-fiji", "lpa"]),
        ("the UN Security Council and correspondent banks", []),
        ("the Pacific Reef Fisheries Agency", ["pacific-reef-fisheries-agency"]),
    ],
)
def test_organisations_are_told_by_table_country_or_form(text: str, keys: list[str]) -> None:
    part = flat(text)
    directory = Directory(TABLE, ("SGP",), part)
    assert list(dict.fromkeys(one.key for one in directory.named(part))) == keys


def test_a_short_form_that_the_document_explains_is_known_later() -> None:
    whole = flat("フィジー港湾公社（FHC）と協力する。\nFHCの職員を招く。")
    directory = Directory(TABLE, (), whole)
    (later,) = directory.named(flat("FHCの職員を招く。"))
    assert (later.key, later.rule) == ("fhc", "partner_short")
    assert [one.name.ja for one in directory.new([later.key])] == ["フィジー港湾公社（FHC）"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2026 年 1 月に署名", ["2026-01"]),
        ("令和7年5月18日、令和元年度", ["2025-05-18", "2019"]),
        ("60周年、第28回、2030年代、10年間", []),
        ("on 12 July 2025 and May 3, 2026; in 2027; FY2025", ["2025-07-12", "2026-05-03", "2027", "2025"]),
        ("2026年2月30日", ["2026-02"]),
        ("136万人、3 million people, 2,026 ships", []),
    ],
)
def test_dates_have_the_precision_of_the_text(text: str, values: list[str]) -> None:
    assert [one.value for one in dates(flat(text).text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1兆2,000億円と5億4,000万円", ["1200000000000 JPY", "540000000 JPY"]),
        ("US$8 million, $1.2bn and JPY 600 billion", ["8000000 USD", "1200000000 USD", "600000000000 JPY"]),
        ("3億豪ドル、約136万人、12%", ["300000000 AUD"]),
    ],
)
def test_amounts_need_a_currency(text: str, values: list[str]) -> None:
    assert [one.value for one in amounts(flat(text).text)] == values


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("2026年1月に署名された覚書の実施を進める。", "signed", False),
        ("2027年に署名される覚書により協力する。", "signed", True),
        ("覚書を更新することにより強化する。", "revised", True),
        ("2026年3月31日に警備艇が引き渡された。", "delivered", False),
        ("The two sides will renew the memorandum by 2027.", "revised", True),
        ("A loan agreement was signed on 12 July 2025.", "loan-signed", False),
    ],
)
def test_what_is_still_to_come_is_expected(text: str, status: str, expected: bool) -> None:
    first = next(statuses(flat(text).text))
    assert (first.value, first.rule) == (status, "status_expected" if expected else "status_done")


def test_a_step_takes_the_date_of_its_own_clause() -> None:
    (step,) = steps(
        flat("Japan plans a survey in 2027, and signed a loan of JPY 5 billion on 12 July 2025."), Telling("FJI")
    )
    assert (step.status, step.date, step.amount, step.recipient) == ("signed", "2025-07-12", 5e9, "FJI")


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("ますます厳しさを増す安全保障環境", ""),
        ("量子に関する協力を深める", "quantum"),
        ("supporting partners", ""),
        ("a wharf in the port", "ports"),
        ("cyberattacks", "cybersecurity"),
    ],
)
def test_words_speak_of_themes_only_in_their_own_sense(text: str, theme: str) -> None:
    told = themes_told(flat(text))
    assert max(told, key=lambda code: told[code].weight, default="") == theme


@pytest.mark.parametrize(
    ("text", "lang", "title"),
    [
        (
            "日本の水産庁とフィジーの水産省の覚書を更新することにより、漁業分野の協力を強化する。",
            "ja",
            "漁業分野の協力の強化",
        ),
        ("また、トンガにおける灯台事業に参画。", "ja", "トンガにおける灯台事業への参画"),
        ("(フィジー) 灯台の供与 (OSA)", "ja", "灯台の供与"),
        ("The two sides will deepen cooperation on lagoons, including reefs.", "en", "Deepen cooperation on lagoons"),
        ("Leaders launched the Lagoon Safety Partnership (LSP) in Suva.", "en", "Lagoon Safety Partnership"),
    ],
)
def test_a_title_is_the_thing_that_is_done(text: str, lang: str, title: str) -> None:
    assert title_of(flat(text).text, lang) == title


def test_sentences_do_not_end_at_abbreviations() -> None:
    part: Flat = flat("The U.S. Coast Guard trains. It ends in 3.5 days! 次へ。")
    assert [one.text for one in part.sentences()] == ["The U.S. Coast Guard trains.", "It ends in 3.5 days!", "次へ。"]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Disinformation harms the information environment.", "diplomacy"),
        ("Partners share data on space situational awareness for a safe space environment.", "space"),
    ],
)
def test_an_environment_of_another_kind_is_no_climate(text: str, theme: str) -> None:
    told = themes_told(flat(text))
    assert max(told, key=lambda code: told[code].weight) == theme
