"""The overview against a recount of the catalogue: amounts once and by currency, what moved, what is to come."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

import pytest

from atlas.countries import country_name
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import mounted, texts
from ui.safe import md

PAGE = "pages/overview.py"
Table = dict[str, Any]


def _steps(wish: catalogue.Wish) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each milestone once, with the properties of a site that has it."""
    found: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for site in catalogue.sites(wish):
        row = site["properties"]
        for step in row["milestones"]:
            found.setdefault(row["initiative"] + json.dumps(step, sort_keys=True), (row, step))
    return list(found.values())


def _grants(wish: catalogue.Wish) -> dict[tuple[str, int], float]:
    """Yen by recipient and fiscal year: what was signed under OSA."""
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for row, step in _steps(wish):
        if "osa" in row["instruments"] and step["recipient"] and step["status"] == "signed" and step["amount"]:
            assert step["currency"] == "JPY"
            sums[step["recipient"], step["fiscal_year"]] += step["amount"]
    return sums


def _tables(open_page: Open, **params: str) -> dict[str, Table]:
    at = open_page(PAGE, **params)
    return {one["key"]: one for one in mounted(at)["tables"]["tables"]}


def _number(cell: dict[str, Any]) -> float:
    return float(cell.get("value", 0)) * 1e6


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wish", [{}, {"region": "pacific"}, {"country": "PHL,FJI"}], ids=str)
def test_osa_by_recipient_and_year_adds_up(open_page: Open, lang: Lang, wish: dict[str, str]) -> None:
    table = _tables(open_page, lang=lang, tab="amounts", **wish)["osa"]
    told = _grants({facet: codes.split(",") for facet, codes in wish.items()})
    years = [int(re.sub(r"\D", "", cell["text"])[:4]) for cell in table["head"][0][1:-1]]
    found: dict[tuple[str, int], float] = {}
    priced = [row for row in table["rows"] if len(row) > 2]  # the others say that no amount was found
    assert all(cells[0]["span"] == len(years) + 1 for _, *cells in table["rows"] if len(cells) == 1)
    for country, *cells, total in priced:
        assert _number(total) == sum(map(_number, cells))
        found |= {(country["text"], year): _number(cell) for year, cell in zip(years, cells, strict=True)}
    assert {key: n for key, n in found.items() if n} == {
        (country_name(code, lang), year): n for (code, year), n in told.items()
    }
    sums = [_number(cell) for cell in table["foot"][0][1:]]
    assert sums == [*(sum(n for (_, of), n in told.items() if of == year) for year in years), sum(told.values())]
    for cells in priced:
        assert all(cell["marks"] for cell in cells[1:-1] if cell["text"] != "–"), "a figure without its source"


@pytest.mark.parametrize("key", ["share-precision", "share-basis"])
def test_shares_count_what_the_tables_beside_them_count(open_page: Open, key: str) -> None:
    whole, narrowed = (_tables(open_page, lang="en", **wish)[key]["rows"] for wish in ({}, {"region": "pacific"}))
    assert narrowed == whole and sum(int(row[1]["value"]) for row in whole) == len(catalogue.FEATURES)


def test_the_budget_stands_under_its_own_year(open_page: Open) -> None:
    table = _tables(open_page, lang="en", tab="amounts")["osa"]
    told = {step["fiscal_year"]: step["amount"] for row, step in _steps({}) if row["initiative"] == "osa-expansion"}
    shown = zip(table["head"][0][1:-1], table["foot"][1][1:-1], strict=True)
    assert {int(year["text"][2:]): _number(cell) for year, cell in shown} == {
        year: amount for year, amount in told.items() if year
    }


@pytest.mark.parametrize("lang", LANGS)
def test_every_amount_is_shown_once_and_no_sum_crosses_currencies(open_page: Open, lang: Lang) -> None:
    tables = _tables(open_page, lang=lang, tab="amounts")
    lines = [row for key, table in tables.items() if key.startswith(("amounts-", "left-")) for row in table["rows"]]
    budgets = len(tables["left-budget"]["rows"])
    assert len(lines) + len(_grants({})) == sum(1 for _, step in _steps({}) if step["amount"])
    assert budgets == sum(step["status"] == "budgeted" and bool(step["amount"]) for _, step in _steps({}))
    of = {
        "JPY": ("円", "yen"),
        "USD": ("米ドル", "US dollars"),
        "INR": ("ルピー", "rupees"),
        "AUD": ("豪ドル", "Australian"),
    }
    for code, words in of.items():
        table = tables[f"amounts-{code}"]
        assert all(any(word in row[2]["text"] for word in words) for row in table["rows"])
        assert any(word in table["note"] for word in words)


