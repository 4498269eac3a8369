"""Turns what pydantic says into one sentence that tells the writer what to do."""

from __future__ import annotations

import re
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from atlas.errors import Problem

M = TypeVar("M", bound=BaseModel)
_LANGUAGE: Final = {"ja": "Japanese", "en": "English"}
_PATTERNS: Final = {
    "date": 'write the date as "2026", "2026-03" or "2026-03-18"',
    "checked": 'write the date as "2026-03-18"',
    "read": 'write the date as "2026-03-18"',
    "address": "write a full address that begins with http:// or https://",
    "mentions": "write document:item, for example evolved-foip:D8.2",
    "currency": "write the three-letter currency code, for example JPY",
}
_SLUG: Final = "use lower-case letters, digits and single hyphens, for example fji-patrol-boats"
_SHAPES: Final = {
    "model_type": "write keys and values here",
    "dict_type": "write keys and values here",
    "list_type": "write a list here, for example [first, second]",
    "float_type": "write a number, without quotes",
    "string_unicode": "holds a broken character; remove it",
    "finite_number": "write a finite number",
}


def validate(model: type[M], raw: Any, file: str, prefix: tuple[str, ...] = ()) -> tuple[M | None, list[Problem]]:
    """A record, or None and every problem of it; `prefix` is where in the file the record stands."""
    try:
        return model.model_validate(raw, strict=True), []
    except ValidationError as error:
        return None, [_problem(dict(detail), model, file, prefix) for detail in error.errors(include_url=False)]


def _problem(detail: dict[str, Any], model: type[BaseModel], file: str, prefix: tuple[str, ...]) -> Problem:
    loc = tuple(str(part) for part in detail["loc"] if part != "[key]")
    message = _message(detail, model, loc)
    if detail["type"] == "value_error":
        owner = _model_at(model, loc)
        word = message.split(":")[0].split(" ")[0]
        loc = (*loc, word) if owner is not None and word in owner.model_fields else loc
    return Problem(file, ".".join((*prefix, *loc)), message)


def _message(detail: dict[str, Any], model: type[BaseModel], loc: tuple[str, ...]) -> str:
    kind: str = detail["type"]
    last = loc[-1] if loc else ""
    if kind == "extra_forbidden":
        return _unknown_key(model, loc)
    if kind == "missing":
        return f"missing; write the {_LANGUAGE[last]} text" if last in _LANGUAGE else "missing; add it"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind in _SHAPES:
        return _SHAPES[kind]
    if kind == "string_type":
        return _not_text(detail["input"], last)
    return _limit(detail, kind, loc)


def _limit(detail: dict[str, Any], kind: str, loc: tuple[str, ...]) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    last = loc[-1] if loc else ""
    if kind == "literal_error":
        return f"{_shown(detail['input'])} is not allowed; use one of: {context['expected']}"
    if kind in ("too_short", "too_long") and context.get("min_length", context.get("max_length", 0)) > 1:
        few = f"too few; give at least {context['min_length']}" if kind == "too_short" else ""
        return few or f"too many; give at most {context['max_length']}"
    if kind in ("string_too_short", "too_short"):
        return f"empty; write the {_LANGUAGE[last]} text" if last in _LANGUAGE else "empty; give at least one value"
    if kind in ("string_too_long", "too_long"):
        return f"too long; at most {context['max_length']} characters"
    if kind == "string_pattern_mismatch":
        named = next((text for name, text in _PATTERNS.items() if name in loc[-2:]), _SLUG)
        return f"{_shown(detail['input'])} is not in the right form; {named}"
    if kind in ("greater_than", "greater_than_equal", "less_than_equal"):
        word = {"greater_than": "more than", "greater_than_equal": "at least", "less_than_equal": "at most"}[kind]
        return f"{_shown(detail['input'])} is out of range; it must be {word} {next(iter(context.values())):g}"
    return f"{detail['msg'][0].lower()}{detail['msg'][1:]}; correct it"


def _not_text(value: Any, last: str) -> str:
    if value is None:
        return f"empty; write the {_LANGUAGE[last]} text" if last in _LANGUAGE else "empty; write it or remove the key"
    if isinstance(value, dict | list):
        return "write one text here, not a list or keys"
    return f"{_shown(value)} is not text; put it in quotes"


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return f"'{ascii(text)[1:-1] if not text.isprintable() else text:.60}'"


def _unknown_key(model: type[BaseModel], loc: tuple[str, ...]) -> str:
    if not re.fullmatch(r"\w+", loc[-1], re.ASCII):
        return "unknown key; if it is part of a text (a comma or ': ' cuts it), put the whole text in quotes"
    owner = _model_at(model, loc[:-1])
    if owner is None:
        return "unknown key; remove it"
    fields = list(owner.model_fields)
    near = get_close_matches(loc[-1], fields, n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"unknown key{hint}; remove it or use one of: {', '.join(fields)}"


def _model_at(model: type[BaseModel], loc: tuple[str, ...]) -> type[BaseModel] | None:
    kind: Any = model
    for part in loc:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            field = kind.model_fields.get(part)
            kind = field.annotation if field else None
        else:
            kind = (get_args(kind) or (None,))[-1]
        kind = _unwrap(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _unwrap(kind: Any) -> Any:
    if get_origin(kind) is Annotated:
        return _unwrap(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _unwrap(next(arg for arg in get_args(kind) if arg is not type(None)))
    return kind


def is_slug(key: str) -> bool:
    """Whether a key is a lower-case slug of at most 60 characters."""
    return len(key) <= 60 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) is not None


SLUG_RULE: Final = f"the name is not in the right form; {_SLUG}"
