"""Reads what AppTest's tree says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Code, Html, Radio


def texts(at: AppTest) -> str:
    """Everything a page says, one element a line."""
    return "\n".join([*_said(at.main), *_said(at.sidebar)])


def part(at: AppTest, key: str) -> str:
    """What the container with a key says; fails when there is none or more than one."""
    found = [block for root in (at.main, at.sidebar) for block in _blocks(root) if getattr(block, "key", None) == key]
    assert len(found) == 1, f"{len(found)} containers have the key {key}"
    return "\n".join(_said(found[0]))


def parts(at: AppTest) -> set[str]:
    """The keys of all containers."""
    blocks = [block for root in (at.main, at.sidebar) for block in _blocks(root)]
    return {str(key) for block in blocks if (key := getattr(block, "key", None))}


def listed(at: AppTest, placed: bool = True) -> list[str]:
    """The titles in the lists under the map, as text."""
    lists = [html.value for html in at.html if "atlas-list" in html.value and ("atlas-columns" in html.value) is placed]
    return [unescape(title) for html in lists for title in re.findall(r"data-id=[^>]*>.*?<b>(.*?)</b>", html)]


def literal(markdown: str) -> str:
    """The text that Markdown shows when every mark in it is escaped; an unescaped mark becomes ▲."""
    return re.sub(
        r"\\([!-/:-@\[-`{-~])|([!-/:-@\[-`{-~])", lambda found: found[1] or "▲", markdown.replace("\u2060", "")
    )


def press(at: AppTest, key: str) -> AppTest:
    """Press a filter's button as the page's script does: the address changes, the page runs."""
    button = re.search(
        rf'<button[^>]*data-(?:key|id)="{re.escape(key)}"[^>]*>', "".join(html.value for html in at.html)
    )
    assert button, f"no button has the key {key}"
    did = dict(re.findall(r'data-(\w+)="([^"]*)"', button[0]))
    for name in did.get("drop", "").split():
        at.query_params.pop(name, None)
    if "id" in did:
        at.query_params["id"] = did["id"]
    if "facet" in did:
        value = at.query_params.get(did["facet"], "")
        now = [code for code in ",".join([value] if isinstance(value, str) else value).split(",") if code]
        every = did.get("whole", "").split(",") if "whole" in did else []
        start = now or every
        codes = [code for code in start if code != did["code"]] if did["code"] in start else [*start, did["code"]]
        at.query_params.pop(did["facet"], None)
        if codes and not (every and set(codes) == set(every)):
            at.query_params[did["facet"]] = ",".join(codes)
    return at.run()


def given(at: AppTest) -> dict[str, dict[str, int]]:
    """What each option would give, by facet and code."""
    told = re.search(r'class="atlas-counts" value="([^"]*)"', "".join(html.value for html in at.html))
    assert told
    counts: dict[str, dict[str, int]] = json.loads(unescape(told[1]))["counts"]
    return counts


def shown(html: str) -> str:
    """The text of HTML, without scripts and styles."""
    return unescape(re.sub(r"<(script|style)>.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL))


def _blocks(block: Block) -> Iterator[Block]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield child
            yield from _blocks(child)


def _said(block: Block) -> Iterator[str]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield from _said(child)
        else:
            yield from _words(child)


def _words(element: Any) -> Iterator[str]:
    if isinstance(element, Code):  # shown as it stands, no Markdown
        return
    if isinstance(element, Html):
        yield shown(element.value)
        return
    for name in ("label", "value"):
        value = getattr(element, name, None)
        if isinstance(value, str):
            yield value
    if isinstance(element, Radio):
        yield from (*element.options, *element.proto.captions)
