"""Repairs to Natural Earth's units: the Japanese government's depiction, else the United Nations' as Japan takes it.

Every repair asserts what it finds: if the source changes, the build stops instead of drawing something else.
"""

from __future__ import annotations

from typing import Final

from shapely.affinity import translate
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import split

from scripts.basemap_islets import ISLETS, islet
from scripts.basemap_topology import Parts, dissolve, polygons_of

Window = tuple[float, float, float, float]
Position = tuple[float, float]

# What moves: (from, to, window that holds the centre of each part, number of parts).
MOVES: Final[tuple[tuple[str, str, Window, int], ...]] = (
    ("RUS", "JPN", (145.3, 43.3, 149.2, 45.6), 4),  # Etorofu, Kunashiri, Shikotan, Habomai
    ("KOR", "JPN", (131.8, 37.2, 131.9, 37.3), 1),  # Takeshima
    ("RUS", "UKR", (32.4, 44.3, 36.7, 46.3), 1),  # Crimea
    ("NZL", "TKL", (187.0, -10.0, 189.5, -8.0), 2),  # Tokelau has an ISO code of its own
    ("Indian Ocean Ter.", "CCK", (96.0, -13.0, 97.5, -11.5), 2),
    ("Indian Ocean Ter.", "CXR", (105.0, -11.0, 106.0, -10.0), 1),
)
# What melts into its neighbour: (unit, country, number of parts).
MERGES: Final[tuple[tuple[str, str, int], ...]] = (
    ("Somaliland", "SOM", 1),
    ("N. Cyprus", "CYP", 2),
    ("Cyprus U.N. Buffer Zone", "CYP", 3),
    ("Akrotiri", "CYP", 1),
    ("Dhekelia", "CYP", 1),
    ("Siachen Glacier", "IND", 1),
    ("Baikonur", "KAZ", 1),
    ("USNB Guantanamo Bay", "CUB", 2),
    ("Coral Sea Is.", "AUS", 1),
    ("Clipperton I.", "FRA", 1),
    ("Bajo Nuevo Bank", "COL", 1),
    ("Serranilla Bank", "COL", 1),
    ("Kosovo", "XKX", 1),
)
# Claimed by several and far too small to show, so that nobody is given them; and an islet that does not exist.
DROPS: Final[tuple[tuple[str, Window, int], ...]] = (
    ("Spratly Is.", (111.0, 6.0, 118.0, 12.0), 12),
    ("Scarborough Reef", (117.0, 15.0, 118.0, 15.5), 1),
    ("CHN", (111.0, 15.5, 113.0, 17.2), 7),  # Paracel Islands
    ("JPN", (153.93, 24.28, 153.97, 24.32), 1),  # beside Minamitorishima
)
# Countries that the source cuts at 180°.
SEAM: Final = ("RUS", "FJI")

# The 1967 line between Israel and the Golan, drawn by hand for 1:10m; both ends are vertices of the source.
GOLAN_LINE: Final[tuple[Position, ...]] = (
    (35.6242, 33.2723), (35.664, 33.243), (35.652, 33.19), (35.622, 33.135), (35.628, 33.02), (35.635, 32.95),
    (35.617, 32.889), (35.645, 32.865), (35.653, 32.826), (35.643, 32.785), (35.666, 32.735), (35.653, 32.6863),
)  # fmt: skip
# 27°40'N: the source gives Morocco all it holds; from the coast to a vertex that Western Sahara shares.
SAHARA_LINE: Final[tuple[Position, ...]] = ((-13.1779, 27.6628), (-8.8183, 27.6611))
# 50°N across Sakhalin, from sea to sea.
SAKHALIN_LINE: Final[tuple[Position, ...]] = ((141.9, 50.0), (144.3, 50.0))
KURILS_WINDOW: Final[Window] = (149.3, 45.4, 156.65, 51.0)  # Urup to Shumshu
GOLAN: Final = "~golan"
KURILS: Final = "~kurils"
SOUTHERN_SAKHALIN: Final = "~southern-sakhalin"
WESTERN_SAHARA: Final = "~western-sahara"
NOBODYS: Final = {GOLAN, KURILS, SOUTHERN_SAKHALIN, WESTERN_SAHARA}

# Natural Earth has Uotsuri and Kita-/Minami-kojima five kilometres too far east-south-east.
SENKAKU_WINDOW: Final[Window] = (123.5, 25.72, 123.62, 25.80)
SENKAKU_SHIFT: Final[Position] = (-0.0525, -0.0190)

