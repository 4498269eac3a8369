"""The filter: what the user asks for, as codes, and its form in a URL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self

FACETS: Final = (
    "focus",
    "region",
    "country",
    "theme",
    "instrument",
    "partner",
    "document",
    "precision",
    "basis",
    "status",
    "year",
    "ids",
)
MAX_QUERY: Final = 200
_MAX_SHOWN: Final = 40


@dataclass(frozen=True)
class Filter:
    """Codes by facet (several in one facet are OR, facets are AND) and free text `q` (words are AND).

    `ids` are initiatives, in the order in which they are to stand.
    """

    focus: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    q: str = ""

    @property
    def until(self) -> str | None:
        """The year at whose end things are shown; None for today."""
        return max((code for code in self.year if code.isdigit()), default=None)

    def codes(self, facet: str) -> tuple[str, ...]:
        """The chosen codes of one facet."""
        return tuple(getattr(self, facet))

    def with_codes(self, facet: str, codes: Iterable[str]) -> Self:
        """The same filter with other codes in one facet."""
        changed: dict[str, Any] = {facet: tuple(dict.fromkeys(codes))}
        return replace(self, **changed)

    def toggled(self, facet: str, code: str) -> Self:
        """The same filter with one code switched on or off."""
        old = self.codes(facet)
        return self.with_codes(facet, [c for c in old if c != code] if code in old else [*old, code])

    def without(self, *facets: str) -> Self:
        """The same filter as if nothing were chosen in some facets."""
        found = self
        for facet in facets:
            found = found.with_codes(facet, ())
        return found

    def to_query(self) -> dict[str, str]:
        """The filter as URL parameters, codes joined by commas; empty facets are left out."""
        params = {facet: ",".join(self.codes(facet)) for facet in FACETS if self.codes(facet)}
        return params | ({"q": self.q} if self.q else {})

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def parse(params: Mapping[str, Iterable[str]], allowed: Mapping[str, Iterable[str]]) -> tuple[Filter, list[str]]:
    """Read URL parameters; returns the filter and what was not understood, as `name=value`."""
    filter_, unknown = Filter(), []
    for facet in FACETS:
        asked = [code for value in params.get(facet, ()) for code in value.split(",") if code]
        known = set(allowed[facet])
        filter_ = filter_.with_codes(facet, (code for code in asked if code in known))
        unknown += [f"{facet}={shown(code)}" for code in dict.fromkeys(asked) if code not in known]
    text = _one_line(" ".join(params.get("q", ())))
    if len(text) > MAX_QUERY:
        unknown.append(f"q={shown(text)}")
        text = ""
    return replace(filter_, q=text), unknown


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def shown(text: str) -> str:
    """What a URL said, fit to be told: one line without control characters, not too long."""
    clean = _one_line(text)
    return clean if len(clean) <= _MAX_SHOWN else clean[: _MAX_SHOWN - 1] + "…"
