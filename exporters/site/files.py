"""The static site: the whole atlas as files for any web server, in both languages, with relative addresses only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from atlas.errors import AtlasError
from atlas.vocab import LANGS, RECORD_LANGS, Lang
from atlas.words.i18n import language_name, t
from exporters.extract import Extract
from exporters.formats import FORMATS
from exporters.site.bundle import json_text, shared, spoken
from exporters.site.folder_exchange import drafted
from exporters.site.handout import page_words
from exporters.site.inline import route_script, script, style, templates
from exporters.site.pages import pages
from exporters.site.view import FEED, View, view
from exporters.zipped import zip_bytes
from maps.ground import Ground
from maps.symbols import symbol_files

MARK: Final = "atlas-site.json"
_BOTH: Final = ("geojson", "gpkg")
_ROUTES: Final = {"map": "", "regions": "regions/", "table": "table/", "initiative": "initiative/", "about": "about/",
                  "briefing": "briefing/"}  # fmt: skip
_FILES: Final = {"regions": "regions.html", "table": "list.html", "about": "about.html"}
Words = dict[str, dict[str, str]]
_SPACE: Final = "window.atlasSite = window.atlasSite || {};"


Feeds = Mapping[Lang, bytes]
NO_FEEDS: Final[Feeds] = {}


class SiteError(AtlasError):
    """The folder can't be written."""


def write_site(extract: Extract, ground: Ground, folder: Path, *, link: str = "", feeds: Feeds = NO_FEEDS) -> int:
    """Write the site of an extract beside `folder`, then put it there at once; returns its size in bytes.

    An older site is replaced; any other folder that holds something is refused. `link` is the live atlas's address,
    `feeds` the feed of editions in each language, if any.
    """
    if folder.exists() and not (folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).is_file())):
        raise SiteError(f"'{folder}' holds something else than a site of the atlas; name a new or empty folder")
    if not folder.resolve().parent.is_dir():
        raise SiteError(f"the folder '{folder.resolve().parent}' does not exist; make it first")
    with drafted(folder) as new:
        size = sum(_put(new / name, data) for name, data in site_files(extract, ground, link, feeds))
    return size


def _put(path: Path, data: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(data)


def site_files(
    extract: Extract, ground: Ground, link: str, feeds: Feeds = NO_FEEDS
) -> Iterator[tuple[str, bytes]]:  # fmt: skip
    """Every file of the site as path and bytes."""
    views = [view(extract, ground, lang, link, feed=lang in feeds) for lang in LANGS]
    yield from ((f"{lang}/{FEED}", feeds[lang]) for lang in feeds)
    downloads = dict(_downloads(extract))
    for name, (data, *_) in downloads.items():
        yield f"downloads/{name}", data
    for one in views:
        words: Words = {one.lang: page_words(one.extract, one.lang, t(one.lang, "name"), "")}
        for path, page in pages(one, words, _listed(downloads, one)):
            yield path, page.encode("utf-8", "replace")
        yield f"assets/{one.lang}.js", _spoken(one, words)
    yield from _assets(extract, ground)
    yield from _routes(views[0])
    mark = {"edition": extract.edition(), "filter": extract.filter.to_query()}
    yield MARK, f"{json.dumps(mark, ensure_ascii=False)}\n".encode()


def _assets(extract: Extract, ground: Ground) -> Iterator[tuple[str, bytes]]:
    yield "assets/shared.js", f"{_SPACE}atlasSite.shared={json_text(shared(extract, ground))};".encode()
    yield "assets/land.js", f"{_SPACE}atlasSite.land={ground.text};".encode()
    yield "assets/atlas.js", script("site.js").encode()
    yield "assets/route.js", route_script().encode()
    yield "assets/atlas.css", style("page.css", "site.css").encode()
    for name, text in symbol_files().items():
        yield f"assets/sym/{name}.svg", text.encode()


def _spoken(one: View, words: Words) -> bytes:
    data = spoken(one.extract, one.ground, one.lang, one.link)
    data["foot"]["names"]["about"] = t(one.lang, "site_about")
    return f"{_SPACE}atlasSite.spoken={json_text({one.lang: data})};atlasSite.words={json_text(words)};".encode()


def _routes(one: View) -> Iterator[tuple[str, bytes]]:
    """The addresses of the live atlas, each a page that leads on."""
    known = {
        "initiative": [record["id"] for record in one.records],
        "regions": [*one.extract.index.members["region"], *one.extract.index.members["country"]],
    }
    for route, folder in _ROUTES.items():
        root = "../" if folder else ""
        page = (
            templates()
            .get_template("site_route.html")
            .render(root=root, route=route, known=" ".join(known.get(route, [])), file=_FILES.get(route, "index.html"))
        )
        yield f"{folder}index.html", page.encode()


def _downloads(extract: Extract) -> Iterator[tuple[str, tuple[bytes, str, str]]]:
    """The downloads by name: bytes, format and language (empty for both)."""
    for kind, form in FORMATS.items():
        for lang in RECORD_LANGS[1:] if kind in _BOTH else LANGS:
            there = replace(extract, lang=lang, by="sites")
            stem, data = "foip-atlas" if kind in _BOTH else f"foip-atlas_{lang}", form.make(there)
            if kind == "kml":  # a fifteenth of the size, and what opens the one opens the other
                yield f"{stem}.kmz", (zip_bytes([("doc.kml", data)], extract.stamp()), "KMZ", lang)
            else:
                yield f"{stem}.{kind}", (data, form.name, "" if kind in _BOTH else lang)


def _listed(downloads: dict[str, tuple[bytes, str, str]], one: View) -> list[dict[str, Any]]:
    names = {lang: language_name(lang) for lang in LANGS} | {"": t(one.lang, "site_both")}
    return [
        {"name": name, "kind": f"{kind} ({name})", "language": names[lang], "size": f"{len(data) / 1000:,.0f} kB"}
        for name, (data, kind, lang) in downloads.items()
    ]
