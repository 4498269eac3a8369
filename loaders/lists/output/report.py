"""The report of an import: a line for every row that came in, and the sum in words."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from typing import Final

from atlas.text.spreadsheet import guarded
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.lists.entries import ListEntry
from loaders.lists.output.features import precision_of
from loaders.lists.placing.placement import OUTCOMES

COLUMNS: Final = ("row", "outcome", "country", "lon", "lat", "precision", "how", "reason", "candidates")


def report_csv(entries: Sequence[ListEntry], lang: Lang) -> bytes:
    """The report as CSV that Excel opens right: UTF-8 with BOM; text is never taken for a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([guarded(value) for value in _line(entry, lang)])
    return ("\ufeff" + stream.getvalue()).encode()


def how_text(entry: ListEntry, lang: Lang) -> str:
    """How a row was placed, empty for one that was not."""
    how = entry.line.placement.how
    return how.text(lang) if how else ""


def reason_text(entry: ListEntry, lang: Lang) -> str:
    """Why a row is where it is or is not, and what of it was not understood."""
    remarks = [said.text(lang) for said in (*entry.line.placement.reasons, *entry.missed)]
    return ("" if lang == "ja" else " ").join(remarks)


def summary(entries: Sequence[ListEntry], lang: Lang) -> str:
    """How many rows there are and how they ended, in words."""
    found = Counter(entry.line.placement.outcome for entry in entries)
    parts = [f"{t(lang, f'import_outcome_{name}')} {found[name]}" for name in OUTCOMES]
    return t(lang, "import_summary", rows=len(entries), parts=("、" if lang == "ja" else ", ").join(parts))


def _line(entry: ListEntry, lang: Lang) -> list[str | int | float]:
    placement = entry.line.placement
    spot = placement.spot
    place: list[str | float] = [spot.lon, spot.lat, precision_of(entry)] if spot else ["", "", ""]
    candidates = " | ".join(spot.text(lang) for spot in placement.candidates)
    texts = [how_text(entry, lang), reason_text(entry, lang), candidates]
    return [entry.line.number, placement.outcome, placement.country or "", *place, *texts]
