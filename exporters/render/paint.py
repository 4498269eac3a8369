"""Draws a page with matplotlib: PNG to the pixel, SVG with text as text, PDF with embedded fonts."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path as Shape
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from exporters.render.vector import Lettering, lettered
from exporters.snapshot.shapes import sign_parts
from exporters.snapshot.sheet import PER_INCH, Area, Box, Item, Line, Sheet, Sign, Words
from exporters.snapshot.type import FAMILY, faces, segments, width

_POINT: Final = 72 / PER_INCH
_CAP: Final = 0.36
_HALO: Final = 0.32  # of the letters' size
_STYLE: Final[Mapping[Any, Any]] = {
    "svg.fonttype": "none", "svg.hashsalt": "foip-atlas", "pdf.fonttype": 3, "path.simplify": False,
    "text.parse_math": False, "text.hinting": "no_hinting",
}  # fmt: skip
_FAMILIES: Final = (FAMILY, "Noto Sans JP", "Yu Gothic", "sans-serif")
_FACES: Final = {
    (bold, other): FontProperties(family=[FAMILY],
                                  weight="bold" if bold else "normal", fname=str(faces(bold)[other]))
    for bold in (False, True) for other in (False, True)
}  # fmt: skip
matplotlib.rcParams.update(_STYLE)  # once for all threads: a context would change it under another's feet


def png_bytes(sheet: Sheet, pixels: tuple[int, int], stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """A picture of the page of exactly so many pixels; `facts` go into its metadata beside title, alt text and date."""
    about = {"Title": sheet.title.plain(), "Description": sheet.alt, "Creation Time": stamp.isoformat(), **facts}
    about["Software"] = "FOIP Atlas"
    wide, high = pixels
    dpi = wide / sheet.width * PER_INCH
    figure = _figure(sheet)
    figure.set_size_inches((wide + 0.01) / dpi, (high + 0.01) / dpi)  # the library rounds pixels down
    figure.set_dpi(dpi)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return _encoded(Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"), dpi, about)


def svg_bytes(sheet: Sheet, stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """The page as SVG whose text stays text."""
    words = [f"{name}: {text}" for name, text in facts.items()]
    about = {"Title": sheet.title.plain(), "Description": "\n".join([sheet.alt, *words]), "Date": stamp.isoformat(),
             "Creator": "FOIP Atlas", "Language": sheet.lang}  # fmt: skip
    figure = _figure(sheet)
    texts: dict[str, Lettering] = {}
    for number, text in enumerate(figure.axes[0].texts):
        text.set_path_effects([])  # they would turn it into outlines
        text.set_fontfamily(_FAMILIES)  # for who reads it without these fonts
        text.set_gid(f"text-{number}")
        texts[f"text-{number}"] = _lettering(text)
    stream = io.BytesIO()
    figure.savefig(stream, format="svg", dpi=PER_INCH, metadata=about)
    return lettered(stream.getvalue(), texts)


def _lettering(text: Text) -> Lettering:
    size, bold = float(text.get_fontsize()), text.get_fontproperties().get_weight() == "bold"
    return Lettering(width(text.get_text(), size, bold), str(text.get_label()) or None, size * _HALO)


def pdf_bytes(sheets: Sequence[Sheet], stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """The pages as PDF with every font embedded and all text searchable."""
    words = "\n".join(f"{name}: {text}" for name, text in facts.items())
    about = {"Title": sheets[0].title.plain(), "Subject": f"{sheets[0].alt}\n{words}", "Creator": "FOIP Atlas",
             "Producer": "matplotlib", "CreationDate": stamp, "ModDate": stamp}  # fmt: skip
    stream = io.BytesIO()
    with PdfPages(stream, metadata=about) as pages:
        for sheet in sheets:
            pages.savefig(_figure(sheet))
    return stream.getvalue()


def _encoded(picture: Image.Image, dpi: float, about: Mapping[str, str]) -> bytes:
    """As PNG without transparency, which nothing here has and which would take a quarter longer."""
    stream, facts = io.BytesIO(), PngInfo()
    for name, text in about.items():
        facts.add_text(name, text)
    picture.save(stream, "png", pnginfo=facts, dpi=(dpi, dpi), compress_level=2)
    return stream.getvalue()


def _figure(sheet: Sheet) -> Figure:
    figure = Figure(figsize=(sheet.width / PER_INCH, sheet.height / PER_INCH), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, sheet.width), ylim=(sheet.height, 0), autoscale_on=False)
    for order, item in enumerate(sheet.items()):
        _draw(axes, item, order)
    return figure


def _draw(axes: Axes, item: Item, order: int) -> None:
    match item:
        case Area():
            _area(axes, item, order)
        case Box():
            _box(axes, item, order)
        case Line():
            _line(axes, item, order)
        case Words():
            _words(axes, item, order)
        case Sign():
            for part in sign_parts(item):
                _draw(axes, part, order)


def _area(axes: Axes, area: Area, order: int) -> None:
    codes = [np.full(len(ring), Shape.LINETO, dtype=np.uint8) for ring in area.rings]
    for code in codes:
        code[0], code[-1] = Shape.MOVETO, Shape.CLOSEPOLY
    shape = Shape(np.concatenate(area.rings), np.concatenate(codes))
    axes.add_artist(PathPatch(shape, zorder=order, **_look(area.fill, area.stroke, area.width), joinstyle="round"))


def _look(fill: str | None, stroke: str | None, wide: float) -> dict[str, Any]:
    return {"facecolor": fill or "none", "edgecolor": stroke or "none", "linewidth": wide * _POINT}


def _box(axes: Axes, box: Box, order: int) -> None:
    x, y, w, h = box.rect
    look = _look(box.fill, box.stroke, box.width)
    radius = min(box.radius, w / 2, h / 2)
    if radius:
        style = f"round,pad=0,rounding_size={radius:.4f}"
        axes.add_artist(FancyBboxPatch((x, y), w, h, boxstyle=style, mutation_scale=1, zorder=order, **look))
    else:
        axes.add_artist(Rectangle((x, y), w, h, zorder=order, **look))


def _line(axes: Axes, line: Line, order: int) -> None:
    dash = (0, tuple(part * _POINT for part in line.dash)) if line.dash else "solid"
    shape = Shape(line.points)
    look = _look(None, line.stroke, line.width)
    axes.add_artist(PathPatch(shape, zorder=order, linestyle=dash, capstyle="butt", joinstyle="round", **look))


def _words(axes: Axes, words: Words, order: int) -> None:
    for number, line in enumerate(words.lines):
        x = words.rect.x + _indent(words, sum(width(run.text, words.size, run.bold) for run in line))
        base = words.rect.y + (number + 0.5) * words.leading + _CAP * words.size
        for run in line:
            for text, other in segments(run.text):
                _text(axes, (x, base), text, words, run.colour or words.colour, (run.bold, other), order)
                x += width(text, words.size, run.bold)


def _indent(words: Words, used: float) -> float:
    return {"left": 0.0, "center": (words.rect.w - used) / 2, "right": words.rect.w - used}[words.align]


def _text(
    axes: Axes, at: tuple[float, float], text: str, words: Words, colour: str, face: tuple[bool, bool], order: int
) -> None:
    font = _FACES[face].copy()
    font.set_size(words.size * _POINT)
    drawn = axes.text(*at, text, fontproperties=font, color=colour, va="baseline", ha="left", zorder=order)
    drawn.set_parse_math(False)
    if words.halo:
        drawn.set_label(words.halo)
        drawn.set_path_effects([withStroke(linewidth=words.size * _POINT * _HALO, foreground=words.halo)])
