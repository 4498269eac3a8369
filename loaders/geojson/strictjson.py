"""JSON taken strictly: bounded in size, depth and digits, no name twice in an object, no NaN."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NoReturn

from atlas.errors import DataError, Problem, cause
from loaders.local import local

MAX_BYTES: Final = 64_000_000
MAX_DEPTH: Final = 32
_TEXT: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z)', re.DOTALL)  # a text cut off ends with the file
_OTHERS: Final = bytes(set(range(256)) - set(b"[]{}"))


def refuse(file: str, rule: str, field: str = "") -> NoReturn:
    """Raise DataError for one fault."""
    raise DataError([Problem(file, field, rule)])


def read_bytes(path: Path, missing: str = "missing; run python -m loaders build") -> bytes:
    """The bytes of a file on this machine of at most MAX_BYTES; raises DataError."""
    try:
        if not local(path).is_file():
            refuse(path.name, missing)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        refuse(path.name, f"cannot be read: {cause(error)}; check its permissions and the disk")
    if len(data) > MAX_BYTES:
        refuse(path.name, f"larger than {MAX_BYTES // 1_000_000} MB; make it smaller")
    return data


def parse_json(data: bytes, file: str) -> Any:
    """The value in the bytes of a file; raises DataError."""
    if _depth(data) > MAX_DEPTH:
        refuse(file, f"nested too deeply; at most {MAX_DEPTH} levels")
    try:
        return json.loads(data.decode(), parse_constant=_constant, object_pairs_hook=_object)
    except ValueError as error:  # also bad UTF-8 and integers of thousands of digits
        refuse(file, f"not valid JSON: {error}")


def _depth(data: bytes) -> int:
    brackets = _TEXT.sub(b"", data).translate(None, _OTHERS)
    return max(accumulate((1 if char in b"[{" else -1 for char in brackets), initial=0))


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise ValueError(f"the name {ascii(twice)[:60]} stands twice in one object")
    return found
