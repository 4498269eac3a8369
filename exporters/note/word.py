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
_FONTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_ATTRIBUTES: Final = {"ascii": LATIN, "hAnsi": LATIN, "eastAsia": JAPANESE, "cs": LATIN}


def element(name: str, **attributes: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    node = OxmlElement(f"w:{name}")
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


def field(paragraph: Paragraph, code: str) -> None:
    """A field such as PAGE, with a first value until it is worked out."""
    run = paragraph.add_run()
    for node in (
        element("fldChar", fldCharType="begin"),
        _instruction(code),
        element("fldChar", fldCharType="separate"),
    ):
        run.element.append(node)
    run.add_text("1")
    run.element.append(element("fldChar", fldCharType="end"))


def _instruction(code: str) -> Any:
    node = element("instrText")
    node.set(qn("xml:space"), "preserve")
    node.text = f" {code} "
    return node


def link(paragraph: Paragraph, text: str, address: str) -> None:
    """Text that leads to an address of the web; any other address stays text."""
    run = paragraph.add_run(clean(text))
    if not web(address):
        return
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run.font.color.rgb, run.font.underline = RGBColor(0x0B, 0x57, 0xA4), True
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
    """Name and alt text of the last picture."""
    properties = document.element.xpath("//wp:docPr")[-1]
    properties.set("name", clean(name))
    properties.set("descr", clean(text))
    for side in "TBLR":  # what is not said of the room around it LibreOffice makes three millimetres
        properties.getparent().set(f"dist{side}", "0")
