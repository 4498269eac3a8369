"""The browser's modules as one classic script, which also works where a page may load no modules: from a disk.

A module is joined as a function of its own, after those that it imports from, so only what it exports must have a name
that no other exports.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

_COMMENT: Final = re.compile(r"^[ ]*/\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)  # a third of what is written
_IMPORT: Final = re.compile(r'^import (?:\{([\w$,\s]+)\} from )?"(\.\.?/[^"]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:const|class|(?:async )?function\*?) ([\w$]+))", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_RENAMED: Final = re.compile(r"\w\s+as\s+\w")


class Module(NamedTuple):
    """A module's text without imports and exports, what it exports, and what it imports from where."""

    text: str
    exports: tuple[str, ...]
    imports: dict[Path, tuple[str, ...]]


def join(*entries: Path) -> str:
    """The script that does what loading these modules, one after the other, would do.

    ValueError for what cannot be joined: cycles, names exported twice, default exports, renamed or missing imports.
    """
    found = modules(*entries)
    _distinct(found)
    return "".join(('(() => {\n"use strict";\n', *map(_scoped, found.values()), "})();\n"))


def modules(*entries: Path) -> dict[Path, Module]:
    """These modules and all that they need, each after those that it imports from."""
    found: dict[Path, Module] = {}
    for entry in entries:
        _add(entry.resolve(), found, ())
    return found


def _add(path: Path, found: dict[Path, Module], above: tuple[Path, ...]) -> None:
    if path in above:
        raise ValueError(f"{path.name} imports itself by way of {above[-1].name}")
    if path in found:
        return
    module = _read(path)
    for other, names in module.imports.items():
        _add(other, found, (*above, path))
        if missing := set(names) - set(found[other].exports):
            raise ValueError(f"{path.name} imports {', '.join(sorted(missing))}, which {other.name} does not export")
    found[path] = module


def _read(path: Path) -> Module:
    text = _COMMENT.sub("", path.read_text("utf-8"))
    imports: dict[Path, tuple[str, ...]] = {}
    for names, other in _IMPORT.findall(text):
        if _RENAMED.search(names):
            raise ValueError(f"{path.name} renames what it imports from {other}")
        there = (path.parent / other).resolve()
        imports[there] = (*imports.get(there, ()), *re.findall(r"[\w$]+", names))
    exports = tuple(_EXPORT.findall(text))
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT.search(text):
        raise ValueError(f"{path.name}: neither a named import nor an exported function, class or const: {left[0]}")
    return Module(text.strip(), exports, imports)


def _distinct(found: dict[Path, Module]) -> None:
    known: dict[str, Path] = {}
    for path, module in found.items():
        for name in module.exports:
            if name in known:
                raise ValueError(f"{known[name].name} and {path.name} both export {name}")
            known[name] = path


def _scoped(module: Module) -> str:
    names = ", ".join(module.exports)
    given, returned = (f"const {{ {names} }} = ", f"return {{ {names} }};\n") if names else ("", "")
    return f"{given}(() => {{\n{module.text}\n{returned}}})();\n"
