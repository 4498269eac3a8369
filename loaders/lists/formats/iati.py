"""IATI activity XML (2.03) in: a row for every location, or recipient country, of every activity; read as a stream.

lxml, because it is maintained and streams in C: entities are neither resolved nor loaded, nothing is fetched, depth and
text are bounded by libxml2, and a file that brings a DOCTYPE is refused at its first element.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from loaders.lists.formats.counts import few_elements
from loaders.lists.formats.grid import MAX_CELLS, MAX_ROWS, cell_text, few_enough
from loaders.lists.remark import ListError

Values = dict[str, str]
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS: Final = {"1": "announced", "2": "under-way", "3": "completed", "4": "completed"}
_DATES: Final = ("2", "1", "4", "3")  # actual start, planned start, actual end, planned end
_CLASS: Final = {"1": "admin1", "2": "city", "3": "site", "4": "city"}


def read_iati(data: bytes) -> list[Values]:
    """The rows of a file; raises ListError."""
    if not few_elements(data, b"location", MAX_ROWS):
        raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)
    rows: list[Values] = []
    for activity in _activities(data):
        rows += _rows(activity)
        few_enough(len(rows))
    return rows


def _activities(data: bytes) -> Iterator[Any]:
    """Each activity in turn, forgotten as soon as it was read."""
    events = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        _, root = next(iter(events))
        if root.getroottree().docinfo.internalDTD is not None:
            raise ListError("xml_doctype")
        if root.tag != "iati-activities":
            raise ListError("not_iati")
        for event, element in events:
            if event == "end" and element.tag == "iati-activity" and element.getparent() is root:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del root[0]
    except (etree.XMLSyntaxError, StopIteration) as error:
        line = getattr(error, "lineno", None) or 1
        raise ListError("xml_broken", line=line) from None


def _rows(activity: Any) -> Iterator[Values]:
    """A row a location; without any, a row a recipient country; else one that names no place."""
    common = _common(activity)
    shares = [
        (cell_text(one.get("code")), cell_text(one.get("percentage"))) for one in activity.findall("recipient-country")
    ]
    codes = [code for code, _ in shares if code]
    locations = activity.findall("location")
    for location in locations:
        yield common | {"country": ", ".join(codes)} | _location(location)
    if locations:
        return
    for code, share in shares:
        note = f"{share}%" if share and share not in ("100", "100.0", "100.00") else ""
        yield common | {"country": code} | ({"note": note} if note else {})
    if not shares:
        region = activity.find("recipient-region")
        yield common | ({"region": _narrative(region)} if region is not None else {})


def _common(activity: Any) -> Values:
    dates = {one.get("type"): one.get("iso-date") for one in activity.findall("activity-date")}
    status = activity.find("activity-status")
    found = {
        "id": cell_text(activity.findtext("iati-identifier")),
        **_narratives(activity.find("title"), "title", activity),
        **_narratives(activity.find("description"), "summary", activity),
        "themes": "; ".join(_narrative(one) or cell_text(one.get("code")) for one in activity.findall("sector")),
        "partners": "; ".join(dict.fromkeys(_organisations(activity))),
        "status": _STATUS.get(status.get("code") or "", "") if status is not None else "",
        "date": next((cell_text(dates[kind])[:10] for kind in _DATES if dates.get(kind)), ""),
    }
    return {name: value for name, value in found.items() if value}


def _location(location: Any) -> Values:
    position = location.findtext("point/pos") or ""
    exact, kind, reach = (_code(location, name) for name in ("exactness", "location-class", "location-reach"))
    precision = "city" if exact == "2" and kind not in ("1",) else _CLASS.get(kind, "")
    if reach == "2":  # where those who benefit live, not where it is done
        precision = "admin1"
    found = _narratives(location.find("name"), "place", location)
    found |= {"coordinates": cell_text(position), "precision": precision}
    return {name: value for name, value in found.items() if value}


def _organisations(activity: Any) -> Iterator[str]:
    for one in activity.findall("participating-org"):
        if name := _narrative(one) or cell_text(one.get("ref")):
            yield name


def _code(element: Any, name: str) -> str:
    child = element.find(name)
    return cell_text(child.get("code")) if child is not None else ""


def _narratives(element: Any, name: str, owner: Any) -> Values:
    """The words by language: Japanese, English, else whichever comes first."""
    if element is None:
        return {}
    default = owner.get(_LANG) or ""
    found: Values = {}
    for narrative in element.findall("narrative"):
        language = (narrative.get(_LANG) or default).lower()[:2]
        text = " ".join(cell_text("".join(narrative.itertext())).split())[:4000]
        if text:
            found.setdefault(f"{name}_{language}" if language in ("ja", "en") else name, text)
    return found


def _narrative(element: Any) -> str:
    """The English words, else the first."""
    found = _narratives(element, "x", element)
    return found.get("x_en") or next(iter(found.values()), "")
