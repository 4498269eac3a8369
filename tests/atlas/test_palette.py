"""The colours can be read and told apart (WCAG 2 contrast; Machado 2009 for colour blindness)."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from atlas import palette

Colour = NDArray[np.float64]
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _TO_XYZ.sum(axis=1)
_BLINDNESS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
FOCUS_AREAS = sorted(palette.FOCUS)


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


@pytest.mark.parametrize("kind", _BLINDNESS)
@pytest.mark.parametrize("pair", list(combinations((1, 2, 3), 2)))
def test_the_focus_areas_stay_apart_under_colour_blindness(kind: str, pair: tuple[int, int]) -> None:
    seen = [_lab(np.clip(np.array(_BLINDNESS[kind]) @ _linear(palette.FOCUS[focus]), 0, 1)) for focus in pair]
    assert float(np.linalg.norm(seen[0] - seen[1])) >= 20
