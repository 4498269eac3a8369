"""Sums of money that a text names, with their currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from loaders.intake.proposing.words.days import NamedValue
from loaders.lists.cells.amounts import number_of
from loaders.lists.cells.currencies import SIGNS

_KNOWN: Final = ("JPY", "USD", "AUD", "NZD", "SGD", "EUR", "GBP", "INR", "PHP")
_CURRENCIES: Final = {
    **{sign: code for sign, code in SIGNS.items() if code in _KNOWN},
    "$": "USD", "ドル": "USD", "dollars": "USD", "ルピー": "INR", "ペソ": "PHP",
}  # fmt: skip
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS: Final = "|".join(sorted((re.escape(sign) for sign in _CURRENCIES), key=len, reverse=True))
_AMOUNT: Final = re.compile(
    rf"(?:(?P<before>US\$|A\$|AU\$|NZ\$|S\$|\$|¥|€|£|JPY|USD|AUD|EUR|SGD|NZD|"
    rf"GBP)\s?)?(?P<n>(?:{_NUMBER})(?:\s?(?:兆|億|百万|千万|万|千)(?:{_NUMBER})?)*)"
    rf"\+?[\s-]?(?P<scale>trillion|billion|million|thousand|bn|mn)?\s?(?P<after>{_SIGNS})?(?![A-Za-z])",
)
_SCALES: Final = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "thousand": 1e3}


def amounts(text: str) -> Iterator[NamedValue]:
    """Sums of money with their currency; a number without one is none."""
    for match in _AMOUNT.finditer(text):
        currency = _CURRENCIES.get(match["after"] or "") or _CURRENCIES.get(match["before"] or "")
        number = float(number_of(match["n"]) or 0) * _SCALES.get(match["scale"] or "", 1)
        if currency and number > 0:
            yield NamedValue(
                f"{number:.15g} {currency}" if number < 1e15 else f"{number:.0f} {currency}",
                *match.span(),
                "amount_named",
            )
