"""Amounts of money as people write them, read whole: one sum in one currency, else none and why."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from loaders.lists.cells.currencies import currencies, fits, shared
from loaders.lists.placing.placenames import is_nothing

_DIGITS: Final = r"(?:\d{1,3}(?:[, '’]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*)"
_BIG: Final = {"兆": 12, "億": 8, "万": 4}
_SMALL: Final = {"千": 3, "百": 2, "十": 1}
_STEP: Final = re.compile(rf"({_DIGITS})?\s?([千百十]?)\s?([兆億万]?)\s?")
_SCALES: Final = {
    word: power
    for power, words in (
        (12, "trillions|trillion|tn"), (9, "billions|billion|bn|bil|mrd|b"),
        (3, "thousands|thousand|'000s|'000|000s|1,000|1000|k"),
        (6, "millions|million|1,000,000|mn|mln|mil|mio|mm|m"), (7, "crores|crore|cr"), (5, "lakhs|lakh|lacs|lac"),
    )
    for word in words.split("|")
}  # fmt: skip
_SCALE: Final = "|".join(sorted(_SCALES, key=len, reverse=True))
_WRITTEN: Final = re.compile(rf"(.+?)[\s-]?({_SCALE})?\.?", re.IGNORECASE)
_BOUND: Final = re.compile(
    r"上限|下限|最大|最小|以上|以下|未満|超|まで|から|\b(?:up to|at least|at most|max\w*|min\w*|over|under|more than|"
    r"less than|from|until)\b|[<>≤≥]",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"約|およそ|概ね|程度|前後|弱|強|余り?|\b(?:about|approx\w*|around|circa|ca|est\w*)\b\.?|^~|\+$", re.IGNORECASE
)
_SPAN: Final = re.compile(
    r"\d\D{0,12}?(?:~|(?<=[\d\s])-(?=[\d\s])|\bto\b|\band\b|乃至|ないし)\D{0,8}?\d", re.IGNORECASE
)
_MARKS: Final = str.maketrans("〜～〇一二三四五六七八九", "~~0123456789")
_LONGEST: Final = 120  # characters


class MoneyUnit(NamedTuple):
    """What the numbers of a column count: how many of what currency, as its name says."""

    scale: Decimal = Decimal(1)
    currency: str | None = None


class Money(NamedTuple):
    """The amount of a cell and its currency where it has one; `why` where it is none, or not quite."""

    amount: float | None = None
    currency: str | None = None
    why: str | None = None


def money_of(text: str, unit: str = "", currency: str = "") -> Money:
    """The sum in a cell of a column whose name has a unit (百万円), beside a cell that names its currency."""
    plain = _plain(text)
    if is_nothing(plain):
        return Money()
    if len(plain) > _LONGEST:
        return Money(why="unread")
    rest, own = currencies(plain)
    given, beside = unit_of(unit), unit_of(currency)
    told = {code for code in (given.currency, beside.currency) if code}
    named = own or told
    if len(named) > 1 or (own and beside.currency not in (None, *own)) or not fits(plain, named):
        return Money(why="currencies")
    if why := _no_sum(plain, rest):
        return Money(why=why)
    value = _value(_ABOUT.sub("", rest).strip(), given.scale if given.scale != 1 else beside.scale)
    if value is None or value < 0:
        return Money(why="unread")
    why = "about" if _ABOUT.search(rest) else "currency" if shared(plain) and not named else None
    return Money(float(value) or None, next(iter(named), None), why)


@lru_cache(maxsize=1_000)
def unit_of(text: str) -> MoneyUnit:
    """The scale and the currency that the name of a column has: 承諾額（百万円）, Amount (US$ million), cost_usd_mn."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", _plain(text)) if len(text) <= _LONGEST else ""
    rest, found = currencies(plain)
    scale = _unit_scale().search(rest) if rest != plain or "単位" in plain else None
    return MoneyUnit(_scale(scale), found.pop() if len(found) == 1 else None)


def number_of(text: str) -> Decimal | None:
    """1兆2,000億, 5億4,000万, 3千5百万, 1,234.5; None where a number is not all there is, or has two readings."""
    total, group, above, at = Decimal(0), Decimal(0), 99, 0
    plain = text.strip()
    if re.search(r"[兆億万千百]\s?\d$", plain):  # 3億5 is said for 3.5億
        return None
    for match in _STEP.finditer(plain):
        if match.start() != at or not match[0]:
            break
        number = _digits(match[1]) if match[1] else Decimal(1)
        if number is None or (match[1] and at and plain[at - 1] not in "兆億万千百十 "):
            return None
        at, power = match.end(), _BIG.get(match[3])
        group += number * Decimal(10) ** _SMALL.get(match[2], 0)
        if power is not None:
            if power >= above:
                return None
            total, group, above = total + group * 10**power, Decimal(0), power
    return total + group if plain and at == len(plain) else None


def _value(text: str, scale: Decimal) -> Decimal | None:
    """The number with its own scale, else with its column's."""
    match = _WRITTEN.fullmatch(text) if re.search(r"\d", text) else None
    number = number_of(match[1]) if match else None
    if match is None or number is None or (not match[2] and re.fullmatch(r"\d{1,3},\d{1,2}", match[1])):
        return None
    if match[2]:
        return number * Decimal(10) ** _SCALES[match[2].casefold()]
    if re.search("[兆億万千百十]", match[1]):
        return number
    return None if scale == 1 and re.fullmatch(r"\d{1,3}\.\d{3}", match[1]) else number * scale


def _no_sum(plain: str, rest: str) -> str | None:
    """Why a cell has no one sum."""
    if _SPAN.search(rest):
        return "span"
    if _BOUND.search(plain):
        return "bound"
    return "several" if re.search(rf"{_DIGITS}\D*[()/／、;+|]\D*{_DIGITS}", rest) else None


def _digits(text: str) -> Decimal | None:
    """The digits of one number; 1,5 is one and a half, 1.234.567 is more than a million."""
    if re.fullmatch(r"\d{1,3}([, '’]\d{3})+(\.\d+)?|\d{1,2}(,\d\d)+,\d{3}", text):  # the last as in India
        return Decimal(re.sub(r"[, '’]", "", text))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?|\d{1,3}\.\d{3},\d+", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+[.,]\d+|\d+", text):
        return Decimal(text.replace(",", "."))
    return None


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS)
    plain = re.sub(r"[‐‑–—−]", "-", plain)
    return " ".join(re.sub(r"\([^()\d]*\)", _kept, plain).split())


def _kept(match: re.Match[str]) -> str:
    """What stands in brackets without a number counts only when it limits the number or names what it counts."""
    inside = match[0][1:-1]
    counts = _BOUND.search(inside) or _ABOUT.search(inside) or currencies(inside)[1] or _unit_scale().search(inside)
    return f" {inside} " if counts else " "


@cache
def _unit_scale() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?P<word>{_SCALE})(?![\w'])|(?P<ja>\d*[兆億万千百十]+)(?=$|[\s()])", re.IGNORECASE)


def _scale(match: re.Match[str] | None) -> Decimal:
    if match is None:
        return Decimal(1)
    return (number_of(match["ja"]) or Decimal(1)) if match["ja"] else Decimal(10) ** _SCALES[match["word"].casefold()]
