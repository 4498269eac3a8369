"""PDF by Typst: tagged, with bookmarks and links, fonts embedded, text that is found and copied as it was written.

Typst gets one constant template and the pages as JSON, so that no text can become code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from exporters.clean import web
from exporters.print.draw.lettering import HALO, base
from exporters.print.draw.svg import shapes_svg
from exporters.print.elements.fonts import FALLBACK, FAMILY, clean, faces
from exporters.print.elements.items import Rect, Run, Words
from exporters.print.elements.sheet import Layer, Sheet
from exporters.print.elements.unfolded import unfolded

_TEMPLATE: Final = Path(__file__).with_name("page.typ").read_bytes()
_SIDE: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
_one_at_a_time: Final = Lock()


def pdf_bytes(sheets: Sequence[Sheet], stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """The pages as PDF; the first one's title and alt text, and the facts, are the file's."""
    about = [sheets[0].alt, *(f"{name}: {text}" for name, text in facts.items())]
    data = {"title": clean(sheets[0].title.plain()), "about": "\n".join(map(clean, about)), "halo": HALO,
            "fonts": [FAMILY, FALLBACK],
            "pages": [*map(_page, sheets, _bookmarks(sheets))]}  # fmt: skip
    with _one_at_a_time:
        made = _compiler().compile(_TEMPLATE, format="pdf", sys_inputs={"data": json.dumps(data)}, timestamp=stamp)
    return bytes(made)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Knows the atlas's own fonts and no others."""
    folders = sorted({str(path.parent) for bold in (False, True) for path in faces(bold)})
    return typst.Compiler(font_paths=typst.Fonts(False, False, folders), ignore_system_fonts=True)


def _bookmarks(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What leads to each page; of pages in turn that have the same only to the first."""
    before = ""
    for sheet in sheets:
        name = clean(sheet.bookmark or sheet.title.plain())
        yield "" if name == before else name
        before = name


def _page(sheet: Sheet, bookmark: str) -> dict[str, Any]:
    parts = [_text(sheet.title, True), *(part for layer in sheet.layers for part in _parts(sheet, layer))]
    return {"width": sheet.width, "height": sheet.height, "lang": sheet.lang, "bookmark": bookmark, "parts": parts}


def _parts(sheet: Sheet, layer: Layer) -> Iterator[dict[str, Any]]:
    """A layer's shapes as one picture, then its texts."""
    items = [*unfolded(layer.items)]
    shapes = [item for item in items if not isinstance(item, Words)]
    if shapes:
        yield {"svg": shapes_svg(sheet, shapes), "alt": clean(layer.alt) or None}
    yield from (_text(item, False) for item in items if isinstance(item, Words) and item.plain())


def _text(words: Words, heading: bool) -> dict[str, Any]:
    """A block of text, held at its left end, middle or right end: spacing is Typst's."""
    turn = (words.rect.x, words.rect.bottom) if words.turned else None
    if turn:
        words = words._replace(rect=Rect(0, 0, words.rect.h, words.rect.w))
    x = words.rect.x + words.rect.w * _SIDE[words.align]
    place = {"x": x, "y": base(words, 0), "align": words.align, "leading": words.leading, "turn": turn}
    lines = [[_run(words, run) for run in line] for line in words.lines]
    return {"heading": heading, "size": words.size, "halo": words.halo, "lines": lines, **place}


def _run(words: Words, run: Run) -> dict[str, Any]:
    return {"text": run.text, "weight": 700 if run.bold else 400, "fill": run.colour or words.colour,
            "link": web(run.link), "rule": run.rule}  # fmt: skip
