"""Fact sheets as files: one country or region, or all countries one after another with a bookmark each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from atlas.countries import country_name
from atlas.filter import Filter
from atlas.regional import subject
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.link import permalink
from exporters.print.draw.pdf import pdf_bytes
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.elements.sheet import Sheet
from exporters.print.factsheet.sheets import fact_sheets
from exporters.print.options import Options
from maps.basemap import Basemap

FACTS: Final = ("pdf", "pptx", "docx")


def all_places(extract: Extract) -> list[str]:
    """Every country that has an initiative, by name in the extract's language."""
    return sorted(extract.index.members["country"], key=lambda code: country_name(code, extract.lang))


def every_sheet(extract: Extract, base: Basemap, options: Options, places: Iterable[str], address: str) -> list[Sheet]:
    """The fact sheets of some countries and regions, each with the link to its own screen."""
    return [sheet for place in places
            for sheet in fact_sheets(extract, base, linked(extract, options, place, address), place)]  # fmt: skip


def linked(extract: Extract, options: Options, place: str, address: str) -> Options:
    """The same options with the link to a country's or region's own screen."""
    return replace(options, link=permalink(address, subject(place).narrow(Filter()), extract.lang))


def fact_bytes(
    extract: Extract, base: Basemap, options: Options, places: Sequence[str], langs: Sequence[Lang], kind: str,
    address: str,
) -> bytes:  # fmt: skip
    """A file of the fact sheets in one language or more; a Word file has one place and one language."""
    if kind == "docx":
        from exporters.note.factsheet import fact_note

        one = replace(extract, lang=langs[0])
        return fact_note(one, base, linked(one, options, places[0], address), places[0])
    spoken = [replace(extract, lang=lang) for lang in langs]
    sheets = [sheet for one in spoken for sheet in every_sheet(one, base, options, places, address)]
    if kind == "pptx":
        return pptx_bytes(sheets, extract.stamp(), sheets[0].title.plain())
    return pdf_bytes(sheets, extract.stamp(), {"Edition": extract.edition()})
