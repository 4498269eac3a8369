"""What a catalogue file refers to, read from the file as written, so that one fault hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

Kind = Literal["mention", "place", "country", "partner", "source"]


class Reference(NamedTuple):
    """A key that a file uses and where it stands in the file."""

    field: str
    kind: Kind
    key: str


def references(raw: dict[str, Any]) -> Iterator[Reference]:
    """Every reference in an initiative as written; values of the wrong shape are passed over."""
    yield from _listed(raw, "mentions", "mention", "mentions")
    yield from _listed(raw, "partners", "partner", "partners")
    sites = raw.get("sites")
    for name, site in sites.items() if isinstance(sites, dict) else ():
        if isinstance(site, dict):
            yield from _site(site, f"sites.{name}")
    milestones = raw.get("milestones")
    for index, milestone in enumerate(milestones if isinstance(milestones, list) else ()):
        if isinstance(milestone, dict):
            yield from _single(milestone, "source", "source", f"milestones.{index}")


def _site(site: dict[str, Any], where: str) -> Iterator[Reference]:
    yield from _single(site, "place", "place", where)
    yield from _listed(site, "path", "place", f"{where}.path")
    yield from _single(site, "source", "source", where)
    if site.get("precision") == "country":
        yield from _single(site, "country", "country", where)


def _single(raw: dict[str, Any], name: str, kind: Kind, where: str) -> Iterator[Reference]:
    value = raw.get(name)
    if isinstance(value, str):
        yield Reference(f"{where}.{name}", kind, value)


def _listed(raw: dict[str, Any], name: str, kind: Kind, where: str) -> Iterator[Reference]:
    values = raw.get(name)
    for index, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, str):
            yield Reference(f"{where}.{index}", kind, value)
