"""A site whose texts attack spreadsheets, XML and templates."""

from __future__ import annotations

from typing import Final

import geopandas as gpd

TEXTS: Final = (
    "=1+1",
    "@x",
    "+1",
    "-2+3",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "</a:t>",
    "{{7*191}}",
    "]]>",
    "<img src=x>",
    "&amp;",
)
FORMULAS: Final = TEXTS[:8]
SITE: Final = "palau-airport/airport"
_COLUMNS: Final = [f"{name}_{lang}" for name in ("title", "summary", "place", "note") for lang in ("ja", "en")]


def spoilt(frame: gpd.GeoDataFrame, text: str) -> gpd.GeoDataFrame:
    """One site of the catalogue with the text in every place for words."""
    bad = frame.loc[[SITE]].copy()
    for column in _COLUMNS:
        bad[column] = text
    return bad
