"""Currencies by their codes, signs and words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache
from typing import Final

from babel import Locale

# Signs and words that mean one currency, whoever writes them.
SIGNS: Final = {
    sign: code
    for code, signs in (
        ("JPY", "円|¥|yen|日本円"), ("USD", "米ドル|US$|US dollars|US dollar|U.S. dollars|U.S.$|米国ドル"),
        ("AUD", "豪ドル|A$|AU$"), ("NZD", "NZドル|NZ$"), ("SGD", "シンガポールドル|S$"), ("EUR", "ユーロ|€|euros|euro"),
        ("GBP", "ポンド|£"), ("CAD", "カナダドル|C$|CA$"), ("HKD", "香港ドル|HK$"), ("TWD", "台湾ドル|NT$"),
        ("FJD", "フィジードル|FJ$"), ("CNY", "人民元|RMB"), ("KRW", "ウォン|₩"), ("THB", "バーツ|baht|฿"),
        ("VND", "ドン|₫"), ("IDR", "ルピア|rupiah"), ("MYR", "リンギット|ringgit"), ("BDT", "タカ|taka"),
        ("CHF", "スイスフラン"), ("INR", "インドルピー|₹"), ("PHP", "フィリピンペソ|₱"), ("PGK", "キナ|kina"),
    )
    for sign in (code, *signs.split("|"))
}  # fmt: skip
# Signs that several currencies share, by the word that the English names of these have.
_SHARED: Final = {
    "$": "Dollar", "ドル": "Dollar", "dollars": "Dollar", "dollar": "Dollar", "ルピー": "Rupee", "rupees": "Rupee",
    "ペソ": "Peso", "pesos": "Peso", "フラン": "Franc", "francs": "Franc", "元": "Yuan",
}  # fmt: skip


def currencies(text: str) -> tuple[str, set[str]]:
    """A text without its currencies, and these; a sign that several share names none."""
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        sign = match[0].casefold()
        if code := _codes().get(sign):
            found.add(code)
        return " " if code or sign in _SHARED else match[0]

    return " ".join(_signs().sub(take, text).split()), found


def fits(text: str, named: Set[str]) -> bool:
    """Whether the signs in a text that several currencies share may mean those that are named."""
    return all(word in _names().get(code, "") for word in shared(text) for code in named)


def shared(text: str) -> set[str]:
    """What the signs in a text are called that several currencies share: Dollar."""
    return {word for match in _signs().finditer(text) if (word := _SHARED.get(match[0].casefold()))}


@cache
def _names() -> Mapping[str, str]:
    return dict(Locale("en").currencies)


@cache
def _codes() -> Mapping[str, str]:
    return {code.casefold(): code for code in _names()} | {sign.casefold(): code for sign, code in SIGNS.items()}


@cache
def _signs() -> re.Pattern[str]:
    """Every sign, the longest first; words and usual codes in any case, any other code in capitals."""
    own = sorted((*SIGNS, *_SHARED), key=len, reverse=True)
    words = "|".join(re.escape(one) for one in own if re.fullmatch(r"[A-Za-z. ]+", one))
    others = "|".join(re.escape(one) for one in own if not re.fullmatch(r"[A-Za-z. ]+", one))
    return re.compile(rf"(?<![A-Za-z])(?:(?i:{words})|[A-Z]{{3}})(?![A-Za-z])|(?<![A-Za-z])(?i:{others})")
