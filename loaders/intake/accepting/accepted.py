"""What a draft becomes: whole texts of files by their path in the data folder, what changes, what is left to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from atlas.errors import Problem
from loaders.catalogue.reader import ASSERTIONS, DOCUMENTS, GAZETTEER, ORGANISATIONS
from loaders.catalogue.yamltext import entry, yaml_text
from loaders.intake.accepting import editing
from loaders.intake.accepting.extended import extended, read_raw, read_text
from loaders.intake.accepting.left import checked
from loaders.intake.accepting.outline import document_lines
from loaders.intake.accepting.places import new_places
from loaders.intake.accepting.plan import entries, planned
from loaders.intake.accepting.records import record
from loaders.intake.corrections import FOLDER, corrections_of, corrections_text
from loaders.intake.draft import Draft, Organisation
from loaders.lists.remark import DocumentError

_SHARED: Final = (DOCUMENTS, GAZETTEER, ORGANISATIONS, ASSERTIONS)


@dataclass(frozen=True)
class Accepted:
    """The files to write, of which `new` were not there; `diff` has what changes in the others.

    `left` is what is to be written by hand: what `loaders check` would say of the folder with them, and what could not
    be added to a file that is there (`by_hand`). `open` are the items not yet decided on.
    """

    files: Mapping[str, str]
    new: tuple[str, ...]
    diff: str
    left: tuple[Problem, ...]
    by_hand: tuple[Problem, ...]
    open: tuple[str, ...]


def accepted(draft: Draft, folder: Path, today: date, part: bool = False) -> Accepted:
    """The files that a reviewed draft adds to a data folder; writes nothing. Raises DocumentError in one sentence."""
    pending = tuple(item.code for item in draft.items if item.state == "open")
    if pending and not part:
        raise DocumentError("accept_open", n=len(pending), codes=", ".join(pending[:10]))
    old = {name: read_text(folder / name) for name in _SHARED}
    by_hand: list[Problem] = []
    files = dict(_files(draft, folder, old, today.isoformat(), by_hand))
    new = tuple(name for name in files if not (folder / name).is_file())
    changed = {name: text for name, text in files.items() if name not in new}
    diff = "".join(editing.unified(f"data/{name}", read_text(folder / name), text) for name, text in changed.items())
    return Accepted(files, new, diff, (*by_hand, *checked(files, folder)), tuple(by_hand), pending)


def _files(
    draft: Draft, folder: Path, old: Mapping[str, str], today: str, by_hand: list[Problem]
) -> Iterator[tuple[str, str]]:
    raw = {name: read_raw(folder / name) for name in (DOCUMENTS, GAZETTEER, ORGANISATIONS)}
    if draft.source.key in raw[DOCUMENTS]:
        raise DocumentError("accept_document", document=draft.source.key)
    plan = planned(draft, {path.stem.lower() for path in (folder / "catalogue").glob("*.yml")})
    places = new_places((place for _, one in entries(draft) for place in one.places), folder, raw[GAZETTEER], today)
    yield DOCUMENTS, editing.appended(old[DOCUMENTS], ["", *document_lines(draft, today)])
    if places.raw:
        yield GAZETTEER, editing.appended(old[GAZETTEER], (entry(key, one) for key, one in places.raw.items()))
    if lines := list(_organisations(draft, raw[ORGANISATIONS])):
        yield ORGANISATIONS, editing.appended(old[ORGANISATIONS], lines)
    yield ASSERTIONS, editing.with_range(old[ASSERTIONS], draft.source.key, len(plan), ASSERTIONS)
    yield f"{FOLDER}/{draft.source.key}.json", corrections_text(corrections_of(draft))
    for one in plan:
        name = f"catalogue/{one.id}.yml"
        if one.known:
            yield name, extended(one, draft, places.keys, folder / name, by_hand)
        else:
            yield name, yaml_text(record(one, draft, places.keys))


def _organisations(draft: Draft, there: Mapping[str, Any]) -> Iterator[str]:
    """The organisations that an entry names and the table lacks."""
    used = {key for _, one in entries(draft) for key in one.partners}
    for one in draft.organisations:
        if one.key in used and not _known(one, there):
            yield entry(one.key, {lang: name for lang, name in one.name.model_dump().items() if name})


def _known(one: Organisation, there: Mapping[str, Any]) -> bool:
    if one.key not in there:
        return False
    names = there[one.key] if isinstance(there[one.key], dict) else {}
    if not any(name and names.get(lang) == name for lang, name in one.name.model_dump().items()):
        raise DocumentError("accept_organisation", organisation=one.key)
    return True
