"""Reads the `data` folder into records; what is wrong is collected, not raised."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from atlas.countries import is_country
from atlas.errors import Problem
from atlas.records import ITEM, Document, Initiative, Place, Text
from loaders.catalogue.messages import SLUG_RULE, M, is_slug, validate
from loaders.catalogue.yamlfile import read_yaml

DOCUMENTS: Final = "documents.yml"
GAZETTEER: Final = "gazetteer.yml"
ORGANISATIONS: Final = "organisations.yml"
ASSERTIONS: Final = "assertions.yml"


@dataclass(frozen=True)
class Catalogue:
    """The records of one data folder. `raw` holds each readable file as written, keyed by its label."""

    name: str
    documents: dict[str, Document]
    places: dict[str, Place]
    organisations: dict[str, Text]
    initiatives: dict[str, Initiative]
    raw: dict[str, dict[str, Any]]

    def file(self, name: str) -> str:
        """How messages call a file of the data folder: `data/gazetteer.yml`."""
        return f"{self.name}/{name}"

    def record(self, initiative: str) -> str:
        """How messages call an initiative's file."""
        return f"{self.name}/catalogue/{initiative}.yml"


def read_catalogue(root: Path) -> tuple[Catalogue, list[Problem]]:
    """Every record under `root` that is sound, and every problem of the others."""
    reader = _Reader(root)
    reader.read(ASSERTIONS)
    catalogue = Catalogue(
        name=reader.name,
        documents=reader.entries(DOCUMENTS, Document, is_slug),
        places=reader.entries(GAZETTEER, Place, lambda key: is_slug(key) or is_country(key)),
        organisations=reader.entries(ORGANISATIONS, Text, is_slug),
        initiatives=reader.initiatives(),
        raw=reader.raw,
    )
    reader.problems += _bad_items(catalogue)
    return catalogue, sorted(set(reader.problems))


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = root.resolve().name
        self.raw: dict[str, dict[str, Any]] = {}
        self.problems: list[Problem] = []

    def entries(self, name: str, model: type[M], fits: Callable[[str], bool]) -> dict[str, M]:
        """The sound records of a file that holds many, by key."""
        file = f"{self.name}/{name}"
        found: dict[str, M] = {}
        for key, raw in (self._read(self.root / name, file) or {}).items():
            if not fits(key):
                self.problems.append(Problem(file, key, SLUG_RULE))
            record, problems = validate(model, raw, file, (key,))
            self.problems += problems
            if record is not None:
                found[key] = record
        return found

    def read(self, name: str) -> dict[str, Any] | None:
        """The mapping in a file of the folder, kept as written under its label."""
        return self._read(self.root / name, f"{self.name}/{name}")

    def initiatives(self) -> dict[str, Initiative]:
        """The sound initiatives, one per file, by file name."""
        found: dict[str, Initiative] = {}
        for path in self._catalogue_files():
            file = f"{self.name}/catalogue/{path.name}"
            raw = self._read(path, file)
            if raw is None:
                continue
            record, problems = validate(Initiative, raw, file)
            self.problems += problems
            if record is not None:
                found[path.stem] = record
        return found

    def _catalogue_files(self) -> list[Path]:
        folder = self.root / "catalogue"
        if not folder.is_dir():
            self.problems.append(Problem(f"{self.name}/catalogue", "", "missing; create this folder"))
            return []
        paths = sorted(path for path in folder.iterdir() if path.suffix in (".yml", ".yaml"))
        for path in paths:
            file = f"{self.name}/catalogue/{ascii(path.name)[1:-1]}"
            if path.suffix == ".yaml":
                self.problems.append(Problem(file, "", "the file name must end in .yml; rename it"))
            elif not is_slug(path.stem):
                self.problems.append(Problem(file, "", SLUG_RULE))
        return [path for path in paths if path.suffix == ".yml" and is_slug(path.stem)]

    def _read(self, path: Path, file: str) -> dict[str, Any] | None:
        raw, problems = read_yaml(path, file)
        self.problems += problems
        if raw is not None:
            self.raw[file] = raw
        return raw


def _bad_items(catalogue: Catalogue) -> list[Problem]:
    return [
        Problem(catalogue.file(DOCUMENTS), f"{key}.outline.{item}", "not an item code; write D1.2, M3, 5.1 or 5.1.2")
        for key, document in catalogue.documents.items()
        for item in document.outline
        if not re.fullmatch(ITEM, item)
    ]
