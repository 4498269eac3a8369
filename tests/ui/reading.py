"""Reads what AppTest's tree says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Code, Radio


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
    lists = [box for box in at.radio if str(box.key).startswith("list-unplaced") is not placed]
    return [literal(option.split(") ", 1)[1]) for box in lists for option in box.options]


def literal(markdown: str) -> str:
    """The text that Markdown shows when every mark in it is escaped; an unescaped mark becomes ▲."""
    return re.sub(
        r"\\([!-/:-@\[-`{-~])|([!-/:-@\[-`{-~])", lambda found: found[1] or "▲", markdown.replace("\u2060", "")
    )


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
    for name in ("label", "value"):
        value = getattr(element, name, None)
        if isinstance(value, str):
            yield value
    if isinstance(element, Radio):
        yield from (*element.options, *element.proto.captions)
