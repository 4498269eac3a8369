"""HTML in: what a reader of the page sees, headings and lists told by their elements, scripts and navigation out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from loaders.intake.reading.document import LineKind, Passage, Passages
from loaders.intake.reading.numbering import written
from loaders.intake.reading.plain import decoded
from loaders.lists.remark import DocumentError

_MAX_TAGS: Final = 400_000
_UNSHOWN: Final = {
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button", "rt", "rp",
    "input", "textarea", "canvas", "audio", "video",
}  # fmt: skip
_ASIDE: Final = {"nav", "footer", "aside", "header"}
_NAVIGATION: Final = re.compile(
    r"(?:^|[\s_-])(?:g?nav|navi|navigation|menu|breadcrumbs?|topicpath|footer|sidebar|pagetop|skip|sns|share)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS: Final = _ASIDE | {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "section", "article", "main",
    "body", "html", "blockquote", "pre", "figure", "figcaption", "address", "hr", "form", "fieldset", "details",
    "summary", "center", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_FORMATS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*(euc-jp|iso-2022-jp|shift_jis|x-sjis)", re.IGNORECASE
)


def read_html(data: bytes) -> Passages:
    """The paragraphs of a web page; raises DocumentError."""
    if data.count(b"<") > _MAX_TAGS:
        raise DocumentError("too_many_paragraphs", most=_MAX_TAGS)
    try:
        root = etree.fromstring(_text(data), etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise DocumentError("html_broken") from None
    if root is None:
        raise DocumentError("empty")
    reader = _PageReader()
    reader.read(root)
    return Passages(reader.found, tuple(dict.fromkeys(text for text in reader.aside if text)))


def _text(data: bytes) -> str:
    """The page's text: in the encoping that it names where that is an old Japanese one, else as lists have it."""
    if named := _CHARSET.search(data[:4000]):
        name = named[1].decode().casefold()
        try:
            return data.decode("cp932" if "jis" in name and name != "iso-2022-jp" else name).replace("\x00", " ")
        except UnicodeDecodeError:
            pass
    return decoded(data)[0].replace("\x00", " ")


class _PageReader:
    """Walks a page once and gathers its blocks."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.aside: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[tuple[str, int]] = []  # the kind and the count of each that is open
        self._level = 0  # of the heading at hand
        self._strong = 0
        self._plain = False

    def read(self, root: Any) -> None:
        """Take every element of a page, without going deeper than the page itself."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and (tag in _UNSHOWN or _is_aside(element, tag)):
                if tag not in _UNSHOWN:
                    self.aside.append(" ".join(" ".join(_shown(element)).split()))
                walk.skip_subtree()
                element.text = None
            elif event == "start":
                self._start(element, tag)
            else:
                self._end(tag)
                self._add(element.tail)
        self._block()

    def _start(self, element: Any, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self._block()
        if tag in ("ol", "ul"):
            first = _number(element.get("start"), 1) - 1
            self._lists.append((_FORMATS.get(element.get("type", "1"), "decimal") if tag == "ol" else "", first))
        elif tag == "li":
            self._mark = self._counted(element)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1])
        self._strong += tag in ("b", "strong")
        self._add(element.text)

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._block()
            if tag == "li":
                self._mark = ""
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = 0
        self._strong -= tag in ("b", "strong")

    def _counted(self, item: Any) -> str:
        """What a browser writes before an item of a list."""
        style, value = self._lists[-1] if self._lists else ("", 0)
        if not style:
            return "•"
        value = _number(item.get("value"), value + 1)
        self._lists[-1] = style, value
        return f"{written(value, style)}."

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            self._plain = self._plain or (bool(text.strip()) and not self._strong)

    def _block(self) -> None:
        """A block is over: what it held is a piece."""
        text = " ".join("".join(self._words).split())
        bold, self._words, self._plain = not self._plain, [], False
        if not text:
            return
        kind: LineKind = "heading" if self._level else "bullet" if self._mark == "•" else "text"
        said = f"{self._mark} {text}" if self._mark else text
        left = float(len(self._lists) * 20)
        self.found.append(Passage(said, 1, kind, self._level or len(self._lists), None, bold, left, whole=True))
        self._mark = ""


def _is_aside(element: Any, tag: str) -> bool:
    """Whether an element is navigation and not the page's text."""
    if tag in ("html", "body", "main", "article"):
        return False
    named = f"{element.get('id', '')} {element.get('class', '')}"
    return (
        tag in _ASIDE
        or element.get("role") in ("navigation", "banner", "contentinfo")
        or bool(_NAVIGATION.search(named))
    )


def _shown(element: Any) -> Iterator[str]:
    for part in element.iter():
        if part.tag not in _UNSHOWN:
            yield part.text or ""
        if part is not element:
            yield part.tail or ""


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else otherwise
