"""Cross references, both ways: what records point to exists, and what exists is pointed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas import vocab
from atlas.countries import is_country
from atlas.errors import Problem
from loaders.catalogue.assertions import assertion_problems
from loaders.catalogue.reader import DOCUMENTS, GAZETTEER, ORGANISATIONS, Catalogue, read_catalogue
from loaders.catalogue.references import Reference, references
from loaders.catalogue.rules import initiative_rules, place_rules
from loaders.editions.released import edition_problems
from loaders.rates import rate_problems


@dataclass(frozen=True)
class CheckReport:
    """The records of a data folder, its problems, and warnings that do not stop a build."""

    catalogue: Catalogue
    problems: list[Problem]
    warnings: list[Problem]
    items: int
    uncovered: int

    @property
    def refused(self) -> int:
        """How many items of the documents are said to name no initiative."""
        outlines = (document.outline.values() for document in self.catalogue.documents.values())
        return sum(item.not_initiative is not None for outline in outlines for item in outline)

    @property
    def sites(self) -> int:
        """How many sites the sound initiatives have."""
        return sum(len(initiative.sites) for initiative in self.catalogue.initiatives.values())


def check_data(root: Path) -> CheckReport:
    """Reads and checks a data folder; every problem of every file is in the report, sorted."""
    catalogue, problems = read_catalogue(root)
    uncovered, both = _coverage(catalogue)
    problems += [*_dangling(catalogue), *uncovered, *both, *place_rules(catalogue), *initiative_rules(catalogue)]
    items = sum(len(outline) for outline in _outlines(catalogue).values())
    complete = not any(problem.file.startswith(catalogue.file("catalogue")) for problem in problems)
    asserted = assertion_problems(catalogue, complete)
    problems += [*asserted.problems, *edition_problems(root), *rate_problems(root)]
    warnings = sorted([*_unused(catalogue), *asserted.warnings])
    return CheckReport(catalogue, sorted(set(problems)), warnings, items, len(uncovered))


def _used(catalogue: Catalogue) -> Iterator[tuple[str, Reference]]:
    for file, raw in catalogue.raw.items():
        if file.startswith(catalogue.file("catalogue/")):
            for reference in references(raw):
                yield file, reference


def _keys(catalogue: Catalogue, name: str) -> dict[str, Any] | None:
    """The entries of a shared file as written, None when it could not be read: then nothing is said of it."""
    return catalogue.raw.get(catalogue.file(name))


def _outlines(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    documents = _keys(catalogue, DOCUMENTS) or {}
    return {
        key: raw["outline"] if isinstance(raw.get("outline"), dict) else {}
        for key, raw in documents.items()
        if isinstance(raw, dict) and raw.get("kind") == "document"
    }


def _dangling(catalogue: Catalogue) -> Iterator[Problem]:
    outlines = _outlines(catalogue) if _keys(catalogue, DOCUMENTS) is not None else None
    for file, reference in _used(catalogue):
        if reference.kind == "mention":
            message = _mention(reference.key, outlines)
        elif reference.kind == "source":
            message = _absent(reference.key, _keys(catalogue, DOCUMENTS), catalogue.file(DOCUMENTS))
        elif reference.kind == "partner":
            message = _partner(reference.key, catalogue)
        else:
            message = _absent(reference.key, _keys(catalogue, GAZETTEER), catalogue.file(GAZETTEER))
        if message:
            yield Problem(file, reference.field, message)


def _absent(key: str, known: dict[str, Any] | None, file: str) -> str | None:
    return None if known is None or key in known else f"'{key}' is not in {file}; add it there or correct the key"


def _partner(key: str, catalogue: Catalogue) -> str | None:
    if key == "JPN":
        return "Japan is not a partner of its own; remove it"
    if is_country(key):
        return None
    known = _keys(catalogue, ORGANISATIONS)
    message = _absent(key, known, catalogue.file(ORGANISATIONS))
    return f"{message} (or use a country's code such as AUS)" if message else None


def _mention(key: str, outlines: dict[str, dict[str, Any]] | None) -> str | None:
    document, _, item = key.partition(":")
    if outlines is None:
        return None
    if document not in outlines:
        return f"'{document}' is not a document with an outline; use one of: {', '.join(outlines)}"
    if item not in outlines[document]:
        return f"'{document}' has no item '{item}'; use a code of its outline"
    return None


def _coverage(catalogue: Catalogue) -> tuple[list[Problem], list[Problem]]:
    """The items that nothing covers, and those that are said to name no initiative but are mentioned."""
    mentioned = {reference.key for _, reference in _used(catalogue) if reference.kind == "mention"}
    uncovered, both = [], []
    for document, outline in _outlines(catalogue).items():
        for item, raw in outline.items():
            code, refused = f"{document}:{item}", isinstance(raw, dict) and "not_initiative" in raw
            if refused and code in mentioned:
                message = "an initiative mentions it, so that it names one; remove not_initiative or the mention"
                both.append(Problem(catalogue.file(DOCUMENTS), f"{document}.outline.{item}.not_initiative", message))
            elif not refused and code not in mentioned:
                message = f"no initiative mentions it; add {code} to the mentions of the one it belongs to"
                uncovered.append(Problem(catalogue.file(DOCUMENTS), f"{document}.outline.{item}", message))
    return uncovered, both


def _unused(catalogue: Catalogue) -> Iterator[Problem]:
    used = {(reference.kind, reference.key) for _, reference in _used(catalogue)}
    places = {key for kind, key in used if kind in ("place", "country")} | _named_countries(catalogue)
    partners = {key for kind, key in used if kind == "partner"}
    sources = {key for kind, key in used if kind == "source"} | set(_outlines(catalogue))
    message = "nothing uses this entry; remove it or refer to it"
    for name, keys in ((GAZETTEER, places | set(vocab.REGIONS)), (ORGANISATIONS, partners), (DOCUMENTS, sources)):
        for key in (_keys(catalogue, name) or {}).keys() - keys:
            yield Problem(catalogue.file(name), key, message)


def _named_countries(catalogue: Catalogue) -> set[str]:
    sites = [site for initiative in catalogue.initiatives.values() for site in initiative.sites.values()]
    return {code for site in sites for code in (site.country, *site.countries) if code}
