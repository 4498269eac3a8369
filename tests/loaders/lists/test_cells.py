"""A cell is read whole, or left empty and said: amounts, dates, how exact a place is."""

from __future__ import annotations

import pytest

from atlas.vocab import LANGS
from loaders.lists.cells.amounts import money_of
from loaders.lists.cells.dates import day_of
from loaders.lists.cells.precision import said_precision
from tests.loaders.lists.conftest import Take


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("45億6,700万円", 4.567e9, "JPY"), ("2.5兆円", 2.5e12, "JPY"), ("9,876千円", 9_876_000, "JPY"),
        ("３億２，０００万円", 3.2e8, "JPY"), ("七億円", 7e8, "JPY"), ("2千5百万円", 2.5e7, "JPY"), ("850百万円", 8.5e8, "JPY"),
        ("US$ 4.2 million", 4.2e6, "USD"), ("EUR 1.5bn", 1.5e9, "EUR"), ("A$20m", 2e7, "AUD"), ("4.2百万米ドル", 4.2e6, "USD"),
        ("€ 3,5 Mio", 3.5e6, "EUR"), ("7.654.321,50", 7_654_321.5, None), ("12 345 678 VND", 12_345_678, "VND"),
        ("25 crore BDT", 2.5e8, "BDT"), ("$5 million", 5e6, None), ("8億円（税込）", 8e8, "JPY"), ("約6億円", 6e8, "JPY"),
    ],
)  # fmt: skip
def test_an_amount_is_read_whole(text: str, amount: float, currency: str | None) -> None:
    assert money_of(text)[:2] == (amount, currency)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("20～30億円", "span"), ("5-8 million USD", "span"), ("between 3 and 4 million", "span"), ("上限7億円", "bound"),
        ("up to EUR 2m", "bound"), ("3億円以上", "bound"), ("US$10m (¥1.5bn)", "currencies"), ("9億円／US$6m", "currencies"),
        ("90億円(うち贈与10億円)", "several"), ("14件", "unread"), ("▲2,000", "unread"), ("2.345", "unread"),
        ("令和7年度 3億円", "unread"), ("億円", "unread"), ("3億5", "unread"), ("2兆3円", "unread"),
    ],
)  # fmt: skip
def test_what_is_no_one_amount_is_left_out_and_said(take: Take, text: str, why: str) -> None:
    assert money_of(text).amount is None and money_of(text).why == why
    entry = take(f'国名,案件名,金額\nフィジー,港,"{text}"\n').entries()[0]
    (said,) = entry.missed
    assert entry.amount is None and all(text in said.text(lang) and len(said.text(lang)) < 160 for lang in LANGS)


@pytest.mark.parametrize(("text", "code"), [("1.5億ドル", "USD"), ("$5 million", "AUD"), ("1千万元", "CNY")])
def test_a_currency_of_several_countries_is_said_unless_a_column_tells_it(take: Take, text: str, code: str) -> None:
    unsure, sure = take(f'国名,案件名,金額,通貨\nフィジー,港,"{text}",\nフィジー,橋,"{text}",{code}\n').entries()
    assert unsure.amount == sure.amount and (unsure.currency, sure.currency) == (None, code)
    assert [said.values["why"] for said in unsure.missed] == ["currency"] and not sure.missed


@pytest.mark.parametrize("text", ["", "-", "未定", "TBD", "N/A"])
def test_a_cell_that_names_no_amount_or_date_needs_no_word(take: Take, text: str) -> None:
    entry = take(f"国名,案件名,金額,日付\nフィジー,港,{text},{text}\n").entries()[0]
    assert entry.amount is None and entry.date is None and not entry.missed


@pytest.mark.parametrize(
    ("name", "cell", "amount", "currency"),
    [
        ("承諾額（百万円）", "2,468", 2.468e9, "JPY"), ("供与限度額(億円)", "13.57", 1.357e9, "JPY"),
        ("Amount (US$ million)", "4.5", 4.5e6, "USD"), ("Total cost (EUR '000)", "750", 750_000, "EUR"),
        ("amount_usd", "750", 750, "USD"), ("承諾額（百万円）", "3億円", 3e8, "JPY"), ("金額", "75", 75, None),
    ],
)  # fmt: skip
def test_the_name_of_a_column_says_what_its_numbers_count(
    take: Take, name: str, cell: str, amount: float, currency: str | None
) -> None:
    entry = take(f'国名,案件名,"{name}"\nフィジー,港,"{cell}"\n').entries()[0]
    assert (entry.amount, entry.currency) == (amount, currency)


