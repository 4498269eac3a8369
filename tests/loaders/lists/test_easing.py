"""What the standard only advises against is mended with a note, wherever a file is read."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from atlas.errors import DataError, Problem
from atlas.text.folding import UNSEEN
from atlas.vocab import LANGS
from loaders.geojson.reader import parse_features
from loaders.geojson.repair import eased
from loaders.geojson.strict import parse_collection
from loaders.lists.importing import import_list
from loaders.lists.placing.world import World
from tests import catalogue
from tests.loaders.conftest import Command
from tests.loaders.lists.conftest import Take
from tests.loaders.test_rfc7946 import collection, feature, shape

CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
LEFT = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]]
RIGHT = LEFT[::-1]
HOLE = [[1, 1], [2, 1], [2, 2], [1, 1]]


def _one(geometry: Any) -> tuple[Any, list[str]]:
    found = eased(collection(feature(geometry)), ["feature f"])
    return found.features[0]["geometry"], [note.kind for note in found.notes]


@pytest.mark.parametrize(
    ("kind", "given", "wanted"),
    [
        ("Polygon", [LEFT], [RIGHT]),
        ("Polygon", [RIGHT, HOLE], [RIGHT, HOLE[::-1]]),
        ("MultiPolygon", [[RIGHT], [LEFT, HOLE]], [[RIGHT], [RIGHT, HOLE[::-1]]]),
    ],
)
def test_rings_are_turned(kind: str, given: Any, wanted: Any) -> None:
    assert _one(shape(kind, given)) == (shape(kind, wanted), ["rings"])
    assert _one(shape(kind, wanted)) == (shape(kind, wanted), [])
    parts = {"type": "GeometryCollection", "geometries": [shape(kind, given), shape("Point", [1, 2])]}
    assert _one(parts)[0]["geometries"] == [shape(kind, wanted), shape("Point", [1, 2])]


def test_what_nobody_sees_is_taken_out_of_every_text() -> None:
    same = {"kanji": "\u845b\U000e0100", "n": 1}
    given = {"title": "abc\u202egnp\u202c", "all": ["\u200bx", {"deep": "\u2066y\ufeff"}], **same}
    found = eased(collection(feature(shape("Point", [1, 2])) | {"properties": given}), ["feature f"])
    wanted = {"title": "abcgnp", "all": ["x", {"deep": "y"}], **same}
    assert found.features[0]["properties"] == wanted and [note.kind for note in found.notes] == ["unseen"]
    assert "taken out" in str(found.notes[0].problem("x.geojson"))


def test_decimals_are_rounded_to_seven() -> None:
    assert _one(shape("Point", [1.123456789, 2, 3.5])) == (shape("Point", [1.1234568, 2, 3.5]), ["decimals"])
    assert _one(shape("Point", [1.1234567, 2])) == (shape("Point", [1.1234567, 2]), [])


def _atlas(crs: Any = CRS84) -> dict[str, Any]:
    """The catalogue with three positions that are too fine, and a crs."""
    features = copy.deepcopy(catalogue.FEATURES)
    for one in [one for one in features if (one["geometry"] or {}).get("type") == "Point"][:3]:
        one["geometry"]["coordinates"][0] += 0.00000001234
    return {"type": "FeatureCollection", "crs": crs, "features": features}


def test_the_atlas_reads_such_a_file_and_says_so() -> None:
    notes: list[Problem] = []
    frame = parse_features(json.dumps(_atlas()).encode(), "x.geojson", notes=notes)
    assert len(frame) == len(catalogue.FEATURES)
    assert [str(note).split(": ")[0] for note in notes] == ["x.geojson"] * 2
    assert "names WGS 84 and was passed over" in str(notes[0]) and "(3 features in all)" in str(notes[1])
    assert parse_features(json.dumps(_atlas()).encode(), "x.geojson").geometry.equals(frame.geometry)


@pytest.mark.parametrize("name", ["EPSG:3857", "urn:ogc:def:crs:EPSG::4326", ["x"], None])
def test_any_other_crs_is_refused(name: Any) -> None:
    for crs in ({"type": "name", "properties": {"name": name}}, name):
        with pytest.raises(DataError, match="RFC 7946 has no crs member"):
            parse_collection(json.dumps(_atlas(crs)).encode(), "x.geojson")


def test_check_says_it_and_goes_on(sample: Path, command: Command) -> None:
    (sample / "initiatives.geojson").write_text(json.dumps(_atlas()), "utf-8")
    done = command("check", "--data", sample)
    assert done.returncode == 0
    assert (
        "warning: initiatives.geojson: crs: has a crs member" in done.stderr and "more than 7 decimals" in done.stderr
    )


def test_a_list_of_ones_own_too(world: World) -> None:
    value = collection(feature(shape("Polygon", [LEFT]), properties={"title": "x"}), feature(None), crs=CRS84)
    found = import_list(json.dumps(value).encode(), world, {})
    assert [note.key for note in found.notes] == ["eased_crs", "eased_rings"]
    assert all(note.text("ja") and note.text("en") for note in found.notes) and len(found.lines) == 2


def _table(given: Mapping[str, str]) -> bytes:
    return f"{','.join(given)}\n{','.join(given.values())}\nplain,Fiji,Suva,y\n".encode()


def _book(given: Mapping[str, str]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in (list(given), list(given.values()), ["plain", "Fiji", "Suva", "y"]):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def _collection(given: Mapping[str, str]) -> bytes:
    return json.dumps(
        collection(feature(None, properties=given), feature(None, properties={"title": "plain"}))
    ).encode()


def _iati(given: Mapping[str, str]) -> bytes:
    title, country, place, note = given.values()
    return (
        f'<iati-activities><iati-activity><title><narrative xml:lang="en">{title}</narrative></title>{note}'
        f'<recipient-country code="{country}"/><location><name><narrative xml:lang="en">{place}</narrative></name>'
        f"</location></iati-activity></iati-activities>"
    ).encode()


@pytest.mark.parametrize("form", [_table, _book, _collection, _iati])
def test_what_nobody_sees_is_taken_out_of_every_format(form: Callable[[Mapping[str, str]], bytes], take: Take) -> None:
    found = take(
        form({"title": "abc\u202egnp\u202c", "cou\u200bntry": "F\u200bJ", "place": "Su\u2060va", "\u202ex": "y"})
    )
    assert found.lines[0].placement.outcome == "placed"
    assert set(found.lines[0].values.values()) >= {"abcgnp", "FJ", "Suva"}
    (note,) = [note for note in found.notes if note.key == "eased_unseen"]
    assert "out of 1 row." in note.text("en") and "1行から" in note.text("ja")
    assert not any(UNSEEN.search(note.text(lang)) for note in found.notes for lang in LANGS)


@pytest.mark.parametrize("form", [_table, _book, _collection, _iati])
def test_a_list_whose_text_can_all_be_seen_has_no_such_note(
    form: Callable[[Mapping[str, str]], bytes], take: Take
) -> None:
    found = take(form({"title": "葛\U000e0100城", "country": "FJ", "place": "Suva", "x": "y"}))
    assert "葛\U000e0100城" in found.lines[0].values.values()
    assert "eased_unseen" not in [note.key for note in found.notes]
