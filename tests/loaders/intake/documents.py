"""A statement that nobody made, in every format that is read, and files that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
import pptx
import pypdfium2 as pdfium
import typst
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from pptx.util import Inches

TITLE = "日本とフィジーとの間の協力に関する試験声明"
# Code, heading, text behind the number.
ITEMS = (
    ("1", "序", "両国は、試験のために書かれたこの文書において、以下の三つの分野で協力を進めることで一致した。"),
    ("2", "I. 海と港", "両国は、以下の方法で海上の協力を進める。"),
    (
        "2.1",
        "I. 海と港",
        "港湾の管理に携わる職員の研修を試験的に行い、その成果を毎年確認する。研修はスバで開かれ、島しょ国からも参加を受け入れる。",
    ),
    ("2.2", "I. 海と港", "航路標識の点検について、海上保安庁と相手国の当局との間で意見を交換する。"),
    (
        "3",
        "II. デジタル",
        "両国は、AI 及び海底ケーブルに関する対話を始める。対話は年一回とし、必要に応じて専門家を招く。",
    ),
    ("4", "II. デジタル", "両国は、次の取組を行う。"),
    ("4.1", "II. デジタル", "通信網の保守に当たる技術者を養成する。"),
    ("4.2", "II. デジタル", "防災情報の共有を改善する。"),
    ("5", "実施", "両国は、この文書の実施状況を定期的に見直す。"),
)
CODES = [code for code, _, _ in ITEMS]
MARKS = dict(zip(CODES, ("1.", "2.", "2.1.", "2.2.", "3.", "4.", "(1)", "(2)", "5."), strict=True))
HEAD = "試験声明（案）"


def lines() -> list[tuple[str, str]]:
    """The kind and the text of each paragraph, headings where they change."""
    found, last = [("title", TITLE)], "序"
    for code, heading, text in ITEMS:
        if heading != last:
            found.append(("heading", heading))
        found.append(("item", f"{MARKS[code]} {text}"))
        last = heading
    return found


def txt(breaks: bool = False) -> bytes:
    """Paragraphs with empty lines between; with `breaks` one of them is broken by the end of a page."""
    text = "\n\n".join(text for _, text in lines())
    return (text.replace("研修はスバで", "研修はスバ\n\n- 2 -\n\nで") if breaks else text).encode()


def html() -> bytes:
    """A page with navigation and a script, headings as such, the last list without numbers in its text."""
    tags = {"title": "h1", "heading": "h2", "item": "p"}
    parts = [(tags[kind], text) for kind, text in lines()]
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)
    listed = [text for _, text in parts if text.startswith("(")]
    old = "".join(f"<p>{text}</p>" for text in listed)
    body = body.replace(old, "<ol>" + "".join(f"<li><p>{text[4:]}</p></li>" for text in listed) + "</ol>")
    return (
        "<!DOCTYPE html><html><head><title>題</title><style>p{color:red}</style></head><body>"
        "<nav><ul><li>ホーム</li></ul></nav>"
        f"<script>alert('x')</script><div id='content'>{body}</div><footer>連絡先</footer></body></html>"
    ).encode()


def word(numbered: bool = True) -> bytes:
    """A Word document whose numbers Word works out, a heading style for headings."""
    document = docx.Document()
    if numbered:
        _numbering(document)
    for kind, text in lines():
        if kind != "item":
            document.add_heading(text, 0 if kind == "title" else 1)
            continue
        mark, words = text.split(" ", 1)
        paragraph = document.add_paragraph(words if numbered else text)
        if numbered:
            level = 2 if mark.startswith("(") else mark.count(".") - 1
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            ))  # fmt: skip
    return _saved(document)


def _numbering(document: docx.document.Document) -> None:
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(("%1.", "%1.%2.", "(%3)"))
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def boxed() -> bytes:
    """A Word document with a table, a text box beside its older picture, deleted words and readings above kanji."""
    document = docx.Document()
    document.add_paragraph("1. 表の前にある項目で、研修を行う。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2. 左の欄の項目。", "3. 右の欄の項目。"
    document.add_paragraph("4. 表の後にある項目。")
    run = document.paragraphs[-1].add_run()._r
    box = f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>5. 枠の中の項目。</w:t></w:r></w:p></w:txbxContent>"
    for name in ("Choice", "Fallback"):
        part = OxmlElement("w:pict")
        part.tag = "{http://schemas.openxmlformats.org/markup-compatibility/2006}" + name
        part.append(parse_xml(box))
        run.append(part)
    gone = OxmlElement("w:del")
    gone.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>消した言葉</w:delText></w:r>"))
    document.paragraphs[-1]._p.append(gone)
    return _saved(document)


def slides() -> bytes:
    """A deck: a title, bullets in its body, two boxes side by side below, a group, a table, a numbered list."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "基本的考え方"
    slide.placeholders[1].text = "両国は、海の安全を守る。\n両国は、自由な貿易を進める。"
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "取組"
    for left, text in ((5, "右の枠で、港の研修を行う。"), (1, "左の枠で、港を点検する。")):
        slide.shapes.add_textbox(Inches(left), Inches(2), Inches(3), Inches(1)).text_frame.text = text
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(
        Inches(1), Inches(4), Inches(3), Inches(1)
    ).text_frame.text = "組にした枠で、技術者を招く。"
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(6), Inches(6), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "表の左で、対話を始める。", "表の右で、対話を続ける。"
    data = io.BytesIO()
    deck.save(data)
    return data.getvalue()


def pdf(columns: int = 1, text: Sequence[tuple[str, str]] = (), lang: str = "ja") -> bytes:
    """A PDF on small pages, with a running head and page numbers, its headings larger."""
    body = "\n\n".join(
        f"#text(size: {12 if kind == 'title' else 11}pt, weight: 700)[{_typed(words)}]"
        if kind != "item"
        else _typed(words)
        for kind, words in text or lines()
    )
    source = (
        f"#set page(width: 340pt, height: 300pt, margin: 40pt, columns: {columns})\n"
        f'#set page(header: [{HEAD}], numbering: "- 1 -")\n'
        f'#set text(size: 9pt, lang: "{lang}", hyphenate: {str(lang == "en").lower()})\n'
        f"#set par(justify: true)\n{body}"
    )
    return bytes(typst.compile(source.encode(), format="pdf"))


def _typed(words: str) -> str:
    return "".join(f"\\{letter}" if letter in "#*_`$<>@=-+/[]\\.~" else letter for letter in words)


def _saved(document: docx.document.Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def blank_pdf(pages: int) -> bytes:
    """Pages without a letter."""
    document, data = pdfium.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(200, 200)
    document.save(data)
    return data.getvalue()


def locked_pdf() -> bytes:
    """A PDF that opens with a password alone."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>",
    )
    data, places = b"%PDF-1.4\n", list[int]()
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + table + end


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with a part of another content."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, content if part == name else source.read(part))
    return result.getvalue()


def body_of(content: bytes) -> bytes:
    """A Word document's main part around a content."""
    spaces = f'xmlns:w="{qn("w:p")[1:-2]}"'.encode()
    return b'<?xml version="1.0"?><w:document ' + spaces + b"><w:body>" + content + b"</w:body></w:document>"
