"""The pages of tables as files."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.extract import Extract
from exporters.print.draw.pdf import pdf_bytes
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.tables.pages import Table, table_sheets


def table_slides(extract: Extract, title: str, note: str, tables: Sequence[Table], link: str = "") -> bytes:
    """Slides whose tables and charts are PowerPoint's own."""
    return pptx_bytes(table_sheets(extract, title, note, tables, link), extract.stamp(), extract.words())


def table_pdf(extract: Extract, title: str, note: str, tables: Sequence[Table], link: str = "") -> bytes:
    """The same pages as PDF."""
    facts = {"Filter": extract.words(), "Edition": extract.edition(), "Link": link}
    return pdf_bytes(table_sheets(extract, title, note, tables, link), extract.stamp(), facts)
