"""The colours of screen and slide; every contrast is worked out in the tests."""

from __future__ import annotations

import re
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

# What screens alone show, by name: the colour by day and the one for those whose system asks for dark.
SCREEN: Final[dict[str, tuple[str, str]]] = {
    "paper": ("#FFFFFF", "#171D24"), "panel": ("#F3F5F7", "#212932"), "chosen": ("#E4EBF2", "#243C54"),
    "ink": (INK, "#E3E9EE"), "neutral": (NEUTRAL, "#C3CCD4"),
    "muted": (MUTED, "#A6B1BB"), "faint": ("#7B858F", "#7E8993"),
    "hair": ("#E1E5E9", "#2E3841"), "line": ("#CBD2D9", "#434F5A"), "edge": (PLATE, "#7B8894"),
    "leader": (LEADER, "#98A4AF"),
    "primary": ("#1F4E79", "#8FBFEA"), "link": ("#0B57A4", "#8CC1F2"), "on": ("#FFFFFF", "#10161C"),
    "alert": ("#8A1C1C", "#F2A89F"), "alert-tint": ("#FBECEA", "#402321"),
    "added": ("#0A4D2E", "#9ADBB6"), "added-tint": ("#E4F3EA", "#17352A"),
    "heat": ("#4A5E74", "#3E678F"), "on-heat": ("#FFFFFF", "#FFFFFF"), "shadow": ("#1B273338", "#000000B3"),
    "focus-1": (FOCUS[1], "#62AEE9"), "focus-2": (FOCUS[2], "#EE9A5F"),
    "focus-3": (FOCUS[3], "#E2A9CA"), "focus-0": (FOCUS[0], "#A3AEB8"),
    "focus-text-1": (FOCUS_TEXT[1], "#7DBDF0"), "focus-text-2": (FOCUS_TEXT[2], "#F2A873"),
    "focus-text-3": (FOCUS_TEXT[3], "#E2A9CA"), "focus-text-0": (FOCUS_TEXT[0], "#B4BEC7"),
    "tint-1": (FOCUS_TINT[1], "#1A3347"), "tint-2": (FOCUS_TINT[2], "#42291B"),
    "tint-3": (FOCUS_TINT[3], "#3E2435"), "tint-0": (FOCUS_TINT[0], "#2A333C"),
    "step-0": ("#E6D6DE", "#3A2833"), "step-1": ("#D3B3C2", "#5A3348"), "step-2": ("#BB85A0", "#7E4463"),
    "step-3": ("#A2567F", "#C0749E"), "step-4": (FOCUS[3], "#E3A0C6"),
}  # fmt: skip
_TONE: Final = re.compile(r"var\(--atlas-([\w-]+)\)")
_MAP: Final = {"sea": SEA, "context": CONTEXT, "land-shown": LAND_SHOWN, "coast": COAST}


def scheme() -> str:
    """The style that gives every colour of a screen its name; paper and browsers without light-dark() stay light."""
    both = "".join(f"--atlas-{name}: light-dark({light}, {dark}); " for name, (light, dark) in SCREEN.items())
    day = {name: light for name, (light, _) in SCREEN.items()} | _MAP
    return (
        f":root {{ color-scheme: light dark; {''.join(f'--atlas-{name}: {code}; ' for name, code in day.items())}}}\n"
        f"@supports (color: light-dark(#000, #fff)) {{ :root {{ {both}}} }}\n"
        "@media print { :root, .stApp { color-scheme: light !important; } }\n"
    )


def tone(name: str) -> str:
    """A colour of the screen as styles and drawings name it."""
    assert name in SCREEN, name
    return f"var(--atlas-{name})"


def by_system(drawing: str) -> str:
    """The style of a drawing that is a file of its own: its tones, as the system of whoever looks asks."""
    named = sorted(set(_TONE.findall(drawing)))
    day, night = ("".join(f"--atlas-{name}: {SCREEN[name][at]}; " for name in named) for at in (0, 1))
    return f":root {{ {day}}} @media screen and (prefers-color-scheme: dark) {{ :root {{ {night}}} }}"


def on(fill: str) -> str:
    """The colour of text on a fill: white where that has the contrast of 4.5 that text needs, else ink."""
    shares = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    light = sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "#FFFFFF" if 1.05 / (light + 0.05) >= 4.5 else INK
