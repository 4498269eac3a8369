"""Reads the recipe of a briefing: every fault at once, each with its line, what is wrong and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from atlas.errors import AtlasError, Problem
from loaders.catalogue.messages import validate
from loaders.catalogue.yamlfile import parse_lined

Whole = TypeVar("Whole", bound=BaseModel)
Page = TypeVar("Page", bound=BaseModel)
MAX_BYTES: Final = 100_000
_LINE: Final = re.compile(r"line (\d+): ")
_KEY: Final = "pages"


class RecipeError(AtlasError):
    """A recipe has faults; all of them are in `problems`, from the first line to the last."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = [*problems]
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[RecipeError], tuple[list[Problem]]]:
        return type(self), (self.problems,)


def read_recipe(
    data: bytes, label: str, whole: type[Whole], kinds: Mapping[str, type[Page]], most: int
) -> tuple[Whole, list[Page]]:
    """What a recipe says of the briefing, and its pages by their kinds, `most` of them; raises RecipeError."""
    if len(data) > MAX_BYTES:
        raise RecipeError([Problem(label, "", f"larger than {MAX_BYTES // 1000} kB; make it smaller")])
    raw, problems, lines = parse_lined(data, label)
    if raw is None:
        raise RecipeError(problems)
    listed = raw.get(_KEY)
    recipe, faults = validate(whole, raw, label)
    problems += faults
    pages = []
    for number, one in enumerate(listed[:most] if isinstance(listed, list) else []):
        page, faults = _page(one, label, kinds, (_KEY, str(number)))
        problems += faults
        pages += [page] if page else []
    problems += [Problem(label, _KEY, fault) for fault in _unlike_pages(listed, kinds, most)]
    if problems or recipe is None:
        raise RecipeError(_in_order(problems, lines))
    return recipe, pages


def _unlike_pages(listed: Any, kinds: Iterable[str], most: int) -> Iterable[str]:
    """Why something is no list of pages."""
    if not isinstance(listed, list) or not listed:
        yield f"write the pages here in their order, each as '- kind: …' with one of: {', '.join(kinds)}"
    elif len(listed) > most:
        yield f"{len(listed)} pages are too many; at most {most}"


def _page(
    raw: Any, label: str, kinds: Mapping[str, type[Page]], where: tuple[str, str]
) -> tuple[Page | None, list[Problem]]:
    kind = raw.get("kind") if isinstance(raw, dict) else None
    if isinstance(kind, str) and kind in kinds:
        return validate(kinds[kind], raw, label, where)
    every = f"use one of: {', '.join(kinds)}"
    if not isinstance(raw, dict):
        return None, [Problem(label, ".".join(where), f"write keys and values here, first the kind; {every}")]
    near = get_close_matches(str(kind), [*kinds], n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    fault = "missing" if kind is None else f"{kind!a:.60} is no kind of page{hint}"
    return None, [Problem(label, ".".join((*where, "kind")), f"{fault}; {every}")]


def _in_order(problems: Iterable[Problem], lines: Mapping[str, int]) -> list[Problem]:
    """The faults by line, each saying its own."""
    found = {(_line(one, lines), one) for one in problems}
    return [one if not line or _LINE.match(one.message) else Problem(one.file, one.field, f"line {line}: {one.message}")
            for line, one in sorted(found)]  # fmt: skip


def _line(one: Problem, lines: Mapping[str, int]) -> int:
    """The line of a fault: its own, else the one of the nearest thing round it; 0 for the whole file."""
    if said := _LINE.match(one.message):
        return int(said[1])
    field = one.field
    while field and field not in lines:
        field = field.rpartition(".")[0]
    return lines.get(field, 0)
