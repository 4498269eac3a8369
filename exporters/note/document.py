"""The briefing note: a Word document with contents, map, all initiatives and milestones, notes and sources."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from atlas import palette
from atlas.vocab import PRECISIONS
from atlas.words.i18n import t
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES, PRECISION
from exporters.clean import clean
from exporters.extract import Extract
from exporters.note import word
from exporters.note.contents import LEVELS, fill
from exporters.note.figures import Figure
from exporters.note.sources import Sources
from exporters.note.tables import ListGroup, Tables, groups, in_order
from exporters.note.template import Paper
from exporters.zipped import fixed

ROOM: Final = (170.0, 259.0)  # millimetres of a page of ours that hold text
_TALLEST: Final = 105
_LONG: Final = ((200, 10.0), (60, 14.0), (0, 19.0))
_MAX_PROPERTY: Final = 255
_STYLES: Final = {
    "Normal": (9.5, False, palette.INK, 0, 3), "Title": (19, True, palette.INK, 0, 2),
    "Subtitle": (10.5, False, palette.MUTED, 0, 4), "Heading 1": (13, True, palette.INK, 11, 3),
    "Heading 2": (10.5, True, palette.INK, 8, 3), "Heading 3": (9.5, True, palette.INK, 6, 2),
    "Header": (9, False, palette.MUTED, 0, 0), "Footer": (8.5, False, palette.MUTED, 0, 0),
    "Caption": (8.5, False, palette.MUTED, 2, 4), "List Bullet": (8.5, False, palette.INK, 0, 1),
    "Table Text": (8.5, False, palette.INK, 1, 1), "Table Tight": (7, False, palette.INK, 0, 0),
    "toc 1": (9.5, False, palette.INK, 2, 0), "toc 2": (9, False, palette.INK, 0, 0),
}  # fmt: skip
_OWN: Final = ("Table Text", "Table Tight")


def note_bytes(
    extract: Extract, pictures: Sequence[Figure], *, title: str = "", subtitle: str = "", marking: str = "",
    link: str = "", numbered: bool = False, paper: Paper | None = None,
) -> bytes:  # fmt: skip
    """The note on an extract in its language; empty texts get their defaults from the filter.

    Where the pictures are `numbered`, the lists have the numbers too; a template's `paper` is written on as it is.
    """
    document, found = paper.document() if paper else docx.Document(), groups(extract)
    title = clean(title) or f"{t(extract.lang, 'name')}: {extract.words()}"
    prepare(document, extract, title, marking, paper)
    _head(document, extract, title, subtitle, long=paper is None)
    contents = document.add_paragraph()
    numbers = {code: number for number, code in enumerate(in_order(found), 1)} if numbered else {}
    room = paper.room if paper else ROOM
    _maps(document, extract, pictures, room)
    tables = Tables(document, extract, Sources(), numbers, paper, room[0])
    _initiatives(document, extract, found, tables)
    _milestones(document, extract, found, tables)
    _notes(document, extract, link)
    if tables.sources.found:
        document.add_paragraph(t(extract.lang, "note_sources"), style="Heading 1")
        tables.listed()
    fill(document, contents, t(extract.lang, "snap_contents"))
    return saved(document, extract, ours=paper is None)


def saved(document: Document, extract: Extract, *, ours: bool = True) -> bytes:
    """The finished document: no row parted, the same bytes each time; with our letters unless on a template."""
    word.hold_rows(document)
    word.drop_effects(document)
    stream = io.BytesIO()
    document.save(stream)
    return fixed(stream.getvalue(), extract.stamp(), {"word/fontTable.xml": word.font_table()} if ours else {})


def prepare(document: Document, extract: Extract, title: str, marking: str, paper: Paper | None = None) -> None:
    """Paper, styles, language, properties, header with the marking and footer with page numbers.

    A template keeps all that it has: styles that it lacks are added plainly, and the marking stands over the title.
    """
    word.speak(document, extract.lang)
    _properties(document, extract, title)
    _styles(document, paper)
    if paper is None:
        _page(document, extract, marking)
    elif clean(marking):
        document.add_paragraph().add_run(clean(marking)[:200]).bold = True


def _page(document: Document, extract: Extract, marking: str) -> None:
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    _margins(section, extract, marking)


def _styles(document: Document, paper: Paper | None) -> None:
    """Our styles; on a template's paper those that it lacks, in the letters that it has."""
    known = {str(style.name) for style in document.styles}
    for name, (size, bold, color, before, after) in _STYLES.items():
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name not in _OWN)
        if paper is None:
            word.style(document, name, size, bold=bold, color=color, before=before, after=after)
        elif name not in known:
            added: Any = document.styles[name]
            added.base_style, added.font.bold = document.styles["Normal"], bold or None
            added.paragraph_format.space_before, added.paragraph_format.space_after = Pt(before), Pt(after)
    for name in LEVELS.values():
        style: Any = document.styles[name]
        wide = Mm((paper.room if paper else ROOM)[0])
        style.paragraph_format.left_indent = Mm(5) if name.endswith("2") else Mm(0)
        style.paragraph_format.tab_stops.add_tab_stop(wide, WD_TAB_ALIGNMENT.RIGHT)


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
        stops.add_tab_stop(Mm(ROOM[0]), WD_TAB_ALIGNMENT.RIGHT)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.add_run(f"{t(extract.lang, 'name')}\t")
    head.add_run(clean(marking)[:200]).bold = True
    foot.add_run(f"{t(extract.lang, 'foot_edition')} {extract.edition()}\t")
    word.field(foot, "PAGE")
    foot.add_run(" / ")
    word.field(foot, "NUMPAGES")


