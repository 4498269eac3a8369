"""A visitor's own list on the map: its places beside the atlas's, and the candidates of one row, for one session only.

It travels inside the call of our own script, deflated: no file on the server ever holds it.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, TypedDict

import geopandas as gpd

from atlas.geo.bounds import Bounds
from atlas.geo.pacific import to_frame
from atlas.vocab import Lang
from maps.payload import payload

SHOWN: Final = 5_000
_ROOM: Final = 2.5


class Option(NamedTuple):
    """A candidate: its letter, its words, degrees."""

    letter: str
    text: str
    lon: float
    lat: float


class OwnScene(TypedDict):
    """What `Scene.own` holds: sites as Base64 of deflated JSON, candidates as they are drawn."""

    sites: str
    options: list[dict[str, Any]]


def own_sites(
    frame: gpd.GeoDataFrame, hows: Mapping[str, str], lang: Lang, context: Mapping[str, Mapping[str, Any]]
) -> str:
    """The sites of `OwnScene`; `frame` has the placed rows (the first SHOWN are drawn), `hows` how each came there."""
    sites = payload(frame.iloc[:SHOWN], lang, context, {})["sites"]
    for site in sites:
        site.update(own=True, key=f"own:{site['key']}", how=hows.get(site["id"], site["how"]))
    text = json.dumps(sites, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 1)).decode()


def drawn_options(options: Iterable[Option]) -> list[dict[str, Any]]:
    """The options of `OwnScene`."""
    return [
        {"letter": one.letter, "text": one.text, "x": to_frame(round(one.lon, 6)), "y": round(one.lat, 6)}
        for one in options
    ]


def bounds_of_options(options: Iterable[Option]) -> Bounds | None:
    """West, south, east, north round some candidates with room to see where they are; None without any."""
    points = [(to_frame(one.lon), one.lat) for one in options]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    west, east = max(min(xs) - _ROOM, -30.0), min(max(xs) + _ROOM, 330.0)
    return west, max(min(ys) - _ROOM, -60.0), east, min(max(ys) + _ROOM, 75.0)
