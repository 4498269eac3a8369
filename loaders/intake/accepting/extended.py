"""The file of an initiative that the atlas has, with the items that a draft adds and the steps that they tell of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from atlas.errors import DataError, Problem
from loaders.catalogue.yamlfile import read_yaml
from loaders.catalogue.yamltext import entry, flow
from loaders.intake.accepting import editing
from loaders.intake.accepting.plan import Planned
from loaders.intake.accepting.records import Keys, sites_of, steps_of
from loaders.intake.draft import Draft, DraftEntry


def extended(one: Planned, draft: Draft, keys: Keys, path: Path, by_hand: list[Problem]) -> str:
    """The text of the file; what cannot be added to it without saying something false goes to `by_hand`."""
    text, raw, source = read_text(path), read_raw(path), draft.source.key
    there, steps_there = raw.get("sites") or {}, raw.get("milestones") or []
    told = [entry_ for _, entry_ in one.told if entry_.steps]
    if any(not step.get("sites") for step in steps_there):
        told, apart = _apart(told, keys, there)
        by_hand += [_paste(entry_, one, draft, keys, there) for entry_ in apart]
    sites = sites_of((place for entry_ in told for place in entry_.places), keys, there, source)
    steps = steps_of(told, draft, {**there, **sites}, keys, steps_there)
    used = {name for step in steps for name in step.get("sites", sites)}
    text = editing.with_mentions(text, one.mentions(source), path.name)
    text = editing.with_sites(text, {name: site for name, site in sites.items() if name in used}, path.name)
    return editing.with_steps(text, steps, path.name)


def _apart(told: list[DraftEntry], keys: Keys, there: Any) -> tuple[list[DraftEntry], list[DraftEntry]]:
    """Entries at places of the file, and those at new ones, at which its milestones without sites would then stand."""
    new = [bool(sites_of(entry_.places, keys, there)) for entry_ in told]
    return [one for one, is_new in zip(told, new, strict=True) if not is_new], [
        one for one, is_new in zip(told, new, strict=True) if is_new
    ]


def _paste(told: DraftEntry, one: Planned, draft: Draft, keys: Keys, there: Any) -> Problem:
    sites = sites_of(told.places, keys, there, draft.source.key)
    steps = steps_of([told], draft, {**there, **sites}, keys, [])
    lines = [*(entry(name, site) for name, site in sites.items()), *map(flow, steps)]
    message = f"the milestones there name no sites; give them theirs, then add {' and '.join(lines)}"
    return Problem(f"data/catalogue/{one.id}.yml", "sites", message)


def read_text(path: Path) -> str:
    """A file of the data folder, its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def read_raw(path: Path) -> dict[str, Any]:
    """The same as read; raises DataError."""
    raw, problems = read_yaml(path, path.name)
    if raw is None or problems:
        raise DataError(problems)
    return raw
