"""What stands beside an initiative is one milestone with what belongs to it, or a count: wherever it is printed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import Filter
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text, money_text
from exporters.details import details
from exporters.print.compose import compose
from exporters.print.elements.items import Words
from exporters.print.factsheet.facts import facts_of
from exporters.print.factsheet.tables import coming_table
from exporters.print.options import Options
from exporters.tables.columns import table
from tests import catalogue
from tests.exporters.conftest import Make
from tests.extracts import base

LANGS: tuple[Lang, ...] = ("ja", "en")
FILTERS = [Filter(), Filter(instrument=("osa",)), *(Filter(year=(year,)) for year in ("2019", "2023", "2025"))]
FILTERS += [Filter(country=(code,)) for code in ("IDN", "FJI", "JPN", "SGP", "MNG", "PNG", "NRU", "TUV")]


def _of(initiative: str, filter_: Filter) -> list[catalogue.Feature]:
    wish = {name: getattr(filter_, name) for name in ("instrument", "country", "year")}
    return [site for site in catalogue.sites(wish) if site["properties"]["initiative"] == initiative]


Pairs = list[tuple[dict[str, Any], catalogue.Feature]]


def _steps(sites: list[catalogue.Feature], until: str | None) -> Pairs:
    """What happened by then, with its site; to the candidates where nothing else is known."""
    for of in (catalogue.done, catalogue.candidates):
        every = [(step, site) for site in sites for step in of(site)]
        if found := [pair for pair in every if until is None or pair[0]["date"][:4] <= until]:
            return found
    return []


def _plain(step: dict[str, Any], lang: Lang) -> str:
    """Date, status and the amount of this very milestone, put together here once more."""
    status = vocab.STATUSES[step["status"]].text(lang)
    sure = "" if not step["candidate"] else "（候補）" if lang == "ja" else " (candidate)"
    text = f"{step[f'dated_{lang}'] or date_text(step['date'], lang)} {status}{sure}"
    money = money_text(step["amount"], step["currency"], lang) if step["amount"] else ""
    if money and (of := step[f"amount_of_{lang}"]):
        money += f"（{of}）" if lang == "ja" else f" ({of})"
    return text + (("、" if lang == "ja" else ", ") + money if money else "")


def _tally(sites: list[catalogue.Feature], until: str | None) -> Counter[str]:
    """How many countries (or regions, or candidates) have got how far."""
    last: dict[str, list[dict[str, Any]]] = {}
    for step, site in _steps(sites, until):
        row = site["properties"]
        for unit in [row["site"]] if step["candidate"] else row["countries"] or [row["region"]]:
            last.setdefault(unit, []).append(step)
    return Counter(str(catalogue.in_order(steps)[-1]["status"]) for steps in last.values())


def _fault(line: str, initiative: str, filter_: Filter, lang: Lang) -> str | None:
    """What is wrong with a printed line, judged by the committed GeoJSON."""
    sites = _of(initiative, filter_)
    found = _steps(sites, filter_.until)
    if not line:
        return "nothing is said" if found else None
    line = re.sub(r"^(候補：|Candidates: )", "", line)
    line = re.sub(r"（出典により異なる：.*）$| \(Sources disagree: .*\)$", "", line)
    mine = [(step, site) for step, site in found if line.endswith(_plain(step, lang))]
    mine = [
        (step, site) for step, site in mine if len(_plain(step, lang)) == max(len(_plain(s, lang)) for s, _ in mine)
    ]
    if mine:
        about = {country for _, site in mine for country in site["properties"]["countries"]}
        others = {c for _, site in found for c in site["properties"]["countries"]} - about
        names = [site["properties"][f"place_{lang}"] for _, site in mine]
        named = not others or any(line.startswith(name) for name in names)
        return None if named else f"does not say that it is of {names} alone"
    numbers = {vocab.STATUSES[status].text(lang): n for status, n in _tally(sites, filter_.until).items()}
    told = dict(re.findall(r"(?:^|・|, )(\D+?) ?(\d+)(?:か国|か所| countr(?:y|ies)| places?)", line))
    return None if {k: int(v) for k, v in told.items()} == numbers else f"neither a milestone nor {numbers}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("filter_", FILTERS, ids=repr)
def test_no_printed_line_joins_two_milestones(make: Make, filter_: Filter, lang: Lang) -> None:
    extract = make(filter_, lang)
    faults = [
        f"{one['id']}: {one['progress']!r} {fault}"
        for one in details(extract)
        if (fault := _fault(one["progress"], one["id"], filter_, lang))
    ]
    assert not faults
    assert any(one["progress"] for one in details(extract))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("filter_", FILTERS, ids=repr)
def test_status_date_and_amount_of_a_row_are_of_one_milestone(make: Make, filter_: Filter, lang: Lang) -> None:
    rows = table(make(filter_, lang, by="initiatives"), ("id", "status", "date", "amount"))
    for row in rows:
        found = [step for step, _ in _steps(_of(str(row["id"]), filter_), filter_.until)]
        if row["date"] is None:
            assert row["amount"] == "" and (not found) == (not row["status"])
            continue
        mine = [step for step in found if step["date"] == row["date"]]
        mine = [step for step in mine if vocab.STATUSES[step["status"]].text(lang) in str(row["status"])]
        assert row["amount"] in [_plain(step, lang).partition("、" if lang == "ja" else ", ")[2] for step in mine], row


@pytest.mark.parametrize("lang", LANGS)
def test_a_slide_of_the_grants_says_of_each_its_own_country_date_and_amount(make: Make, lang: Lang) -> None:
    filter_ = Filter(instrument=("osa",))
    extract = make(filter_, lang)
    sheets = compose(extract, base(), Options(style="numbered"))
    words = "\n".join(item.plain() for sheet in sheets for item in sheet.items() if isinstance(item, Words))
    said = re.sub(r"\s", "", words)
    for one in details(extract):
        assert re.sub(r"\s", "", one["progress"]) in said, one["id"]
    amounts = set(re.findall(r"[\d,.]+(?:億|万)円" if lang == "ja" else r"[\d,.]+(?:million|billion)yen", said))
    known = {re.sub(r"\s", "", _plain(step, lang)) for site in catalogue.FEATURES for step in catalogue.done(site)}
    assert amounts and all(any(amount in line and line in said for line in known) for amount in amounts)


def test_the_grants_of_security_assistance_by_fiscal_year() -> None:
    """Each grant once, from the milestones alone; the ministry's figures (2023–2025) in million yen."""
    grants = {
        (site["properties"]["initiative"], step["date"]): step
        for site in catalogue.FEATURES
        for step in catalogue.done(site)
        if step["recipient"] and "osa" in site["properties"]["instruments"] and step["amount"]
    }
    sums: Counter[int] = Counter()
    for step in grants.values():
        assert step["currency"] == "JPY" and step["recipient"]
        sums[step["fiscal_year"]] += step["amount"] // 1_000_000
    assert sums == {2023: 1975, 2024: 5000, 2025: 7100}
    assert len({step["recipient"] for step in grants.values()}) == 10


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ["MNG", "PNG"])
def test_a_country_of_few_grants_shows_them(make: Make, code: str, lang: Lang) -> None:
    shown = [one for one in details(make(Filter(country=(code,)), lang)) if "osa" in one["id"]]
    assert shown and all(re.search(r"\d(億|万)円|(million|billion) yen", one["progress"]) for one in shown)
    assert all(country_name(code, lang) in one["places"][0]["place"] for one in shown)


