"""Who else a joint statement is of, by its title alone: 日豪共同声明, Joint Statement between Japan and Fiji."""

from __future__ import annotations

import re
from typing import Final

from loaders.intake.proposing.words.countries import named_areas
from loaders.intake.proposing.words.flat import flat

_HOME: Final = "JPN"
_MOST: Final = 2  # other sides; a statement of four and more speaks for a group, not for each of its items
_JOINT: Final = re.compile(
    r"共同(?:声明|宣言|発表|コミュニケ|ビジョン|プレス|行動計画|文書)|日本国?(?:政府)?と.+との間|\bbetween\b.*\bJapan\b|"
    r"\bJapan\b.*\bbetween\b|\bjoint (?:\S+ ){0,3}(?:statement|declaration|communiqu|vision|announcement|press)",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"に\s?(?:関する|向けた)|についての|をめぐる|\b(?:on|regarding|concerning|about|towards?)\b", re.I
)
_SIGN: Final = re.compile(r"(?<![\u4e00-\u9fff])日・?(?=[ァ-ヶ])")  # 日・シンガポール, 日インドネシア


def title_parties(title: str) -> tuple[str, ...]:
    """The one or two countries that a statement's title names beside Japan, not those that it is about; else none."""
    if not _JOINT.search(title):
        return ()
    for part in _SUBJECT.split(title):
        codes = dict.fromkeys(area.code for area in named_areas(flat(part)) if not area.region)
        others = tuple(code for code in codes if code != _HOME)
        if others and (_HOME in codes or _SIGN.search(part)):
            return others if len(others) <= _MOST else ()
    return ()
