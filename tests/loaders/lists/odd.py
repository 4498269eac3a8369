"""Files of few bytes and much work: what an import must answer soon, whatever they hold."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

_HEAD: Final = '<?xml version="1.0"?>'
_MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'
)
ROW: Final = (
    "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("x", "Fiji", "Suva")) + "</row>"
)
NAMES: Final = ROW.replace(">x<", ">title<").replace(">Fiji<", ">country<").replace(">Suva<", ">place<")
POINT: Final = {"type": "Point", "coordinates": [1, 2]}
FEATURE: Final = {"type": "Feature", "properties": {"title": "x", "country": "Fiji"}, "geometry": POINT}


def book(
    rows: str = ROW, *, tail: str = "", sheets: str = '<sheet name="a" sheetId="1" r:id="rId1"/>', strings: str = "",
    styles: str = "", names: str = NAMES,
) -> bytes:  # fmt: skip
    """A workbook of one part of rows under a header."""
    stream = io.BytesIO()
    relation = f'<Relationship Id="rId{{n}}" Type="{_REL}/{{kind}}" Target="{{target}}"/>'
    parts = {"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
    links = "".join(relation.format(n=n, kind=kind, target=one) for n, (kind, one) in enumerate(parts.items(), 1))
    root = relation.format(n=1, kind="officeDocument", target="xl/workbook.xml")
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_LINKS}">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData>{names}{rows}</sheetData>{tail}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}>{styles}</styleSheet>",
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, _HEAD + content)
    return stream.getvalue()


def _row(cells: str) -> str:
    return f"<row>{cells}</row>"


def _in(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"


def _sheets(number: int) -> str:
    return "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, number + 1))


def _iati(inside: str, before: str = "") -> bytes:
    activity = f"<iati-activity><title><narrative>x</narrative></title>{inside}</iati-activity>"
    return f'{_HEAD}<iati-activities version="2.03">{before}{activity}</iati-activities>'.encode()


def _features(*inside: str) -> bytes:
    return ('{"type": "FeatureCollection", "features": [' + ",".join(inside) + "]}").encode()


def _shapes(kind: str, coordinates: object, number: int = 1) -> bytes:
    return _features(*[json.dumps({**FEATURE, "geometry": {"type": kind, "coordinates": coordinates}})] * number)


def _csv(rows: str) -> bytes:
    return f"title,country,place\n{rows}".encode()


def _names(word: str, number: int) -> str:
    """Many names in one cell."""
    return "、".join(f"{word}{number}x{n}" for n in range(60))


_RING: Final = [[0, 0], [1, 0], [1, 1], [0, 0]]
_MERGE: Final = '<mergeCell ref="{}"/>'
_PROPERTIES: Final = {f"k{n}": "x" for n in range(60)}
ODD: Final[Mapping[str, Callable[[], bytes]]] = {
    "row number beyond any sheet": lambda: book(ROW.replace("<row>", '<row r="999999999">')),
    "row number of 40 digits": lambda: book(ROW.replace("<row>", f'<row r="{"9" * 40}">')),
    "last row of a sheet": lambda: book(ROW.replace("<row>", '<row r="1048576">')),
    "column beyond any sheet": lambda: book(ROW.replace("<c ", '<c r="ZZZ2" ')),
    "empty rows": lambda: book("<row/>" * 14_000_000),
    "empty cells": lambda: book(_row("<c/>" * 16_000) * 600),
    "formats without values": lambda: book(_row('<c s="0"/>' * 150) * 6_000, styles=_in("cellXfs", "<xf/>")),
    "10 million cells": lambda: book(_row("<c><v>1</v></c>" * 199) * 30_000),
    "one row of cells": lambda: book(_row("<c><v>1</v></c>" * 900_000)),
    "many shared strings": lambda: book(strings="<si><t>aaaaaaaaaa</t></si>" * 3_500_000),
    "many runs in a string": lambda: book(strings=_in("si", "<r><t>a</t></r>" * 4_000_000)),
    "a string in many cells": lambda: book(
        _row('<c t="s"><v>0</v></c>' * 190) * 3_000, strings=_in("si", _in("t", "x" * 32_000))
    ),
    "many formats": lambda: book(styles=_in("cellXfs", "<xf/>" * 2_000_000)),
    "many fonts": lambda: book(styles=_in("fonts", "<font/>" * 1_500_000)),
    "many number formats": lambda: book(styles=_in("numFmts", '<numFmt numFmtId="170" formatCode="0"/>' * 300_000)),
    "100,000 sheets": lambda: book(sheets=_sheets(100_000)),
    "a part for many sheets": lambda: book(ROW.replace("Fiji", "nothing") * 15_000, sheets=_sheets(240), names=ROW),
    "many merged areas": lambda: book(tail=_in("mergeCells", _MERGE.format("A1:B2") * 1_000_000)),
    "merged areas over all": lambda: book(tail=_in("mergeCells", _MERGE.format("A1:GR20000") * 19_000)),
    "blanks": lambda: book(" " * 99_000_000),
    "deep": lambda: book("<x>" * 1_000_000),
    "a long attribute": lambda: book(f'<row a="{"x" * 50_000_000}"/>'),
    "20 MB of line ends": lambda: _csv("\n" * 19_900_000),
    "20 MB of returns": lambda: _csv("\r" * 19_900_000),
    "20 MB of commas": lambda: _csv("," * 19_900_000),
    "20 MB in quotes": lambda: _csv('"' + "a" * 19_900_000),
    "20 MB of quotes": lambda: _csv('"' * 19_900_000),
    "lines of commas": lambda: _csv(("," * 190 + "\n") * 100_000),
    "20,000 long rows": lambda: _csv("".join(f"{n} {'x' * 900},Fiji,Suva\n" for n in range(20_000))),
    "unknown places": lambda: _csv("".join(f"t{n},United States,Spring {n}\n" for n in range(20_000))),
    "places of many names": lambda: _csv("".join(f"t,Fiji,{_names('Suva', n)}\n" for n in range(2_000))),
    "countries of many names": lambda: _csv("".join(f"t,{_names('Nowhere', n)},Suva\n" for n in range(2_000))),
    "long places": lambda: _csv(f"t,Fiji,{'Suva ' * 6_000}\n" * 600),
    "a sea of locations": lambda: _iati("<location/>" * 1_700_000),
    "a sea of countries": lambda: _iati('<recipient-country code="FJ"/>' * 600_000),
    "a sea of words": lambda: _iati(_in("description", _in("narrative", "x") * 800_000)),
    "a sea of activities": lambda: _iati("", "<iati-activity/>" * 1_200_000),
    "many doubled keys": lambda: ("{" + ", ".join(f'"k{n}": {n}' for n in range(700_000)) + ', "k699999": 1}').encode(),
    "many objects": lambda: _features(*["{}"] * 6_000_000),
    "many arrays": lambda: _features(*["[]"] * 6_000_000),
    "many numbers": lambda: _features(*["1.5"] * 4_900_000),
    "many positions": lambda: _shapes("MultiPoint", [[1.5, 2.5]] * 1_400_000),
    "many rings": lambda: _shapes("Polygon", [_RING] * 250_000),
    "many properties": lambda: _features(*[json.dumps({**FEATURE, "properties": _PROPERTIES})] * 20_000),
    "20,001 features": lambda: _features(*[json.dumps(FEATURE)] * 20_001),
}