def test_both_reports_of_a_candidate_s_grant_are_shown_and_neither_counts(open_page: Open) -> None:
    left = _tables(open_page, lang="en", tab="amounts", country="FJI")
    names = [row[0]["id"] for key in ("left-candidate", "left-event") for row in left.get(key, {"rows": []})["rows"]]
    assert names.count("road-bridge-maintenance") == 4
    assert "amounts-FJD" not in left


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("months", ["", "24"])
def test_what_moved_and_what_comes(open_page: Open, lang: Lang, months: str) -> None:
    tables = _tables(open_page, lang=lang, tab="moves", months=months or "12", focus="3")
    assert set(tables) <= {"timeline", "moved-3", "coming"}
    told = [(row, step) for row, step in _steps({"focus": ["3"]}) if step["expected"] and not step["predecessor"]]
    coming = [(row[0]["text"], row[1]["id"]) for row in tables["coming"]["rows"]]
    due = [(step[f"dated_{lang}"] or date_text(step["date"], lang), row["initiative"]) for row, step in told]
    assert sorted(coming) == sorted(due) and any(step["dated_en"] for _, step in told)
    past = {(step[f"dated_{lang}"] or date_text(step["date"], lang), row["initiative"])
            for row, step in _steps({"focus": ["3"]})
            if not (step["expected"] or step["predecessor"] or step["candidate"])}  # fmt: skip
    moved = [(row[0]["text"], id_) for row in tables["moved-3"]["rows"]
             for id_ in row[1].get("pick", {"ids": [row[1].get("id")]})["ids"]]  # fmt: skip
    assert moved and set(moved) <= past


@pytest.mark.parametrize("lang", LANGS)
def test_two_reports_of_one_start_are_one_line_with_both_times_and_both_sources(open_page: Open, lang: Lang) -> None:
    coming = _tables(open_page, lang=lang, tab="moves")["coming"]
    [(when, what, source)] = [row for row in coming["rows"] if row[1].get("id") == "france-rare-earth"]
    steps = [step for row, step in _steps({}) if row["initiative"] == "france-rare-earth" and step["expected"]]
    assert len(steps) == 2 and len({step["event"] for step in steps}) == 1
    assert all(step[f"dated_{lang}"] in when["text"] and step[f"note_{lang}"] in what["sub"] for step in steps)
    assert t(lang, "differs_date") in what["sub"] and not when["sub"]
    links = [source["href"], *(address for _, address in source["more"])]
    assert links == [catalogue.SOURCES[step["source"]]["address"] for step in steps]
    events = {(row["initiative"], step["event"] or str(step)) for row, step in _steps({}) if step["expected"]}
    assert coming["note"] == t(lang, "overview_steps", n=len(events))


def test_a_past_year_has_nothing_to_come(open_page: Open) -> None:
    assert _tables(open_page, lang="en", tab="moves", year="2024")["coming"]["rows"] == []


def test_what_is_not_known_is_said(open_page: Open) -> None:
    at = open_page(PAGE, lang="ja", tab="<b>x</b>")
    assert md("tab=<b>x</b>") in texts(at) and mounted(at)["tables"]["tables"][0]["key"] == "gaps-region"
    assert t("ja", "overview_gaps_note") in texts(at)


@pytest.mark.parametrize("lang", LANGS)
def test_the_strip_has_a_place_for_each_dated_step_and_counts_the_others(open_page: Open, lang: Lang) -> None:
    tables = _tables(open_page, lang=lang, tab="moves", months="24")
    [drawn] = [one for one in tables.values() if "strip" in one]
    signs = [sign for lane in drawn["strip"]["lanes"] for sign in lane["signs"]]
    days = [row[0]["text"] for key, one in tables.items() if key.startswith("moved-") for row in one["rows"]
            for _ in row[1].get("pick", {"ids": [""]})["ids"]]  # fmt: skip
    yearly = [day for day in days if re.fullmatch(r"\d{4}年?([（ ].*)?", day)]
    assert sum(sign["n"] for sign in signs) == len(days) - len(yearly)
    assert not yearly or str(len(yearly)) in drawn["note"]
    for lane in drawn["strip"]["lanes"]:
        places = [sign["at"] for sign in lane["signs"]]
        assert places == sorted(places) and places[0] >= 0 and places[-1] <= 1
    assert [name for _, name in drawn["strip"]["ticks"] if name]


@pytest.mark.parametrize("lang", LANGS)
def test_what_moved_since_an_edition(open_page: Open, lang: Lang) -> None:
    at = open_page("pages/overview.py", tab="moves", since="2026-11-22", lang=lang)
    [choice] = [one for one in at.selectbox if str(one.key).startswith("overview-since")]
    assert not at.exception and choice.value == "2026-11-22"
    assert md(date_text("2026-11-22", lang)) in texts(at)
