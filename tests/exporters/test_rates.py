"""Yen equivalents against the published figures in data/rates.yml, worked out here once more."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from atlas.words.phrases import money_text
from loaders.rates import rate_problems, rates_file
from tests import catalogue
from tests.exporters.test_overview import atlas as atlas  # the fixture
from tests.exporters.test_table_pages import _files
from tests.extracts import edition
from ui.data import Atlas

FILE = catalogue.DATA / "rates.yml"
RELEASES: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))


def _yen(step: dict[str, Any]) -> float | None:
    """Yen for one unit in the step's own year, from whichever release has it."""
    for one in RELEASES.values():
        dollar, to = (one[name].get(step["date"][:4], {}) for name in ("per_dollar", "in_dollars"))
        if step["currency"] in to:
            return float(to[step["currency"]] * dollar["JPY"])
        if step["currency"] == "USD" and dollar:
            return float(dollar["JPY"])
        if step["currency"] in dollar and step["currency"] != "JPY":
            return float(dollar["JPY"] / dollar[step["currency"]])
    return None


def _steps() -> dict[tuple[str, float, str], list[dict[str, Any]]]:
    """The amounts of the committed file by initiative, figure and currency."""
    found: dict[tuple[str, float, str], list[dict[str, Any]]] = {}
    for site in catalogue.FEATURES:
        for step in site["properties"]["milestones"]:
            if step["amount"]:
                key = site["properties"]["initiative"], float(step["amount"]), step["currency"]
                found.setdefault(key, []).append(step)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_amount_has_the_equivalent_of_its_own_year_or_none(atlas: Atlas, lang: Lang) -> None:
    marker, steps, seen = max(t(lang, "overview_yen", money="\n").split("\n"), key=len), _steps(), []
    for table in (one for one in _files(atlas, "amounts", lang).tables if one["key"].startswith(("amounts-", "left-"))):
        for what, _, money in table["rows"]:
            for step in steps[what["id"], money["value"], money["unit"]]:
                yen = _yen(step)
                if yen is None:
                    assert marker not in money["sub"], (what["id"], money)
                    continue
                about = float(f"{step['amount'] * yen:.3g}")
                seen.append(what["id"])
                assert t(lang, "overview_yen", money=money_text(about, "JPY", lang)) in money["sub"]
    assert {"rare-earth-malaysia", "india-data-centre", "palau-airport"} <= set(seen)


@pytest.mark.parametrize("lang", LANGS)
def test_the_rates_stand_with_year_source_and_what_is_not_held(atlas: Atlas, lang: Lang) -> None:
    [table] = [one for one in _files(atlas, "amounts", lang).tables if one["key"] == "amount-rates"]
    last = max(int(year) for one in RELEASES.values() for year in one["per_dollar"])
    assert str(last + 1) in table["note"]
    used = {(step["date"][:4], step["currency"]): yen for (_, _, currency), steps in _steps().items()
            for step in steps if currency != "JPY" and (yen := _yen(step))}  # fmt: skip
    assert [row[2]["value"] for row in table["rows"]] == [round(used[key], 4) for key in sorted(used, reverse=True)]
    assert all(int(row[0]["text"][:4]) <= last for row in table["rows"])
    assert {row[3]["href"] for row in table["rows"]} <= {one["address"] for one in RELEASES.values()}


def test_no_total_has_an_equivalent_in_it(atlas: Atlas) -> None:
    for table in _files(atlas, "amounts", "en").tables:
        if table["key"].startswith("amounts-"):
            code = table["key"].removeprefix("amounts-")
            assert {row[2]["unit"] for row in table["rows"]} == {code}
            assert money_text(sum(row[2]["value"] for row in table["rows"]), code, "en") in table["note"]


def test_the_committed_rates_are_sound_and_come_with_every_edition(tmp_path: Path) -> None:
    assert rate_problems(catalogue.DATA) == []
    assert list(edition().rates) == list(RELEASES), "an edition of any store"
    assert rates_file(tmp_path) == FILE
    (tmp_path / "rates.yml").write_bytes(FILE.read_bytes())
    assert rates_file(tmp_path) == tmp_path / "rates.yml", "a folder's own come first"


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("JPY: 140.5001, ", "", "fed-g5a-2024", "2023 has no yen for a dollar; add per_dollar.2023.JPY"),
        ("AUD: 0.6644", "INR: 0.6644", "fed-g5a-2024", "INR stands twice"),
        ("AUD: 0.6644", "AUD: -0.6644", "fed-g5a-2024.in_dollars.2023.AUD", "it must be more than 0"),
        ("AUD: 0.6644", 'AUD: "0.6644"', "fed-g5a-2024.in_dollars.2023.AUD", "write a number"),
        ('"2023": {AUD', '"23": {AUD', "fed-g5a-2024.in_dollars.23", ""),
        ("released:", "day:", "fed-g5a-2024.day", "unknown key"),
        ('"2019":', '"2020":', "fed-g5a-2021.per_dollar.2020", "has that year too"),
    ],
)  # fmt: skip
def test_a_bad_figure_is_told_where_it_stands(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    text = FILE.read_text("utf-8")
    assert old in text
    (tmp_path / "rates.yml").write_text(text.replace(old, new), encoding="utf-8")
    found = rate_problems(tmp_path)
    assert any(one.field == field and message in one.message for one in found), found
    assert all(re.fullmatch(r".*/rates\.yml", one.file) for one in found)
