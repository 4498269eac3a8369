"""Dates as people write them, read whole: to the precision that they have, else not at all."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ERAS: Final = {"明": 1867, "大": 1911, "昭": 1925, "平": 1988, "令": 2018,
                "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}  # fmt: skip
_ERA: Final = re.compile(
    r"(?:(明|大|昭|平|令)(?:治|正|和|成)?|(?<![A-Za-z])([MTSHR])\.?)\s?(\d{1,2}|元)\s?(?:(年)|([./-])(?=\d)|$)"
)
_KANJI: Final = re.compile(r"[〇一二三四五六七八九十]+(?=[年月日])")
_DIGITS: Final = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_MONTH: Final = rf"({'|'.join(rf'{name}|{name[:3]}|{name[:4]}' for name in MONTHS)})\b\.?"
_YEAR: Final = r"((?:18|19|20|21)\d\d)"
_NTH: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_LONGEST: Final = 120  # characters
_TAKEN: Final = "\x00"  # stands where a date was
# Ways to write one date, the fullest first, and the order of their parts.
_WAYS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (order, re.compile(pattern, re.IGNORECASE))
    for order, pattern in (
        ("ymd", rf"(?<!\d){_YEAR}\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})(?:\s?日)?(?!\d)"),
        ("ymd", rf"(?<!\d){_YEAR}\s?[-/.]\s?(\d{{1,2}})\s?[-/.]\s?(\d{{1,2}})(?!\d)"),
        ("ymd", rf"(?<!\d){_YEAR}(\d\d)(\d\d)(?!\d)"),
        ("ymd", rf"(?<!\d){_YEAR}[\s-]{_MONTH}[\s-]{_NTH}(?!\d)"),
        ("dmy", rf"(?<!\d){_NTH}(?: of)?[\s-]?{_MONTH},?[\s-]?{_YEAR}(?!\d)"),
        ("mdy", rf"\b{_MONTH}\s?{_NTH},?\s?{_YEAR}(?!\d)"),
        ("dmc", rf"(?<!\d)(\d{{1,2}})[\s-]{_MONTH}[\s-]['’]?(\d\d)(?!\d)"),
        ("dmy", rf"(?<!\d)(\d{{1,2}})\.(\d{{1,2}})\.{_YEAR}(?!\d)"),
        ("??y", rf"(?<!\d)(\d{{1,2}})([-/])(\d{{1,2}})\2{_YEAR}(?!\d)"),
        ("f", rf"(?<!\d){_YEAR}\s?[-/]\s?(\d\d)(?!\d)"),
        ("ym", rf"(?<!\d){_YEAR}\s?年\s?(\d{{1,2}})\s?月"),
        ("ym", rf"(?<!\d){_YEAR}\s?[-/.]\s?(\d{{1,2}})(?![\d.,])"),
        ("ym", rf"(?<!\d){_YEAR}[\s-]{_MONTH}"),
        ("my", rf"\b{_MONTH},?[\s-]?{_YEAR}(?!\d)"),
        ("my", rf"(?<!\d)(\d{{1,2}})[-/]{_YEAR}(?!\d)"),
        ("f", r"\bJ?FY\s?['’]?()(\d\d)(?!\d)"),
        ("y", rf"(?<!\d){_YEAR}(?!\d|\s?[-/.]\s?\d)(?:\s?年)?"),
    )
)  # fmt: skip
_FISCAL: Final = re.compile(r"会計年度|度|\bJ?FY|\bfiscal years?\b", re.IGNORECASE)
_PART: Final = re.compile(
    r"第?\s?[1-4一二三四]\s?四半期|(?<![A-Za-z])[QH][1-4](?!\d)|[1-4][QH](?![A-Za-z])|\b[\w-]+ (?:quarter|half)\b"
    r"|[上下](?:半期|半|期|旬)|中旬|前半|後半|初頭|初め|半ば|年央|中頃|[年月]?末|[春夏秋冬]"
    r"|\b(?:early|mid|middle|late|beginning|end|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"予定|見込み?|見通し|計画|頃|ごろ|約"
    r"|\b(?:planned|expected|estimated|est|tentative|tbc|approx\w*|about|circa|ca|c)\b\.?",
    re.IGNORECASE,
)
_TIME: Final = re.compile(r"(?<=\d)(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|JST|[+-]\d\d:?\d\d)?")
_DAY_OF_WEEK: Final = re.compile(rf"[月火水木金土日]曜日?|\b(?:{'|'.join(calendar.day_name)}|"
                                 rf"{'|'.join(calendar.day_abbr)})\b\.?", re.IGNORECASE)  # fmt: skip
# What is left of a span whose years are written once: 2024年4月～6月, May-June 2025, 5-18 May 2025.
_MONTHS_APART: Final = re.compile(
    rf"{_TAKEN}\s?(?:~|-|to)\s?\d{{1,2}}月(?:\d{{1,2}}日)?|{_MONTH}\s?(?:~|-|to)\s?{_TAKEN}", re.IGNORECASE
)
_DAYS_APART: Final = re.compile(rf"{_TAKEN}\s?(?:~|-|to)\s?\d{{1,2}}日?(?!\d|月)|\d{{1,2}}日?\s?(?:~|-|to)\s?{_TAKEN}")
_FILLER: Final = re.compile(r"\b(?:the|of|in|on|from|to|and|between|year|q)\b|から|年|に|の|及び|と", re.IGNORECASE)


class Day(NamedTuple):
    """A date, ISO, as fine as its cell has it; `why` where it is not all that the cell says."""

    value: str | None
    why: str | None = None


def day_of(text: str) -> Day | None:
    """The date of a cell; None where it cannot be read whole."""
    if len(text) > _LONGEST:
        return None
    rest = _DAY_OF_WEEK.sub(" ", _TIME.sub(" ", _plain(text)))
    found: list[Day] = []
    for order, pattern in _WAYS:
        rest = pattern.sub(lambda match, order=order: _take(order, match, found), rest)  # type: ignore[misc]
    if not found:
        return None
    apart = 4 if _MONTHS_APART.search(rest) else 7 if _DAYS_APART.search(rest) else 10
    rest = _DAYS_APART.sub(" ", _MONTHS_APART.sub(" ", rest))
    parts = [
        name for name, pattern in (("part", _PART), ("fiscal", _FISCAL), ("planned", _PLANNED)) if pattern.search(rest)
    ]
    for pattern in (_PART, _FISCAL, _PLANNED, _FILLER):
        rest = pattern.sub(" ", rest)
    return None if re.search(r"\w", rest) else _together(found, apart, parts)


def date_of(text: str) -> str | None:
    """The same as text: 2025-05-18, 2025年5月, 2025/5, 令和7年5月."""
    found = day_of(text)
    return found.value if found else None


def _together(found: Sequence[Day], apart: int, told: Sequence[str]) -> Day | None:
    """What several dates in a cell have in common, and the first reason why that is not all."""
    values = [one.value for one in found]
    if None in values:
        return None
    parts = zip(*(str(value).split("-") for value in values), strict=False)
    common = "-".join(one[0] for one in takewhile(lambda one: len(set(one)) == 1, parts))[:apart]
    spans = ["span"] if len(set(values)) > 1 or apart < 10 else []
    why = next(iter([*(one.why for one in found if one.why), *spans, *told]), None)
    return Day(common or None, why)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate({ord(sign): "~" for sign in "〜～"})
    plain = _KANJI.sub(lambda match: str(_number(match[0])), re.sub(r"[‐‑–—−]", "-", plain)).strip()
    plain = re.sub(r"\(([^()\d]*)\)", lambda match: f" {' '.join(_PLANNED.findall(match[1]))} ", plain)
    return _ERA.sub(_of_era, plain)


def _number(text: str) -> int:
    """二十三, 三〇, 十: the digits of a date."""
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    return 10 * (_DIGITS.get(tens, 1)) + (_DIGITS.get(ones, 0))


def _of_era(match: re.Match[str]) -> str:
    if match[2] and not (match[4] or match[5]) and match[2] != "R":
        return match[0]  # H1 is a half of a year too
    year = _ERAS[match[1] or match[2]] + (1 if match[3] == "元" else int(match[3]))
    return f"{year}{match[5] or '年'}"


def _take(order: str, match: re.Match[str], found: list[Day]) -> str:
    """Keep the date that was met; its place is marked, so that what is left over can be looked at."""
    groups = [group for group in match.groups() if group not in ("-", "/")]
    if order == "f" and groups[0] and (int(groups[0]) + 1) % 100 != int(groups[1]):
        return match[0]
    if order == "f" and groups[0] and int(groups[1]) <= 12 and not _FISCAL.search(match.string):
        return match[0]  # 2011-12 is a month
    found.append(_day(order, groups))
    return _TAKEN


def _day(order: str, groups: Sequence[str]) -> Day:
    if order == "f":
        return Day(groups[0] or f"20{groups[1]}", "fiscal")
    if order == "??y":
        return _unordered(int(groups[0]), int(groups[1]), groups[2])
    parts = dict(zip(order, groups, strict=False))
    year = parts.get("y") or f"20{parts['c']}"
    day = _checked(int(year), *(_month(part) for part in (parts.get("m"), parts.get("d")) if part))
    return Day(day.value, day.why or ("century" if "c" in parts else None))


def _unordered(one: int, other: int, year: str) -> Day:
    """18/5/2025 has one reading, 3/4/2025 two."""
    if one <= 12 and other <= 12 and one != other:
        return Day(year, "order")
    return _checked(int(year), *((one, other) if one <= 12 else (other, one)))


def _month(part: str) -> int:
    names = (number for number, name in enumerate(MONTHS, 1) if name[:3].casefold() == part[:3].casefold())
    return int(part) if part.isdigit() else next(names)


def _checked(year: int, month: int | None = None, day: int | None = None) -> Day:
    """A day that the calendar lacks is only its month; a month that it lacks is no date."""
    if month is None:
        return Day(str(year))
    if not 1 <= month <= 12:
        return Day(None)
    if day is None:
        return Day(f"{year}-{month:02}")
    exists = 1 <= day <= calendar.monthrange(year, month)[1]
    return Day(f"{year}-{month:02}-{day:02}") if exists else Day(f"{year}-{month:02}", "no_day")
