"""Records as the YAML of the catalogue's files: short codes bare, every other text in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9]+)*|[A-Z]{3}")
_OTHERS: Final = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # what some reader takes for a value
_LONG: Final = {"summary", "sites"}


def yaml_text(raw: Mapping[str, Any]) -> str:
    """A record as a file: a key a line; the summary's languages, sites and milestones have a line each."""
    return "".join(f"{line}\n" for name, value in raw.items() for line in _lines(name, value))


def _lines(name: str, value: Any) -> Iterator[str]:
    if value and name in _LONG:
        yield f"{name}:"
        yield from (entry(key, item, 2) for key, item in value.items())
    elif value and name == "milestones":
        yield f"{name}:"
        yield from (step(item, 2) for item in value)
    else:
        yield entry(name, value)


def entry(key: str, value: Any, indent: int = 0) -> str:
    """A key and its value in a line."""
    return f"{' ' * indent}{flow(key)}: {flow(value)}"


def step(value: Any, indent: int) -> str:
    """An entry of a list in a line."""
    return f"{' ' * indent}- {flow(value)}"


def flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str) and _CODE.fullmatch(value) and value.lower() not in _OTHERS:
        return value
    return "".join(map(_visible, json.dumps(value, ensure_ascii=False)))


def _visible(char: str) -> str:
    """A character, or how YAML writes one that nobody sees or that would break the line."""
    if char.isprintable() or char == "\u3000":
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
