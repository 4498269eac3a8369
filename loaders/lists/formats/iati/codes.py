"""Code lists of the IATI standard: regions of the OECD and of the UN, statuses, dates and precisions of 2.x and 1.x."""

from __future__ import annotations

from functools import cache
from typing import Final

_DAC: Final = """
88 States Ex-Yugoslavia unspecified|89 Europe, regional|189 North of Sahara, regional|289 South of Sahara, regional
298 Africa, regional|380 West Indies, regional|389 North & Central America, regional|489 South America, regional
498 America, regional|589 Middle East, regional|619 Central Asia, regional|679 South Asia, regional
689 South & Central Asia, regional|789 Far East Asia, regional|798 Asia, regional|889 Oceania, regional
998 Developing countries, unspecified|1027 Eastern Africa, regional|1028 Middle Africa, regional
1029 Southern Africa, regional|1030 Western Africa, regional|1031 Caribbean, regional|1032 Central America, regional
1033 Melanesia, regional|1034 Micronesia, regional|1035 Polynesia, regional
"""
_M49: Final = """
1 World|2 Africa|5 South America|9 Oceania|11 Western Africa|13 Central America|14 Eastern Africa|15 Northern Africa
17 Middle Africa|18 Southern Africa|19 Americas|21 Northern America|29 Caribbean|30 Eastern Asia|34 Southern Asia
35 South-eastern Asia|39 Southern Europe|53 Australia and New Zealand|54 Melanesia|57 Micronesia, regional
61 Polynesia|142 Asia|143 Central Asia|145 Western Asia|150 Europe|151 Eastern Europe|154 Northern Europe
155 Western Europe|202 Sub-Saharan Africa|419 Latin America and the Caribbean
"""
STATUSES: Final = {
    "1": "announced", "2": "under-way", "3": "completed", "4": "completed", "5": "cancelled", "6": "suspended",
}  # fmt: skip
DATES: Final = {"start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"}  # 1.x
PRECISION: Final = {
    "1": "site", "2": "city", "3": "admin1", "4": "admin1", "5": "admin1",
    "6": "country", "7": "country", "8": "country", "9": "country",
}  # fmt: skip  # 1.x, GeographicalPrecision


def region_name(code: str, vocabulary: str) -> str:
    """The name of a region's code in the OECD's list (1, or none named) or the UN's (2); empty for any other."""
    names = {"": _names(_DAC), "1": _names(_DAC), "2": _names(_M49)}.get(vocabulary, {})
    return names.get(code.lstrip("0"), "")


@cache
def _names(text: str) -> dict[str, str]:
    entries = (entry.partition(" ") for entry in text.strip().replace("\n", "|").split("|"))
    return {code: name for code, _, name in entries}
