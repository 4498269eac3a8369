"""What python-docx leaves to its users: fonts for Japanese, language, fields, links, shading, alt text."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from atlas.vocab import Lang
from exporters.clean import clean, web

LATIN: Final = "Calibri"
JAPANESE: Final = "Yu Gothic"
_FALLBACKS: Final = {
    LATIN: "Carlito;Arial;Liberation Sans;Noto Sans CJK JP",
    JAPANESE: "游ゴシック;Meiryo;Hiragino Sans;Noto Sans CJK JP;Noto Sans JP",
}
_LINK: Final = "0B57A4"
_ATTRIBUTES: Final = {"ascii": LATIN, "hAnsi": LATIN, "eastAsia": JAPANESE, "cs": LATIN}


def element(tag: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    node = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        node.set(qn(f"w:{key}"), value)
    return node


def style(document: Document, name: str, size: float, *, bold: bool, color: str, before: float, after: float) -> None:
    """Give a style both fonts, a size, a colour and its spacing."""
    found: Any = document.styles[name]
    properties = found.element.get_or_add_rPr()
    for old in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:spacing"))):
        properties.remove(old)
    properties.insert(0, element("rFonts", **_ATTRIBUTES))
    found.font.size, found.font.bold, found.font.italic = Pt(size), bold, False
    found.font.color.rgb = RGBColor.from_string(color.removeprefix("#"))
    form = found.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    for old in found.element.xpath("./w:pPr/w:pBdr | ./w:pPr/w:tabs"):
        old.getparent().remove(old)


def speak(document: Document, lang: Lang) -> None:
    """The language of the document, for readers aloud and for spelling."""
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    spoken = "ja-JP" if lang == "ja" else "en-GB"
    defaults.append(element("lang", val=spoken, eastAsia="ja-JP", bidi="ar-SA"))
    document.core_properties.language = spoken


def font_table() -> bytes:
    """The table of fonts, each with what may stand in for it."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:family w:val="swiss"/></w:font>'
        for name, others in _FALLBACKS.items()
    )
    head, space = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', nsmap["w"]
    return f'{head}<w:fonts xmlns:w="{space}">{fonts}</w:fonts>'.encode()


def field(paragraph: Paragraph, code: str, shown: str = "1") -> None:
    """A field such as PAGE, with a first value until it is worked out."""
    for node in whole(code, shown):
        paragraph._p.append(node)


def whole(code: str, shown: str) -> list[Any]:
    """The runs of a field with what it shows until it is worked out."""
    words = element("t")
    words.text = shown
    runs = [*opened(code), element("r"), element("r")]
    runs[-2].append(words)
    runs[-1].append(element("fldChar", fldCharType="end"))
    return runs


def drop_effects(document: Document) -> None:
    """Take away Word 2010's second copy of the styles: it lacks ours, and Word would repair that."""
    links = document.part.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/stylesWithEffects")]:
        del links[key]


def opened(code: str) -> list[Any]:
    """The runs of a field up to what it shows."""
    runs = [element("r") for _ in range(3)]
    said = element("instrText")
    said.set(qn("xml:space"), "preserve")
    said.text = f" {code} "
    for run, node in zip(
        runs, (element("fldChar", fldCharType="begin"), said, element("fldChar", fldCharType="separate")), strict=True
    ):
        run.append(node)
    return runs


def bookmark(paragraph: Paragraph, name: str, number: int, around: Any = None) -> None:
    """Give the text of a paragraph, or one run of it, a name that fields and links find; no number comes twice."""
    body = paragraph._p
    start, end = element("bookmarkStart", id=str(number), name=name), element("bookmarkEnd", id=str(number))
    if around is None:
        body.insert(0 if body.pPr is None else 1, start)
        body.append(end)
    else:
        around.addprevious(start)
        around.addnext(end)


def lead(paragraph: Paragraph, text: str, name: str) -> None:
    """Text that leads to a bookmark of the document."""
    frame = element("hyperlink", anchor=name, history="1")
    run = paragraph.add_run(text)
    run.font.color.rgb = RGBColor.from_string(_LINK)
    run.element.addprevious(frame)
    frame.append(run.element)


def link(paragraph: Paragraph, text: str, address: str) -> None:
    """Text that leads to an address of the web; any other address stays text."""
    run = paragraph.add_run(clean(text))
    if not web(address):
        return
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run.font.color.rgb, run.font.underline = RGBColor.from_string(_LINK), True
    frame = OxmlElement("w:hyperlink")
    frame.set(qn("r:id"), target)
    run.element.addprevious(frame)
    frame.append(run.element)


def shade(cell: _Cell, color: str) -> None:
    """Fill a cell that has text."""
    found: Any = cell.paragraphs[0].runs[0]
    [around] = found.element.xpath("ancestor::w:tc[1]")
    around.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=color.removeprefix("#")))


def hold_rows(document: Document) -> None:
    """No page break cuts a row of a table, and its first row stands again on top of every page."""
    for row in document.element.xpath("w:body/w:tbl/w:tr[1]"):
        row.get_or_add_trPr().append(element("tblHeader"))
    for row in document.element.xpath("w:body/w:tbl/w:tr"):
        row.get_or_add_trPr().append(element("cantSplit"))


def describe(document: Document, name: str, text: str) -> None:
    """Name and alt text of the last picture, which keeps no distance: not every program takes that as given."""
    properties = document.element.xpath("//wp:docPr")[-1]
    for side in "TBLR":
        properties.getparent().set(f"dist{side}", "0")
    properties.set("name", clean(name))
    properties.set("descr", clean(text))
    for side in "TBLR":  # what is not said of the room around it LibreOffice makes three millimetres
        properties.getparent().set(f"dist{side}", "0")
