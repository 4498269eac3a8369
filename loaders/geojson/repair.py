"""What RFC 7946 advises against and no reader need refuse: mended, with a note of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, Literal, NamedTuple

from atlas.errors import Problem
from atlas.text.folding import seen

Kind = Literal["crs", "rings", "decimals", "unseen"]
DECIMALS: Final = 7  # a centimetre
_CRS84: Final = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84")
_SAID: Final[dict[Kind, str]] = {
    "crs": "has a crs member, which RFC 7946 took out; it names WGS 84 and was passed over",
    "rings": "has rings that break the right-hand rule; they were turned",
    "unseen": "has characters that nobody sees (marks of direction, spaces without width); they were taken out",
    "decimals": f"has positions of more than {DECIMALS} decimals; they were rounded",
}


class Note(NamedTuple):
    """One kind of fault that was mended: the first feature that has it, and how many do."""

    kind: Kind
    where: str
    features: int

    def problem(self, file: str) -> Problem:
        """The note as a line for people who keep the data."""
        more = f" ({self.features} features in all)" if self.features > 1 else ""
        return Problem(file, self.where, _SAID[self.kind] + more)


class Eased(NamedTuple):
    """Features that keep to the advice, and what was mended."""

    features: list[dict[str, Any]]
    notes: list[Note]


def is_crs84(crs: Any) -> bool:
    """Whether a member of the standard before RFC 7946 names longitude and latitude in WGS 84."""
    properties = crs.get("properties") if isinstance(crs, dict) and crs.get("type") == "name" else None
    return isinstance(properties, dict) and properties.get("name") in _CRS84


def eased(collection: dict[str, Any], names: list[str]) -> Eased:
    """The features of a collection without faults; `names` is how messages call them."""
    found: dict[Kind, list[str]] = {"crs": ["crs"] if "crs" in collection else [], "rings": [], "decimals": [],
                                    "unseen": []}  # fmt: skip
    features = []
    for name, feature in zip(names, collection["features"], strict=True):
        geometry, kinds = _geometry(feature["geometry"]) if feature["geometry"] else (None, set())
        if (properties := _seen(feature["properties"])) != feature["properties"]:
            kinds = {*kinds, "unseen"}
        for kind in kinds:
            found[kind].append(name)
        features.append({**feature, "geometry": geometry, "properties": properties} if kinds else feature)
    return Eased(features, [Note(kind, where[0], len(where)) for kind, where in found.items() if where])


def _geometry(geometry: dict[str, Any]) -> tuple[dict[str, Any], set[Kind]]:
    if geometry["type"] == "GeometryCollection":
        parts = [_geometry(part) for part in geometry["geometries"]]
        kinds: set[Kind] = set().union(*(kinds for _, kinds in parts))
        return {**geometry, "geometries": [part for part, _ in parts]}, kinds
    kinds, coordinates = set(), geometry["coordinates"]
    if any(round(number, DECIMALS) != number for number in _numbers(coordinates)):
        kinds.add("decimals")
        coordinates = _rounded(coordinates)
    if geometry["type"].endswith("Polygon"):
        turned = _turned(coordinates, geometry["type"])
        kinds |= {"rings"} if turned != coordinates else set()
        coordinates = turned
    return {**geometry, "coordinates": coordinates}, kinds


def _seen(value: Any) -> Any:
    """The same without what nobody sees, in every text of it."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, list):
        return [_seen(item) for item in value]
    return {key: _seen(item) for key, item in value.items()} if isinstance(value, dict) else value


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, list):
        for item in value:
            yield from _numbers(item)
    else:
        yield value


def _rounded(value: Any) -> Any:
    return [_rounded(item) for item in value] if isinstance(value, list) else round(value, DECIMALS)


def _turned(coordinates: Any, kind: str) -> Any:
    """The rings of a polygon, or of several: the outer one against the clock, holes with it."""
    if kind == "MultiPolygon":
        return [_turned(part, "Polygon") for part in coordinates]
    return [ring[::-1] if (_area(ring) < 0) is (number == 0) and _area(ring) else ring
            for number, ring in enumerate(coordinates)]  # fmt: skip


def _area(ring: list[list[float]]) -> float:
    """Twice the area, more than 0 where the ring runs against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
