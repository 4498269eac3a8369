"""Sums of money that a text names, with their currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from loaders.intake.proposing.words.days import NamedValue
from loaders.lists.values import amount_of

_CURRENCIES: Final = {
    sign: code
    for code, signs in (
        ("JPY", "円|¥|yen"), ("USD", "米ドル|ドル|US$|$|US dollars|U.S. dollars|dollars"), ("AUD", "豪ドル|A$|AU$"),
        ("NZD", "NZドル|NZ$"), ("SGD", "シンガポールドル|S$"), ("EUR", "ユーロ|€|euros"), ("GBP", "ポンド|£"),
        ("INR", "ルピー"), ("PHP", "ペソ"),
    )
    for sign in (code, *signs.split("|"))
}  # fmt: skip
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS: Final = "|".join(sorted((re.escape(sign) for sign in _CURRENCIES), key=len, reverse=True))
_AMOUNT: Final = re.compile(
    rf"(?:(?P<before>US\$|A\$|AU\$|NZ\$|S\$|\$|¥|€|£|JPY|USD|AUD|EUR|SGD|NZD|"
    rf"GBP)\s?)?(?P<n>(?:{_NUMBER})(?:\s?(?:兆|億|百万|千万|万|千)(?:{_NUMBER})?)*)"
    rf"\+?[\s-]?(?P<scale>trillion|billion|million|thousand|bn|mn)?\s?(?P<after>{_SIGNS})?(?![A-Za-z])",
)
_SCALES: Final = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "thousand": 1e3}
_UNIT: Final = re.compile(rf"({_NUMBER})\s?(兆|億|千万|百万|万|千)?")
_JAPANESE: Final = {"兆": 1e12, "千万": 1e7, "千": 1e3}


def amounts(text: str) -> Iterator[NamedValue]:
    """Sums of money with their currency; a number without one is none."""
    for match in _AMOUNT.finditer(text):
        currency = _CURRENCIES.get(match["after"] or "") or _CURRENCIES.get(match["before"] or "")
        number = _number(match["n"]) * _SCALES.get(match["scale"] or "", 1)
        if currency and number > 0:
            yield NamedValue(
                f"{number:.15g} {currency}" if number < 1e15 else f"{number:.0f} {currency}",
                *match.span(),
                "amount_named",
            )


def _number(text: str) -> float:
    """1兆2,000億, 5億4,000万, 3.5."""
    total = 0.0
    for number, unit in _UNIT.findall(text):
        if unit in _JAPANESE:
            total += float(number.replace(",", "")) * _JAPANESE[unit]
        else:
            total += amount_of(f"{number}{unit}") or 0
    return total
