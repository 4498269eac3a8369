"""Where an entry stands and with whom it is done: its places with their roles, and its partners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from atlas.records import Role
from loaders.intake.draft import Clue, DraftPlace
from loaders.intake.proposing.itemreading import ItemReading, Setting
from loaders.intake.proposing.places import pins
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.speaking import TOGETHER

_HELPED: Final = frozenset({"oda", "osa", "training", "equipment"})
_PLACED: Final = frozenset({"loan", "private-investment", "demonstration"})
_AMONG: Final = frozenset({"exercise", "dialogue", "joint-research"})
_WIDE: Final = re.compile(
    r"Indo-Pacific|(?:in|across|to|throughout|of|from) the (?:wider |broader )?region\b|\bregional (?:partners|"
    r"capacity)|partner (?:countries|nations)|インド太平洋|地域(?:全体|諸国|の国々)"
)
_FOR_OTHERS: Final = re.compile(
    r"\b(?:help|support|assist|train|empower|enabl|benefit|provid|access|capacity|resilien|respond|respons)\w*|"
    r"支援|能力|供与|提供|育成"
)
_THERE: Final = re.compile(r"\b(?:in|to|for|across|throughout|within|around|by) (?:the )?$")
_OF_IT: Final = re.compile(
    r"(?:国内)?(?:において|における|に対|への|で(?:の|、|開))|[’']s? (?:\w+ ){0,3}(?:host|plan|program)"
)


def places_of(reading: ItemReading, piece: Flat, alone: bool, setting: Setting) -> tuple[DraftPlace, ...]:
    """Points where the text names them for sure, else the country, else the region.

    Among several states that speak together those are no place of what they do elsewhere.
    """
    areas, role, within = reading.areas, _role(reading.begun), _span(piece)
    spans = {clue.value: clue for clue in areas.clues}
    own = [code for code in areas.countries if code not in areas.partners] or list(areas.countries)
    if not alone:
        named = [code for code in own if _inside(spans[code], within)]
        own = named or [code for code in own if not spans[code].spans] or own
    wide = [code for code in areas.regions if alone or _inside(spans[code], within)]
    if setting.joint:
        own = [code for code in own if code not in setting.parties or _stands(piece, spans[code])]
        role = _joint_role(piece.text, reading.begun)
        if not own and not wide:
            return _everywhere(piece.text, role, setting.parties)
        role = "partner" if reading.begun[:1] and reading.begun[0] in _AMONG else role
    points = pins([clue for clue in reading.places if _inside(clue, within)], setting.world)
    regions = tuple(DraftPlace(region=code, role=role, precision="region") for code in wide)
    if regions and areas.by_default:
        return regions  # the party of the statement is a partner then
    found = [
        place.model_copy(update={"role": "partner" if code in areas.partners else role})
        for code in own
        for place in points.get(code, [DraftPlace(country=code)])
    ]
    return (*found, *regions) or (DraftPlace(region="global", role=role, precision="region"),)


def partners_of(
    reading: ItemReading, piece: Flat, places: Sequence[DraftPlace], alone: bool, setting: Setting
) -> tuple[str, ...]:
    """A party that is no place of a part, those that it is done with, organisations."""
    placed = {place.country for place in places if not setting.joint or place.role != "partner"}
    with_us = not setting.joint or TOGETHER.search(piece.text) or not piece.text.isascii()
    named = {clue.value for clue in reading.areas.clues if _inside(clue, _span(piece))}
    codes = [code for code in setting.parties if code not in placed and (with_us or code in named)]
    codes += [clue.value for clue in partner_clues(reading) if alone or _inside(clue, _span(piece))]
    return tuple(dict.fromkeys(codes))


def partner_clues(reading: ItemReading) -> list[Clue]:
    """The organisations that an item names, and the countries that it is done with."""
    found = [
        Clue(field="partner", value=key, rule=own[0].rule, margin=0.5 if own[0].rule == "partner_new" else 1,
             spans=tuple(reading.part.span(one.start, one.end) for one in own))
        for key in dict.fromkeys(one.key for one in reading.partners)
        if (own := [one for one in reading.partners if one.key == key])
    ]  # fmt: skip
    spans = {clue.value: clue.spans for clue in reading.areas.clues}
    with_it = [
        Clue(field="partner", value=code, rule="partner_with", margin=0.9, spans=spans[code])
        for code in reading.areas.partners
    ]
    return found + with_it


def _stands(piece: Flat, clue: Clue) -> bool:
    """Whether a part says that something is in a country that speaks, or for it."""
    for start, end in clue.spans:
        if start in piece.at and end - 1 in piece.at:
            first, last = piece.at.index(start), piece.at.index(end - 1) + 1
            if _THERE.search(piece.text[max(0, first - 14) : first]) or _OF_IT.match(piece.text, last):
                return True
    return False


def _everywhere(text: str, role: Role, parties: Sequence[str]) -> tuple[DraftPlace, ...]:
    """The region that it is for, else the states that speak, among themselves."""
    if _WIDE.search(text) or not TOGETHER.search(text):
        return (DraftPlace(region="global", role=role, precision="region"),)
    return tuple(DraftPlace(country=code, role="partner") for code in parties)


def _joint_role(text: str, instruments: Sequence[str]) -> Role:
    lead = instruments[0] if instruments else ""
    return "recipient" if lead not in _PLACED and (lead in _HELPED or _FOR_OTHERS.search(text)) else "host"


def _role(instruments: Sequence[str]) -> Role:
    """What a country is in an initiative of this instrument, when nothing else says it."""
    lead = instruments[0] if instruments else ""
    return "recipient" if lead in _HELPED else "host" if lead in _PLACED else "partner"


def _span(piece: Flat) -> tuple[int, int]:
    return piece.at[0], piece.at[-1] + 1


def _inside(clue: Clue, within: tuple[int, int]) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in clue.spans)
