"""The columns that people read, in their language: the same on the screen, in CSV and in XLSX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from atlas import vocab
from atlas.i18n import t
from atlas.phrases import place_text
from exporters import values
from exporters.extract import Extract
from exporters.values import Find, Value

Kind = Literal["text", "number", "date", "link"]


class Column(NamedTuple):
    """A column: how wide it is (in characters), what it holds, and how a row's value is found."""

    width: int
    kind: Kind
    value: Find


def header(key: str, extract: Extract) -> str:
    """The name of a column in the language of the export."""
    return t(extract.lang, f"column_{key}")


def table(extract: Extract, keys: Iterable[str] | None = None) -> list[dict[str, Value]]:
    """The values of some columns (all of them unless said), one dictionary a row."""
    wanted = list(keys or COLUMNS)
    return [{key: COLUMNS[key].value(entry, extract) for key in wanted} for entry in extract.entries()]


COLUMNS: Final[dict[str, Column]] = {
    "title": Column(44, "text", values.first("title_{lang}")),
    "focus": Column(26, "text", values.focus),
    "places": Column(28, "text", values.every(lambda row, extract: [place_text(row, extract.lang)])),
    "countries": Column(18, "text", values.every(values.countries)),
    "region": Column(18, "text", values.codes("region", vocab.REGIONS)),
    "precision": Column(16, "text", values.codes("precision", vocab.PRECISIONS)),
    "basis": Column(18, "text", values.codes("basis", vocab.BASES)),
    "confidence": Column(10, "text", values.codes("confidence", vocab.CONFIDENCES)),
    "uncertainty": Column(12, "number", values.alone("uncertainty_km")),
    "status": Column(14, "text", values.latest),
    "date": Column(12, "date", lambda entry, _: entry.milestones[-1]["date"] if entry.milestones else None),
    "themes": Column(26, "text", values.codes("themes", vocab.THEMES)),
    "instruments": Column(20, "text", values.codes("instruments", vocab.INSTRUMENTS)),
    "partners": Column(30, "text", values.every(values.partners)),
    "summary": Column(64, "text", values.first("summary_{lang}")),
    "milestones": Column(40, "text", values.steps),
    "documents": Column(24, "text", values.every(values.documents)),
    "mentions": Column(28, "text", values.every(values.mentions)),
    "note": Column(40, "text", values.every(lambda row, x: [row[f"note_{x.lang}"] or ""])),
    "focus_basis": Column(18, "text", lambda entry, x: t(x.lang, f"focus_{entry.rows[0]['focus_area_basis']}_short")),
    "focus_reason": Column(36, "text", values.first("focus_area_reason_{lang}")),
    "priority": Column(24, "text", values.codes("priority_area", vocab.PRIORITY_AREAS)),
    "sources": Column(44, "text", values.cited),
    "addresses": Column(44, "link", values.addresses),
    "sites": Column(10, "number", lambda entry, _: len(entry.rows)),
    "latitude": Column(11, "number", values.coordinate("y")),
    "longitude": Column(11, "number", values.coordinate("x")),
    "iso": Column(12, "text", values.every(lambda row, _: row["countries"])),
    "other_title": Column(44, "text", lambda entry, x: entry.rows[0]["title_en" if x.lang == "ja" else "title_ja"]),
    "id": Column(28, "text", lambda entry, _: entry.id),
}  # fmt: skip
