"""Plain text in: the encoding as for lists, form feeds as pages, the few marks of Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from loaders.intake.reading.document import LineKind, Passage, Passages
from loaders.intake.reading.joining import width
from loaders.lists.formats.encoding import GUESSED, decode
from loaders.lists.remark import DocumentError, ListError, Remark

_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1")
_HEADING: Final = re.compile(r"(#{1,6})\s+")
_RULE: Final = re.compile(r"[-=_*―─━~～ ]{3,}")
_WRAPPED: Final = (30, 130)  # columns of a text whose lines are broken


def read_text(data: bytes) -> Passages:
    """The pieces of a plain text; raises DocumentError."""
    text, encoding = decoded(data)
    pieces = [*_pieces(text)]
    wrapped = _is_wrapped(pieces)
    body = [piece if wrapped else replace(piece, whole=True) for piece in pieces]
    key = "encoding_guessed" if encoding in GUESSED else "encoding"
    return Passages(body, remarks=(Remark(key, {"encoding": encoding}, "intake"),))


def decoded(data: bytes) -> tuple[str, str]:
    """The text and its encoding, as lists have them; raises DocumentError."""
    try:
        text, encoding = decode(data)
    except ListError as error:
        raise DocumentError(error.said.key, **error.said.values) from None
    return re.sub(r"\r\n|[\r\v\x85\u2028]", "\n", text).replace("\u2029", "\n\n"), encoding


def _pieces(text: str) -> list[Passage]:
    found, gap = list[Passage](), True
    for page, part in enumerate(text.split("\f"), start=1):
        for line in part.split("\n"):
            body = line.strip()
            if not body or _RULE.fullmatch(body):
                gap = True
                continue
            left = width(line[: len(line) - len(line.lstrip())])
            found.append(_piece(body, page, left, gap))
            gap = False
    return found


def _piece(text: str, page: int, left: int, gap: bool) -> Passage:
    kind: LineKind = "text"
    level = 0
    if heading := _HEADING.match(text):
        kind, level, text = "heading", len(heading[1]), text[heading.end() :]
    strong = _STRONG.fullmatch(text)
    text = _STRONG.sub(r"\2", text)
    return Passage(text, page, kind, level, None, strong is not None, left, left + width(text), gap=gap)


def _is_wrapped(pieces: list[Passage]) -> bool:
    """Whether lines were broken at a width, so that paragraphs have several."""
    rights = sorted(piece.right for piece in pieces)
    if not rights:
        return False
    edge = rights[int(len(rights) * 0.95)]
    full = sum(right > 0.8 * edge for right in rights)
    return _WRAPPED[0] < edge < _WRAPPED[1] and full > 0.25 * len(rights)
