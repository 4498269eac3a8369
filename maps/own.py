"""A visitor's own list on the map: its places beside the atlas's, and the candidates of one row, for one session only.

It travels inside the call of our own script, as Base64 of JSON: no file on the server ever holds it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

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


def own_scene(
    frame: gpd.GeoDataFrame,
    hows: Mapping[str, str],
    options: Iterable[Option],
    lang: Lang,
    context: Mapping[str, Mapping[str, Any]],
) -> str:
    """What `Scene.own` holds; `frame` has the placed rows (the first SHOWN are drawn), `hows` how each came there."""
    sites = payload(frame.iloc[:SHOWN], lang, context, {})["sites"]
    for site in sites:
        site.update(own=True, key=f"own:{site['key']}", how=hows.get(site["id"], site["how"]))
    marks = [
        {"letter": one.letter, "text": one.text, "x": to_frame(round(one.lon, 6)), "y": round(one.lat, 6)}
        for one in options
    ]
    text = json.dumps({"sites": sites, "options": marks}, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(text.encode()).decode()


def bounds_of_options(options: Iterable[Option]) -> Bounds | None:
    """West, south, east, north round some candidates with room to see where they are; None without any."""
    points = [(to_frame(one.lon), one.lat) for one in options]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    west, east = max(min(xs) - _ROOM, -30.0), min(max(xs) + _ROOM, 330.0)
    return west, max(min(ys) - _ROOM, -60.0), east, min(max(ys) + _ROOM, 75.0)
