"""Published amounts as tables: OSA by recipient and fiscal year, the others by currency, and what no total counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from atlas.countries import country_name
from atlas.edition import Edition
from atlas.filter import Filter
from atlas.progress.amounts import Amount, amounts, budgets, by_currency, pivot, total
from atlas.progress.milestones import Row
from atlas.progress.rates import Releases
from atlas.progress.status import progress, progress_text, status_text, when_text
from atlas.records import Document
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import currency_name, date_text, money_text
from exporters.overview.rates import in_yen, rate_tables

Cell = dict[str, Any]
_told: Final = re.compile(r"^OSA[：:] ?|（R\d+）$| ?\(FY\d{4}\)$")  # what the table's headings say
_FIRST, _DARKEST = 2022, 4  # a fiscal year has its own step of the hue, whatever else is shown
_WHY: Final = ("candidate", "intent", "other", "event", "budget", "background")


class _Marks:
    """Numbers of sources in the order in which they are first used."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._found: dict[str, int] = {}

    def of(self, found: Iterable[Amount]) -> list[tuple[str, str]]:
        """The marks of some amounts, each with the address that it leads to."""
        keys = dict.fromkeys(one.step["source"] for one in found)
        numbers = [(key, self._found.setdefault(key, len(self._found) + 1)) for key in keys]
        return [(str(n), self._documents[key].address or "") for key, n in numbers]

    def table(self, lang: Lang) -> dict[str, Any]:
        """The sources by number."""
        rows: list[list[Cell]] = []
        for key, n in self._found.items():
            one = self._documents[key]
            day = date_text(one.date, lang) if one.date else ""
            who = f"{one.publisher.text(lang)} {day}".strip()
            what = {"text": one.title.text(lang), "href": one.address, "sub": who}
            rows.append([{"text": str(n), "kind": "n"}, what])
        title = t(lang, "overview_amount_sources")
        return {"key": "amount-sources", "title": title, "kind": "atlas-marks", "rows": rows}


def amount_tables(edition: Edition, filter_: Filter, lang: Lang) -> list[dict[str, Any]]:
    """The tables of the amounts of what a filter shows."""
    sites, until, marks = edition.rows(edition.index.select(filter_)), filter_.until, _Marks(edition.documents)
    found = amounts(sites, lang, until)
    grants = _grants(found, _unpriced(pivot(found), sites, lang, until), marks, lang)
    others = [_currency(code, group, marks, edition.rates, lang) for code, group in by_currency(found).items()]
    left = [_left(why, [one for one in found if one.why == why], marks, edition.rates, lang) for why in _WHY]
    rates = rate_tables(found, edition.rates, lang)
    return [grants, *others, *(one for one in left if one["rows"]), *rates, marks.table(lang)]


def _grants(
    found: Sequence[Amount], unpriced: Mapping[str, tuple[str, str]], marks: _Marks, lang: Lang
) -> dict[str, Any]:
    """Recipient × Japan's fiscal year, with the budget of each year beneath."""
    table, budget = pivot(found), budgets(found)
    years = sorted({year for row in table.values() for year in row} | set(budget))
    every = [one for row in table.values() for group in row.values() for one in group]
    rows = [
        [_country(code, lang), *(_cell(row.get(year, []), marks, lang) for year in years),
         _sum([one for group in row.values() for one in group])]
        for code, row in table.items()
    ]  # fmt: skip
    head = [{"text": t(lang, "overview_recipient")}, *({"text": _fiscal(year, lang), "kind": "n"} for year in years),
            {"text": t(lang, "overview_total"), "kind": "n"}]  # fmt: skip
    sums = [_sum([one for one in every if one.step["fiscal_year"] == year]) for year in years]
    foot = [
        [{"text": t(lang, "overview_found")}, *sums, _sum(every)],
        [{"text": t(lang, "overview_budget")}, *(_budget(budget.get(year), marks, lang) for year in years), {}],
    ]
    rows += [
        [_country(code, lang),
         {"text": t(lang, "overview_unpriced", status=how), "id": initiative, "kind": "n none",
          "span": len(years) + 1}]
        for code, (initiative, how) in unpriced.items()
    ]  # fmt: skip
    return {"key": "osa", "title": t(lang, "overview_osa"), "note": t(lang, "overview_osa_note"), "kind": "atlas-money",
            "bars": _bars(table, years, lang), "lead": _lead(every, lang), "head": [head], "rows": rows,
            "foot": foot if budget else foot[:1], "empty": t(lang, "overview_no_amounts")}  # fmt: skip


def _bars(table: Mapping[str, Mapping[int, Sequence[Amount]]], years: Sequence[int], lang: Lang) -> dict[str, Any]:
    """The same by recipient as stacked bars, in million yen."""
    given = [year for year in years if any(row.get(year) for row in table.values())]
    rows = [(country_name(code, lang), [total(row.get(year, [])) / 1e6 for year in given])
            for code, row in table.items()]  # fmt: skip
    return (
        {
            "series": [t(lang, "overview_fiscal", year=str(year)) for year in given],
            "steps": [min(max(year - _FIRST, 0), _DARKEST) for year in given],
            "rows": rows,
        }
        if rows
        else {}
    )


