"""The editions as an Atom feed (RFC 4287): what changed in each, in a sentence and line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from atlas.compare.groups import groups
from atlas.compare.sentences import ChangeLine, EditionNews
from atlas.vocab import Lang
from atlas.words.i18n import t

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TAGS: Final = {"same": "span", "old": "del", "new": "ins"}


def feed_bytes(news: Sequence[EditionNews], lang: Lang, file: str, page: str = "") -> bytes:
    """The editions, newest first, at least one, as a file; `page` is the address of the page of changes, if any."""
    feed = etree.Element(f"{{{_ATOM}}}feed", {_LANG: lang}, nsmap={None: _ATOM})
    _put(feed, "id", _urn(lang))
    _put(feed, "title", t(lang, "feed_title"))
    _put(feed, "updated", _instant(news[0].date))
    _put(_put(feed, "author"), "name", t(lang, "name"))
    _put(feed, "link", rel="self", href=file)
    if page:
        _put(feed, "link", rel="alternate", href=f"{page}?{urlencode({'lang': lang})}")
    for one in news:
        _entry(feed, one, lang, page)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))


def _entry(feed: Any, one: EditionNews, lang: Lang, page: str) -> None:
    entry = _put(feed, "entry")
    _put(entry, "id", _urn(f"{lang}/{one.name}"))
    _put(entry, "title", t(lang, "feed_entry", edition=one.label))
    _put(entry, "updated", _instant(one.date))
    if page and one.before:
        address = urlencode({"lang": lang, "from": one.before, "to": one.name})
        _put(entry, "link", rel="alternate", href=f"{page}?{address}")
    _put(entry, "summary", one.said.head)
    body = etree.SubElement(_put(entry, "content", type="xhtml"), f"{{{_XHTML}}}div", nsmap={None: _XHTML})
    _tag(body, "p", one.said.head)
    for group in groups(one.said.lines, "kind", lang):
        _tag(body, "h2", f"{group.name} ({group.n})")
        listed = _tag(body, "ul")
        for line in group.lines:
            _line(_tag(listed, "li"), line, lang)


def _line(item: Any, line: ChangeLine, lang: Lang) -> None:
    _tag(item, "strong", line.title)
    _tag(item, "span", f" {t(lang, 'changes_kind', kind=line.what, what='')}")
    for mark, text in (part for piece in line.spans() for part in piece.parts()):
        _tag(item, _TAGS[mark], text)


def _urn(name: str) -> str:
    """An id that stays the same wherever the atlas is served."""
    return uuid5(NAMESPACE_URL, f"foip-atlas/editions/{name}").urn


def _instant(day: str) -> str:
    """The beginning of an edition's day: Atom knows no days."""
    return f"{f'{day}-01-01'[:10]}T00:00:00Z"


def _put(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    node = etree.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    node.text = text
    return node


def _tag(parent: Any, tag: str, text: str | None = None) -> Any:
    node = etree.SubElement(parent, f"{{{_XHTML}}}{tag}")
    node.text = text
    return node
