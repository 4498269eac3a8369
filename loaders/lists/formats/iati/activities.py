"""IATI activity XML in, 2.x and 1.x: a row for every location, or recipient, of every activity; read as a stream.

lxml, because it is maintained and streams in C: entities are neither resolved nor loaded, nothing is fetched, depth and
text are bounded by libxml2, and a file that brings a DOCTYPE is refused at its first element.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from loaders.lists.formats.counts import few_elements
from loaders.lists.formats.grid import MAX_CELLS, MAX_ROWS, few_enough
from loaders.lists.formats.iati.rows import Values, rows_of
from loaders.lists.remark import ListError, Remark

# What Windows calls Shift_JIS has more signs than the standard of that name; libxml2 knows it as CP932 alone.
_SHIFT_JIS: Final = frozenset(
    ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "ms932", "csshiftjis")
)
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_ENCODING: Final = re.compile("encoding|not proper UTF-8|Document is empty")


def read_iati(data: bytes) -> tuple[list[Values], list[Remark]]:
    """The rows of a file and what is to be said of its version; raises ListError."""
    if not few_elements(data, b"location", MAX_ROWS):
        raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode() if declared else "UTF-8"
    events = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
        encoding="cp932" if name.casefold() in _SHIFT_JIS else None,
    )  # fmt: skip
    rows: list[Values] = []
    try:
        root = _root(events)
        for activity in _activities(events, root):
            rows += rows_of(activity)
            few_enough(len(rows))
    except (etree.XMLSyntaxError, StopIteration, LookupError) as error:
        if _ENCODING.search(str(error)):
            raise ListError("xml_encoding", encoding=name) from None
        raise ListError("xml_broken", line=getattr(error, "lineno", None) or 1) from None
    return rows, _version(root.get("version") or "")


def _root(events: Iterator[tuple[str, Any]]) -> Any:
    _, root = next(events)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ListError("xml_doctype")
    if _local(root) != "iati-activities":
        raise ListError("not_iati")
    return root


def _activities(events: Iterator[tuple[str, Any]], root: Any) -> Iterator[Any]:
    """Each activity in turn, without the file's own namespace, forgotten as soon as it was read."""
    space = etree.QName(root).namespace
    for event, element in events:
        if event == "end" and element.getparent() is root and _local(element) == "iati-activity":
            for part in element.iter() if space else ():
                if etree.QName(part).namespace == space:
                    part.tag = _local(part)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del root[0]


def _local(element: Any) -> str:
    """An element's name; empty for one of another namespace than the file's."""
    name = etree.QName(element)
    root = element.getroottree().getroot()
    return str(name.localname) if name.namespace == etree.QName(root).namespace else ""


def _version(text: str) -> list[Remark]:
    if re.fullmatch(r"2\.0\d", text):
        return []
    return [Remark("iati_old" if re.fullmatch(r"1\.0\d", text) else "iati_version", {"version": text[:20] or "-"})]
