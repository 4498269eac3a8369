"""KML: placemarks in focus-area colours; what is known to the country or region only carries no pin."""

from __future__ import annotations

import html
import io
import xml.etree.ElementTree as ET
from typing import Final

import geopandas as gpd
import pyogrio

from atlas import palette
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.geo.geojson import metadata
from exporters.geo.geopackage import about_text, frame
from exporters.tables.columns import table

_PINNED: Final = {"site": "1", "city": "0.7"}
_SHOWN: Final = ("focus", "places", "precision", "status", "summary", "sources")


def kml_bytes(extract: Extract) -> bytes:
    """A KML document through GDAL, then named, described and coloured."""
    rows = frame(extract)
    stream = io.BytesIO()
    pyogrio.write_dataframe(_named(rows, extract), stream, driver="KML", layer=extract.by)
    return _dressed(stream.getvalue(), rows, extract)


def _named(rows: gpd.GeoDataFrame, extract: Extract) -> gpd.GeoDataFrame:
    """The frame with the two fields that viewers show; the description is HTML to them, so text is escaped."""
    texts = [
        "<br>".join(html.escape(str(value), quote=False).replace("\n", "<br>") for value in row.values() if value)
        for row in table(extract, _SHOWN)
    ]
    return rows.rename(columns={"title": "Name"}).assign(Description=texts)


def _dressed(data: bytes, rows: gpd.GeoDataFrame, extract: Extract) -> bytes:
    """Name, description and styles put into what GDAL wrote."""
    root = ET.fromstring(data)
    space = root.tag.partition("}")[0] + "}"
    ET.register_namespace("", space[1:-1])
    document = root[0]
    for place, element in enumerate([*_about(space, extract), *_styles(space)]):
        document.insert(place, element)
    for mark, style in zip(root.iter(f"{space}Placemark"), _looks(rows, extract), strict=True):
        for old in mark.findall(f"{space}Style"):
            mark.remove(old)
        at = [child.tag for child in mark].index(f"{space}ExtendedData")
        mark.insert(at, _element(space, "styleUrl", f"#{style}"))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _about(space: str, extract: Extract) -> list[ET.Element]:
    sources = metadata(extract)["sources"].values()
    lines = [f"{one['publisher']}: {one['title']} {one['address'] or ''}" for one in sources]
    text = html.escape("\n".join([about_text(extract), *lines]), quote=False).replace("\n", "<br>")
    name = f"{t(extract.lang, 'name')}: {extract.words()}"
    return [_element(space, "name", name), _element(space, "description", text)]


def _looks(rows: gpd.GeoDataFrame, extract: Extract) -> list[str]:
    exact = [entry.rows[0]["precision"] if len(entry.rows) == 1 else "many" for entry in extract.entries()]
    pins = [precision if precision in _PINNED else "wide" for precision in exact]
    return [f"focus{focus}-{pin}" for focus, pin in zip(rows["focus_area"], pins, strict=True)]


def _styles(space: str) -> list[ET.Element]:
    """A style a focus area and degree of certainty; a scale of 0 leaves the name without a pin."""
    found = []
    for focus, colour in palette.FOCUS.items():
        for pin, scale in {**_PINNED, "wide": "0"}.items():
            style = ET.Element(f"{space}Style", id=f"focus{focus}-{pin}")
            for kind, name, value in (("IconStyle", "scale", scale), ("LineStyle", "width", "3")):
                part = ET.SubElement(style, f"{space}{kind}")
                part.extend([_element(space, "color", _abgr(colour)), _element(space, name, value)])
            found.append(style)
    return found


def _abgr(colour: str) -> str:
    """#RRGGBB as KML has it: aabbggrr."""
    return f"ff{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _element(space: str, name: str, text: str) -> ET.Element:
    element = ET.Element(f"{space}{name}")
    element.text = text
    return element
