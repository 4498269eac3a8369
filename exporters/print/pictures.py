"""Files of a snapshot in every format: the pages of one or two languages as bytes, each with the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, NamedTuple

from atlas.vocab import Lang
from exporters.extract import Extract, file_name
from exporters.formats import PAPER
from exporters.link import permalink
from exporters.note.document import ROOM, note_bytes
from exporters.note.figures import figures
from exporters.note.tables import groups, in_order
from exporters.note.template import Paper
from exporters.print.compose import compose
from exporters.print.content.brief import default_title
from exporters.print.content.talking import cited
from exporters.print.draw.pdf import pdf_bytes
from exporters.print.draw.png import png_bytes
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.draw.svg import svg_bytes
from exporters.print.draw.template import Template
from exporters.print.elements.sheet import Sheet
from exporters.print.options import Options
from exporters.print.report import Report, report_of
from exporters.site.handout import handout_bytes
from maps.basemap import Basemap


class File(NamedTuple):
    """A file's bytes; `tail` tells several apart: `-ja`, `-en`, `-2`."""

    tail: str
    data: bytes


@dataclass(frozen=True)
class Snapshot:
    """What a picture is made from: the sites and filter, the base map, the choices, the languages, where links lead.

    `own` when a user's own list is in it: no link leads to that, and the file's name says it. A `template` carries the
    pages if they are `slides`, a `paper` the note.
    """

    extract: Extract
    base: Basemap
    options: Options
    langs: tuple[Lang, ...]
    address: str
    own: bool = False
    template: Template | None = None
    paper: Paper | None = None
    slides: bool = False
    _kept: dict[Lang, list[Sheet]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def spoken(self, lang: Lang) -> tuple[Extract, Options]:
        """The extract and the options in one language, with the link to the same screen."""
        extract, options = replace(self.extract, lang=lang), self.options
        options = self.template.fitted(options) if self.template and self.slides else options
        return extract, replace(options, link="" if self.own else permalink(self.address, extract.filter, lang))

    def sheets(self, lang: Lang) -> list[Sheet]:
        """The pages in one language, composed once."""
        if lang not in self._kept:
            extract, options = self.spoken(lang)
            self._kept[lang] = compose(extract, self.base, options)
        return self._kept[lang]

    def report(self, lang: Lang) -> Report:
        """What is to be said of the pages in one language."""
        extract, options = self.spoken(lang)
        return report_of(extract, self.sheets(lang), options)

    def house(self) -> tuple[datetime, str, Template | None, dict[Lang, str]]:
        """What slides are to know: the day, the filter in words, the template, its footer in each language."""
        footer = dict.fromkeys(self.langs, self.options.marking)
        return self.extract.stamp(), self.extract.words(), self.template, footer

    def file_name(self, suffix: str) -> str:
        """`foip-atlas_2026-11-22_focus3-pacific_en.pptx`; with an own list `foip-atlas-list_…`."""
        tail, extract = "ja-en" if len(self.langs) > 1 else self.langs[0], self.extract
        name = file_name(extract.filter, f"_{tail}.{suffix}", extract.date, extract.digest)
        return name.replace("foip-atlas", "foip-atlas-list", 1) if self.own else name

    def facts(self, lang: Lang) -> dict[str, str]:
        """What goes into the metadata of a picture."""
        extract, options = self.spoken(lang)
        return {
            "Filter": extract.words(),
            "Counts": extract.counts(),
            "Edition": extract.edition(),
            "Link": options.link,
        }


def _png(snapshot: Snapshot) -> list[File]:
    return _each(snapshot, lambda sheet, lang: sized(snapshot, sheet, lang))


def sized(snapshot: Snapshot, sheet: Sheet, lang: Lang) -> bytes:
    """A page drawn to exactly the pixels asked for, also where it was laid out larger."""
    return png_bytes(sheet, snapshot.options.pixels(), snapshot.extract.stamp(), snapshot.facts(lang))


def _svg(snapshot: Snapshot) -> list[File]:
    return _each(snapshot, lambda sheet, lang: svg_bytes(sheet, snapshot.extract.stamp(), snapshot.facts(lang)))


def _each(snapshot: Snapshot, draw: Callable[[Sheet, Lang], bytes]) -> list[File]:
    files = []
    for lang in snapshot.langs:
        tongue = f"-{lang}" if len(snapshot.langs) > 1 else ""
        for number, sheet in enumerate(snapshot.sheets(lang), 1):
            files.append(File(f"{tongue}{f'-{number}' if number > 1 else ''}", draw(sheet, lang)))
    return files


def _all(snapshot: Snapshot) -> list[Sheet]:
    return [
        sheet
        for lang in snapshot.langs
        for sheet in cited(snapshot.sheets(lang), snapshot.spoken(lang)[0], snapshot.options.since)
    ]


def _pdf(snapshot: Snapshot) -> list[File]:
    return [File("", pdf_bytes(_all(snapshot), snapshot.extract.stamp(), snapshot.facts(snapshot.langs[0])))]


def _pptx(snapshot: Snapshot) -> list[File]:
    return [File("", pptx_bytes(_all(replace(snapshot, slides=True)), *snapshot.house()))]


def _html(snapshot: Snapshot) -> list[File]:
    """One file for both languages: it has a switch of its own."""
    extract, options = snapshot.spoken(snapshot.langs[0])
    words = {"title": options.title, "subtitle": options.subtitle, "marking": options.marking, "link": options.link}
    return [File("", handout_bytes(extract, snapshot.base.ground, **words))]


def _docx(snapshot: Snapshot) -> list[File]:
    """A note a language: a Word file has one language of its own."""
    files, paper = [], snapshot.paper
    for lang in snapshot.langs:
        extract, options = snapshot.spoken(lang)
        order = in_order(groups(extract))
        maps = figures(extract, snapshot.base, options, order, paper.room if paper else ROOM)
        words = {"title": options.title or default_title(extract), "subtitle": options.subtitle}
        more = {"marking": options.marking, "link": options.link}
        tail = f"-{lang}" if len(snapshot.langs) > 1 else ""
        numbered = options.style == "numbered"
        files.append(File(tail, note_bytes(extract, maps, **words, **more, numbered=numbered, paper=paper)))
    return files


class Kind(NamedTuple):
    """A format: how people call it, its media type, and what makes its files."""

    name: str
    mime: str
    make: Callable[[Snapshot], list[File]]


PICTURES: Final[Mapping[str, Kind]] = {
    "pptx": Kind("PowerPoint", PAPER["pptx"], _pptx),
    "png": Kind("PNG", "image/png", _png),
    "svg": Kind("SVG", "image/svg+xml", _svg),
    "pdf": Kind("PDF", PAPER["pdf"], _pdf),
    "docx": Kind("Word", PAPER["docx"], _docx),
    "html": Kind("HTML", "text/html", _html),
}
PAGED: Final = ("pptx", "png", "svg", "pdf")
