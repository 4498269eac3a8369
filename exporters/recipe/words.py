"""What somebody writes in a recipe: words in one language or both, days, codes; each says what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

from atlas import vocab
from atlas.countries import is_country
from atlas.records import Text
from exporters.print.options import FRAMES, frame_fault

LONGEST: Final = 4_000
_TEXT: Final = {"type": "string", "minLength": 1, "maxLength": LONGEST}
_BOTH: Final = {
    "description": "One text, or the same in both languages under ja and en.",
    "anyOf": [_TEXT, {"type": "object", "properties": {"ja": _TEXT, "en": _TEXT}, "required": ["ja", "en"],
                      "additionalProperties": False}],
}  # fmt: skip


def _spoken(value: Any) -> Any:
    """Words of one language hold for both."""
    if not isinstance(value, str | dict):
        raise ValueError("write one text in quotes, or the same in both languages: {ja: …, en: …}")
    return {"ja": value, "en": value} if isinstance(value, str) else value


def _text(value: Any) -> Any:
    """A number is a code too: a focus area, a year."""
    return str(value) if type(value) is int else value


def _short(value: Text) -> Text:
    if max(len(value.ja), len(value.en)) > LONGEST:
        raise ValueError(f"too long; at most {LONGEST} characters")
    return value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if len(value) == 10 else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: str) -> str:
    raise ValueError(f"'{value:.40}' is not a day of the calendar; write for example 2026-11-26")


def _frame(value: str) -> str:
    if fault := frame_fault(value):
        raise ValueError(fault)
    return value


def member(allowed: Iterable[str], what: str, more: Callable[[str], bool] = lambda code: False) -> Any:
    """A check that a code is one of those allowed, with the nearest and all of them when it is not."""
    known = [*allowed]

    def check(value: str) -> str:
        if value in known or more(value):
            return value
        near = get_close_matches(value, known, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise ValueError(f"'{value:.40}' is not a known {what}{hint}; use one of: {', '.join(known)}")

    return AfterValidator(check)


def _country(value: str) -> str:
    if not is_country(value):
        raise ValueError(f"'{value:.40}' is not an ISO 3166-1 alpha-3 code of a country; write for example FJI")
    return value


def _code(codes: Iterable[str], what: str) -> Any:
    known = [*codes]
    return Annotated[str, member(known, what), WithJsonSchema({"type": "string", "enum": known})]


_FRAME: Final = f"{', '.join(FRAMES)}, an ISO code such as FJI, or lat,lon,zoom"
_ISO: Final = {"type": "string", "pattern": "^[A-Z]{3}$"}
_REGIONS: Final = [*vocab.REGIONS]
Both = Annotated[Text, AfterValidator(_short), BeforeValidator(_spoken), WithJsonSchema(_BOTH)]
Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Frame = Annotated[str, AfterValidator(_frame), WithJsonSchema({"type": "string", "description": _FRAME})]
Initiative = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Known = Annotated[str, StringConstraints(min_length=1, max_length=60)]  # what only an edition can tell
Country = Annotated[str, AfterValidator(_country), WithJsonSchema(_ISO)]
Subject = Annotated[str, member(_REGIONS, "region or country", is_country),
                    WithJsonSchema({"anyOf": [{"type": "string", "enum": _REGIONS}, _ISO]})]  # fmt: skip
Focus = Annotated[str, member(map(str, vocab.FOCUS_AREAS), "focus area"), BeforeValidator(_text),
                  WithJsonSchema({"enum": [*vocab.FOCUS_AREAS, *map(str, vocab.FOCUS_AREAS)]})]  # fmt: skip
Year = Annotated[str, StringConstraints(min_length=1, max_length=10), BeforeValidator(_text),
                 WithJsonSchema({"type": ["integer", "string"]})]  # fmt: skip
Region = _code(_REGIONS, "region")
Theme = _code(vocab.THEMES, "theme")
Instrument = _code(vocab.INSTRUMENTS, "instrument")
Status = _code(vocab.STATUSES, "status")
Precision = _code(vocab.PRECISIONS, "precision")
Basis = _code(vocab.BASES, "basis")
