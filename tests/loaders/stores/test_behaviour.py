"""What every store does alike: read, allowed, select, features, stamp, publish."""

from __future__ import annotations

import itertools
import json
import random
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry import shape

from atlas.filter import FACETS, Filter
from atlas.geo.box import Box
from loaders.geojson.reader import parse_features
from loaders.stores import DOCUMENTS, FEATURES, ORGANISATIONS, Contents
from tests import catalogue, hostile
from tests.atlas.wishes import two_hundred
from tests.loaders.stores.conftest import Stand, changed

FIJI = Box(176, -20, -178, -15)


def _touches(geometry: Any, box: Box | None) -> bool:
    """The naive way: the box on an endless strip of maps side by side."""
    if box is None or geometry is None:
        return box is None
    east = box.east if box.east >= box.west else box.east + 360
    window = shapely.box(box.west, box.south, east, box.north)
    return any(translate(shape(geometry), turn).intersects(window) for turn in (-360, 0, 360))


def _naive(filter_: Filter, box: Box | None) -> list[str]:
    found = catalogue.sites({facet: filter_.codes(facet) for facet in FACETS}, filter_.q)
    return [site["id"] for site in found if _touches(site["geometry"], box)]


def _boxes(chance: random.Random) -> Iterator[Box | None]:
    """Boxes anywhere in either frame, every other one over the Pacific, some of them all round, some none."""
    while True:
        west = chance.choice((chance.uniform(-180, 330), chance.uniform(90, 200)))
        width, south = chance.choice((2, 10, 40, 90, 200)), chance.uniform(-60, 40)
        north = min(90, south + chance.choice((2, 10, 40, 90)))
        frame = Box(west, south, min(360, west + width), north)
        across = Box(west, south, (west + width + 180) % 360 - 180, north) if west <= 180 else frame
        yield chance.choice((frame, frame, across, Box(-30, -90, 330, 90), None))


def test_what_is_read_is_the_file_to_the_byte(filled: Stand, edition: Contents) -> None:
    assert filled.store.read() == edition


def test_the_codes_that_occur(filled: Stand, edition: Contents) -> None:
    allowed = filled.store.allowed()
    assert list(allowed["focus"]) == list("1230")
    assert set(allowed) == set(FACETS)
    for facet in set(FACETS) - {"focus", "status"}:
        assert set(allowed[facet]) == {c for site in catalogue.FEATURES for c in catalogue.codes(site, facet)}


@pytest.fixture(scope="module")
def asked() -> list[tuple[Filter, Box | None, list[str]]]:
    """The two hundred filters as they are and with a box each, and what a naive recount finds."""
    boxes = itertools.islice(_boxes(random.Random(20261122)), 200)
    questions = [(filter_, box) for filter_, some in zip(two_hundred(), boxes, strict=True) for box in (None, some)]
    found = [(filter_, box, _naive(filter_, box)) for filter_, box in questions]
    assert sum(0 < len(ids) < len(catalogue.FEATURES) for _, _, ids in found) > 140, "too many mean nothing"
    return found


def test_two_hundred_filters_with_boxes_equal_a_naive_recount(
    filled: Stand, asked: list[tuple[Filter, Box | None, list[str]]]
) -> None:
    for filter_, box, expected in asked:
        assert filled.store.select(filter_, box) == expected, (filter_, box)


@pytest.mark.parametrize("box", [FIJI, Box(176, -20, 182, -15), Box(-180, -20, -178, -15), Box(180, -90, 180, 90)])
def test_fiji_lies_on_both_sides_of_180(filled: Stand, box: Box) -> None:
    found = filled.store.select(Filter(), box)
    assert found == _naive(Filter(), box)
    assert box.west != 176 or {"fiji-armed-forces/fji", "osa-fiji-2023/fji"} <= set(found)


def test_features_are_those_of_the_file(filled: Stand) -> None:
    filter_ = Filter(focus=("3",), region=("pacific",))
    found = [json.loads(line) for line in filled.store.features(filter_, FIJI)]
    assert [feature["id"] for feature in found] == filled.store.select(filter_, FIJI)
    known = {site["id"]: site for site in catalogue.FEATURES}
    assert found and all(feature == known[feature["id"]] for feature in found)


def test_codes_that_do_not_occur_are_as_if_not_chosen(filled: Stand) -> None:
    everything = filled.store.select(Filter())
    for filter_ in (Filter(region=("mars",)), Filter(year=("1066",), status=("signed'--",)), Filter(country=("",))):
        assert filled.store.select(filter_) == everything
    assert filled.store.select(Filter(region=("mars", "pacific"))) == filled.store.select(Filter(region=("pacific",)))
    year = filled.store.allowed()["year"][0]
    assert filled.store.select(Filter(year=(year, "9999"))) == filled.store.select(Filter(year=(year,)))


@pytest.mark.parametrize(
    "text", ["%", "_", "\\", "'; DROP SCHEMA foip_atlas CASCADE; --", "%s", "{}", "a\0b", "\0", "\ud800", "$1", "ﾌｨｼﾞｰ"]
)
def test_free_text_is_never_more_than_text(filled: Stand, text: str) -> None:
    found = filled.store.select(Filter(q=text))
    if all(map(str.isprintable, text)):
        assert found == _naive(Filter(q=text), None)
    else:
        assert found == []
    assert len(filled.store.select(Filter())) == len(catalogue.FEATURES)


