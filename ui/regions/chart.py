"""The chart of regions: one mark per initiative, in the shape, colour and sign of its focus area."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import altair as alt
import pandas as pd
import streamlit as st

from atlas import palette, vocab
from atlas.palette import tone
from atlas.progress.milestones import Row
from atlas.regional import in_focus_order
from atlas.vocab import Lang, text_of
from maps.symbols import outline

FONT: Final = (
    "Source Sans, Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, Yu Gothic Medium, Yu Gothic, Meiryo, sans-serif"
)
_LINE: Final = 20
_STEP: Final = 15
_SIZE: Final = 13
_EMBED: Final = {"actions": False, "renderer": "svg"}  # its description is what a screen reader says


class ChartRow(NamedTuple):
    """A line of the chart: its label and the (focus area, title) of each initiative."""

    label: str
    marks: list[tuple[int, str]]
    strong: bool = False


def row_of(label: str, sites: Iterable[Row], lang: Lang, strong: bool = False) -> ChartRow:
    """The initiatives of some sites as one row."""
    marks = [(int(row["focus_area"]), str(text_of(row, "title", lang))) for row in in_focus_order(sites)]
    return ChartRow(label, marks, strong)


def chart(rows: Sequence[ChartRow], width: int, description: str, key: str) -> None:
    """Draw the rows; long ones go on in the next line."""
    if not rows:
        return
    left = _label_width(rows)
    per_line = max((width - left - 34) // _STEP, 4)
    labels, marks, lines = _layout(rows, left, per_line)
    height = lines * _LINE
    layers: list[Any] = [_rule(left, height), _labels(labels, left), _shapes(marks), _signs(marks), _counts(labels)]
    drawing = alt.layer(*layers).properties(
        width=width, height=height, description=description, usermeta={"embedOptions": _EMBED}
    )  # fmt: skip
    x = alt.Scale(domain=[0, width], range=[0, width], nice=False)
    y = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    spec = drawing.encode(x=alt.X("x:Q", scale=x, axis=None), y=alt.Y("y:Q", scale=y, axis=None))
    st.altair_chart(spec.configure_view(stroke=None), width="content", key=key, theme=None)


def _layout(rows: Sequence[ChartRow], left: int, per_line: int) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Where labels and marks stand, in px, and how many lines there are."""
    labels: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    line = 0
    for row in rows:
        for at, (focus, title) in enumerate(row.marks):
            down, right = divmod(at, per_line)
            x, y = left + 16 + right * _STEP, (line + down) * _LINE + _LINE / 2
            marks.append({"x": x, "y": y, "focus": str(focus), "sign": palette.FOCUS_SIGN[focus], "title": title})
        last, count = max(len(row.marks) - 1, 0), len(row.marks)
        end = left + 28 + last % per_line * _STEP
        labels.append({"x": left - 8, "y": line * _LINE + _LINE / 2, "label": row.label, "strong": row.strong,
                       "count": count, "end": end, "low": (line + last // per_line) * _LINE + _LINE / 2})  # fmt: skip
        line += last // per_line + 1
    return pd.DataFrame(labels), pd.DataFrame(marks), line


def _label_width(rows: Sequence[ChartRow]) -> int:
    wide = (sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1.08 for c in row.label) for row in rows)
    return min(int(max(wide, default=0) * 6.3) + 14, 190)


def _rule(left: int, height: int) -> Any:
    ends = pd.DataFrame([{"x": left, "y": 0}, {"x": left, "y": height}])
    return alt.Chart(ends).mark_line(aria=False, color=tone("edge"), strokeWidth=1)


def _labels(data: pd.DataFrame, left: int) -> Any:
    def text(weight: Any) -> Any:
        part = data[data["strong"] == (weight == 700)]
        mark = alt.Chart(part).mark_text(
            aria=False, align="right", baseline="middle", font=FONT, fontSize=12.5, fontWeight=weight,
            color=tone("ink"), limit=left - 8,
        )  # fmt: skip
        return mark.encode(text="label:N")

    return alt.layer(*(text(weight) for weight in (400, 700)))


def _shapes(data: pd.DataFrame) -> Any:
    codes = [str(code) for code in vocab.FOCUS_AREAS]
    shape = alt.Scale(domain=codes, range=[outline(int(code), 1) for code in codes])
    color = alt.Scale(domain=codes, range=[tone(f"focus-{code}") for code in codes])
    mark = alt.Chart(data).mark_point(aria=False, filled=True, opacity=1, size=_SIZE**2, strokeWidth=0)
    return mark.encode(
        shape=alt.Shape("focus:N", scale=shape, legend=None), color=alt.Color("focus:N", scale=color, legend=None),
        tooltip=[alt.Tooltip("title:N", title=" ")],
    )  # fmt: skip


def _signs(data: pd.DataFrame) -> Any:
    mark = alt.Chart(data).mark_text(
        aria=False, color=tone("on"), font=FONT, fontSize=9, fontWeight=700, baseline="middle", dy=0.5
    )
    return mark.encode(text="sign:N", tooltip=[alt.Tooltip("title:N", title=" ")])


def _counts(data: pd.DataFrame) -> Any:
    ends = data.assign(x=data["end"], y=data["low"])
    mark = alt.Chart(ends).mark_text(
        aria=False, align="left", baseline="middle", font=FONT, fontSize=12, color=tone("muted")
    )
    return mark.encode(text="count:Q")
