"""GeoJSON lists: a row a feature, sound or not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from loaders.lists.output.files import files
from tests.loaders.lists.conftest import Take
from tests.loaders.lists.test_output import COMPLETE


def _collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False)


def _feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _point(*position: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(position)}


def test_points_names_and_nothing(take: Take) -> None:
    text = _collection(
        _feature(_point(178.4415, -18.1416), **{"国": "フィジー", "事業 名": "警備艇"}),
        _feature(None, country="Fiji", title="x", place="Suva"),
        _feature(None, name="y", nested={"a": 1}),
    )
    lines = take(text).lines
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.placement.outcome for line in lines] == ["placed", "placed", "unplaced"]
    assert lines[0].values["title"] == "警備艇"


def test_swapped_positions_keep_their_row_and_the_swap_is_offered(take: Take) -> None:
    lines = take(_collection(_feature(_point(-18.14, 178.44), country="FJI"), _feature(_point(35.68, 139.76)))).lines
    assert lines[0].placement.outcome == "swap"
    assert (lines[0].placement.candidates[0].lon, lines[0].placement.candidates[0].lat) == (178.44, -18.14)
    assert lines[1].placement.outcome == "unplaced"


def test_areas_are_placed_near_their_middle(take: Take) -> None:
    ring = [[178.3, -18.2], [178.5, -18.2], [178.5, -18.0], [178.3, -18.0], [178.3, -18.2]]
    (line,) = take(_collection(_feature({"type": "Polygon", "coordinates": [ring]}, country="Fiji"))).lines
    assert line.placement.spot is not None and line.placement.spot.precision == "city"


def test_a_broken_feature_keeps_its_row_and_says_why(take: Take) -> None:
    odd = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": "x"}, "properties": {"country": "Fiji"}},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "properties": None},
        {"type": "Feature", "properties": {"country": "Fiji"}},
        3,
        None,
    ]
    lines = take(_collection(*odd)).lines
    assert len(lines) == 5
    assert all(line.placement.reasons[0].key == "fault" for line in lines)
    assert [line.placement.outcome for line in lines] == ["country", "unplaced", "country", "unplaced", "unplaced"]


def test_what_an_import_wrote_is_read_back_at_the_same_places(take: Take) -> None:
    entries = take(COMPLETE).entries()
    again = take(dict(files(entries, "en", date(2026, 11, 22)))["placed.geojson"]).entries()
    assert [entry.title for entry in again] == [entry.title for entry in entries]
    spots = [(entry.line.placement.spot, entry.focus, entry.themes) for entry in again]
    for (spot, focus, themes), entry in zip(spots, entries, strict=True):
        old = entry.line.placement.spot
        assert spot and old and (spot.lon, spot.lat, focus, themes) == (old.lon, old.lat, entry.focus, entry.themes)
        assert spot.precision == old.precision
