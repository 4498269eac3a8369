"""Yen equivalents beside amounts in other currencies, and the table of the rates that they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atlas.progress.amounts import Amount
from atlas.progress.rates import Rate, Releases, equivalent, last_year, rate_of
from atlas.progress.years import Step
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import currency_name, date_text, money_text


def in_yen(step: Step, releases: Releases, lang: Lang) -> str:
    """About how many yen an amount was, in words; nothing where it is in yen or its year's rate is not known."""
    yen = equivalent(step, releases)
    return t(lang, "overview_yen", money=money_text(yen, "JPY", lang)) if yen else ""


def rate_tables(found: Sequence[Amount], releases: Releases, lang: Lang) -> list[dict[str, Any]]:
    """The rates that equivalents of some amounts rest on, with their sources; no table where all are in yen."""
    if not releases or all(one.step["currency"] == "JPY" for one in found):
        return []
    rates = {rate[:2]: rate for one in found if (rate := rate_of(one.step, releases))}
    if not rates:
        return []
    head = [{"text": t(lang, f"overview_rate_{name}"), "kind": kind}
            for name, kind in (("year", ""), ("currency", ""), ("yen", "n"), ("source", ""))]  # fmt: skip
    return [{
        "key": "amount-rates", "title": t(lang, "overview_rates"), "kind": "atlas-marks", "head": [head],
        "note": t(lang, "overview_rates_note", year=str(last_year(releases) + 1)),
        "rows": [_line(rates[key], lang) for key in sorted(rates, reverse=True)],
    }]  # fmt: skip


def _line(rate: Rate, lang: Lang) -> list[dict[str, Any]]:
    """A rate with the published figures that it was worked out from, and where they stand."""
    one = rate.release
    who = f"{one.publisher.text(lang)} {date_text(one.released, lang)}"
    return [
        {"text": date_text(rate.year, lang), "kind": "day"},
        {"text": currency_name(rate.currency, lang)},
        {"text": f"{rate.yen:,.2f}", "value": round(rate.yen, 4), "kind": "n", "sub": rate.how},
        {"text": one.title.text(lang), "href": one.address, "sub": who},
    ]
