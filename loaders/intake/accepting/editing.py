"""Small edits of the text of a data file: every line that is there stays as it is, byte for byte."""

from __future__ import annotations

import copy
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from loaders.catalogue.yamlfile import parse_yaml
from loaders.catalogue.yamltext import entry, flow, step
from loaders.lists.remark import DocumentError

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def appended(text: str, lines: Iterable[str]) -> str:
    """A file with lines at its end."""
    end = _end(text)
    return text + ("" if not text or text.endswith("\n") else end) + "".join(f"{line}{end}" for line in lines)


def with_mentions(text: str, mentions: Sequence[str], file: str) -> str:
    """An initiative's file with items added to its mentions."""
    raw = _parsed(text, file)
    new = [one for one in mentions if one not in raw.get("mentions", [])]
    if not new:
        return text
    added = "".join(f", {flow(one)}" for one in new)
    edited = re.sub(r"(?m)^(mentions: *\[[^\]\r\n]*?) *\]", lambda found: f"{found[1]}{added}]", text, count=1)
    return _proven(edited, {**raw, "mentions": [*raw.get("mentions", []), *new]}, file)


def with_sites(text: str, sites: Mapping[str, Any], file: str) -> str:
    """An initiative's file with sites added, a line each."""
    raw = _parsed(text, file)
    edited = _into(text, "sites", [entry(name, site, 2) for name, site in sites.items()])
    return _proven(edited, {**raw, "sites": {**raw.get("sites", {}), **sites}}, file)


def with_steps(text: str, steps: Sequence[Mapping[str, Any]], file: str) -> str:
    """An initiative's file with milestones added, a line each."""
    raw = _parsed(text, file)
    edited = _into(text, "milestones", [step(one, 2) for one in steps])
    return _proven(edited, {**raw, "milestones": [*(raw.get("milestones") or []), *steps]}, file)


def with_range(text: str, document: str, count: int, file: str) -> str:
    """The counts that the check expects, with those of a new document: as many as there are, and a quarter more."""
    raw = _parsed(text, file)
    range_ = {"min": count, "max": count + count // 4 + 1}
    edited = _into(text, "documents", [entry(document, range_, 2)])
    return _proven(edited, {**raw, "documents": {**raw.get("documents", {}), document: range_}}, file)


def unified(name: str, old: str, new: str) -> str:
    """What changes in a file, as `git apply` takes it."""
    lines = difflib.unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _into(text: str, block: str, new: Sequence[str]) -> str:
    """Lines at the end of a block of the file, which is made where it is not there."""
    if not new:
        return text
    lines, end = _LINE.findall(re.sub(rf"(?m)^{block}: *(\[\]|\{{\}}) *(?=\r?$)", f"{block}:", text)), _end(text)
    head = next((at for at, line in enumerate(lines) if re.match(rf"{block}:\s*(#.*)?$", line)), None)
    if head is None:
        return appended(text, [f"{block}:", *new])
    after = next((at for at in range(head + 1, len(lines)) if re.match(r"[^\s#]", lines[at])), len(lines))
    last = max(at for at in range(head, after) if at == head or re.match(r"\s+[^\s#]", lines[at])) + 1
    before = "".join(lines[:last])
    return appended(before, new) + "".join(lines[last:]) if before.endswith(end) else appended(text, new)


def _end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _parsed(text: str, file: str) -> dict[str, Any]:
    raw, problems = parse_yaml(text.encode(), file)
    if raw is None or problems:
        raise DocumentError("accept_unsound", file=file)
    return copy.deepcopy(raw)


def _proven(text: str, wanted: Mapping[str, Any], file: str) -> str:
    """The text, when a reader finds in it what was wanted and nothing else."""
    if parse_yaml(text.encode(), file) != (wanted, []):
        raise DocumentError("accept_by_hand", file=file)
    return text
