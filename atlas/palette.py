"""The colours of screen and slide; contrasts were measured, see docs/architecture.md."""

from __future__ import annotations

from typing import Final

FOCUS: Final[dict[int, str]] = {1: "#0065B3", 2: "#C44F00", 3: "#701848", 0: "#6B737D"}
FOCUS_TEXT: Final[dict[int, str]] = {1: "#0065B3", 2: "#B04600", 3: "#701848", 0: "#5A636D"}
FOCUS_TINT: Final[dict[int, str]] = {1: "#E6F0F8", 2: "#FBEDE3", 3: "#F5E8EF", 0: "#EEF0F2"}
FOCUS_SIGN: Final[dict[int, str]] = {1: "1", 2: "2", 3: "3", 0: "+"}
FOCUS_GLYPH: Final[dict[int, str]] = {1: "●", 2: "■", 3: "◆", 0: "⬢"}
FOCUS_SHAPE: Final[dict[int, str]] = {1: "circle", 2: "square", 3: "diamond", 0: "hexagon"}

STEPS: Final = ("#E6D6DE", "#D3B3C2", "#BB85A0", "#A2567F", "#701848")  # of one hue, the newest darkest

INK: Final = "#1B2733"
NEUTRAL: Final = "#3F4A55"
MUTED: Final = "#5A636D"
LEADER: Final = "#5A6572"
PLATE: Final = "#7E8994"
CONTEXT: Final = "#56626D"
SEA: Final = "#EFF4F7"
LAND: Final = "#DFE4E0"
LAND_SHOWN: Final = "#CBD4CF"
COAST: Final = "#AAB6B0"
ISLAND: Final = "#AEBAB4"
ISLAND_SHOWN: Final = "#8FA098"


def on(fill: str) -> str:
    """The colour of text on a fill: white where that has the contrast of 4.5 that text needs, else ink."""
    shares = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    light = sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "#FFFFFF" if 1.05 / (light + 0.05) >= 4.5 else INK
