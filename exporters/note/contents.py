"""The table of contents: a field that Word brings up to date on opening, filled with the headings that there are."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.text.paragraph import Paragraph

from exporters.note import word

LEVELS: Final = {"Heading 1": "toc 1", "Heading 2": "toc 2"}
_AFTER: Final = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr",
                 "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol",
                 "w:listSeparator")  # fmt: skip


def fill(document: Document, place: Paragraph, title: str) -> None:
    """Put the contents under their title where a paragraph stands; page numbers are worked out on opening."""
    found = [one for one in document.paragraphs if one.style is not None and one.style.name in LEVELS]
    place.insert_paragraph_before().add_run(title).bold = True
    lines = [_line(place, heading, number) for number, heading in enumerate(found, start=1)]
    if lines:
        first, last = lines[0]._p, lines[-1]._p
        at = 1 if first.pPr is not None else 0
        for node in reversed(word.opened('TOC \\o "1-2" \\h \\z \\u')):
            first.insert(at, node)
        last.append(_run(word.element("fldChar", fldCharType="end")))
    place._p.getparent().remove(place._p)
    settings: Any = document.settings.element
    settings.insert_element_before(word.element("updateFields", val="true"), *_AFTER)


def _line(place: Paragraph, heading: Paragraph, number: int) -> Paragraph:
    """A line that leads to a heading, and the page on which that stands."""
    name = f"_Toc{number:06}"
    word.bookmark(heading, name, number)
    line = place.insert_paragraph_before(style=LEVELS[str(heading.style and heading.style.name)])
    frame = word.element("hyperlink", anchor=name, history="1")
    words = line.add_run(heading.text)
    words.add_tab()
    frame.append(words.element)
    for node in (*word.opened(f"PAGEREF {name} \\h"), _run(), _run(word.element("fldChar", fldCharType="end"))):
        frame.append(node)
    line._p.append(frame)
    return line


def _run(*nodes: Any) -> Any:
    run = word.element("r")
    run.extend(nodes)
    return run