def _head(document: Document, extract: Extract, title: str, subtitle: str, *, long: bool) -> None:
    paragraph = document.add_paragraph(title, style="Title")
    if long:
        paragraph.runs[0].font.size = Pt(next(size for length, size in _LONG if len(title) > length or not length))
    if clean(subtitle):
        document.add_paragraph(clean(subtitle), style="Subtitle")
    for key, text in (("foot_filter", extract.words()), ("foot_counts", extract.counts())):
        line = document.add_paragraph()
        line.add_run(f"{t(extract.lang, key)}  ").bold = True
        line.add_run(clean(text))


def _maps(document: Document, extract: Extract, pictures: Sequence[Figure], room: tuple[float, float]) -> None:
    """The pictures; one alone is no higher than a part of the page, what has boxes as high as its letters need."""
    document.add_paragraph(t(extract.lang, "page_map"), style="Heading 1")
    for one in pictures:
        add_map(document, one.png, one.alt, room)
        if one.caption:
            document.paragraphs[-1].paragraph_format.keep_with_next = True
            document.add_paragraph(clean(one.caption), style="Caption")


def add_map(document: Document, picture: bytes, alt: str, room: tuple[float, float] = (ROOM[0], _TALLEST)) -> None:
    """A PNG as wide as the text, no higher than its room, with its alt text."""
    shape = document.add_picture(io.BytesIO(picture))
    scale = min(Mm(room[0]) / shape.width, Mm(room[1]) / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    word.describe(document, "Map", alt)
    document.paragraphs[-1].paragraph_format.space_before = Pt(4)


def _initiatives(document: Document, extract: Extract, found: Sequence[ListGroup], tables: Tables) -> None:
    lang = extract.lang
    document.add_paragraph(t(lang, "note_initiatives"), style="Heading 1")
    if not found:
        document.add_paragraph(t(lang, "note_empty"))
    for group in found:
        number = len(group.records)
        head = f"{group.head}（{number}）" if lang == "ja" else f"{group.head} ({number})"
        document.add_paragraph(head, style="Heading 2")
        tables.initiatives(group)


def _milestones(document: Document, extract: Extract, found: Sequence[ListGroup], tables: Tables) -> None:
    """The milestones, the latest first."""
    every = [(one, step) for group in found for one in group.records for step in one["milestones"]]
    if every:
        document.add_paragraph(t(extract.lang, "milestones"), style="Heading 1")
        tables.milestones(sorted(every, key=lambda one: str(one[1]["iso"]), reverse=True))


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
