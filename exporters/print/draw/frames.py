"""Tables and charts as PowerPoint's own: cells that wrap by themselves, a chart with its numbers inside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Container
from datetime import datetime
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from atlas.palette import on
from exporters.print.draw.drawingml import element, emu
from exporters.print.draw.paragraphs import Lettering
from exporters.print.draw.theme import colour, literal
from exporters.print.elements.items import PER_INCH, Bars, LaidCell, LaidTable, Words
from exporters.print.elements.unfolded import RULE
from exporters.zipped import fixed

_PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid", which every PowerPoint knows
_CORE: Final = "docProps/core.xml"


def _emu(units: float) -> Emu:
    return Emu(emu(units))


def put_table(slide: Slide, grid: LaidTable, alt: str, letters: Lettering) -> int:
    """A native table at its place, columns and rows as they were laid out; returns its number."""
    rect = grid.rect
    frame: Any = slide.shapes.add_table(len(grid.rows), len(grid.widths), *map(_emu, rect))
    frame.name, table = grid.name, frame.table
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    look = table._tbl.tblPr
    look.find(qn("a:tableStyleId")).text = _PLAIN
    look.set("bandRow", "0")
    look.set("firstRow", str(int(grid.heads > 0)))
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = _emu(wide)
    for number, row in enumerate(grid.rows):
        table.rows[number].height = _emu(row.high)
        column, slack = 0, row.high - max(cell.words.rect.h for cell in row.cells)
        for cell in row.cells:
            target = table.cell(number, column)
            if cell.span > 1:
                target.merge(table.cell(number, column + cell.span - 1))
            wide = sum(grid.widths[column : column + cell.span])
            high = row.high if cell.words.turned else cell.words.rect.h + slack
            _fill(target._tc, cell, (wide, high), row.rule, letters)
            column += cell.span
    return int(frame.shape_id)


def _fill(tc: Any, cell: LaidCell, room: tuple[float, float], rule: bool, letters: Lettering) -> None:
    """The text of a cell as paragraphs, its colour, and the `rule` under it."""
    words = cell.words
    paragraphs = [letters.paragraph(runs, words.size, words.colour, words.leading, words.align)
                  for runs in cell.paragraphs]  # fmt: skip
    body = element("a:txBody", element("a:bodyPr"), element("a:lstStyle"), *(paragraphs or [_nothing(words)]))
    for old in [*tc]:
        tc.remove(old)
    tc.append(body)
    beside, over = (str(_emu(max((all - own) / 2, 0))) for all, own in zip(room, words.rect[2:], strict=True))
    under = element("a:lnB", element("a:solidFill", colour(RULE)), w=str(_emu(1))) if rule else None
    fill = element("a:solidFill", colour(cell.fill)) if cell.fill else element("a:noFill")
    vert = "vert270" if words.turned else None
    left = "0" if words.align == "right" else beside  # the other side is spare room for a font that is wider
    right = "0" if words.align == "left" else beside
    tc.append(element("a:tcPr", under, fill, marL=left, marR=right, marT=over, marB="0", vert=vert))


def _nothing(words: Words) -> Any:
    """A paragraph of an empty cell, no higher than the others of its row."""
    return element("a:p", element("a:endParaRPr", sz=str(round(words.size * 72 / PER_INCH * 100))))


def put_chart(slide: Slide, bars: Bars, alt: str, stamp: datetime, theirs: Container[str] | None = None) -> int:
    """A native chart of stacked bars, each bar's name with its sum; returns its number.

    `theirs` are the colours of a template's theme that it takes, the others are ours.
    """
    data: Any = CategoryChartData(number_format="#,##0")  # type: ignore[no-untyped-call]
    data.categories = [f"{name}  {sum(values):,.10g}" for name, values in bars.bars]
    for number, (name, _) in enumerate(bars.series):
        data.add_series(name, [values[number] or None for _, values in bars.bars])
    x, y, wide, high = map(_emu, bars.rect)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, x, y, wide, high, data)
    frame.name = bars.name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    for axis in frame.chart.part._element.xpath(".//c:axId | .//c:crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))  # python-pptx writes numbers that the schema forbids
    _look(frame.chart, bars)
    if theirs is not None:
        literal(frame.chart.part._element, theirs)
    book = frame.chart.part.chart_workbook.xlsx_part
    book._blob = _dated(book.blob, stamp)
    return int(frame.shape_id)


def _look(chart: Any, bars: Bars) -> None:
    chart.font.size, chart.has_legend = Pt(10.5), True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 50, 100, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0", False
    for series, (_, fill) in zip(plot.series, bars.series, strict=True):
        series.format.fill.solid()
        labels = series.data_labels
        labels.show_value, labels.font.size = True, Pt(10.5)
        labels.font.fill.solid()
        for look, code in ((series.format.fill, fill), (labels.font.fill, on(fill))):
            solid = look._xPr.find(qn("a:solidFill"))
            solid[:] = [colour(code)]


def _dated(book: bytes, stamp: datetime) -> bytes:
    """The chart's workbook with the file's own date in place of the clock's."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        core = archive.read(_CORE).decode()
    day = stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    return fixed(book, stamp, {_CORE: re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", day, core).encode()})