def test_what_is_to_come_and_what_was_before_is_never_a_status() -> None:
    for site in catalogue.FEATURES:
        last = [step["status"] for step in catalogue.done(site)][-1:]
        assert site["properties"]["status"] == (last[0] if last else None), site["id"]
    steps = [step for site in catalogue.FEATURES for step in site["properties"]["milestones"]]
    assert sum(step["expected"] for step in steps) > 5 and sum(step["predecessor"] for step in steps) > 5
    assert not any(step["expected"] and step["date"] < "2026"[: len(step["date"])] for step in steps)


@pytest.mark.parametrize("lang", LANGS)
def test_a_date_is_told_in_the_words_of_its_source(make: Make, lang: Lang) -> None:
    extract = make(Filter(), lang)
    told = {one["id"]: one for one in details(extract)}
    rows = table(extract, ["title", "milestones"])
    steps = ((site["properties"]["initiative"], step) for site in catalogue.FEATURES
             for step in site["properties"]["milestones"])  # fmt: skip
    said = {(name, step["date"], step["source"], step[f"dated_{lang}"]) for name, step in steps if step["dated_en"]}
    assert len(said) > 15
    for initiative, day, source, words in said:
        one = told[initiative]
        assert day[:4] in words and words in [step["date"] for step in one["milestones"] if step["iso"] == day], source
        lines = [line for row in rows if row["title"] == one["title"] for line in str(row["milestones"]).splitlines()]
        assert any(line.startswith(words) or f"{t(lang, 'colon')}{words}" in line for line in lines), initiative


@pytest.mark.parametrize("lang", LANGS)
def test_a_fact_sheet_and_talking_points_have_both_reports_of_one_start(make: Make, lang: Lang) -> None:
    steps = [step for site in catalogue.sites({"ids": ["france-rare-earth"]})
             for step in site["properties"]["milestones"] if step["event"]]  # fmt: skip
    due = [step[f"dated_{lang}"] for step in steps]
    assert len(due) == 2
    coming = coming_table(facts_of(make(Filter(), lang), "FRA"), 1000)
    assert coming is not None and len(coming.grid.rows) == 1
    cells = [cell.words.plain() for cell in coming.grid.rows[0].cells]
    assert all(words in cells[-2] for words in due) and len(re.findall(r"\[\d+\]", cells[-1])) == 2
    sheets = compose(make(Filter(country=("FRA",)), lang), base(), Options())
    notes = "\n".join(sheet.notes for sheet in sheets)
    assert all(words in notes for words in due)


def test_nothing_agreed_or_talked_about_is_built_handed_over_or_run() -> None:
    for site in catalogue.FEATURES:
        if site["properties"]["instruments"][0] in vocab.WORDS_ONLY:
            assert not {step["status"] for step in site["properties"]["milestones"]} & vocab.OF_THINGS, site["id"]


def test_every_site_says_what_its_country_is_in_it() -> None:
    of_countries = [site for site in catalogue.FEATURES if site["properties"]["countries"]]
    assert not [site["id"] for site in of_countries if site["properties"]["role"] not in vocab.ROLES]
