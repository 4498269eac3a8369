"""Any text in a picture, slide or document is drawn as text: no element, link, formula or script comes of it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from hypothesis import given
from lxml import etree
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from exporters.print.elements.fonts import clean
from exporters.print.options import Options
from exporters.print.pictures import PICTURES, Snapshot
from tests.exporters.worlds import BASE, extract_of, made, squashed
from tests.extracts import base
from tests.strategies import SITES, HostileWorld, few, raw, worlds

CALM = BASE._replace(sites=BASE.sites.loc[list(SITES)])
ADDRESS = "https://atlas.example/"
SHORT = 16


def _bytes(kind: str, world: HostileWorld, text: str) -> bytes:
    options = Options(title=text, subtitle=text, marking=text, style="numbered")
    return PICTURES[kind].make(Snapshot(extract_of(world), base(), options, ("en",), ADDRESS))[0].data


def _starts(world: HostileWorld) -> list[str]:
    """How the titles begin: a list may cut the rest."""
    return [squashed(clean(text))[:SHORT] for text in world.sites["title_en"]]


@cache
def _calm_svg() -> set[str]:
    return set(made(_bytes("svg", CALM, "x")))


@given(world=worlds(BASE), text=raw())
@few(3)
def test_svg(world: HostileWorld, text: str) -> None:
    data = _bytes("svg", world, text)
    assert set(made(data)) <= _calm_svg()
    root = etree.fromstring(data)
    links = {value for node in root.iter() for name, value in node.attrib.items() if name.endswith("href")}
    assert all(link.startswith("#") for link in links)
    said = squashed("".join(str(part) for part in root.itertext()))
    assert squashed(clean(text))[:SHORT] in said and all(start in said for start in _starts(world))


@given(world=worlds(BASE), text=raw())
@few(3)
def test_slides(world: HostileWorld, text: str) -> None:
    data = _bytes("pptx", world, text)
    deck = Presentation(io.BytesIO(data))
    said = squashed("".join(_runs(deck.slides[0]._element)))
    assert squashed(clean(text))[:SHORT] in said and all(start in said for start in _starts(world))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "embeddings" in name]
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    roots = {name: etree.fromstring(part) for name, part in parts.items()}
    for name, root in roots.items():
        acting = [node for node in root.iter() if str(node.tag).endswith(("}hlinkHover", "}fld"))]
        assert not name.startswith("ppt/slides/slide") or [node.get("type") for node in acting] == ["slidenum"]
    outside = {
        node.get("Target") for root in roots.values() for node in root.iter() if node.get("TargetMode") == "External"
    }
    assert all(str(target).startswith(ADDRESS) for target in outside)


def _runs(element: Any) -> list[str]:
    return [node.text or "" for node in element.iter() if str(node.tag).endswith("}t")]


@given(world=worlds(BASE), text=raw())
@few(2)
def test_pdf(world: HostileWorld, text: str) -> None:
    reader = PdfReader(io.BytesIO(_bytes("pdf", world, text)))
    root: Any = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(root)
    notes = [note.get_object() for page in reader.pages for note in page.annotations or ()]
    assert all(note["/A"]["/S"] == "/URI" and note["/A"]["/URI"].startswith(ADDRESS) for note in notes)
    said = squashed("".join(page.extract_text() for page in reader.pages))
    assert all(_plain(start) in _plain(said) for start in _starts(world))


def _plain(text: str) -> str:
    """The letters that every reader of PDF agrees on."""
    return "".join(char for char in text if char.isascii())


@given(world=worlds(BASE), text=raw())
@few(2)
def test_png(world: HostileWorld, text: str) -> None:
    image: Any = Image.open(io.BytesIO(_bytes("png", world, text)))
    image.load()
    assert squashed(clean(text))[:SHORT] in squashed(image.text["Title"])
