"""The columns that people read, in their language: the same on the screen, in CSV and in XLSX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple

from atlas import vocab
from atlas.countries import country_name
from atlas.i18n import t
from atlas.phrases import date_text, join, mention_text, money_text, partner_name, place_text
from atlas.vocab import Label, Lang
from exporters.extract import Entry, Extract, Row

Value = str | int | float | None
Kind = Literal["text", "number", "date"]
_SIGN: Final = {1: "① ", 2: "② ", 3: "③ ", 0: ""}


class Column(NamedTuple):
    """A column: how wide it is (in characters), what it holds, and how a row's value is found."""

    width: int
    kind: Kind
    value: Callable[[Entry, Extract], Value]


def header(key: str, extract: Extract) -> str:
    """The name of a column in the language of the export."""
    return t(extract.lang, f"column_{key}")


def table(extract: Extract, keys: Iterable[str] | None = None) -> list[dict[str, Value]]:
    """The values of some columns (all of them unless said), one dictionary a row."""
    wanted = list(keys or COLUMNS)
    return [{key: COLUMNS[key].value(entry, extract) for key in wanted} for entry in extract.entries()]


def _first(name: str) -> Callable[[Entry, Extract], Value]:
    return lambda entry, extract: entry.rows[0][name.format(lang=extract.lang)]


def _every(find: Callable[[Row, Extract], Iterable[str]]) -> Callable[[Entry, Extract], Value]:
    """What the sites of a row have, each thing once."""

    def value(entry: Entry, extract: Extract) -> str:
        found = dict.fromkeys(text for row in entry.rows for text in find(row, extract) if text)
        return join(list(found), extract.lang)

    return value


def _codes(name: str, labels: Mapping[Any, Label]) -> Callable[[Entry, Extract], Value]:
    """The labels of a property that holds a code, or a list of them."""

    def find(row: Row, extract: Extract) -> list[str]:
        codes = row[name] if isinstance(row[name], list) else [row[name]]
        return [labels[code].text(extract.lang) for code in codes if code in labels]

    return _every(find)


def _focus(entry: Entry, extract: Extract) -> str:
    code = entry.rows[0]["focus_area"]
    return _SIGN[code] + vocab.FOCUS_SHORT[code].text(extract.lang)


def _alone(name: str) -> Callable[[Entry, Extract], Value]:
    """A number of a single site; none where a row stands for several."""

    def value(entry: Entry, _: Extract) -> Value:
        number = entry.rows[0][name] if len(entry.rows) == 1 else None
        return None if number is None or number != number else float(number)

    return value


def _coordinate(axis: Literal["x", "y"]) -> Callable[[Entry, Extract], Value]:
    def value(entry: Entry, _: Extract) -> Value:
        shape = entry.geometry
        return float(getattr(shape, axis)) if shape is not None and shape.geom_type == "Point" else None

    return value


def _latest(entry: Entry, extract: Extract) -> str:
    steps = entry.milestones
    return vocab.STATUSES[steps[-1]["status"]].text(extract.lang) if steps else ""


def _steps(entry: Entry, extract: Extract) -> str:
    return "\n".join(step_text(step, extract.lang) for step in entry.milestones)


def step_text(step: Mapping[str, Any], lang: Lang) -> str:
    """A milestone in a line: 2025年5月18日 署名、4億円."""
    text = f"{date_text(step['date'], lang)} {vocab.STATUSES[step['status']].text(lang)}"
    return join([text, money_text(step["amount"], step["currency"], lang)], lang) if step["amount"] else text


def _sources(entry: Entry, extract: Extract) -> list[str]:
    keys = [row["source"] for row in entry.rows] + [step["source"] for step in entry.milestones]
    return [key for key in dict.fromkeys(keys) if key in extract.documents]


def _cited(entry: Entry, extract: Extract) -> str:
    found = [extract.documents[key] for key in _sources(entry, extract)]
    return "\n".join(f"{one.publisher.text(extract.lang)}: {one.title.text(extract.lang)}" for one in found)


def _addresses(entry: Entry, extract: Extract) -> str:
    return "\n".join(extract.documents[key].address or "" for key in _sources(entry, extract)).strip("\n")


def short_names(lang: Lang) -> dict[str, str]:
    """How the source documents are called in short."""
    return {key: label.text(lang) for key, label in vocab.DOCUMENT_SHORT.items()}


def _partners(row: Row, extract: Extract) -> list[str]:
    return [partner_name(code, extract.organisations, extract.lang) for code in row["partners"]]


COLUMNS: Final[dict[str, Column]] = {
    "title": Column(44, "text", _first("title_{lang}")),
    "focus": Column(26, "text", _focus),
    "places": Column(28, "text", _every(lambda row, extract: [place_text(row, extract.lang)])),
    "countries": Column(18, "text", _every(lambda row, x: [country_name(code, x.lang) for code in row["countries"]])),
    "region": Column(18, "text", _codes("region", vocab.REGIONS)),
    "precision": Column(16, "text", _codes("precision", vocab.PRECISIONS)),
    "basis": Column(18, "text", _codes("basis", vocab.BASES)),
    "confidence": Column(10, "text", _codes("confidence", vocab.CONFIDENCES)),
    "uncertainty": Column(12, "number", _alone("uncertainty_km")),
    "status": Column(14, "text", _latest),
    "date": Column(12, "date", lambda entry, _: entry.milestones[-1]["date"] if entry.milestones else None),
    "themes": Column(26, "text", _codes("themes", vocab.THEMES)),
    "instruments": Column(20, "text", _codes("instruments", vocab.INSTRUMENTS)),
    "partners": Column(30, "text", _every(_partners)),
    "summary": Column(64, "text", _first("summary_{lang}")),
    "milestones": Column(40, "text", _steps),
    "documents": Column(24, "text", _every(lambda row, x: [short_names(x.lang).get(key, key) for key in row["documents"]])),
    "mentions": Column(28, "text", _every(lambda row, x: [mention_text(one, short_names(x.lang)) for one in row["mentions"]])),
    "note": Column(40, "text", _every(lambda row, x: [row[f"note_{x.lang}"] or ""])),
    "focus_basis": Column(18, "text", lambda entry, x: t(x.lang, f"focus_{entry.rows[0]['focus_area_basis']}_short")),
    "focus_reason": Column(36, "text", _first("focus_area_reason_{lang}")),
    "priority": Column(24, "text", _codes("priority_area", vocab.PRIORITY_AREAS)),
    "sources": Column(44, "text", _cited),
    "addresses": Column(44, "text", _addresses),
    "sites": Column(10, "number", lambda entry, _: len(entry.rows)),
    "latitude": Column(11, "number", _coordinate("y")),
    "longitude": Column(11, "number", _coordinate("x")),
    "iso": Column(12, "text", _every(lambda row, _: row["countries"])),
    "other_title": Column(44, "text", lambda entry, x: entry.rows[0]["title_en" if x.lang == "ja" else "title_ja"]),
    "id": Column(28, "text", lambda entry, _: entry.id),
}  # fmt: skip
