"""Files of a snapshot read back as their readers would."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

import numpy as np
import pytest
from lxml import etree
from PIL import Image, ImageColor
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from atlas import palette
from atlas.filter import Filter
from atlas.vocab import LANGS
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import Words
from exporters.print.pictures import PICTURES, Snapshot
from tests.exporters.conftest import Make
from tests.exporters.hostile import spoilt
from tests.exporters.snapshot.conftest import Take

CABLES = Filter(theme=("submarine-cables",))
ATTACKS = (r"$\foo$", "a $x^$ b", "{{7*191}}", "=1+1", "</a:t>", "<img src=x onerror=alert(1)>", "a\x00b\x1b")
SIZES = {"slide-16x9": (1920, 1080), "slide-4x3": (1440, 1080), "a4-portrait": (2480, 3508), "640x480": (640, 480)}


def _made(snapshot: Snapshot, kind: str) -> bytes:
    return PICTURES[kind].make(snapshot)[0].data


def _shapes(shapes: Any) -> list[Any]:
    found = []
    for shape in shapes:
        found += _shapes(shape.shapes) if shape.shape_type == MSO_SHAPE_TYPE.GROUP else [shape]
    return found


def _slide_text(data: bytes) -> str:
    deck = Presentation(io.BytesIO(data))
    return "\n".join(shape.text_frame.text for shape in _shapes(deck.slides[0].shapes) if shape.has_text_frame)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_has_exactly_the_pixels_asked_for_and_says_what_it_shows(take: Take, size: str) -> None:
    image: Any = Image.open(io.BytesIO(_made(take(CABLES, "ja", size=size), "png")))
    assert image.size == SIZES[size]
    assert "海底ケーブル" in image.text["Filter"] and image.text["Description"].startswith("地図")


def test_a_picture_of_twice_the_resolution_has_twice_the_pixels(take: Take) -> None:
    image = Image.open(io.BytesIO(_made(take(CABLES, size="slide-16x9", dpi=288), "png")))
    assert image.size == (3840, 2160)


def test_a_larger_picture_is_the_same_page_sharper(take: Take) -> None:
    small, large = (_opened(take(CABLES, "ja", size="slide-16x9", dpi=dpi)) for dpi in (144, 288))
    apart = np.abs(np.asarray(large.reduce(2), float) - np.asarray(small, float))
    assert apart.mean() < 2 and np.asarray(large).std() > np.asarray(large.reduce(2).resize(large.size)).std()


def test_a_picture_has_the_palette_s_own_colours(take: Take) -> None:
    found = {colour for _, colour in _opened(take(Filter(country=("FJI",)))).getcolors(1 << 24)}
    assert {ImageColor.getrgb(name) for name in (palette.SEA, palette.LAND_SHOWN, palette.FOCUS[3], "#FFFFFF")} <= found


def _opened(snapshot: Snapshot) -> Any:
    return Image.open(io.BytesIO(_made(snapshot, "png")))


def _objects(reader: PdfReader, kind: str) -> list[Any]:
    """Everything in a PDF of a type, such as `/Font`."""
    size: Any = reader.trailer["/Size"]
    found = [reader.get_object(number) for number in range(1, size)]
    return [one for one in found if isinstance(one, dict) and one.get("/Type") == kind]


def test_a_pdf_embeds_real_fonts_and_finds_japanese(take: Take) -> None:
    reader = PdfReader(io.BytesIO(_made(take(CABLES, "ja", style="numbered", subtitle="Łódź, ₱"), "pdf")))
    said = reader.pages[0].extract_text()
    assert "海底ケーブル" in said and "Łód" in said and "₱" in said
    fonts = _objects(reader, "/Font")
    assert {font["/Subtype"] for font in fonts} == {"/Type0", "/CIDFontType0", "/CIDFontType2"}
    assert all("/ToUnicode" in font for font in fonts if font["/Subtype"] == "/Type0")
    assert all(_embedded(font) for font in fonts if font["/Subtype"] != "/Type0")


def _embedded(font: Any) -> bool:
    return any(key.startswith("/FontFile") for key in font["/FontDescriptor"].get_object())


def test_a_pdf_is_tagged_and_has_bookmarks_and_links(take: Take) -> None:
    snapshot = take(Filter(), "ja", "en", style="numbered")
    sheets = [*snapshot.sheets("ja"), *snapshot.sheets("en")]
    reader = PdfReader(io.BytesIO(_made(snapshot, "pdf")))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "ja"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()  # Typst has checked what that asks for
    assert _marks(reader) == [snapshot.sheets(lang)[0].title.plain() for lang in LANGS]  # the others go on
    parts = _objects(reader, "/StructElem")
    figures = {part["/Alt"] for part in parts if part["/S"] == "/Figure"}
    assert figures == {layer.alt for sheet in sheets for layer in sheet.layers if layer.alt}
    assert {sheets[0].alt, snapshot.sheets("en")[0].alt} <= figures
    assert sum(part["/S"] == "/H1" for part in parts) == len(sheets)
    assert {"ja", "en"} == {address.partition("lang=")[2] for address in _links(reader)}


def _marks(reader: PdfReader) -> list[str]:
    return [mark.title for mark in reader.outline]  # type: ignore[union-attr, misc]


def test_every_page_of_a_deck_is_found_by_what_it_shows(take: Take) -> None:
    """All pages have one title and each its regions, which the bookmarks say."""
    snapshot = take(Filter(), "ja", style="boxes")
    sheets, marks = snapshot.sheets("ja"), _marks(PdfReader(io.BytesIO(_made(snapshot, "pdf"))))
    labels = ["".join(item.plain() for item in sheet.items() if isinstance(item, Words) and item.name == "counts")
              for sheet in sheets]  # fmt: skip
    told = [(sheet, label) for sheet, label in zip(sheets, labels, strict=True) if f"／{len(sheets)}" in label]
    assert len(told) > 2 and len({sheet.title.plain() for sheet, _ in told}) == 1
    assert marks[: len(told)] == [clean(f"{sheet.title.plain()} {label}") for sheet, label in told]


def _links(reader: PdfReader) -> set[str]:
    notes = [note.get_object() for page in reader.pages for note in page.annotations or ()]
    assert all(note["/Subtype"] == "/Link" for note in notes)
    return {note["/A"]["/URI"] for note in notes}


def test_an_svg_keeps_text_as_text(take: Take) -> None:
    snapshot = take(CABLES, "ja")
    found = [node for node in etree.fromstring(_made(snapshot, "svg")).iter("{*}text") if not node.get("aria-hidden")]
    asked = [item for item in snapshot.sheets("ja")[0].items() if isinstance(item, Words)]
    letters = Counter("".join(node.text or "" for node in found).replace(" ", ""))
    assert not Counter("".join(words.plain() for words in asked).replace(" ", "").replace("\n", "")) - letters
    title = next(node for node in found if "海底ケーブル" in (node.text or ""))
    assert title.get("font-weight") == "700" and "Noto Sans CJK JP" in title.getroottree().getroot().get(
        "font-family", ""
    )
    assert all(float(node.get("textLength", "0")) > 0 for node in found), "another font may not run into anything"


def test_an_svg_names_its_layers_and_says_what_it_shows(take: Take) -> None:
    snapshot = take(CABLES, "ja")
    sheet, root = snapshot.sheets("ja")[0], etree.fromstring(_made(snapshot, "svg"))
    label = "{http://www.inkscape.org/namespaces/inkscape}label"
    assert [group.get(label) for group in root.iter("{*}g")] == ["title", *(layer.name for layer in sheet.layers)]
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(set(ids)) == len(ids) and set(root.get("aria-labelledby", "").split()) <= set(ids)
    assert root.findtext("{*}title") == sheet.title.plain() and sheet.alt in root.findtext("{*}desc", "")


def test_a_slide_is_native_and_cites_itself(take: Take) -> None:
    deck = Presentation(io.BytesIO(_made(take(CABLES, "ja", style="numbered"), "pptx")))
    slide = deck.slides[0]
    shapes = _shapes(slide.shapes)
    kinds = {shape.shape_type for shape in shapes}
    assert MSO_SHAPE_TYPE.FREEFORM in kinds and MSO_SHAPE_TYPE.PICTURE not in kinds
    assert slide.shapes.title is not None and "海底ケーブル" in slide.shapes.title.text_frame.text
    groups = {
        shape.name: shape._element.nvGrpSpPr.cNvPr.get("descr") for shape in slide.shapes if hasattr(shape, "shapes")
    }
    assert groups["地図"].startswith("地図") and {"印", "一覧", "注記"} <= set(groups)
    assert "https://" in slide.notes_slide.notes_text_frame.text
    ids = [shape.shape_id for shape in slide.shapes] + [shape.shape_id for shape in shapes]
    assert len(set(ids)) == len({shape.shape_id for shape in shapes}) + len(groups)


def test_a_slides_colours_are_the_themes(take: Take) -> None:
    data = _made(take(CABLES), "pptx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        slide = archive.read("ppt/slides/slide1.xml").decode()
    assert 'val="0065B3"' in theme and 'val="accent1"' in slide and '"0065B3"' not in slide


@pytest.mark.parametrize("text", [*ATTACKS, "x" * 2000])
def test_hostile_text_comes_out_literally(take: Take, make: Make, text: str) -> None:
    """In pictures, PDF and slides; the others: test_hostile.py, test_note.py, test_handout.py."""
    snapshot = take(sites=spoilt(make().sites, text), style="numbered", title=text)
    wanted = text.replace("\x00", " ").replace("\x1b", "").strip()[:40]
    assert wanted in _slide_text(_made(snapshot, "pptx")).replace("\v", "").replace("\n", "")
    found = "".join(page.extract_text() for page in PdfReader(io.BytesIO(_made(snapshot, "pdf"))).pages)
    assert wanted.replace(" ", "") in found.replace(" ", "").replace("\n", "")
    Image.open(io.BytesIO(_made(snapshot, "png"))).verify()


def test_the_same_choices_give_the_same_bytes(take: Take) -> None:
    first, second = (take(Filter(country=("FJI",)), "ja", style="numbered") for _ in range(2))
    assert not [kind for kind in PICTURES if _made(first, kind) != _made(second, kind)]


def test_both_languages_are_two_pages_or_two_files(take: Take) -> None:
    snapshot = take(Filter(country=("FJI",)), "ja", "en")
    assert len(PdfReader(io.BytesIO(_made(snapshot, "pdf"))).pages) == 2
    assert [file.tail for file in PICTURES["png"].make(snapshot)] == ["-ja", "-en"]