def _lead(every: Sequence[Amount], lang: Lang) -> str:
    """The sum in a sentence: over how many years, to how many countries."""
    years, to = ({one.step[key] for one in every} for key in ("fiscal_year", "recipient"))
    sum_ = money_text(total(every), "JPY", lang)
    whom = country_name(str(next(iter(to))), lang) if len(to) == 1 else t(lang, "overview_osa_to", n=len(to))
    return t(lang, "overview_osa_lead", years=len(years), to=whom, total=sum_) if every else ""


def _unpriced(
    known: Mapping[str, Any], sites: Sequence[Row], lang: Lang, until: str | None
) -> dict[str, tuple[str, str]]:
    """The initiatives of recipients of OSA of which no amount was found and how far they are, by country."""
    osa = [site for site in sites if "osa" in site["instruments"] and site["role"] == "recipient" and site["country"]]
    left = {site["country"]: site for site in osa if site["country"] not in known}
    return {
        code: (site["initiative"], progress_text(progress([site], lang, until), lang)) for code, site in left.items()
    }


def _country(code: str, lang: Lang) -> Cell:
    return {"text": country_name(code, lang)}


def _fiscal(year: int, lang: Lang) -> str:
    return t(lang, "overview_fiscal", year=f"{year}（令和{year - 2018}）" if lang == "ja" else str(year))


def _cell(group: Sequence[Amount], marks: _Marks, lang: Lang) -> Cell:
    """Grants of a year to a recipient, with what was given; a dash where none is published."""
    if not group:
        return {"text": "–", "kind": "n none"}
    names = (text_of(one.site, "short_title", lang) or text_of(one.site, "title", lang) for one in group)
    items = [_told.sub("", str(name)) for name in names]
    return {"text": _millions(group), "id": group[0].site["initiative"], "value": total(group) / 1e6, "kind": "n",
            "marks": marks.of(group), "sub": ("／" if lang == "ja" else " · ").join(items)}  # fmt: skip


def _sum(group: Sequence[Amount]) -> Cell:
    return {"text": _millions(group), "value": total(group) / 1e6, "kind": "n"} if group else {"text": "–", "kind": "n"}


def _budget(one: Amount | None, marks: _Marks, lang: Lang) -> Cell:
    if one is None:
        return {"text": "–", "kind": "n none"}
    return {"text": _millions([one]), "value": total([one]) / 1e6, "id": one.site["initiative"], "kind": "n",
            "marks": marks.of([one]), "sub": text_of(one.step, "amount_of", lang)}  # fmt: skip


def _millions(group: Sequence[Amount]) -> str:
    return f"{total(group) / 1e6:,.10g}"


def _currency(code: str, group: Sequence[Amount], marks: _Marks, rates: Releases, lang: Lang) -> dict[str, Any]:
    """The amounts of one currency and their sum."""
    note = t(lang, "overview_figures", n=len(group), total=money_text(total(group), code, lang))
    return {"key": f"amounts-{code}", "title": t(lang, "overview_others", code=currency_name(code, lang)), "note": note,
            "kind": "atlas-lines", "rows": [_line(one, marks, rates, lang) for one in group]}  # fmt: skip


def _left(why: str, group: Sequence[Amount], marks: _Marks, rates: Releases, lang: Lang) -> dict[str, Any]:
    """What is in no total for one reason."""
    return {"key": f"left-{why}", "title": t(lang, f"overview_left_{why}"), "note": t(lang, f"overview_why_{why}"),
            "kind": "atlas-lines aside", "rows": [_line(one, marks, rates, lang) for one in group]}  # fmt: skip


def _line(one: Amount, marks: _Marks, rates: Releases, lang: Lang) -> list[Cell]:
    """What, when and how far, how much of what."""
    site, step = one.site, one.step
    money, between = money_text(float(step["amount"]), step["currency"], lang), "／" if lang == "ja" else " · "
    where = country_name(step["recipient"], lang) if step["recipient"] else one.told.where
    return [
        {"text": text_of(site, "title", lang), "id": site["initiative"], "sign": f"focus{site['focus_area']}-site",
         "sub": between.join(part for part in (where, text_of(step, "note", lang)) if part)},
        {"text": f"{when_text(step, lang)} {status_text(step, lang)}", "kind": "day"},
        {"text": money, "value": float(step["amount"]), "unit": step["currency"], "kind": "n",
         "marks": marks.of([one]),
         "sub": between.join(filter(None, (text_of(step, "amount_of", lang), in_yen(step, rates, lang))))},
    ]  # fmt: skip