def test_hostile_text_comes_back_as_it_was(fresh: Stand, edition: Contents) -> None:
    others = ("'; DROP TABLE foip_atlas.site; --", "\\.", '\t\\N\n{a,"b"}', "﷽𠮷", "%(x)s %s", '"},{"')
    texts = itertools.cycle([*hostile.STRINGS, *others])

    def spoil(properties: dict[str, Any]) -> None:
        properties |= dict.fromkeys(("title_ja", "title_en", "summary_en", "note_ja"), next(texts))

    other = changed(edition, spoil)
    fresh.publish(other)
    assert fresh.store.read() == other
    for text in others:
        wanted = [f["id"] for f in json.loads(other[FEATURES])["features"] if text == f["properties"]["title_en"]]
        assert wanted and set(wanted) <= set(fresh.store.select(Filter(q=text)))


def test_the_next_edition_takes_the_place_of_the_last(fresh: Stand, edition: Contents) -> None:
    assert fresh.store.stamp().value == fresh.store.stamp().value
    before = fresh.store.stamp().value
    other = changed(edition, lambda properties: properties.update(title_en="Newer"), b"\n# newer\n")
    fresh.publish(other)
    if fresh.kind == "postgis":
        fresh.store._until = 0  # type: ignore[attr-defined]  # as a second later
    assert fresh.store.stamp().value != before
    assert fresh.store.read() == other
    assert len(fresh.store.select(Filter(q="newer"))) == len(catalogue.FEATURES)
    fresh.publish(edition)
    assert fresh.store.read() == edition and fresh.store.select(Filter(q="newer")) == []


def test_no_reader_ever_sees_half_an_edition(fresh: Stand, edition: Contents) -> None:
    """Editions that differ in every feature and, but for loose files, in the sources and partners as well."""
    loose = fresh.kind == "file"
    editions = [
        changed(edition, partial(dict.update, title_en=f"Edition {number}"),
                b"" if loose else b"\n# %d\n" % number, step=8)
        for number in range(2)
    ]  # fmt: skip
    fresh.publish(editions[1])
    stop, seen, broken = threading.Event(), [0, 0], list[object]()

    def watch() -> None:
        while not stop.is_set():
            try:
                seen[editions.index(dict(fresh.store.read()))] += 1
            except Exception as error:
                broken.append(error)

    threads = [threading.Thread(target=watch) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(8):
        fresh.publish(editions[number % 2])
    stop.set()
    for thread in threads:
        thread.join()
    assert broken == [] and sum(seen) >= 8 and all(seen)


def test_a_lone_site_without_place_and_an_empty_edition(fresh: Stand, edition: Contents) -> None:
    features = json.loads(edition[FEATURES])["features"]
    nowhere = next(feature for feature in features if feature["geometry"] is None)
    for kept in ([nowhere], []):
        data = json.dumps({"type": "FeatureCollection", "features": kept}).encode()
        fresh.publish({**edition, FEATURES: data})
        assert fresh.store.select(Filter()) == [feature["id"] for feature in kept]
        assert fresh.store.select(Filter(), Box(-180, -90, 180, 90)) == []
        read = parse_features(fresh.store.read()[FEATURES], FEATURES)
        assert list(read.index) == [feature["id"] for feature in kept]


def test_a_file_of_another_hand_means_the_same_in_every_store(fresh: Stand, edition: Contents) -> None:
    """Another order, a line cut at 180°, whole numbers with a point, heights, members and properties unknown to us."""
    features = json.loads(edition[FEATURES])["features"][::-1]
    line = next(feature for feature in features if feature["geometry"] and feature["geometry"]["type"] == "LineString")
    parts = [[[170, -30], [180, -18]], [[-180, -18], [-170, -5]]]
    line["geometry"] = {"type": "MultiLineString", "coordinates": parts}
    for feature in features:
        feature["properties"] |= {"colour": "red", "uncertainty_km": 10.0}
        if feature["geometry"] and feature["geometry"]["type"] == "Point":
            feature["geometry"]["coordinates"].append(12.5)
    data = json.dumps({"type": "FeatureCollection", "features": features, "made_by": "another hand"}).encode()
    fresh.publish({**edition, FEATURES: data})
    assert fresh.store.select(Filter()) == [feature["id"] for feature in features]
    for box in (FIJI, Box(-180, -20, -179, -15), Box(179, -20, 180, -18.5)):
        found = fresh.store.select(Filter(), box)
        assert line["id"] in found
        assert found == [feature["id"] for feature in features if _touches(feature["geometry"], box)]
    assert line["id"] not in fresh.store.select(Filter(), Box(170, -20, 175, -10)), "its bounds touch, it does not"
    read = parse_features(fresh.store.read()[FEATURES], FEATURES)
    assert list(read.index) == [feature["id"] for feature in features]
    assert set(fresh.store.read()) == {FEATURES, DOCUMENTS, ORGANISATIONS}
