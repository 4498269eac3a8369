"""Sentences about records in both languages."""

from __future__ import annotations

import pytest

from atlas.vocab import LANGS, Lang
from atlas.words.phrases import date_text, join, mention_text, money_text, partner_name, place_text, precision_text
from tests import catalogue

SITES = {site["id"]: site["properties"] for site in catalogue.FEATURES}


@pytest.mark.parametrize(
    ("iso", "ja", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2025-05", "2025年5月", "May 2025"),
        ("2025-05-18", "2025年5月18日", "18 May 2025"),
        ("2024-12-01", "2024年12月1日", "1 Dec 2024"),
    ],
)
def test_dates_are_told_to_the_precision_they_have(iso: str, ja: str, en: str) -> None:
    assert (date_text(iso, "ja"), date_text(iso, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("amount", "currency", "ja", "en"),
    [
        (4e8, "JPY", "4億円", "400 million yen"),
        (1.6e9, "JPY", "16億円", "1.6 billion yen"),
        (950_000, "JPY", "95万円", "950,000 yen"),
        (5_000, "JPY", "5,000円", "5,000 yen"),
        (95e6, "USD", "9,500万米ドル", "95 million US dollars"),
        (135e6, "AUD", "1.35億豪ドル", "135 million Australian dollars"),
        (2e6, "XYZ", "200万XYZ", "2 million XYZ"),
    ],
)
def test_money_is_told_as_one_says_it(amount: float, currency: str, ja: str, en: str) -> None:
    assert (money_text(amount, currency, "ja"), money_text(amount, currency, "en")) == (ja, en)


@pytest.mark.parametrize("lang", LANGS)
def test_no_amount_or_date_of_the_catalogue_loses_digits(lang: Lang) -> None:
    steps = [step for row in SITES.values() for step in row["milestones"]]
    assert len(steps) > 30
    for step in steps:
        assert step["date"][:4] in date_text(step["date"], lang)
        if step["amount"]:
            digits = str(int(step["amount"])).rstrip("0")
            assert digits in money_text(step["amount"], step["currency"], lang).replace(",", "").replace(".", "")


@pytest.mark.parametrize(
    ("id_", "ja", "en"),
    [
        ("fiji-armed-forces/suva", "スバ（フィジー）", "Suva, Fiji"),
        ("fiji-armed-forces/fji", "フィジー", "Fiji"),
        ("afcfta/africa", "アフリカ（広域）", "Africa (region-wide)"),
    ],
)
def test_a_place_is_told_with_its_country_unless_it_is_one(id_: str, ja: str, en: str) -> None:
    assert (place_text(SITES[id_], "ja"), place_text(SITES[id_], "en")) == (ja, en)


def test_precision_says_how_near_on_what_basis_and_how_sure() -> None:
    row = {"precision": "city", "basis": "inferred", "uncertainty_km": 2.5, "confidence": "medium", "route_basis": None}
    assert (
        precision_text(row, "ja") == "都市・おおよそ：この町またはその近く。誤差およそ2.5km。公開情報による。確度：中"
    )
    assert precision_text(row, "en") == (
        "City or approximate: this town or near it; within about 2.5 km; From the public record; confidence: medium"
    )


def test_a_schematic_route_says_so() -> None:
    row = SITES["east-micronesia-cable/line"]
    assert precision_text(row, "ja").startswith("経路（模式図）")
    assert precision_text(row, "en").startswith("Route (Schematic)")


def test_a_country_has_no_kilometres() -> None:
    row = {"precision": "country", "basis": "stated", "uncertainty_km": 300.0, "confidence": None, "route_basis": None}
    assert precision_text(row, "en") == "Country: no particular place in it; Stated in the document"


@pytest.mark.parametrize("lang", LANGS)
def test_every_site_can_be_put_into_words(lang: Lang) -> None:
    for id_, row in SITES.items():
        words = f"{place_text(row, lang)} {precision_text(row, lang)}"
        assert place_text(row, lang).strip() and precision_text(row, lang).strip(), id_
        assert not {"None", "nan", "{"} & set(words.split()), id_


def test_mentions_and_lists_are_short() -> None:
    assert mention_text("evolved-foip:D2.1", {"evolved-foip": "FOIP deck"}) == "FOIP deck D2.1"
    assert mention_text("other:5.1", {}) == "other 5.1"
    assert (join(["A", "B"], "ja"), join(["A", "B"], "en")) == ("A、B", "A, B")


def test_partners_are_organisations_or_countries() -> None:
    assert partner_name("TWN", {}, "ja") == "台湾"
    partners = {code for row in SITES.values() for code in row["partners"]}
    assert partners
    unnamed = {
        code for code in partners if code not in catalogue.ORGANISATIONS and partner_name(code, {}, "en") == code
    }
    assert unnamed == set()
