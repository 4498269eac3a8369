"""What a proposal may rest on: the initiatives and organisations that the atlas has, and its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from atlas.errors import DataError
from atlas.records import Document, Initiative, Text
from loaders.catalogue.reader import read_catalogue
from loaders.lists.placing.world import World, read_world
from loaders.stores.base import FEATURES
from loaders.stores.edition import edition_id


@dataclass(frozen=True)
class Knowledge:
    """The atlas as a proposal knows it."""

    initiatives: Mapping[str, Initiative]
    organisations: Mapping[str, Text]
    world: World
    documents: Mapping[str, Document]
    edition: str


def read_knowledge(data: Path) -> Knowledge:
    """All of it from a data folder. Raises DataError where the catalogue is not sound."""
    catalogue, problems = read_catalogue(data)
    if problems:
        raise DataError(problems)
    return Knowledge(
        catalogue.initiatives, catalogue.organisations, read_world(data),
        catalogue.documents, _edition(data, catalogue.documents),
    )  # fmt: skip


def _edition(data: Path, documents: Mapping[str, Document]) -> str:
    """Which edition the proposals are made against, as pages call it; empty before the first."""
    path = data / FEATURES
    if not path.is_file():
        return ""
    day, digest = edition_id(path.read_bytes(), documents)
    return f"{day}-{digest}" if day else digest


def without(knowledge: Knowledge, document: str) -> Knowledge:
    """The same as if one document had never been read: its own initiatives and organisations are not known."""
    kept = {
        key: one
        for key, one in knowledge.initiatives.items()
        if any(not mention.startswith(f"{document}:") for mention in one.mentions)
    }
    own = {name for key, one in knowledge.initiatives.items() if key not in kept for name in one.partners}
    others = {name for one in kept.values() for name in one.partners}
    known = {key: name for key, name in knowledge.organisations.items() if key in others or key not in own}
    return replace(knowledge, initiatives=kept, organisations=known)
