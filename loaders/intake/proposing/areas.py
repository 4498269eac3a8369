"""Who is helped, who helps and where it happens: the countries and regions of an item, and what each is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from loaders.intake.draft import Clue
from loaders.intake.proposing.words.countries import NamedArea, named_areas
from loaders.intake.proposing.words.flat import Flat, flat

_JOINED: Final = re.compile(r"(?:[、,・とや&]|及び|並びに|,? and |, | )*(?:the )?(?:との間及び)?")
_WITH_AFTER: Final = re.compile(
    r"^(?:政府|等|の)?(?:の?(?:同盟国|同志国|有志国)[^。]{0,40}?)?(?:と(?:も|の)?(?:緊密に)?(?:連携|協力して|"
    r"協働|共に|共同)|とともに|と共に)"
)
_WITH_BEFORE: Final = re.compile(
    r"(?i:in (?:close )?(?:cooperation|collaboration|coordination|partnership) with|(?:together|jointly|"
    r"alongside|partnering|working) "
    r"with|with (?:the )?support (?:from|of)|alongside|in concert with)\s(?:the )?$"
)
_SPOKEN_ABOUT: Final = re.compile(
    r"\bcalls? (?:on|upon) the \b|深刻な懸念|強い懸念|非難|強く反対|憂慮|拉致問題|侵略|弾道ミサイル|condemn|"
    r"serious concern|grave concern|"
    r"deeply concerned|"
    r"concerns? about|strongly oppose|denounce|aggression|abduction|ballistic missile|humanitarian situation|"
    r"deplore|war (?:in|against)"
)


class Areas(NamedTuple):
    """The countries of an item, those that only work with it, its regions, and a clue for each."""

    countries: tuple[str, ...]
    partners: tuple[str, ...]
    regions: tuple[str, ...]
    clues: tuple[Clue, ...]
    by_default: bool
    spoken_about: bool


def areas_of(part: Flat, parties: Sequence[str], heading: str = "") -> Areas:
    """What the text names, else its heading; and the other party of a bilateral statement, which it need not name."""
    named, aside = _named(part)
    if not any(area.code != "JPN" for area in named):
        named += [area._replace(rule="country_heading") for area in named_areas(flat(heading)) if area.code != "JPN"]
    codes = list(dict.fromkeys(area.code for area in named if not area.region and area.code != "JPN"))
    with_it = _partners(part.text, named)
    regions = tuple(dict.fromkeys(area.code for area in named if area.region))
    missing = [code for code in parties if code not in codes]
    clues = [_clue(part, named, code, 0) for code in (*codes, *regions)]
    clues += [Clue(field="country", value=code, rule="country_party", margin=0.8) for code in missing]
    later = [code for code in dict.fromkeys(area.code for area in aside) if code not in {*codes, *regions, *parties}]
    clues += [_clue(part, aside, code, number, "country_spoken_about") for number, code in enumerate(later, 1)]
    home = [area for area in (*named, *aside) if area.code == "JPN"]
    clues += [_clue(part, home, "JPN", len(later) + 1, "country_home")] if home else []
    partners = tuple(code for code in codes if code in with_it)
    return Areas((*codes, *missing), partners, regions, tuple(clues), bool(missing) and not codes, bool(later))


def _named(part: Flat) -> tuple[list[NamedArea], list[NamedArea]]:
    """The areas that take part, and those that a sentence only speaks about with concern."""
    named: list[NamedArea] = []
    aside: list[NamedArea] = []
    every, place = named_areas(part), 0
    for sentence in part.sentences():
        start = part.text.index(sentence.text, place)
        place = start + len(sentence.text)
        about = aside if _SPOKEN_ABOUT.search(sentence.text) else named
        about += [area for area in every if start <= area.start < place]
    return named, aside


def _partners(text: str, named: Iterable[NamedArea]) -> set[str]:
    """Those of 日米豪, and those with whom it is done: 米国及び豪州と連携し, together with Australia."""
    found, group = set[str](), list[NamedArea]()
    for area in [*named, None]:
        if area is not None and area.rule == "country_heading":
            continue
        if area is None or (group and not _JOINED.fullmatch(text[group[-1].end : area.start])):
            if group and (
                _WITH_AFTER.search(text[group[-1].end :][:60])
                or _WITH_BEFORE.search(text[max(0, group[0].start - 60) : group[0].start])
            ):
                found |= {one.code for one in group}
            group = []
        if area is not None:
            group.append(area)
            found |= {area.code} if area.rule == "country_sign" else set()
    return found - {"JPN"}


def _clue(part: Flat, named: Iterable[NamedArea], code: str, rank: int, rule: str | None = None) -> Clue:
    own = [area for area in named if area.code == code]
    spans = tuple(part.span(area.start, area.end) for area in own if area.rule != "country_heading")
    return Clue(
        field="country", value=code, spans=spans, rule=rule or own[0].rule, margin=0.2 if rank else 1, rank=rank
    )
