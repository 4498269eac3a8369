"""Reads one YAML file strictly: plain keys and values; every fault is a problem, never an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from atlas.errors import Problem, cause

MAX_BYTES: Final = 2_000_000
MAX_DEPTH: Final = 12
_NUMBER = re.compile(r"[-+]?(\d+|(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][-+]?\d+)?)")
_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _UnreadableError(Exception):
    """Nothing after this point of the file can be read."""


def read_yaml(path: Path, label: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The mapping in a file (None when it cannot be read) and its problems, which call the file `label`.

    Dates stay text, keys are always text; anchors, aliases, tags and duplicate keys are problems.
    """
    try:
        data = _read(path)
    except _UnreadableError as stop:
        return None, [Problem(label, "", str(stop))]
    value, problems = _known(data, label)
    return deepcopy(value), list(problems)


@lru_cache(maxsize=1_000)
def _known(data: bytes, label: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """A file as parsed before: a catalogue is read again and again, and few of its files change."""
    return parse_yaml(data, label)


def parse_yaml(data: bytes, label: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The same of the bytes of a file."""
    value, problems, _ = parse_lined(data, label)
    return value, problems


def parse_lined(data: bytes, label: str) -> tuple[dict[str, Any] | None, list[Problem], dict[str, int]]:
    """The same with the line on which each key and entry of a list begins, by its field: `pages.2.kind`."""
    builder = _Builder(label)
    try:
        value = builder.document(_decoded(data))
    except _UnreadableError as stop:
        return None, [*builder.problems, Problem(label, "", str(stop))], builder.lines
    return value, builder.problems, builder.lines


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise _UnreadableError("missing; create this file")
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {cause(error)}; check its permissions and the disk") from None


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _UnreadableError(f"larger than {MAX_BYTES // 1000} kB; make it smaller")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"not UTF-8 at byte {error.start}; save it as UTF-8") from None


class _Builder:
    """Builds plain dicts, lists and scalars from parser events, so that aliases are never expanded."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def document(self, text: str) -> dict[str, Any]:
        try:
            return self._top(yaml.parse(text, Loader=yaml.CSafeLoader))
        except _UnreadableError:
            raise
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            hint = "mend it (text that holds ': ' or '#' stands in quotes)"
            raise _UnreadableError(f"line {line}: {error.problem}; {hint}") from None
        except yaml.YAMLError:
            raise _UnreadableError("holds a character that YAML does not allow; remove it") from None
        except Exception as error:
            raise _UnreadableError(f"not readable as YAML ({type(error).__name__}); mend its syntax") from None

    def _top(self, events: Iterator[Any]) -> dict[str, Any]:
        value: Any = {}
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
            elif isinstance(event, NodeEvent):
                value = self._node(event, events, ())
            if documents > 1:
                raise _UnreadableError("holds a second document after '---'; keep one per file")
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise _UnreadableError("must hold keys and values at the top")
        return value

    def _node(self, event: Any, events: Iterator[Any], where: tuple[str, ...]) -> Any:
        if len(where) > MAX_DEPTH:
            raise _UnreadableError(f"line {event.start_mark.line + 1}: deeper than {MAX_DEPTH} levels; flatten it")
        if isinstance(event, AliasEvent):
            self._report(where, "an alias (*name) is not allowed; write the value out")
            return None
        if event.anchor is not None:
            self._report(where, "an anchor (&name) is not allowed; remove it")
        if event.tag is not None:
            self._report(where, "a tag (!name) is not allowed; remove it")
        if isinstance(event, ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, where)
        return self._mapping(events, where)

    def _sequence(self, events: Iterator[Any], where: tuple[str, ...]) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            here = (*where, str(len(values)))
            self.lines[".".join(here)] = event.start_mark.line + 1
            values.append(self._node(event, events, here))
        return values

    def _mapping(self, events: Iterator[Any], where: tuple[str, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = self._key(event, events, where)
            self.lines.setdefault(".".join((*where, key)), event.start_mark.line + 1)
            value = self._node(next(events), events, (*where, key))
            if key in values:
                self._report((*where, key), f"line {event.start_mark.line + 1}: the key stands twice; keep one")
            else:
                values[key] = value
        return values

    def _key(self, event: Any, events: Iterator[Any], where: tuple[str, ...]) -> str:
        if not isinstance(event, ScalarEvent):
            self._report(where, f"line {event.start_mark.line + 1}: a key must be one plain word")
            self._node(event, events, (*where, "?"))
            return "?"
        if not event.value.isprintable() or event.anchor is not None or event.tag is not None:
            self._report((*where, ascii(event.value)), "a key must be plain text; remove what is around or inside it")
            return ascii(event.value)
        return str(event.value)

    def _scalar(self, event: ScalarEvent, where: tuple[str, ...]) -> Any:
        text: str = event.value
        if event.style in ("'", '"', "|", ">"):
            return text
        if text in _WORDS:
            return _WORDS[text]
        if not _NUMBER.fullmatch(text):
            if re.fullmatch(r"[-+]?\.(inf|Inf|INF|nan|NaN|NAN)", text):
                self._report(where, "not a finite number; write digits")
            return text
        if len(text) > 30:
            self._report(where, "a number of more than 30 digits; shorten it, or put it in quotes")
            return None
        return int(text) if re.fullmatch(r"[-+]?\d+", text) else float(text)

    def _report(self, where: tuple[str, ...], message: str) -> None:
        self.problems.append(Problem(self.label, ".".join(where), message))
