"""Hostile worlds as extracts, and what a file of markup is made of."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest
from lxml import etree

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.extract import By, Extract
from tests.extracts import edition
from tests.strategies import HostileWorld

BASE = HostileWorld(edition().frame, edition().documents, edition().organisations)


def extract_of(world: HostileWorld, lang: Lang = "en", by: By = "sites") -> Extract:
    """Everything of a world, as the page hands it to an exporter."""
    return Extract(world.sites, Filter(), lang, by, world.documents, world.organisations, "2026-11-22", "0" * 12)


def squashed(text: str) -> str:
    """Text without white space, so that line breaks do not matter."""
    return "".join(text.split())


class Page(HTMLParser):
    """The elements and attribute names of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.made: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made.update([tag, *(f"{tag} {name}" for name, _ in attrs)])
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "data")]
        if any(name.startswith("on") for name, _ in attrs):
            pytest.fail(f"an attribute that acts: {attrs}")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def made(xml: bytes) -> Counter[str]:
    """How often each element and attribute name stands in XML; fails when it is none."""
    found: Counter[str] = Counter()
    for node in etree.fromstring(xml).iter():
        found.update([str(node.tag), *(f"{node.tag} {name}" for name in node.attrib)])
    return found
