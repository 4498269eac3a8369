"""The folium map: constant, small, offline; a rerun sends only which sites are visible."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import folium
import numpy as np
from branca.element import MacroElement
from folium.template import Template
from numpy.typing import NDArray

from maps.own import OwnScene

ATTRIBUTION: Final = "Natural Earth"
_STATIC: Final = "../../app/static/"
ASSETS: Final = Path(__file__).resolve().parent / "assets"
SCRIPT: Final = "atlas.js"
FIRST: Final = "atlas-first.js"
ENTRIES: Final = {SCRIPT: ASSETS / "server.js", FIRST: ASSETS / "first.js"}
STYLES: Final = ("leaflet.css", "atlas.css")
OPTIONS: Final[dict[str, Any]] = {
    "zoom_control": False, "zoomSnap": 0, "zoomDelta": 1, "wheelPxPerZoomLevel": 90, "maxZoom": 11,
    "maxBoundsViscosity": 1, "attributionControl": False, "trackResize": False,
}  # fmt: skip
CENTER: Final = (4.5, 126)
ZOOM: Final = 3
_MARKUP: Final = re.compile(r"[^0-9A-Za-z]")
PLAIN: Final[dict[str, Any]] = {**OPTIONS, "zoomControl": False, "center": CENTER, "zoom": ZOOM}


class WorldMap(folium.Map):
    """A folium map that asks no other host: its scripts and styles come from the atlas's own static files.

    The frame fetches scripts one after the other, so ours are joined to one file: see `maps.scripts`.
    """

    default_js = [("leaflet", f"{_STATIC}leaflet.js"), ("atlas", f"{_STATIC}{SCRIPT}")]
    default_css = [(name, f"{_STATIC}{name}") for name in STYLES]


class Call(MacroElement):
    """One call of the atlas's own script; its arguments are never data, only file names, bits and codes."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.code }}{% endmacro %}")

    def __init__(self, code: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Call"
        self.code = code


def world_map() -> WorldMap:
    """The map with nothing on it; the same script for every user, filter and language."""
    world = WorldMap(location=CENTER, zoom_start=ZOOM, tiles=None, control_scale=False, **OPTIONS)
    world.add_child(Call(f"atlas.start({world.get_name()});"))
    return world


@dataclass(frozen=True)
class Scene:
    """What to show beside the mask: files, the chosen initiative, words for a failure, a frame of its own.

    `bounds` is west, south, east, north in degrees of the drawing frame (−30..330), None for the Indo-Pacific;
    `around` likewise what a filter frames unless someone has moved the map, `visit` where it is to go once, now.
    `changes` are drawn instead of the sites: see `maps.changes`.
    `aside` are sites to be shown faintly beside those of the mask (bits), because only `country` is asked for.
    `own` is drawn beside them: see `maps.own`. From zoom 6 on the files of `coast` are fetched: see `maps.coast`.
    """

    features: str
    land: str
    selected: str | None
    failed: str
    bounds: tuple[float, float, float, float] | None = None
    changes: dict[str, Any] | None = None
    visit: tuple[float, float, float, float] | None = None
    around: tuple[float, float, float, float] | None = None
    own: OwnScene | None = None
    aside: str | None = None
    country: str | None = None
    coast: str | None = None


def visible(mask: NDArray[np.bool_], scene: Scene) -> folium.FeatureGroup:
    """Show the sites of a mask, which has one entry a site in the order of the features file."""
    group = folium.FeatureGroup(name="sites")
    group.add_child(Call(f"atlas.show({_literal(asked(mask, scene))});"))
    return group


def asked(mask: NDArray[np.bool_], scene: Scene) -> str:
    """What the browser is asked to show, as JSON."""
    return json.dumps(asdict(scene) | {"bits": packed(mask)})


def packed(mask: NDArray[np.bool_]) -> str:
    """A mask as Base64, a bit a site."""
    return base64.b64encode(np.packbits(mask).tobytes()).decode()


def _literal(text: str) -> str:
    """ASCII text as a script literal in which nothing is left that a template or a page could read as markup."""
    return '"' + _MARKUP.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + '"'
