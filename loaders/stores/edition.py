"""Makes an edition of the bytes of its files, from whatever store they come."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from atlas.edition import Edition, EditionId
from atlas.errors import DataError, Problem
from atlas.index import build_index
from atlas.order import in_document_order
from atlas.progress.rates import Releases
from atlas.records import Document, Text
from loaders.geojson.domain import domain_problems
from loaders.geojson.reader import frame_of, parse_documents, parse_organisations
from loaders.geojson.strict import MAX_PROBLEMS, parse_collection
from loaders.geojson.strictjson import read_bytes
from loaders.rates import RATES, parse_rates, rates_file
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Contents


class Parts(NamedTuple):
    """What the files of an edition say: features in their own order, sources, partners, what was mended."""

    features: Sequence[Mapping[str, Any]]
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    notes: tuple[Problem, ...]


def edition_of(contents: Contents, before: Edition | None = None) -> Edition:
    """The edition that some files make; sources unchanged since `before` are not read anew. Raises DataError."""
    return assembled(contents, parts_of(contents, before))


def parts_of(contents: Contents, before: Edition | None = None) -> Parts:
    """Read the files of an edition strictly; raises DataError with what is not sound."""
    same = {name for name in contents if before and before.digests.get(name) == digest_of(contents[name])}
    documents = before.documents if before and DOCUMENTS in same else parse_documents(contents[DOCUMENTS], DOCUMENTS)
    organisations = (
        before.organisations
        if before and ORGANISATIONS in same
        else parse_organisations(contents[ORGANISATIONS], ORGANISATIONS)
    )
    notes: list[Problem] = []
    features = parse_collection(contents[FEATURES], FEATURES, notes=notes)
    if faults := domain_problems(features, documents, organisations, FEATURES):
        raise DataError(faults[:MAX_PROBLEMS])
    return Parts(features, documents, organisations, tuple(notes))


def assembled(contents: Contents, parts: Parts) -> Edition:
    """Put the parts of an edition in order and index them."""
    frame = frame_of(parts.features)
    frame = frame.iloc[in_document_order(frame, parts.documents)]
    return Edition(
        frame,
        build_index(frame, parts.organisations),
        parts.documents,
        parts.organisations,
        _rates(contents),
        edition_id(contents[FEATURES], parts.documents),
        digests_of(contents),
        parts.notes,
    )


def _rates(contents: Contents) -> Releases:
    """Those that came with the other files, else the project's: stores hold none."""
    return parse_rates(contents[RATES] if RATES in contents else read_bytes(rates_file(None)), RATES)


def edition_id(data: bytes, documents: Mapping[str, Document]) -> EditionId:
    """Which edition the bytes of a data file are; its date is the newest day on which one of the documents was read."""
    return EditionId(max((document.read for document in documents.values()), default=None), digest_of(data)[:12])


def digests_of(contents: Contents) -> dict[str, str]:
    """The SHA-256 of each file."""
    return {name: digest_of(data) for name, data in contents.items()}


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(data).hexdigest()
