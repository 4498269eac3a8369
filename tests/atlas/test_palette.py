"""The colours can be read and told apart (WCAG 2 contrast; Machado 2009 for colour blindness)."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from atlas import palette
from tests.conftest import ROOT

Colour = NDArray[np.float64]
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _TO_XYZ.sum(axis=1)
_BLINDNESS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
FOCUS_AREAS = sorted(palette.FOCUS)
SCHEMES = [pytest.param(0, id="light"), pytest.param(1, id="dark")]


def _linear(code: str) -> Colour:
    parts = np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _contrast(one: str, other: str) -> float:
    bright, dark = sorted((float(_TO_XYZ[1] @ _linear(code)) + 0.05 for code in (one, other)), reverse=True)
    return bright / dark


def _lab(linear: Colour) -> Colour:
    x, y, z = np.cbrt(np.clip(_TO_XYZ @ linear, 0.009 * _WHITE, None) / _WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_the_measure_itself_is_right() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("focus", FOCUS_AREAS)
def test_focus_text_reads_on_white_and_on_its_tint(focus: int) -> None:
    assert _contrast(palette.FOCUS_TEXT[focus], palette.FOCUS_TINT[focus]) >= 4.5
    assert _contrast(palette.FOCUS_TEXT[focus], "#FFFFFF") >= 4.5


@pytest.mark.parametrize("focus", FOCUS_AREAS)
def test_the_white_sign_reads_on_its_colour(focus: int) -> None:
    assert _contrast("#FFFFFF", palette.FOCUS[focus]) >= 4.5


@pytest.mark.parametrize("focus", FOCUS_AREAS)
@pytest.mark.parametrize("ground", [palette.SEA, palette.LAND, palette.LAND_SHOWN])
def test_symbols_stand_out_from_sea_and_land(focus: int, ground: str) -> None:
    assert _contrast(palette.FOCUS[focus], ground) >= 3


@pytest.mark.parametrize(
    ("colour", "ground", "least"),
    [
        (palette.INK, palette.SEA, 4.5), (palette.NEUTRAL, "#FFFFFF", 4.5), (palette.MUTED, "#F6F8F9", 4.5),
        (palette.LEADER, palette.SEA, 3), (palette.LEADER, palette.LAND_SHOWN, 3), (palette.PLATE, palette.SEA, 3),
        (palette.CONTEXT, palette.SEA, 4.5), (palette.CONTEXT, palette.LAND, 4.5),
    ],
)  # fmt: skip
def test_neutral_colours_read_where_they_are_used(colour: str, ground: str, least: float) -> None:
    assert _contrast(colour, ground) >= least


@pytest.mark.parametrize("at", SCHEMES)
@pytest.mark.parametrize("kind", _BLINDNESS)
@pytest.mark.parametrize("pair", list(combinations((1, 2, 3), 2)))
def test_the_focus_areas_stay_apart_under_colour_blindness(kind: str, pair: tuple[int, int], at: int) -> None:
    codes = [palette.SCREEN[f"focus-{focus}"][at] for focus in pair]
    seen = [_lab(np.clip(np.array(_BLINDNESS[kind]) @ _linear(code), 0, 1)) for code in codes]
    assert float(np.linalg.norm(seen[0] - seen[1])) >= 20


TINTS = [f"tint-{focus}" for focus in FOCUS_AREAS]
GROUNDS = {
    "ink": ["paper", "panel", "chosen", *TINTS, "step-0", "step-1", "step-2"],
    "muted": ["paper", "panel", "chosen", *TINTS],
    "neutral": ["paper", "panel", "tint-0"],
    "link": ["paper", "panel", "chosen"],
    "primary": ["paper", "panel", "chosen"],
    "on": ["primary", "ink", "step-3", "step-4", *(f"focus-{focus}" for focus in FOCUS_AREAS)],
    "on-heat": ["heat"],
    "alert": ["paper", "chosen", "alert-tint"],
    "added": ["added-tint"],
    **{f"focus-text-{focus}": ["paper", "panel", f"tint-{focus}"] for focus in FOCUS_AREAS},
}


@pytest.mark.parametrize("at", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), [(text, ground) for text in GROUNDS for ground in GROUNDS[text]])
def test_text_reads_by_day_and_in_the_dark(text: str, ground: str, at: int) -> None:
    assert _contrast(palette.SCREEN[text][at], palette.SCREEN[ground][at]) >= 4.5


@pytest.mark.parametrize("at", SCHEMES)
@pytest.mark.parametrize("colour", ["edge", "leader", "primary", *(f"focus-{focus}" for focus in FOCUS_AREAS)])
def test_rims_and_signs_stand_out_by_day_and_in_the_dark(colour: str, at: int) -> None:
    assert min(_contrast(palette.SCREEN[colour][at], palette.SCREEN[ground][at]) for ground in ("paper", "panel")) >= 3


@pytest.mark.parametrize("at", SCHEMES)
@pytest.mark.parametrize(("share", "text"), [(0.2, "ink"), (0.69, "ink"), (0.85, "on-heat"), (1, "on-heat")])
def test_numbers_read_in_cells_of_every_darkness(share: float, text: str, at: int) -> None:
    heat, paper = (palette.SCREEN[name][at] for name in ("heat", "paper"))
    parts = [(int(heat[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5)]
    cell = "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in parts)
    assert _contrast(palette.SCREEN[text][at], f"#{cell}") >= 4.5


STYLES = [path for room in ("maps", "server", "ui", "web") for path in sorted((ROOT / room).rglob("*.css"))]
LITERAL = re.compile(
    r"#[0-9a-f]{3,8}\b|%23[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|[:\s](?:white|gr[ae]y|red)\b(?!-)", re.IGNORECASE
)


def test_colours_are_named_here_alone() -> None:
    found = {path.name: LITERAL.findall(path.read_text("utf-8")) for path in STYLES}
    assert len(found) >= 8 and not {name: literals for name, literals in found.items() if literals}


@pytest.mark.parametrize("literal", ["color: #fff;", "stroke='%231B2733'", "rgba(0, 0, 0, .2)", "background: white;"])
def test_a_literal_colour_would_be_seen(literal: str) -> None:
    assert LITERAL.findall(literal)


def test_every_name_that_a_style_uses_is_given_and_every_name_is_used() -> None:
    used = {name for path in STYLES for name in re.findall(r"var\(--atlas-([\w-]+)\)", path.read_text("utf-8"))}
    given = set(re.findall(r"--atlas-([\w-]+):", palette.scheme()))
    assert used == given


def test_streamlit_is_given_the_same_colours() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert "base" not in theme and theme["light"].keys() == theme["dark"].keys()
    for at, scheme in enumerate(("light", "dark")):
        codes = {code for part in (theme[scheme], theme[scheme]["sidebar"]) for code in part.values() if "#" in code}
        assert codes <= {pair[at] for pair in palette.SCREEN.values()}
    days, nights = theme["light"], theme["dark"]
    pairs = {(days[name], nights[name]) for name in days if name != "sidebar"}
    assert pairs <= set(palette.SCREEN.values())
