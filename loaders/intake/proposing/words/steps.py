"""The dated steps that a text states, with what they cost; what is still to come is expected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from atlas.words.i18n import t
from loaders.intake.draft import DraftStep, DraftWords
from loaders.intake.proposing.words.days import DAY, NamedValue, covers, dates
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.speaking import read_sentence
from loaders.intake.proposing.words.sums import amounts
from loaders.intake.proposing.words.verbs import statuses, statuses_again

# 令和5年度に創設された枠組み: of a fiscal year this only says what something is.
_BACKGROUND: Final = re.compile(r"\w{2,6}?(?<=[しれ])た(?=[、\u4e00-\u9fffァ-ヶ])")
_NEAR: Final = 40  # letters between a further verb and its day
# What the document itself does on its day.
_NOW: Final = re.compile(
    r"(?<!\bearlier )\b[Tt]oday\b[^.;]{0,60}\b(?:announc|launch|establish|inaugurat)\w*|\b(?:announced|launched|"
    r"established) today\b|\b(?:announces?|launches)\b(?! (?:at|in|during)\b)|\b(?:are|is) (?:also )?(?:launching|"
    r"announcing|establishing)\b|本日[^。]{0,60}(?:発表|立ち?上げ|設立|創設|発足)"
)
_OTHERS: Final = re.compile(r"[Yy]esterday|earlier today|\bmissile|\bresolutions?\b|決議")
_TOTAL: Final = re.compile(r"\b(?:total|altogether|combined|collectively|together)\b|合計|総額|総事業費|計[\d約]")


class Telling(NamedTuple):
    """What the steps of a part are read with: its country, what tells years, the document's own day.

    `joint` is a document of more than two states: what it plans it announces, and its sums need not be Japan's.
    """

    country: str | None = None
    about: str = ""
    day: str | None = None
    joint: bool = False


def steps(part: Flat, telling: Telling) -> list[DraftStep]:
    """The dated steps of a text, sentence by sentence; what is told again less exactly is left out."""
    found: list[tuple[NamedValue, DraftStep]] = []
    for sentence in part.sentences():
        found += _dated(sentence.text, telling)
        if (now := _now(sentence.text, telling)) and not any(_same(now[1], one) for _, one in found):
            found.append(now)
    return [one for near, one in found if not any(_again(near, one, other) for _, other in found)]


def _dated(text: str, telling: Telling) -> Iterator[tuple[NamedValue, DraftStep]]:
    """The steps of a sentence: one, or one for each day that has a verb or a sum of its own."""
    days = list(dates(text, telling.about, telling.day))
    exact = [one for one in days if one.rule != "date_fiscal"]
    first = next(statuses(text), None)
    if first is None or not days:
        return
    if not exact and _BACKGROUND.match(text, first.start):
        return
    pairs = {min(exact or days, key=partial(_apart, text, first)): first}
    every = [one for one in statuses_again(text) if one.value != first.value] if len(exact) > 1 else []
    for verb in every:
        near = min(exact, key=partial(_apart, text, verb))
        if _apart(text, verb, near) < _NEAR and near.value not in {day.value for day in pairs}:
            pairs[near] = verb
    sums = list(amounts(text))
    if len(exact) == len(sums) > len(pairs) == 1:
        pairs = dict.fromkeys(exact, first)
    yield from ((day, _step(text, verb, day, _sum(sums, list(pairs), day), telling)) for day, verb in pairs.items())


def _now(text: str, telling: Telling) -> tuple[NamedValue, DraftStep] | None:
    """What the document announces by itself, on its own day."""
    if telling.day is None or len(telling.day) < DAY or _OTHERS.search(text):
        return None
    match = _NOW.search(text)
    if match is None and not (telling.joint and _planned(text)):
        return None
    near = NamedValue(telling.day, *(match.span() if match else (0, len(text))), "date_document")
    sums = list(amounts(text))
    verb = near._replace(value="announced", rule="status_done")
    dated = any(True for _ in dates(text, telling.about, telling.day))
    return near, _step(text, verb, near, sums[0] if len(sums) == 1 and not dated else None, telling)


def _planned(text: str) -> bool:
    said = read_sentence(text)
    return said.kind in ("act", "weak") and said.actor == "us" and said.ahead


def _sum(sums: Sequence[NamedValue], days: Sequence[NamedValue], day: NamedValue) -> NamedValue | None:
    """The sum of a day: the only one, or the nearest where there are as many."""
    if len(sums) != len(days):
        return None
    return min(sums, key=lambda one: abs(one.start - day.start))


def _step(text: str, status: NamedValue, near: NamedValue, money: NamedValue | None, telling: Telling) -> DraftStep:
    amount, currency = money.value.split() if money else (None, None)
    whose = bool(amount) and _not_alone(text, telling)
    return DraftStep(
        status=status.value, date=near.value, expected=_ahead(status, near, telling.day),
        amount=float(amount) if amount else None, currency=currency,
        amount_of=DraftWords(ja=t("ja", "intake_amount_of"), en=t("en", "intake_amount_of")) if whose else DraftWords(),
        fiscal_year=int(near.value[:4]) if near.rule == "date_fiscal" else None,
        recipient=telling.country if amount and not whose else None,
    )  # fmt: skip


def _ahead(status: NamedValue, near: NamedValue, day: str | None) -> bool:
    """Whether it is to come: as the sentence says, but not before the document."""
    past = day is not None and near.rule != "date_fiscal" and near.value < day[: len(near.value)]
    return status.rule == "status_expected" and not past


def _not_alone(text: str, telling: Telling) -> bool:
    """Whether a sum is not simply Japan's: of several states, of another, or a total."""
    if _TOTAL.search(text):
        return True
    alone = re.match(r"(?:[^.]{0,60}, )?(?:The Government of )?Japan (?!and\b|,)", text) is not None
    return telling.joint and not alone


def _apart(text: str, status: NamedValue, day: NamedValue) -> int:
    """How far a date is from a verb; in English a comma between them means that it belongs to another."""
    first, last = sorted((status, day), key=lambda one: one.start)
    between = text[first.end : last.start]
    return len(between) + 40 * len(re.findall(r"[,;]|\band\b", between))


def _same(one: DraftStep, other: DraftStep) -> bool:
    return (one.status, one.date) == (other.status, other.date) and one.amount in (None, other.amount)


def _again(near: NamedValue, one: DraftStep, other: DraftStep) -> bool:
    same = (one.status, one.expected) == (other.status, other.expected) and one.amount in (None, other.amount)
    return same and covers(near, other.date or "")
