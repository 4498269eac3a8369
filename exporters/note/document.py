"""The briefing note: a Word document with map, table of initiatives, milestones, sources and what has to be said."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from atlas import palette
from atlas.vocab import PRECISIONS
from atlas.words.i18n import t
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES, PRECISION
from exporters.clean import clean
from exporters.details import Detail, details, source
from exporters.extract import Extract
from exporters.note import word
from exporters.note.tables import Density, MilestoneRow, density, initiatives, milestones
from exporters.zipped import fixed

_WIDTH: Final = 170
_TALLEST: Final = 105
_LONG: Final = ((200, 10.0), (60, 14.0), (0, 19.0))
_MAX_PROPERTY: Final = 255
_STYLES: Final = {
    "Normal": (9.5, False, palette.INK, 0, 3), "Title": (19, True, palette.INK, 0, 2),
    "Subtitle": (10.5, False, palette.MUTED, 0, 4), "Heading 1": (12.5, True, palette.INK, 9, 3),
    "Heading 2": (10, True, palette.NEUTRAL, 6, 2),
    "Header": (9, False, palette.MUTED, 0, 0), "Footer": (8.5, False, palette.MUTED, 0, 0),
    "Caption": (8.5, False, palette.MUTED, 2, 4), "List Bullet": (8.5, False, palette.INK, 0, 1),
    "Table Text": (8.5, False, palette.INK, 1, 1), "Table Tight": (7, False, palette.INK, 0, 0),
}  # fmt: skip


def note_bytes(
    extract: Extract, picture: bytes, *, title: str = "", subtitle: str = "", marking: str = "", link: str = "",
    alt: str = "",
) -> bytes:  # fmt: skip
    """The note on an extract in its language, with a PNG of its map; empty texts get their defaults from the filter."""
    document, records = docx.Document(), details(extract)
    title = clean(title) or f"{t(extract.lang, 'name')}: {extract.words()}"
    prepare(document, extract, title, marking)
    _head(document, extract, title, subtitle)
    told = clean(alt) or f"{t(extract.lang, 'page_map')}: {title}. {extract.counts()}"
    add_map(document, picture, told)
    form = density(len(records))
    _initiatives(document, extract, records, form)
    listed = _milestones(document, extract, records, form)
    _sources(document, extract, listed)
    _notes(document, extract, link)
    return saved(document, extract)


def saved(document: Document, extract: Extract) -> bytes:
    """The finished document: no row parted, the same bytes each time."""
    word.hold_rows(document)
    stream = io.BytesIO()
    document.save(stream)
    return fixed(stream.getvalue(), extract.stamp(), {"word/fontTable.xml": word.font_table()})


def prepare(document: Document, extract: Extract, title: str, marking: str) -> None:
    """Paper, styles, language, properties, header with the marking and footer with page numbers."""
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    for name in ("Table Text", "Table Tight"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, (size, bold, color, before, after) in _STYLES.items():
        word.style(document, name, size, bold=bold, color=color, before=before, after=after)
    word.speak(document, extract.lang)
    _properties(document, extract, title)
    _margins(section, extract, marking)


def _properties(document: Document, extract: Extract, title: str) -> None:
    facts, when = document.core_properties, extract.stamp().replace(tzinfo=None)
    facts.title, facts.subject = title[:_MAX_PROPERTY], clean(extract.words())[:_MAX_PROPERTY]
    facts.author = facts.last_modified_by = t(extract.lang, "name")
    facts.created = facts.modified = when
    facts.comments = f"{t(extract.lang, 'foot_edition')} {extract.edition()}"
    facts.revision = 1


def _margins(section: Any, extract: Extract, marking: str) -> None:
    for part in (section.header, section.footer):
        stops = part.paragraphs[0].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.add_run(f"{t(extract.lang, 'name')}\t")
    head.add_run(clean(marking)[:200]).bold = True
    foot.add_run(f"{t(extract.lang, 'foot_edition')} {extract.edition()}\t")
    word.field(foot, "PAGE")
    foot.add_run(" / ")
    word.field(foot, "NUMPAGES")


def _head(document: Document, extract: Extract, title: str, subtitle: str) -> None:
    paragraph = document.add_paragraph(title, style="Title")
    paragraph.runs[0].font.size = Pt(next(size for length, size in _LONG if len(title) > length or not length))
    if clean(subtitle):
        document.add_paragraph(clean(subtitle), style="Subtitle")
    for key, text in (("foot_filter", extract.words()), ("foot_counts", extract.counts())):
        line = document.add_paragraph()
        line.add_run(f"{t(extract.lang, key)}  ").bold = True
        line.add_run(clean(text))


def add_map(document: Document, picture: bytes, alt: str, most: tuple[float, float] = (_WIDTH, _TALLEST)) -> None:
    """A PNG with its alt text, no wider and no higher than so many mm: the text's width, a third of a page."""
    shape = document.add_picture(io.BytesIO(picture))
    scale = min(Mm(most[0]) / shape.width, Mm(most[1]) / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    word.describe(document, "Map", alt)
    document.paragraphs[-1].paragraph_format.space_before = Pt(4)


def _initiatives(document: Document, extract: Extract, records: Sequence[Detail], form: Density) -> None:
    lang = extract.lang
    document.add_paragraph(t(lang, "note_initiatives"), style="Heading 1")
    if not records:
        document.add_paragraph(t(lang, "note_empty"))
        return
    if form.columns > 1:
        document.add_paragraph(t(lang, "note_compact"), style="Caption")
        _columns(document, form.columns)
    placed = set(extract.sites["initiative"][extract.sites["geometry"].notna()])
    initiatives(document, records, {one["id"] for one in records} - placed, lang, form)
    if form.columns > 1:
        _columns(document, 1)


def _columns(document: Document, count: int) -> None:
    """What follows stands in so many columns on the same page."""
    document.add_section(WD_SECTION.CONTINUOUS)
    [properties] = document.element.xpath("w:body/w:sectPr")
    for old in properties.xpath("w:cols"):
        properties.remove(old)
    properties.append(word.element("cols", num=str(count), space="454"))


def _milestones(document: Document, extract: Extract, records: Sequence[Detail], form: Density) -> list[dict[str, str]]:
    """The latest milestones as a table; returns their sources in the order of their numbers."""
    every = [(record, step) for record in records for step in record["milestones"] if step["counts"]]
    latest = sorted(every, key=lambda one: str(one[1]["iso"]), reverse=True)[: form.steps]
    if not latest:
        return []
    lang = extract.lang
    document.add_paragraph(t(lang, "milestones"), style="Heading 1")
    if len(latest) < len(every):
        document.add_paragraph(t(lang, "note_latest", n=len(latest), all=len(every)), style="Caption")
    found = {step["source"]["text"]: step["source"] for _, step in latest if step["source"]}
    numbers = {text: number for number, text in enumerate(found, start=1)}
    steps = [MilestoneRow(one, step, numbers[step["source"]["text"]] if step["source"] else 0) for one, step in latest]
    milestones(document, steps, lang, form)
    return list(found.values())


def _sources(document: Document, extract: Extract, listed: Sequence[dict[str, str]]) -> None:
    lang, cited = extract.lang, extract.cited().values()
    document.add_paragraph(t(lang, "note_sources"), style="Heading 1")
    for one in (source(item, lang) for item in cited if item.kind == "document"):
        _cite(document, one or {}, "")
    for number, one in enumerate(listed, start=1):
        _cite(document, one, f"[{number}] ")
    rest = sum(item.kind != "document" for item in cited) - len(listed)
    if rest > 0:
        document.add_paragraph(t(lang, "note_records", n=rest), style="Table Text")


def _cite(document: Document, one: dict[str, str], number: str) -> None:
    line = document.add_paragraph(style="Table Text")
    line.add_run(number)
    word.link(line, one["text"], one["address"])
    if one["date"]:
        line.add_run(f" {one['date']}")


def _notes(document: Document, extract: Extract, link: str) -> None:
    """Precision, boundaries, attributions and the way back."""
    lang = extract.lang
    document.add_paragraph(t(lang, "note_notes"), style="Heading 1")
    used = [code for code in PRECISION if code in set(extract.sites["precision"])]
    for code in used:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(f"{PRECISIONS[code].text(lang)}  ").bold = True
        line.add_run(PRECISION[code].text(lang))
    for words in (*BOUNDARIES[:2], *ATTRIBUTIONS[:2]):
        document.add_paragraph(words.text(lang), style="List Bullet")
    line = document.add_paragraph(f"{t(lang, 'foot_edition')} {extract.edition()}  ", style="List Bullet")
    if clean(link):
        word.link(line, clean(link), clean(link))
