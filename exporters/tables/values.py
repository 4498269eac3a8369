"""How the values of the readable columns are found: functions of a row and the export it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal

from atlas import vocab
from atlas.countries import country_name
from atlas.progress.amounts import amounts, total
from atlas.progress.status import at, paid, progress, progress_text, status_text, told_text
from atlas.progress.years import later
from atlas.vocab import Label, text_of
from atlas.words.i18n import t
from atlas.words.phrases import join, mention_text, partner_name, place_text, short_names
from exporters.extract import Entry, Extract, Row

Value = str | int | float | None
Find = Callable[[Entry, Extract], Value]
_SIGN: Final = {1: "① ", 2: "② ", 3: "③ ", 0: ""}


def first(name: str) -> Find:
    """A text of the first site."""
    return lambda entry, extract: text_of(entry.rows[0], name, extract.lang)


def every(find: Callable[[Row, Extract], Iterable[str]]) -> Find:
    """What the sites of a row have, each thing once."""

    def value(entry: Entry, extract: Extract) -> str:
        found = dict.fromkeys(text for row in entry.rows for text in find(row, extract) if text)
        return join(list(found), extract.lang)

    return value


def codes(name: str, labels: Mapping[Any, Label]) -> Find:
    """The labels of a property that holds a code, or a list of them."""

    def find(row: Row, extract: Extract) -> list[str]:
        codes = row[name] if isinstance(row[name], list) else [row[name]]
        return [labels[code].text(extract.lang) for code in codes if code in labels]

    return every(find)


def places(entry: Entry, extract: Extract) -> str:
    """The places, each with its country."""
    found = dict.fromkeys(place_text(row, extract.lang) for row in entry.rows)
    return ("、" if extract.lang == "ja" else "; ").join(found)


def focus(entry: Entry, extract: Extract) -> str:
    """The focus area with its sign."""
    code = entry.rows[0]["focus_area"]
    return _SIGN[code] + vocab.FOCUS_SHORT[code].text(extract.lang)


def alone(name: str) -> Find:
    """A number of a single site; none where a row stands for several."""

    def value(entry: Entry, _: Extract) -> Value:
        number = entry.rows[0][name] if len(entry.rows) == 1 else None
        return None if number is None or number != number else float(number)

    return value


def coordinate(axis: Literal["x", "y"]) -> Find:
    """Longitude (x) or latitude (y) of a row that is one point."""

    def value(entry: Entry, _: Extract) -> Value:
        shape = entry.geometry
        return float(getattr(shape, axis)) if shape is not None and shape.geom_type == "Point" else None

    return value


def latest(entry: Entry, extract: Extract) -> str:
    """The progress of the filter's time: a milestone's status with its own place, or how many have which."""
    found = progress(entry.rows, extract.lang, extract.filter.until)
    if found.one is None:
        return progress_text(found, extract.lang)
    return at(found.one.where, status_text(found.one.step, extract.lang), extract.lang)


def latest_date(entry: Entry, extract: Extract) -> str | None:
    """The date of that milestone; none where there is a count."""
    one = progress(entry.rows, extract.lang, extract.filter.until).one
    return str(one.step["date"]) if one else None


def latest_amount(entry: Entry, extract: Extract) -> str:
    """The amount of that milestone, if it has one."""
    one = progress(entry.rows, extract.lang, extract.filter.until).one
    return paid(one.step, extract.lang) if one else ""


def latest_figure(entry: Entry, extract: Extract) -> float | None:
    """That amount as a number."""
    one = progress(entry.rows, extract.lang, extract.filter.until).one
    return float(one.step["amount"]) if one and one.step["amount"] else None


def latest_currency(entry: Entry, extract: Extract) -> str:
    """The currency of that amount."""
    one = progress(entry.rows, extract.lang, extract.filter.until).one
    return str(one.step["currency"]) if one and one.step["amount"] else ""


def yen(entry: Entry, extract: Extract) -> float | None:
    """The sum of its amounts in yen that a total counts; none without, and nothing of other currencies."""
    counted = [one for one in amounts(entry.rows, extract.lang, extract.filter.until)
               if not one.why and one.step["currency"] == "JPY"]  # fmt: skip
    return total(counted) if counted else None


def steps(entry: Entry, extract: Extract) -> str:
    """The milestones, a line each; one after the filter's year says so."""
    lines = []
    for one in entry.told(extract.lang):
        after = later(one.step, extract.filter.until)
        note = f" [{t(extract.lang, 'year_later', year=extract.filter.until)}]" if after else ""
        lines.append(told_text(one, extract.lang) + note)
    return "\n".join(lines)


def sources_of(entry: Entry, extract: Extract) -> list[str]:
    """The keys of the public records behind places and milestones, each once."""
    keys = [row["source"] for row in entry.rows] + [one.step["source"] for one in entry.told(extract.lang)]
    return [key for key in dict.fromkeys(keys) if key in extract.documents]


def cited(entry: Entry, extract: Extract) -> str:
    """The public records behind places and milestones, a line each."""
    found = [extract.documents[key] for key in sources_of(entry, extract)]
    return "\n".join(f"{one.publisher.text(extract.lang)}: {one.title.text(extract.lang)}" for one in found)


def addresses(entry: Entry, extract: Extract) -> str:
    """The addresses of those records, a line each."""
    return "\n".join(extract.documents[key].address or "" for key in sources_of(entry, extract)).strip("\n")


def countries(row: Row, extract: Extract) -> list[str]:
    """The names of the countries."""
    return [country_name(code, extract.lang) for code in row["countries"]]


def partners(row: Row, extract: Extract) -> list[str]:
    """The names of the partners."""
    return [partner_name(code, extract.organisations, extract.lang) for code in row["partners"]]


def documents(row: Row, extract: Extract) -> list[str]:
    """The documents that name an initiative, in short."""
    names = short_names(extract.documents, extract.lang)
    return [names.get(key, key) for key in row["documents"]]


def mentions(row: Row, extract: Extract) -> list[str]:
    """The places in the documents that name an initiative."""
    return [mention_text(mention, short_names(extract.documents, extract.lang)) for mention in row["mentions"]]
