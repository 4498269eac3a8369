"""SVG whose text stays text: in the page's fonts, as wide as it was laid out for, on a halo where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final, NamedTuple

from lxml import etree

_TEXT: Final = "{http://www.w3.org/2000/svg}text"


class Lettering(NamedTuple):
    """What the library does not write of a text: its width and the colour and width of its halo, in pt."""

    wide: float
    halo: str | None
    stroke: float


def lettered(svg: bytes, texts: Mapping[str, Lettering]) -> bytes:
    """The same picture; `texts` go by the id of the group that holds each."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        about = texts.get(group.get("id", ""))
        text = group.find(_TEXT) if about else None
        if about is not None and text is not None:
            _letter(text, about)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _letter(text: Any, about: Lettering) -> None:
    """Another font is stretched to the same width, so that nothing runs into anything else."""
    text.set("textLength", f"{about.wide:.2f}")
    text.set("lengthAdjust", "spacingAndGlyphs")
    if about.halo:
        under = deepcopy(text)
        line = f"stroke: {about.halo}; stroke-width: {about.stroke:.2f}px; stroke-linejoin: round"
        under.set("style", f"{text.get('style')}; fill: {about.halo}; {line}")
        under.set("aria-hidden", "true")
        text.addprevious(under)
