"""The five formats of data by name, and what is printed: what makes the bytes, the file's ending and its media type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from exporters.extract import Extract
from exporters.geo.geojson import geojson_bytes
from exporters.geo.geopackage import gpkg_bytes
from exporters.geo.kml import kml_bytes
from exporters.tables.csv import csv_bytes
from exporters.tables.xlsx import xlsx_bytes


class Format(NamedTuple):
    """A file format: how people call it, its media type, and the function from extract to bytes."""

    name: str
    mime: str
    make: Callable[[Extract], bytes]


PAPER: Final = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMATS: Final[dict[str, Format]] = {
    "csv": Format("CSV", "text/csv", csv_bytes),
    "xlsx": Format("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
    "geojson": Format("GeoJSON", "application/geo+json", geojson_bytes),
    "gpkg": Format("GeoPackage", "application/geopackage+sqlite3", gpkg_bytes),
    "kml": Format("KML", "application/vnd.google-earth.kml+xml", kml_bytes),
}


def table_bytes(extract: Extract, kind: str, marking: str = "") -> bytes:
    """A format's bytes; a workbook has the marking in its footers."""
    return xlsx_bytes(extract, marking) if kind == "xlsx" else FORMATS[kind].make(extract)
