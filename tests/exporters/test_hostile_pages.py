"""Any text in handout, static site and briefing note is data: no element, attribute, link or script comes of it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from functools import cache
from typing import Any

import docx
from hypothesis import given
from lxml import etree

from atlas.vocab import LANGS
from exporters.clean import clean
from exporters.note.document import note_bytes
from exporters.note.figures import Figure
from exporters.site.files import site_files
from exporters.site.handout import handout_bytes
from maps.ground import Ground, read_ground
from tests.conftest import ROOT
from tests.exporters.worlds import BASE, Page, extract_of, squashed
from tests.extracts import DATA
from tests.strategies import SITES, HostileWorld, few, raw, worlds

CALM = BASE._replace(sites=BASE.sites.loc[list(SITES)])
LONGEST = 120


@cache
def _ground() -> Ground:
    return read_ground(DATA / "basemap")


def _page(world: HostileWorld, text: str) -> str:
    words = {"title": text, "subtitle": text, "marking": text, "link": text}
    return handout_bytes(extract_of(world), _ground(), **words).decode()


@cache
def _calm() -> Counter[str]:
    return Page(_page(CALM, "x")).made


@given(world=worlds(BASE, keys=True), text=raw())
@few(8)
def test_handout(world: HostileWorld, text: str) -> None:
    page = _page(world, text)
    found = Page(page)
    assert found.made - Counter(["h1 class"]) == _calm()  # a long title is set smaller
    assert found.addresses == ["#panel"]
    assert clean(text) in ("", *found.said) or squashed(clean(text)) in squashed("".join(found.said))
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert not re.search("[<>\u2028\u2029]", data)
    for lang in LANGS:
        spoken = json.loads(data)["spoken"][lang]
        assert [one["title"] for one in spoken["features"]["sites"]] == list(world.sites[f"title_{lang}"])
        assert [one["summary"] for one in spoken["records"]] == list(world.sites[f"summary_{lang}"])


@given(world=worlds(BASE))
@few(2)
def test_site(world: HostileWorld) -> None:
    files = dict(site_files(extract_of(world, by="initiatives"), _ground(), "javascript:x"))
    for _, row in world.sites.iterrows():
        for lang in LANGS:
            page = Page(files[f"{lang}/initiatives/{row['initiative']}.html"].decode())
            said = squashed("".join(page.said))
            assert squashed(row[f"title_{lang}"]) in said and squashed(row[f"summary_{lang}"]) in said
    assert files.keys() == _calm_site().keys()
    for name, data in files.items():
        if name.endswith(".html"):
            page = Page(data.decode())
            assert {one.split()[0] for one in page.made} <= _elements()
            assert all(re.match(r"https?://|[./#\w-]*([?#]|$)", one) for one in page.addresses), page.addresses
            assert not [one for one in page.addresses if "evil.example" in one or "javascript" in one]


@cache
def _calm_site() -> dict[str, bytes]:
    return dict(site_files(extract_of(CALM, by="initiatives"), _ground(), ""))


@cache
def _elements() -> set[str]:
    pages = [Page(data.decode()).made for name, data in _calm_site().items() if name.endswith(".html")]
    return {one.split()[0] for page in pages for one in page}


def _said(document: Any) -> str:
    lines = [one.text for one in document.paragraphs]
    return squashed(
        "".join([*lines, *(cell.text for table in document.tables for row in table.rows for cell in row.cells)])
    )


@given(world=worlds(BASE, keys=True), text=raw())
@few(8)
def test_note(world: HostileWorld, text: str) -> None:
    picture = Figure((ROOT / "docs" / "map-en.png").read_bytes(), text, text)
    data = note_bytes(extract_of(world), [picture], title=text, subtitle=text, marking=text, link=text)
    said = _said(docx.Document(io.BytesIO(data)))
    assert squashed(clean(text)) in said
    for _, row in world.sites.iterrows():
        assert squashed(clean(row["title_en"]))[:LONGEST] in said
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "embeddings" in name]
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    roots = {name: etree.fromstring(part) for name, part in parts.items()}
    outside = {
        node.get("Target") for root in roots.values() for node in root.iter() if node.get("TargetMode") == "External"
    }
    assert outside <= {one.address for one in BASE.documents.values()} | {text}
    assert all(target.startswith(("http://", "https://")) for target in outside)
    fields = [node.text for node in roots["word/document.xml"].iter() if str(node.tag).endswith("}instrText")]
    assert all(re.fullmatch(r' (TOC \\o "1-2" \\h \\z \\u|PAGEREF _Toc\d{6} \\h) ', code) for code in fields)
