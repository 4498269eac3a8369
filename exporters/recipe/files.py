"""A recipe as files: slides and PDF of all languages, a Word document for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from exporters.print.draw.pdf import pdf_bytes
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.pictures import File
from exporters.recipe.book import Briefing
from exporters.recipe.note import note_of
from exporters.zipped import zip_bytes


def slides(briefing: Briefing) -> list[File]:
    """The briefing as PowerPoint slides, in its template if it has one."""
    extract, housed = briefing.front_extract(), replace(briefing, slides=True)
    footer = {lang: briefing.context(lang).words(briefing.recipe.marking) for lang in briefing.langs}
    return [File("", pptx_bytes(housed.sheets(), extract.stamp(), extract.words(), briefing.template, footer))]


def document(briefing: Briefing) -> list[File]:
    """The briefing as PDF."""
    extract = briefing.front_extract()
    facts = {"Filter": extract.words(), "Counts": extract.counts(), "Edition": extract.edition()}
    return [File("", pdf_bytes(briefing.sheets(), extract.stamp(), facts))]


def notes(briefing: Briefing) -> list[File]:
    """A Word document a language, which has one of its own."""
    several = len(briefing.langs) > 1
    return [File(f"-{lang}" if several else "", note_of(briefing, lang)) for lang in briefing.langs]


MAKERS: Final[Mapping[str, Callable[[Briefing], list[File]]]] = {"pptx": slides, "pdf": document, "docx": notes}


def one_file(briefing: Briefing, kind: str) -> bytes:
    """A format as one file: its only one, or all of them in an archive."""
    made = MAKERS[kind](briefing)
    if len(made) == 1:
        return made[0].data
    stem = briefing.file_name(kind).rsplit(".", 1)[0]
    return zip_bytes(((f"{stem}{one.tail}.{kind}", one.data) for one in made), briefing.front_extract().stamp())
