"""Themes, instruments and focus area of an item: by its words first, then by the initiatives nearest to it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from atlas.records import Initiative
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import Spoken, instruments_told, themes_told

Focus = Literal[0, 1, 2, 3]
_THEMES: Final[Mapping[Focus, str]] = {
    1: "critical-minerals energy medicines supply-chains submarine-cables mobile-networks computing ai quantum "
    "semiconductors space research startups digital-economy digital-government data-protection nuclear",
    2: "climate circular-economy decarbonisation shipping roads-bridges urban corridors navigation-safety finance "
    "trade-rules trade-investment agri-food airports ports tourism aviation",
    3: "maritime-awareness coast-guard osa-equipment defence-equipment defence-cooperation cybersecurity "
    "law-enforcement disaster-management disarmament",
    0: "human-resources people-exchange youth-education culture health-society public-service diplomacy",
}
# The focus area that a theme belongs to when nothing else says which.
FOCUS_OF: Final[Mapping[str, Focus]] = {
    theme: focus
    for focus, themes in _THEMES.items()
    for theme in themes.split()
}  # fmt: skip
MEANS: Final = frozenset({"human-resources", "research", "startups"})  # met in every area; the other themes say which
_STATED: Final = re.compile(r"重点分野\s?([1-3])|[Ff]ocus [Aa]rea (?:no\. ?)?([1-3])")
_CHAPEAU: Final = re.compile(
    r"以下の方法で|以下の\s?\d+つの|次の(?:方法|取組)で|(?:in the following (?:ways|areas|manner)|as follows|"
    r"the following)[^.]{0,40}[:.]?$"
)
_PREAMBLE: Final = re.compile(
    r"^(?:序|前文|実施|基本的考え方|重点分野$|結び|結語|はじめに|おわりに)|特徴|(?i:preamble|introduction|"
    r"^vision|principles|basic thinking|conclusion|implementation)"
)
_FOCUS: Final[Mapping[str, Focus]] = {"1": 1, "2": 2, "3": 3}
_HEADING: Final = 0.35  # of the words of a heading against those of the text
_OF_HEADING: Final = 0.7  # the same for the focus area, for which headings are made
_NEIGHBOURS: Final = 4
_LEARNT: Final = 1.6  # of what the nearest initiatives are, against one word
_MOST: Final = 3
_ANY: Final = 0.3  # that cooperation of which no more is said is a programme
_OTHERWISE: Final = {"theme_word": "theme_heading", "theme_frame": "theme_heading", "instrument_word": "instrument_any"}


class Ranked(NamedTuple):
    """A code with its weight, where the words for it stand, and the initiative that it was learnt from, if it was."""

    code: str
    weight: float
    places: tuple[tuple[int, int], ...]
    near: str | None
    rule: str


def themes_of(part: Flat, heading: str, like: Mapping[str, float], known: Mapping[str, Initiative]) -> list[Ranked]:
    """The themes, the likeliest first; diplomacy where a text only says that there will be cooperation."""
    told = themes_told(part)
    weights = defaultdict(float, {code: one.weight for code, one in told.items()})
    for code, one in themes_told(Flat(heading, tuple(range(len(heading))))).items():
        weights[code] += min(1.0, one.weight) * _HEADING
    learnt = _learnt(like, known, "themes")
    for code, (weight, _) in learnt.items():
        weights[code] += weight
    frame = _CHAPEAU.search(part.text) or _PREAMBLE.search(heading)
    if frame or not weights:
        weights["diplomacy"] += max(weights.values(), default=0) + 0.5
    return _ranked(weights, told, learnt, "theme_frame" if frame else "theme_word")


def instruments_of(part: Flat, like: Mapping[str, float], known: Mapping[str, Initiative]) -> list[Ranked]:
    """The instruments, the likeliest first."""
    told, learnt = instruments_told(part), _learnt(like, known, "instruments")
    weights = defaultdict(float, {code: one.weight for code, one in told.items()})
    for code, (weight, _) in learnt.items():
        weights[code] += weight * 0.5
    weights["programme"] += 0 if told else _ANY
    return _ranked(weights, told, learnt, "instrument_word")


def begun_with(ranked: Sequence[Ranked], most: int = _MOST) -> int:
    """How many of them an entry begins with: those not far behind the first, and that the text has words for."""
    close = (
        place == 0 or (one.weight >= 0.55 * ranked[0].weight and one.places) for place, one in enumerate(ranked[:most])
    )
    return sum(map(bool, takewhile(bool, close)))


def focus_of(
    part: Flat, heading: str, themes: Sequence[Ranked], like: Mapping[str, float], known: Mapping[str, Initiative]
) -> tuple[list[tuple[Focus, float]], bool]:
    """The focus areas, the likeliest first, with their shares; and whether the document itself says which."""
    frame = bool(themes) and themes[0].rule == "theme_frame"
    stated = (
        None
        if frame
        else _STATED.search(unicodedata.normalize("NFKC", heading))
        or _STATED.search(unicodedata.normalize("NFKC", part.text[:30]))
    )
    if stated:
        return [(_FOCUS[stated[1] or stated[2]], 1.0)], True
    votes: dict[Focus, float] = defaultdict(float)
    for place, one in enumerate(themes[:4]):
        votes[FOCUS_OF[one.code]] += one.weight / (1 + place) * (0.4 if one.code in MEANS else 1)
    for code, told in themes_told(Flat(heading, tuple(range(len(heading))))).items():
        votes[FOCUS_OF[code]] += _OF_HEADING * min(1.0, told.weight)
    for key, nearness in _nearest(like):
        votes[known[key].focus_area] += nearness * _LEARNT / 2
    if frame:
        votes[0] += 1.5
    total = sum(votes.values()) or 1.0
    return sorted(((focus, vote / total) for focus, vote in votes.items()), key=lambda pair: -pair[1]), False


def _nearest(like: Mapping[str, float]) -> list[tuple[str, float]]:
    return [(key, near) for key, near in sorted(like.items(), key=lambda pair: -pair[1])[:_NEIGHBOURS] if near > 0.15]


def _learnt(like: Mapping[str, float], known: Mapping[str, Initiative], field: str) -> dict[str, tuple[float, str]]:
    """How much the nearest initiatives speak for each code, and the nearest that does."""
    found: dict[str, tuple[float, str]] = {}
    nearest = _nearest(like)
    total = sum(near for _, near in nearest) or 1.0
    for key, near in nearest:
        for place, code in enumerate(getattr(known[key], field)):
            weight, first = found.get(code, (0.0, key))
            found[code] = weight + _LEARNT * near * near / total / (1 + 0.5 * place), first
    return found


def _ranked(
    weights: Mapping[str, float], told: Mapping[str, Spoken], learnt: Mapping[str, tuple[float, str]], rule: str
) -> list[Ranked]:
    rows = []
    for code, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
        spoken = told.get(code)
        near = learnt.get(code, (0, None))[1]
        kind = (
            rule
            if spoken or (rule == "theme_frame" and code == "diplomacy")
            else "learnt"
            if near
            else _OTHERWISE[rule]
        )
        rows.append(Ranked(code, weight, spoken.places if spoken else (), near, kind))
    return rows