def test_so_does_what_stands_over_the_table_and_the_cell_beside(take: Take) -> None:
    assert take("一覧,,（単位：千円）\n国名,案件名,金額\nフィジー,港,25\n").entries()[0].amount == 25_000
    entry = take("Country,Title,Amount,Currency\nFiji,Port,$5m,AUD\nFiji,Pier,US$5m,AUD\nFiji,Quay,$5m,JPY\n").entries()
    assert [(one.amount, one.currency) for one in entry] == [(5e6, "AUD"), (None, None), (None, None)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年12月3日", "2024-12-03"), ("令和6年12月3日", "2024-12-03"), ("R6.12.3", "2024-12-03"), ("H30/4/1", "2018-04-01"),
        ("昭和63年4月", "1988-04"), ("大正12年9月1日", "1923-09-01"), ("令和元年", "2019"), ("令和六年十二月三日", "2024-12-03"),
        ("3 December 2024", "2024-12-03"), ("December 3, 2024", "2024-12-03"), ("Dec. 2024", "2024-12"),
        ("3rd of Dec 2024", "2024-12-03"), ("20241203", "2024-12-03"), ("2024-12-03T09:00:00Z", "2024-12-03"),
        ("13/12/2024", "2024-12-13"), ("12/13/2024", "2024-12-13"), ("2024年12月3日（火）", "2024-12-03"), ("2024", "2024"),
    ],
)  # fmt: skip
def test_a_date_is_read_whole(text: str, date: str) -> None:
    assert day_of(text) == (date, None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年第2四半期", "2024"), ("Q2 2024", "2024"), ("second half of 2024", "2024"), ("令和6年度", "2024"),
        ("FY2024", "2024"), ("2024/25", "2024"), ("2024年11月31日", "2024-11"), ("29 February 2023", "2023-02"),
        ("04/05/2024", "2024"), ("2024年12月下旬", "2024-12"), ("2024年4月～9月", "2024"), ("3-9 December 2024", "2024-12"),
        ("2027年3月（予定）", "2027-03"), ("3-Dec-24", "2024-12-03"),
    ],
)  # fmt: skip
def test_a_date_that_says_less_is_told_as_it_was_read(take: Take, text: str, date: str) -> None:
    entry = take(f'国名,案件名,日付\nフィジー,港,"{text}"\n').entries()[0]
    (said,) = entry.missed
    assert entry.date == date and all(text in said.text(lang) and date in said.text(lang) for lang in LANGS)


@pytest.mark.parametrize(
    "text", ["2023年4月～2026年3月", "Phase 2", "2024-13", "by 2027", "2027年度まで", "3 December", "45630"]
)
def test_what_is_no_date_is_left_out_and_said(take: Take, text: str) -> None:
    entry = take(f'国名,案件名,日付\nフィジー,港,"{text}"\n').entries()[0]
    assert entry.date is None and [said.key for said in entry.missed] == ["missed_date"]


@pytest.mark.parametrize(
    ("column", "text", "level"),
    [
        ("precision_code", "1", "site"), ("precision_code", "2", "city"), ("precision_code", "3", "admin1"),
        ("precision_code", "4", "admin1"), ("precision_code", "6", "country"), ("precision_code", "8", "country"),
        ("exactness", "2", "city"), ("Location accuracy", "approximate", "city"), ("Location accuracy", "exact", "site"),
        ("Geocoding precision", "Province centroid", "admin1"), ("位置の精度", "国レベル", "country"), ("位置の精度", "市町村", "city"),
        ("Accuracy", "50 km", "admin1"), ("Accuracy", "300 m", "site"), ("位置の精度", "おおよそ", "city"),
    ],
)  # fmt: skip
def test_a_row_is_never_drawn_finer_than_it_says(take: Take, column: str, text: str, level: str) -> None:
    rows = (f"Dam,Fiji,-17.7134,178.0657,,{text}", f"Port,Fiji,,,Suva,{text}")
    by_point, by_name = take(f"Title,Country,Lat,Lon,Place,{column}\n" + "\n".join(rows) + "\n").lines
    assert by_point.placement.spot and by_point.placement.spot.precision == level
    assert by_name.placement.spot and by_name.placement.spot.precision == ("city" if level == "site" else level)
    if level == "country":
        assert by_point.placement.outcome == "country" and by_point.placement.spot.source != "coordinates"
    if level != "site":
        assert all(text in by_point.placement.reasons[0].text(lang) for lang in LANGS)


def test_of_two_columns_the_coarser_holds_and_an_unknown_word_is_said(take: Take) -> None:
    said = said_precision({"precision": "1", "exactness": "2"})
    assert said and said.level == "city"
    line = take("Title,Country,Lat,Lon,Precision\nDam,Fiji,-17.7134,178.0657,Q7\n").lines[0]
    assert line.placement.spot and line.placement.spot.precision == "city"
    assert "Q7" in line.placement.reasons[0].text("en")


@pytest.mark.parametrize(
    ("cell", "lon", "lat"),
    [
        ("POINT (178.0657 -17.7134)", 178.0657, -17.7134), ("SRID=4326;POINT(178.0657 -17.7134)", 178.0657, -17.7134),
        ("LINESTRING (177.4 -17.6, 178.4 -18.1)", 177.9, -17.85),
        ("POLYGON ((177.8 -17.9, 178.2 -17.9, 178.2 -17.7, 177.8 -17.7, 177.8 -17.9))", 178.0, -17.8),
    ],
)  # fmt: skip
def test_well_known_text_is_a_place(take: Take, cell: str, lon: float, lat: float) -> None:
    spot = take(f'WKT,name,country\n"{cell}",Pier,Fiji\n').lines[0].placement.spot
    assert spot and (spot.lon, spot.lat) == pytest.approx((lon, lat), abs=0.02)
    assert spot.precision == ("site" if "POINT" in cell else "route" if "LINE" in cell else "city")


def test_broken_well_known_text_is_said(take: Take) -> None:
    placement = take('WKT,name,country\n"POINT (178.0657",Pier,Fiji\n').lines[0].placement
    assert placement.outcome == "country" and "POINT (178.0657" in placement.reasons[0].text("en")
