"""`python -m loaders diff OLD [NEW]`: what changed between two editions, as text, Markdown or JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import geopandas as gpd

from atlas.compare.editions import Changes, Edit, Move, Row, compare
from atlas.compare.groups import Grouping, groups
from atlas.compare.markdown import markdown
from atlas.compare.sentences import ChangeSheet, sheet
from atlas.compare.values import Names, printable
from atlas.errors import DataError, Problem
from atlas.vocab import Lang
from loaders.editions.earlier import earlier
from loaders.editions.released import Released, edition_name, read_edition, read_released, released, unpacked
from loaders.geojson.reader import read_documents, read_organisations
from loaders.geojson.strictjson import read_bytes
from loaders.local import local
from loaders.stores.edition import edition_id

Format = Literal["text", "md", "json"]
FORMATS: Final[tuple[Format, ...]] = ("text", "md", "json")


class NamedEdition(NamedTuple):
    """One side of a comparison: what it is called, the hash of its file, its features, its day if known."""

    name: str
    digest: str
    frame: gpd.GeoDataFrame
    date: str | None = None


class DiffForm(NamedTuple):
    """How a difference is told."""

    lang: Lang = "en"
    format: Format = "text"
    by: Grouping = "kind"


def diff(root: Path, old: str | None, new: str | None, form: DiffForm) -> str:
    """The difference between two editions, each a file or the name, date or hash of a released one.

    `new` defaults to the GeoJSON of the data folder, `old` as on the page. Raises DataError.
    """
    after = _current(root) if new is None else find(root, new)
    before = find(root, old) if old else _earlier(root, after)
    (lang, format_, by), changes = form, compare(before.frame, after.frame)
    names = Names(read_organisations(root / "organisations.yml"), read_documents(root / "documents.yml"))
    said = sheet(changes, before.name, after.name, lang, names)
    match format_:
        case "json":
            return json.dumps(_plain(before, after, changes, said), ensure_ascii=False, indent=1)
        case "md":
            return markdown(said, by, lang).rstrip("\n")
        case _:
            return _text(said, by, lang)


def find(root: Path, asked: str) -> NamedEdition:
    """The edition that a file, a name, a date or a hash means; raises DataError."""
    path = local(asked)
    if path.is_file():
        data = unpacked(read_bytes(path), path.name)
        return NamedEdition(printable(path.name), hashlib.sha256(data).hexdigest(), read_edition(data, path.name))
    entry = _released(root, asked)
    return NamedEdition(entry.name, entry.sha256, read_released(root, entry))


def _earlier(root: Path, after: NamedEdition) -> NamedEdition:
    """The edition that is compared with another when nobody says which."""
    days = {after.name: after.date, **{one.name: one.date for one in reversed(released(root).values())}}
    known = earlier(days, after.name, lambda name: bool(compare(find(root, name).frame, after.frame)))
    if known is None:
        raise DataError([Problem("editions", "", "no other edition is released; name a file")])
    return find(root, known)


def _released(root: Path, asked: str) -> Released:
    known = released(root)
    fits = [one for one in known.values() if asked in (one.name, one.date)]
    if not fits and len(asked) >= 6:
        fits = [one for one in known.values() if one.sha256.startswith(asked) or f"{one.date}-{one.sha256}" == asked]
    if len(fits) == 1:
        return fits[0]
    names = ", ".join(one.name for one in fits or known.values()) or "none"
    fault = "means several editions; use one of" if fits else "is no file and no released edition; released are"
    raise DataError([Problem(printable(asked)[:80], "", f"{fault}: {names}")])


def _current(root: Path) -> NamedEdition:
    path = root / "initiatives.geojson"
    data = read_bytes(path)
    stamp, digest = edition_id(data, read_documents(root / "documents.yml")), hashlib.sha256(data).hexdigest()
    return NamedEdition(edition_name(stamp.date, digest), digest, read_edition(data, path.name), stamp.date)


def _text(said: ChangeSheet, by: Grouping, lang: Lang) -> str:
    parts = [said.title, said.head]
    for group in groups(said.lines, by, lang):
        parts.append(f"\n{group.name} ({group.n})")
        parts += [f"  {line.title} | {line.what}: {line.before} → {line.after}" for line in group.lines]
    return "\n".join(parts)


def _plain(old: NamedEdition, new: NamedEdition, changes: Changes, said: ChangeSheet) -> dict[str, Any]:
    return {
        "from": {"name": old.name, "sha256": old.digest},
        "to": {"name": new.name, "sha256": new.digest},
        "summary": said.head,
        "counts": changes.counts(),
        "uncompared": list(changes.uncompared),
        "added": [_whole(item.initiative, item.new) for item in changes.added],
        "removed": [_whole(item.initiative, item.old) for item in changes.removed],
        "moved": [_move(item.initiative, move) for item in changes.placed for move in item.moves],
        "changed": [_edit(item.initiative, edit) for item in changes.edited for edit in item.edits],
    }


def _whole(initiative: str, rows: tuple[Row, ...]) -> dict[str, Any]:
    first = rows[0]
    places = [{"place": row["place"], "position": _position(row)} for row in rows]
    return {"initiative": initiative, "title_ja": first["title_ja"], "title_en": first["title_en"], "sites": places}


def _move(initiative: str, move: Move) -> dict[str, Any]:
    what = "added" if move.old is None else "removed" if move.new is None else "redrawn" if move.drawn else "moved"
    ends = {
        name: {"place": row["place"], "place_ja": row["place_ja"], "place_en": row["place_en"],
               "position": _position(row)} if row else None
        for name, row in (("from", move.old), ("to", move.new))
    }  # fmt: skip
    return {"initiative": initiative, "what": what, "km": None if move.km is None else round(move.km, 3), **ends}


def _edit(initiative: str, edit: Edit) -> dict[str, Any]:
    places = [row["place"] for row in edit.places]
    return {"initiative": initiative, "field": edit.field, "from": edit.old, "to": edit.new, "places": places}


def _position(row: Mapping[Any, Any]) -> dict[str, Any] | None:
    shape = row["geometry"]
    return None if shape is None else dict(shape.__geo_interface__)
