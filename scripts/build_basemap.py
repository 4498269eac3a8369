"""Build data/basemap/ from Natural Earth by way of the npm package world-atlas: `python scripts/build_basemap.py`."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, mapping

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a file, not only as a module

from scripts.basemap_borders import dashed
from scripts.basemap_coast import coast, finer
from scripts.basemap_context import context
from scripts.basemap_repairs import CHECKS, NOBODYS, owners, repair
from scripts.basemap_simplify import DECIMALS, simplify
from scripts.basemap_topology import read_parts

PACKAGE: Final = "world-atlas@2.0.2"
SHA256: Final = "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
TARGET: Final = Path(__file__).resolve().parents[1] / "data" / "basemap"
MAX_BYTES: Final = 1_500_000
MAX_COAST: Final = 3_500_000

Json = dict[str, Any]


def main() -> None:
    """Read, repair, simplify, write."""
    source = _read(_arguments().topojson)
    parts = repair(read_parts(source))
    land = simplify(parts)
    for place, position, owner in CHECKS:
        assert owners(land, position) == {owner}, f"{place} lost in simplification"
    _write("land.json", collection([land_feature(key, land[key]) for key in sorted(land)]))
    _write("borders.json", collection([line_feature(key, lines) for key, lines in dashed(land).items()]))
    _write("context.json", table(context(parts)))
    fine = finer(parts)
    for place, position, owner in CHECKS:
        assert owners(fine, position) == {owner}, f"{place} lost in the finer coast"
    _write("coast.json", rows(coast(fine)), MAX_COAST)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topojson", type=Path, help="countries-10m.json, if already at hand (no network)")
    return parser.parse_args()


def _read(path: Path | None) -> Json:
    """The source file, whose bytes must be those the repairs were written for."""
    raw = path.read_bytes() if path else _fetch()
    digest = hashlib.sha256(raw).hexdigest()
    assert digest == SHA256, f"not the countries-10m.json of {PACKAGE}: {digest}"
    source: Json = json.loads(raw)
    return source


def _fetch() -> bytes:
    """countries-10m.json out of the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            member = tar.extractfile("package/countries-10m.json")
            assert member is not None
            return member.read()


def land_feature(key: str, polygons: list[Polygon]) -> Json:
    """One country, or one disputed area that is nobody's in the data."""
    properties: Json = {"id": None, "disputed": True} if key in NOBODYS else {"id": key}
    ordered = sorted(shapely.normalize(polygons), key=lambda polygon: (-polygon.area, polygon.bounds))
    return _feature(properties, MultiPolygon([shapely.orient_polygons(polygon) for polygon in ordered]))


def line_feature(key: str, lines: list[LineString]) -> Json:
    """One boundary to draw dashed; the window may have cut it at a point off the grid."""
    rounded = shapely.transform(MultiLineString(lines), lambda xy: xy.round(DECIMALS))
    return _feature({"id": key, "disputed": True}, shapely.normalize(rounded))


def _feature(properties: Json, geometry: MultiPolygon | MultiLineString) -> Json:
    return {"type": "Feature", "properties": properties, "geometry": mapping(geometry)}


def collection(features: list[Json]) -> str:
    """A GeoJSON FeatureCollection, one feature a line."""
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(map(_dump, features)) + "\n]}\n"


def table(entries: Mapping[str, Any]) -> str:
    """A JSON object, one entry a line."""
    return rows({key: _dump(value) for key, value in entries.items()})


def rows(entries: Mapping[str, str]) -> str:
    """A JSON object of values that are JSON already, one a line."""
    return "{\n" + ",\n".join(f'"{key}":{value}' for key, value in entries.items()) + "\n}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _write(name: str, text: str, most: int = MAX_BYTES) -> None:
    data = text.encode("ascii")
    assert len(data) <= most, f"{name}: {len(data)} bytes"
    (TARGET / name).write_bytes(data)
    print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
