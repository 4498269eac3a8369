"""Dates, amounts and what happened: the dated steps that a text states; what is still to come is expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from loaders.intake.draft import DraftStep
from loaders.intake.proposing.words.flat import Flat
from loaders.lists.values import amount_of, date_of

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NAMES: Final = "|".join(rf"{name}|{name[:3]}\.?" for name in _MONTHS)
_DATE: Final = re.compile(
    rf"""(?P<ja>(?:令和\s?(?:\d{{1,2}}|元)|(?<!\d)(?:19|20)\d\d)年(?!間|代|以上|ぶり)(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)(?P<fy>度)?
    |(?P<en>(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month>{_NAMES})(?:\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s(?P<year>(?:19|20)\d\d)))
    |(?P<iso>(?<![\d/-])(?:19|20)\d\d-\d\d(?:-\d\d)?(?![\d-]))
    |(?:\b[Ii]n|\b[Bb]y|\bsince|\bearly|\blate|\bfrom|\bof|\buntil
    |(?P<fyen>\bFY|\b(?:[Jj]apanese\s)?[Ff]iscal\s[Yy]ear))\s?(?P<bare>(?:19|20)\d\d)(?![\d.,]*\d)""",
    re.VERBOSE,
)
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
    rf"[\s-]?(?P<scale>trillion|billion|million|thousand|bn|mn)?\s?(?P<after>{_SIGNS})?(?![A-Za-z])",
)
_SCALES: Final = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "thousand": 1e3}
_UNIT: Final = re.compile(rf"({_NUMBER})\s?(兆|億|千万|百万|万|千)?")
_JAPANESE: Final = {"兆": 1e12, "千万": 1e7, "千": 1e3}

# Verbs of each status, the most telling first.
_STATUSES: Final = tuple(
    (status, re.compile(words))
    for status, words in (
        ("loan-signed", r"(?:円借款|借款|融資|貸付)[^。]{0,20}(?:調印|署名|締結)|(?:loan agreement|"
        r"exchange of notes)[^.]{0,40}signed|signed[^.]{0,40}loan agreement"),
        ("delivered", r"引き?渡(?:し|され)|供与した|納入(?:した|され)|(?:was |were |been |is |will be |"
        r"be )?(?:handed over|delivered)\b|hand(?:ing)? ?over|\bwill deliver\b"),
        ("in-service", r"運用を?開始|供用を?開始|開所|開港|就航|就役|began operations?|start(?:ed)? operations?|"
        r"enter(?:ed)? service|inaugurated|opened"),
        ("under-construction", r"着工|起工|建設を?開始|broke ground|groundbreaking|construction (?:began|"
        r"started|is under)"),
        ("completed", r"完成(?:した|する|し)|竣工|完了した|妥結した|\bcompleted\b|\bconcluded\b(?! that)|"
        r"\bcompletion of\b"),
        ("in-force", r"発効|enter(?:ed|s|ing)? into force|entry into force"),
        ("amended", r"改正(?:された|議定書)|\bamended\b"),
        ("signed", r"署名|調印|締結|\bsign(?:ed|ing|s|ature)?\b"),
        ("revised", r"改定|改訂|更新|\brevis(?:ed|e|ing|ion)\b|\brenew(?:ed|al|ing|s)?\b|\bupdat(?:ed|e|ing)\b"),
        ("adopted", r"採択|\badopt(?:ed|ion|s|ing)?\b"),
        ("approved", r"承認|閣議決定|\bapproved?\b|\bapproval\b"),
        ("budgeted", r"予算[^。]{0,30}(?:計上|措置)|\bbudget(?:ed|s)?\b"),
        ("ordered", r"発注|受注|\bordered\b|awarded (?:a |the )?contract"),
        ("landed", r"陸揚げ"),
        ("held", r"開催|\bheld\b|\bhold\b|\bconvened?\b|\bhost(?:ed|ing)?\b"),
        ("conducted", r"実施した|実施された|\bconducted\b|\bcarried out\b|\bconduct\b"),
        ("announced", r"発表|表明した|立ち?上げ|創設|設立|発足|\bannounc(?:ed|e|es|ing|ement)\b|\blaunch(?:ed|"
        r"es|ing)?\b|\bestablish(?:ed|ment|ing)?\b|\bpledged?\b"),
        ("agreed", r"合意|一致した|決定した|決定(?=。|$)|\bagreed?\b|\bdecided\b"),
        ("under-way", r"実施中|進行中|継続(?:中|して)|\bunder ?way\b|\bongoing\b|\bin progress\b"),
    )
)  # fmt: skip
_TO_COME: Final = re.compile(
    r"予定|見込|目指|検討|今後|意向|(?:する|する。|行う|進める|図る|深める|始める|され?る|設ける|"
    r"結ぶ)(?:こと(?:により|を含め|で|を))?(?=[。、]|$|こと|ため|M|方針)|"
    r"される(?:MO|覚書|協定|予定)|\bwill\b|\bshall\b|\bintends?\b|\bplans?\b|\bto be\b|\blook(?:s|"
    r"ing)? forward\b|\bexpected\b|\baims?\b|"
    r"\bscheduled\b|\bby (?:signing|renewing|concluding|the end)\b|\bresolve to\b|\bcommit(?:ted)? to\b|\bupcoming\b"
)  # fmt: skip
_PAST: Final = re.compile(
    r"した|された|してき|済み|(?:署名|採択|合意|調印|発表|開催|決定)し、|\bhas been\b|\bhave been\b|\bwas\b|"
    r"\bwere\b|\bwelcomed?\b|歓迎"
)


class NamedValue(NamedTuple):
    """A date, amount or status where a text states it; the value as a clue writes it."""

    value: str
    start: int
    end: int
    rule: str


def dates(text: str) -> Iterator[NamedValue]:
    """Dates to the precision that they have, ISO; a fiscal year is its year."""
    for match in _DATE.finditer(text):
        value = _of_calendar(_iso(match))
        if value:
            rule = "date_fiscal" if match["fy"] or match["fyen"] else "date_named"
            start = match.start("bare") if match["bare"] else match.start()
            yield NamedValue(value, start, match.end(), rule)


def _iso(match: re.Match[str]) -> str | None:
    if match["ja"] or match["iso"] or match["bare"]:
        return date_of(match["ja"] or match["iso"] or match["bare"])
    month = next(number for number, name in enumerate(_MONTHS, 1) if name[:3] == match["month"][:3])
    day = match["day"] or match["day2"]
    return date_of("-".join([match["year"], f"{month:02}", *([f"{int(day):02}"] if day else [])]))


def _of_calendar(value: str | None) -> str | None:
    """A day that the calendar lacks is only its month."""
    try:
        date.fromisoformat(value if value and len(value) == 10 else "2000-01-01")
    except ValueError:
        return value[:7] if value else None
    return value


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


def statuses(text: str) -> Iterator[NamedValue]:
    """What one sentence says was or will be done, the most telling first; the rule says whether it is still to come."""
    for status, words in _STATUSES:
        if match := words.search(text):
            yield NamedValue(
                status, *match.span(), "status_expected" if _expected(text, match.end()) else "status_done"
            )


def _expected(text: str, end: int) -> bool:
    """By the words after the verb up to the next comma, else by those before it."""
    clause = re.split(r"[、。,;]", text[end : end + 40], maxsplit=1)[0]
    told = text[max(0, end - 2) : end] + clause
    if _PAST.search(told):
        return False
    if _TO_COME.search(told + "。"):
        return True
    head = text[max(0, end - 60) : end]
    return bool(_TO_COME.search(head)) and not _PAST.search(head)


def _apart(text: str, status: NamedValue, day: NamedValue) -> int:
    """How far a date is from a verb; in English a comma between them means that it belongs to another."""
    first, last = sorted((status, day), key=lambda one: one.start)
    between = text[first.end : last.start]
    return len(between) + 40 * len(re.findall(r"[,;]|\band\b", between))


def steps(part: Flat, country: str | None) -> list[DraftStep]:
    """The dated steps of a text, sentence by sentence; an amount goes with the one step of its sentence."""
    found: list[DraftStep] = []
    for sentence in part.sentences():
        status, day = next(statuses(sentence.text), None), list(dates(sentence.text))
        money = list(amounts(sentence.text))
        if status is None or not day:
            continue
        near = min(day, key=partial(_apart, sentence.text, status))
        amount, currency = money[0].value.split() if len(money) == 1 else (None, None)
        found.append(
            DraftStep(
                status=status.value, date=near.value, expected=status.rule == "status_expected",
                amount=float(amount) if amount else None, currency=currency, recipient=country if amount else None,
            )
        )  # fmt: skip
    return found
