"""Days, months and years that a text states; a day without a year has that of the day or fiscal year told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from loaders.lists.cells.dates import MONTHS, date_of

_NAMES: Final = "|".join(rf"{name}|{name[:3]}\.?" for name in MONTHS)
_DATE: Final = re.compile(
    rf"""(?P<ja>(?:令和\s?(?:\d{{1,2}}|元)|(?<!\d)(?:19|20)\d\d)年(?!間|代|以上|ぶり)(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)(?P<fy>度)?
    |(?P<en>(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month>{_NAMES})(?:\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s(?P<year>(?:19|20)\d\d)))
    |\bthe\s(?P<at>(?:19|20)\d\d)(?=\s(?:[\w’'-]+\s){{0,4}}(?:[Ss]ummit|[Mm]eeting|[Cc]onference)\b)
    |(?P<ago>\b(?:[Ee]arlier\s)?[Tt]his\syear\b|\b[Ll]ast\syear\b)(?![’'])
    |(?P<md>(?<![翌前昨来毎]年)(?<!\d)\d{{1,2}}月\d{{1,2}}日(?!間|目))
    |(?P<iso>(?<![\d/-])(?:19|20)\d\d-\d\d(?:-\d\d)?(?![\d-]))
    |(?:\b[Ii]n|\b[Bb]y|\bsince|\bearly|\blate|\bfrom|\bof|\buntil
    |(?P<fyen>\bFY|\b(?:[Jj]apanese\s)?[Ff]iscal\s[Yy]ear))\s?(?P<bare>(?:19|20)\d\d)(?![\d.,]*\d)""",
    re.VERBOSE,
)
_ANNIVERSARY: Final = re.compile(r"[Aa]nniversary\b.{0,12}\d|周年")
_APRIL: Final = 4  # a fiscal year begins
DAY: Final = 10  # letters of 2026-03-18


class NamedValue(NamedTuple):
    """A date, amount or status where a text states it; the value as a clue writes it."""

    value: str
    start: int
    end: int
    rule: str


def dates(text: str, about: str = "", day: str | None = None) -> Iterator[NamedValue]:
    """Dates to the precision that they have, ISO; a fiscal year is its year.

    12月5日 has the year nearest to the first day that the text, else all that is told `about` it, has in full; else of
    the fiscal year named there; else nearest to `day`, the document's own.
    """
    for match in _DATE.finditer(text):
        value = _told(match, text, about, day)
        if value and not _ANNIVERSARY.search(text[max(0, match.start() - 40) : match.end() + 14]):
            start = match.start("bare") if match["bare"] else match.start("at") if match["at"] else match.start()
            yield NamedValue(value, start, match.end(), _rule(match))


def _told(match: re.Match[str], text: str, about: str, day: str | None) -> str | None:
    if match["ago"]:
        return str(int(day[:4]) - match["ago"].casefold().startswith("last")) if day else None
    return _with_year(match["md"], text, about, day) if match["md"] else _iso(match)


def covers(coarse: NamedValue, fine: str) -> bool:
    """Whether a date is the same as a finer one, only told less exactly."""
    if len(coarse.value) >= len(fine):
        return False
    if coarse.rule == "date_fiscal":
        return _year_of(coarse.value, int(fine[5:7])) == int(fine[:4])
    return fine.startswith(coarse.value)


def _rule(match: re.Match[str]) -> str:
    return (
        "date_year" if match["md"] or match["ago"] else "date_fiscal" if match["fy"] or match["fyen"] else "date_named"
    )


def _with_year(words: str, text: str, about: str, day: str | None) -> str | None:
    month, number = map(int, re.findall(r"\d+", words))
    told = [one for part in (text, about) for one in _with_years(part)]
    full = [one.value for one in told if len(one.value) == DAY]
    fiscal = [one.value for one in told if one.rule == "date_fiscal"]
    told_day = full[0] if full else day
    year = _nearest(told_day, month) if full or not fiscal else _year_of(fiscal[0], month)
    return date_of(f"{year}-{month:02}-{number:02}") if year else None


def _with_years(text: str) -> Iterator[NamedValue]:
    for match in _DATE.finditer(text):
        if not match["md"] and not match["ago"] and (value := _iso(match)):
            yield NamedValue(value, *match.span(), _rule(match))


def _nearest(day: str | None, month: int) -> int | None:
    """The year in which a month is nearest to a day."""
    if day is None or len(day) < DAY:
        return None
    year, own = int(day[:4]), int(day[5:7])
    return min((year - 1, year, year + 1), key=lambda one: abs(12 * (one - year) + month - own))


def _year_of(fiscal: str, month: int) -> int:
    return int(fiscal[:4]) + (month < _APRIL)


def _iso(match: re.Match[str]) -> str | None:
    if plain := match["ja"] or match["iso"] or match["bare"] or match["at"]:
        return date_of(plain)
    month = next(number for number, name in enumerate(MONTHS, 1) if name[:3] == match["month"][:3])
    day = match["day"] or match["day2"]
    return date_of("-".join([match["year"], f"{month:02}", *([f"{int(day):02}"] if day else [])]))
