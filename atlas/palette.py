"""The colours of screen and slide; contrasts were measured, see docs/architecture.md."""

from __future__ import annotations

from typing import Final

FOCUS: Final[dict[int, str]] = {1: "#0065B3", 2: "#C44F00", 3: "#701848", 0: "#6B737D"}
FOCUS_TEXT: Final[dict[int, str]] = {1: "#0065B3", 2: "#B04600", 3: "#701848", 0: "#5A636D"}
FOCUS_TINT: Final[dict[int, str]] = {1: "#E6F0F8", 2: "#FBEDE3", 3: "#F5E8EF", 0: "#EEF0F2"}
FOCUS_SIGN: Final[dict[int, str]] = {1: "1", 2: "2", 3: "3", 0: "+"}
FOCUS_SHAPE: Final[dict[int, str]] = {1: "circle", 2: "square", 3: "diamond", 0: "hexagon"}

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
