"""Regions by their names in the lists of the ministry, JICA, the OECD, the World Bank and the UN."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from loaders.lists.placing.naming.aliases import REGIONS, WIDE
from loaders.lists.placing.naming.spelling import key_of, words_of

# What stands round a region's name and says only that it is one: ", regional", "(広域)", "諸国".
_AROUND: Final = re.compile(
    r"\s*[(（]\s*(?:広域|地域|全域|regional|region|multi-?country)\s*[)）]$"
    r"|[,\s(（-]+(?:regional|region|unspecified|general|wide|multi-?country|others?|(?:member )?(?:countries|states)"
    r"|nations|program(?:me)?)\)?$"
    r"|^(?:other|all|the|全|広域)\s*"
    r"|(?:・?(?:地域|諸国|各国|全域|全体|全般|一帯|広域|域内|圏|その他))+$",
    re.IGNORECASE,
)
Regions = tuple[str, ...]


def read_region(text: str) -> Regions | None:
    """The atlas's regions that a name may mean, none where it is wider than each; None for other names."""
    form, seen = text.strip(), set[str]()
    while form and form not in seen:
        seen.add(form)
        for key in (key_of(form), " ".join(words_of(form))):
            if key and key in _names():
                return _names()[key]
        form = _AROUND.sub("", form, count=1).strip(" ,、・-")
    return None


@cache
def _names() -> dict[str, Regions]:
    found: dict[str, Regions] = {}
    for line in REGIONS.strip().splitlines():
        codes, _, names = line.partition(" ")
        found |= _keys(names, tuple(codes.split("+")))
    return found | _keys(WIDE, ())


def _keys(names: str, regions: Regions) -> dict[str, Regions]:
    forms = [name.strip() for name in names.replace("\n", "|").split("|") if name.strip()]
    return {key: regions for name in forms for key in (key_of(name), " ".join(words_of(name))) if key}
