"""The deck's theme, and every colour of a page as a place in it: recolouring the theme recolours all."""

from __future__ import annotations

import colorsys
from collections.abc import Container, Iterator
from typing import Any, Final

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from atlas import palette
from exporters.print.elements.unfolded import RULE

FONTS: Final = {"latin": "Calibri", "ea": "Yu Gothic"}
THEME: Final = {
    "dk1": palette.INK, "lt1": "#FFFFFF", "dk2": palette.NEUTRAL, "lt2": palette.SEA,
    "accent1": palette.FOCUS[1], "accent2": palette.FOCUS[2], "accent3": palette.FOCUS[3], "accent4": palette.FOCUS[0],
    "accent5": palette.LAND, "accent6": palette.LAND_SHOWN, "hlink": "#0B57A4", "folHlink": "#0B57A4",
}  # fmt: skip
_NAMES: Final = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_ACCENT: Final = {1: "accent1", 2: "accent2", 3: "accent3", 0: "accent4"}
_SLOT: Final = {code.upper(): slot for slot, code in THEME.items()}
_FROM: Final = {
    **{palette.FOCUS_TEXT[focus]: slot for focus, slot in _ACCENT.items()},
    **{palette.FOCUS_TINT[focus]: slot for focus, slot in _ACCENT.items()},
    **dict.fromkeys((palette.MUTED, palette.LEADER, palette.PLATE, palette.CONTEXT), "dk2"),
    **dict.fromkeys((palette.COAST, palette.ISLAND, palette.ISLAND_SHOWN), "accent6"),
    **dict.fromkeys(palette.STEPS, "accent3"),
    **dict.fromkeys((RULE, "#E9EDF0", "#E1E5E9"), "lt2"),
}  # fmt: skip
_WHOLE: Final = 100_000


def colour(code: str) -> Any:
    """A colour as its place in the theme, lighter or darker where it is not the theme's own; else as it is."""
    slot = _SLOT.get(code.upper()) or _FROM.get(code.upper())
    if slot is None:
        return parse_xml(f'<a:srgbClr {nsdecls("a")} val="{code.lstrip("#")}"/>')
    steps = "".join(f'<a:{name} val="{round(value * _WHOLE)}"/>' for name, value in _steps(THEME[slot], code))
    return parse_xml(f'<a:schemeClr {nsdecls("a")} val="{_NAMES.get(slot, slot)}">{steps}</a:schemeClr>')


def _steps(base: str, code: str) -> Iterator[tuple[str, float]]:
    """The way from a theme's colour to one of the same hue: saturation, lightness."""
    if base.upper() == code.upper():
        return
    (_, was, full), (_, light, strong) = _hls(base), _hls(code)
    if full:
        yield "satMod", strong / full
    if light <= was:
        yield "lumMod", light / was
    else:
        yield "lumMod", (1 - light) / (1 - was)
        yield "lumOff", 1 - (1 - light) / (1 - was)


def _hls(code: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(one / 255 for one in bytes.fromhex(code.lstrip("#"))))


def literal(shape: Any, kept: Container[str]) -> None:
    """Colours as they are, where the theme is not ours and would change what they mean; but those `kept`."""
    codes = {_NAMES.get(slot, slot): code for slot, code in THEME.items()}
    for node in [*shape.iter(qn("a:schemeClr"))]:
        if len(node) or node.get("val") not in kept:
            node.tag = qn("a:srgbClr")
            node.set("val", codes[node.get("val")].lstrip("#"))