# (place, position, owner): checked after all repairs.
CHECKS: Final[tuple[tuple[str, Position, str], ...]] = (
    ("Etorofu", (147.8, 45.0), "JPN"),
    ("Kunashiri", (145.8, 44.1), "JPN"),
    ("Shikotan", (146.75, 43.8), "JPN"),
    ("Habomai (Shibotsu)", (146.15, 43.505), "JPN"),
    ("Takeshima", (131.862, 37.243), "JPN"),
    ("Uotsuri", (123.475, 25.745), "JPN"),
    *((name, position, "JPN") for name, (position, _) in ISLETS.items()),
    ("Urup", (150.0, 46.0), KURILS),
    ("Shumshu", (156.3, 50.75), KURILS),
    ("Cape Lopatka", (156.75, 51.1), "RUS"),
    ("Yuzhno-Sakhalinsk", (142.73, 46.96), SOUTHERN_SAKHALIN),
    ("Tymovskoye", (142.66, 50.85), "RUS"),
    ("Ulleungdo", (130.87, 37.5), "KOR"),
    ("Sevastopol", (33.58, 44.6), "UKR"),
    ("Hargeisa", (44.06, 9.56), "SOM"),
    ("Kyrenia", (33.32, 35.32), "CYP"),
    ("Siachen", (77.0, 35.4), "IND"),
    ("Pristina", (21.16, 42.66), "XKX"),
    ("Quneitra heights", (35.78, 33.1), GOLAN),
    ("Tiberias", (35.52, 32.79), "ISR"),
    ("Laayoune", (-13.0, 27.1), WESTERN_SAHARA),
    ("Tan-Tan", (-11.1, 28.43), "MAR"),
)


def repair(parts: Parts) -> Parts:
    """All repairs, each checked; the result holds ISO alpha-3 codes and the areas of nobody only."""
    for source, target, window, count in MOVES:
        parts.setdefault(target, []).extend(_take(parts, source, window, count))
    for source, window, count in DROPS:
        _take(parts, source, window, count)
    for unit, country, count in MERGES:
        _merge(parts, unit, country, count)
    _mend_japan(parts)
    _set_apart(parts)
    # Joins what was merged, what the source cut at 180° and what it has twice (Notsuke, east of Hokkaido).
    whole = {key: dissolve(found) for key, found in sorted(parts.items()) if found}
    _check(whole)
    return whole


def owners(parts: Parts, position: Position) -> set[str]:
    """The units that a position lies in."""
    point = Point(position)
    return {key for key, polygons in parts.items() if any(polygon.covers(point) for polygon in polygons)}


def _take(parts: Parts, key: str, window: Window, count: int) -> list[Polygon]:
    """Remove and return the parts that lie wholly inside a window."""
    frame = box(*window)
    found = [polygon for polygon in parts[key] if frame.covers(polygon)]
    assert len(found) == count, f"{key}: {len(found)} parts in {window}, expected {count}"
    parts[key] = [polygon for polygon in parts[key] if polygon not in found]
    return found


def _merge(parts: Parts, unit: str, country: str, count: int) -> None:
    found = parts.pop(unit)
    assert len(found) == count, f"{unit}: {len(found)} parts, expected {count}"
    parts.setdefault(country, []).extend(found)


def _mend_japan(parts: Parts) -> None:
    senkaku = _take(parts, "JPN", SENKAKU_WINDOW, 2)
    parts["JPN"] += [translate(polygon, *SENKAKU_SHIFT) for polygon in senkaku]
    parts["JPN"] += [islet(*known) for known in ISLETS.values()]


def _set_apart(parts: Parts) -> None:
    """Golan, Western Sahara, southern Sakhalin and the Kurils become areas that belong to no country in the data."""
    parts[KURILS] = _take(parts, "RUS", KURILS_WINDOW, 14)
    parts[SOUTHERN_SAKHALIN] = _cut_off(parts, "RUS", SAKHALIN_LINE, (142.73, 46.96))
    parts[GOLAN] = _cut_off(parts, "ISR", GOLAN_LINE, (35.78, 33.1))
    sahara = _cut_off(parts, "MAR", SAHARA_LINE, (-13.0, 27.1))
    parts[WESTERN_SAHARA] = dissolve(sahara + parts.pop("ESH"))
    assert len(parts[WESTERN_SAHARA]) == 1, "Western Sahara is not one piece"


def _cut_off(parts: Parts, country: str, line: tuple[Position, ...], inside: Position) -> list[Polygon]:
    """Cut a country along a line, take away and return the piece with a point in it."""
    pieces = [piece for polygon in parts[country] for piece in polygons_of(split(polygon, LineString(line)))]
    assert len(pieces) == len(parts[country]) + 1, f"the line does not cut {country} in two"
    found = [piece for piece in pieces if piece.covers(Point(inside))]
    parts[country] = [piece for piece in pieces if piece not in found]
    return found


def _check(parts: Parts) -> None:
    strange = {key for key in parts if key not in NOBODYS and not (len(key) == 3 and key.isupper())}
    assert not strange, f"units without a decision: {sorted(strange)}"
    for country in SEAM:
        cut = [polygon for polygon in parts[country] if 180.0 in (polygon.bounds[0], polygon.bounds[2])]
        assert not cut, f"{country}: {len(cut)} parts end at 180°"
    for place, position, owner in CHECKS:
        assert owners(parts, position) == {owner}, f"{place}: {owners(parts, position)}, expected {owner}"
