"""A tab of the overview as files: slides, PDF, Word, workbook, and what is to come as a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

import streamlit as st

from atlas.regional import expected
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.formats import FORMATS
from exporters.link import reachable
from exporters.note.overview import overview_note
from exporters.print.pictures import PICTURES
from exporters.print.tables.files import table_pdf, table_slides
from exporters.tables.calendar import calendar_bytes
from exporters.tables.overview import overview_bytes
from ui.jobs.queues import export

Tables = Sequence[Mapping[str, Any]]
_NAMES: Final = {"pptx": "slides", "pdf": "pdf", "docx": "note", "xlsx": "workbook", "ics": "calendar"}


class TabFiles(NamedTuple):
    """What the files of a tab are made from; `address` is the screen's."""

    extract: Extract
    tab: str
    tables: Tables
    address: str

    def makers(self) -> dict[str, tuple[str, Callable[[], bytes]]]:
        """The formats with their media types and what makes their bytes."""
        extract, lang, tab = self.extract, self.extract.lang, self.tab
        paper = (extract, t(lang, f"overview_tab_{tab}"), t(lang, f"overview_{tab}_note"), self.tables)
        link = self.address if reachable(self.address) else ""
        found: dict[str, tuple[str, Callable[[], bytes]]] = {
            "pptx": (PICTURES["pptx"].mime, partial(table_slides, *paper, link)),
            "pdf": (PICTURES["pdf"].mime, partial(table_pdf, *paper, link)),
            "docx": (PICTURES["docx"].mime, partial(overview_note, *paper, link)),
            "xlsx": (FORMATS["xlsx"].mime, partial(overview_bytes, extract, tab, self.tables)),
        }
        if tab == "moves":
            found["ics"] = ("text/calendar", partial(calendar_bytes, extract, expected(extract.rows, lang)))
        return found


def files(of: TabFiles) -> None:
    """The files behind one button."""
    lang = of.extract.lang
    with st.popover(t(lang, "overview_files"), icon=":material/download:", key="overview-files"):
        for suffix, (mime, make) in of.makers().items():
            st.download_button(
                t(lang, f"overview_{_NAMES[suffix]}"), mime=mime, key=f"overview-{suffix}", on_click="ignore",
                data=export(make, format=suffix, lang=lang, features=len(of.extract.sites)),
                file_name=of.extract.file_name(suffix, of.tab),
            )  # fmt: skip
