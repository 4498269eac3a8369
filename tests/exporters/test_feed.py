"""The feed of editions, as a reader of feeds takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from atlas.compare.sentences import ChangeLine, ChangeSheet, EditionNews
from atlas.compare.values import Names
from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from exporters.feed import feed_bytes
from exporters.site.files import site_files
from loaders.editions.history import history
from loaders.editions.released import released
from maps.ground import read_ground
from tests import hostile
from tests.exporters.conftest import Make
from tests.extracts import DATA

ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}


def made(root: Path, lang: Lang, page: str = "changes") -> Any:
    return etree.fromstring(feed_bytes(history(root, lang, Names()), lang, "changes-x.xml", page))


def texts(node: Any, path: str) -> list[str]:
    return [str(text) for text in node.xpath(f"{path}/text()", namespaces=ATOM)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_released_edition_is_an_entry_with_its_own_day(real_data: Path, lang: Lang) -> None:
    feed, every = made(real_data, lang), list(released(real_data).values())[::-1]
    assert texts(feed, "a:entry/a:updated") == [f"{one.date}T00:00:00Z" for one in every]
    assert texts(feed, "a:updated") == [f"{every[0].date}T00:00:00Z"]
    assert len(texts(feed, "a:author/a:name")) == len(texts(feed, "a:title")) == 1
    summaries = texts(feed, "a:entry/a:summary")
    assert ("取組の追加17件" if lang == "ja" else "17 initiatives added") in summaries[-4]
    assert ("取組131件" if lang == "ja" else "131 initiatives") in summaries[-1]
    links = [str(link) for link in feed.xpath("a:entry/a:link/@href", namespaces=ATOM)]
    assert links[0] == f"changes?lang={lang}&from={every[1].name}&to={every[0].name}" and len(links) == len(every) - 1


def test_ids_are_an_edition_s_for_good(real_data: Path) -> None:
    ids = {lang: texts(made(real_data, lang), "//a:id") for lang in LANGS}
    assert ids["en"] == texts(made(real_data, "en", "https://atlas.example/changes"), "//a:id")
    assert len({*ids["ja"], *ids["en"]}) == 2 * len(ids["en"]) == 2 * (1 + len(released(real_data)))
    assert "urn:uuid:04ed72bb-8b61-5aa6-8937-e6af73ef481a" in ids["en"]  # of 2026-11-26-c3442725, as others have it


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_went_and_came_are_marked_and_hostile_text_is_text(lang: Lang) -> None:
    line = ChangeLine("changed", "x", hostile.TEXT, "]]>", f"old {hostile.TEXT}", f"new {hostile.TEXT}", "title_en")
    news = [EditionNews("2026-11-22-aaaaaaaa", "2026-11-22", hostile.TEXT, "", ChangeSheet("t", "&lt;", [line]))]
    feed = etree.fromstring(feed_bytes(news, lang, "changes.xml"))
    assert texts(feed, "//h:del") == ["old"] and texts(feed, "//h:ins") == ["new"]
    assert texts(feed, "//h:strong") == [hostile.TEXT] and texts(feed, "//a:summary") == ["&lt;"]
    assert {etree.QName(node).localname for node in feed.xpath("//h:*", namespaces=ATOM)} == {
        "div", "p", "h2", "ul", "li", "strong", "span", "del", "ins"
    }  # fmt: skip
    assert not feed.xpath("//a:link[@rel='alternate']", namespaces=ATOM)


@pytest.mark.parametrize("lang", LANGS)
def test_the_site_s_pages_name_their_feed(make: Make, lang: Lang) -> None:
    files = dict(site_files(make(Filter(country=("TON",)), by="initiatives"), read_ground(DATA / "basemap"), "",
                            {lang: b"<feed/>"}))  # fmt: skip
    assert files[f"{lang}/changes.xml"] == b"<feed/>"
    link = f'<link rel="alternate" type="application/atom+xml" title="{{}}" href="../{lang}/changes.xml">'
    for name in ("index", "list", "downloads"):
        page = files[f"{lang}/{name}.html"].decode()
        assert page.count('type="application/atom+xml"') == (2 if name == "downloads" else 1)
        assert link.split("{}")[1] in page
    other = "en" if lang == "ja" else "ja"
    assert "atom+xml" not in files[f"{other}/list.html"].decode()
