"""What the browser is sent once an edition and language: the sites, names and words of the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd

from atlas import vocab
from atlas.countries import country_name, region_of
from atlas.geo.cells import CROWD, cell_of
from atlas.geo.drawn import drawn
from atlas.geo.pacific import to_frame
from atlas.progress.milestones import told
from atlas.progress.status import told_text
from atlas.progress.years import counts, year_of
from atlas.vocab import text_of
from atlas.words.i18n import spoken, t
from atlas.words.phrases import mention_text, place_text, precision_text
from maps.symbols import form_of, look

_LEGEND = ("site", "city", "country", "region", "route")


def payload(
    frame: gpd.GeoDataFrame, lang: vocab.Lang, context: Mapping[str, Mapping[str, Any]], headings: Mapping[str, str]
) -> dict[str, Any]:
    """The whole map's data in one language; sites stand in the order of the frame's rows.

    `context` has a label point per country (lon, lat in degrees); `headings` a short name per document.
    """
    rows = zip(frame.index, frame.to_dict("records"), strict=True)
    sites = [_site(str(id_), row, lang, context, headings) for id_, row in rows]
    return {
        "crowd": CROWD,
        "lang": lang,
        "look": {code: {**glyph, **_called(code, lang)} for code, glyph in look().items()},
        "legend": [{"symbol": f"focus3-{form}", "text": t(lang, f"legend_{form}")} for form in _LEGEND],
        **spoken(lang, _WORDS, "map_"),
        "countries": {code: _country(code, entry, lang) for code, entry in sorted(context.items())},
        "regions": {code: name.text(lang) for code, name in vocab.REGIONS.items()},
        "sites": [_celled(site) for site in sites] if len(sites) > CROWD else sites,
    }


_WORDS = (
    "legend", "focus", "precision", "shown", "unplaced", "many", "country", "mentions", "comma", "close",
    "zoomIn", "zoomOut", "home", "world", "near", "alt", "cell", "countries", "outside", "details",
)  # fmt: skip


def _called(code: str, lang: vocab.Lang) -> dict[str, str]:
    """A focus area's name, and the shortest for a legend of one line."""
    return {"short": vocab.FOCUS_SHORT[int(code)].text(lang), "brief": t(lang, f"map_focus_{code}")}


def _celled(site: dict[str, Any]) -> dict[str, Any]:
    return site if site["x"] is None else site | {"cell": cell_of(site["x"], site["y"])}


def _country(code: str, entry: Mapping[str, Any], lang: vocab.Lang) -> dict[str, Any]:
    return {
        "name": country_name(code, lang), "x": to_frame(entry["lon"]), "y": entry["lat"],
        "tiny": entry["tiny"], "rank": entry["rank"], "region": region_of(code),
    }  # fmt: skip


def _site(
    id_: str,
    row: Mapping[str, Any],
    lang: vocab.Lang,
    context: Mapping[str, Mapping[str, Any]],
    headings: Mapping[str, str],
) -> dict[str, Any]:
    site: dict[str, Any] = {
        "id": id_,
        "initiative": row["initiative"],
        "focus": str(row["focus_area"]),
        "precision": form_of(row["precision"]),
        "key": row["place"] or id_,
        "name": text_of(row, "place", lang),
        "countries": row["countries"],
        "title": text_of(row, "title", lang),
        "summary": text_of(row, "summary", lang),
        "place": place_text(row, lang),
        "how": precision_text(row, lang),
        "said": [[year_of(one.step), told_text(one, lang)] for one in told([row], lang) if counts(one.step)],
        "mentions": [mention_text(mention, headings) for mention in row["mentions"]],
    }
    return site | drawn(row, context)
