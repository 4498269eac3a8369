"""Reads what AppTest's tree says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Code, Html, Radio

import ui.assets


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


def mounted(at: AppTest) -> dict[str, dict[str, Any]]:
    """What each part of the front end is given, by its name."""
    found = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    return {data["part"]: data for data in found if "part" in data}  # a review is none of its parts


def asked(at: AppTest) -> dict[str, str]:
    """The address that the page has answered."""
    found: list[dict[str, str]] = [data["asked"] for data in mounted(at).values()]
    assert found and all(one == found[0] for one in found)
    return found[0]


def record(at: AppTest) -> dict[str, Any] | None:
    """The record that the panel is given."""
    found: dict[str, Any] | None = mounted(at).get("panel", {}).get("record")
    return found


def recorded(at: AppTest) -> str:
    """All words of the record; none without one."""
    return "\n".join(_strings(record(at)))


def published(at: AppTest, name: str) -> Any:
    """A file that the page's front end reads: `index`, `catalogue` or `features`."""
    file = next(iter(mounted(at).values()))["given"][name]
    return json.loads((ui.assets.STATIC / file).read_text(encoding="utf-8"))


def tell(at: AppTest, name: str, **events: Any) -> AppTest:
    """A part of the front end tells the server something: `tell(at, "filters", address="?focus=3")`."""
    [part] = [one for one in at.get("bidi_component") if json.loads(one.proto.json).get("part") == name]
    states = at._tree.get_widget_states()
    told = [{"event": event, "value": value} for event, value in events.items()]
    states.widgets.add(id=_make_trigger_id(part.proto.id, "events"), json_trigger_value=json.dumps(told))
    return at._run(states)


def literal(markdown: str) -> str:
    """The text that Markdown shows when every mark in it is escaped; an unescaped mark becomes ▲."""
    return re.sub(
        r"\\([!-/:-@\[-`{-~])|([!-/:-@\[-`{-~])", lambda found: found[1] or "▲", markdown.replace("\u2060", "")
    )


def shown(html: str) -> str:
    """The text of HTML, without scripts and styles."""
    return unescape(re.sub(r"<(script|style)>.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


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
