"""A document of any kind, told by its content: read, freed of what runs along, its lines made into paragraphs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Final, Literal

from atlas.text.folding import seen
from atlas.vocab import Lang
from loaders.intake.reading.document import DocumentText, Passage, Passages, TextLine, told
from loaders.intake.reading.joining import joined
from loaders.intake.reading.pdf import read_pdf
from loaders.intake.reading.plain import read_text
from loaders.intake.reading.running import without_running
from loaders.intake.reading.slides import read_pptx
from loaders.intake.reading.webpage import read_html
from loaders.intake.reading.word import read_docx
from loaders.lists.formats.package import BINARY, BROKEN, ENCRYPTED, OLE, beginning
from loaders.lists.remark import DocumentError, Remark

DocumentKind = Literal["txt", "pdf", "docx", "pptx", "html"]
MAX_BYTES: Final = 50_000_000
_HTML: Final = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|div|article|main|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPACES: Final = re.compile(r"[\s\u00a0\u3000]+")
_UNSHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LIGATURES: Final = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def read_document(data: bytes, name: str = "") -> DocumentText:
    """The text of a document with the places of its lines; raises DocumentError."""
    found = READERS[kind_of(data)](data)
    body, dropped = without_running(told([_clean(piece) for piece in found.body]))
    if not (pieces := joined(body)):
        raise DocumentError("empty")
    text = "\n".join(piece.text for piece in pieces)
    dropped = found.dropped + dropped
    said = (Remark("dropped", {"n": len(dropped)}, "intake"),) if dropped else ()
    return DocumentText(text, _lines(pieces), language_of(text), dropped, found.remarks + said)


READERS: Final[Mapping[DocumentKind, Callable[[bytes], Passages]]] = {
    "txt": read_text, "pdf": read_pdf, "docx": read_docx, "pptx": read_pptx, "html": read_html,
}  # fmt: skip


def kind_of(data: bytes) -> DocumentKind:
    """What a file is, whatever its name says; raises DocumentError for what is no document."""
    if len(data) > MAX_BYTES:
        raise DocumentError("too_big", limit=MAX_BYTES // 1_000_000)
    if data.startswith(OLE):
        raise DocumentError("encrypted" if ENCRYPTED in data else "old_office")
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(BINARY):
        raise DocumentError("not_a_document")
    start = beginning(data, 4000)
    if not start:
        raise DocumentError("empty")
    if _HTML.match(start):
        return "html"
    if start.startswith(b"<?xml"):
        raise DocumentError("not_a_document")
    return "txt"


def _package(data: bytes) -> DocumentKind:
    """What an Office file is by its parts."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except BROKEN:
        raise DocumentError("office_broken") from None
    if "word/document.xml" in names:
        return "docx"
    if "ppt/presentation.xml" in names:
        return "pptx"
    raise DocumentError("not_a_document")


def language_of(text: str) -> Lang:
    """Japanese where it has kana beside the Latin letters."""
    return "ja" if len(_KANA.findall(text)) > 0.1 * len(_LATIN.findall(text)) else "en"


def _clean(piece: Passage) -> Passage:
    text = seen(_UNSHOWN.sub(" ", piece.text)).translate(_LIGATURES)
    return replace(piece, text=_SPACES.sub(" ", text).strip())


def _lines(pieces: list[Passage]) -> tuple[TextLine, ...]:
    lines, start = list[TextLine](), 0
    for piece in pieces:
        end = start + len(piece.text)
        lines.append(TextLine(start, end, piece.page, piece.size, piece.bold, piece.left, piece.kind, piece.level))
        start = end + 1
    return tuple(lines)
