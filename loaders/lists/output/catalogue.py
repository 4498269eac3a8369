"""Entries as catalogue files, one an initiative, with the gazetteer entries that they need; what is missing is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from atlas.records import Initiative
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.catalogue.messages import validate
from loaders.catalogue.yamltext import flow, yaml_text
from loaders.lists.entries import ListEntry
from loaders.lists.output.features import precision_of

_LISTS = ("themes", "instruments", "partners", "mentions")


def catalogue_files(entries: Iterable[ListEntry], lang: Lang, today: date) -> Iterator[tuple[str, str]]:
    """Paths and texts: `catalogue/<initiative>.yml`, and `gazetteer.yml` with the places that are new."""
    groups: dict[str, list[ListEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.initiative, []).append(entry)
    places: dict[str, str] = {}
    for name, group in groups.items():
        yield f"catalogue/{name}.yml", _file(name, group, lang)
        places |= {_key(entry): _place(entry, today) for entry in group if _is_new(entry)}
    if places:
        head = f"# {t(lang, 'import_gazetteer_head')}\n"
        yield "gazetteer.yml", head + "".join(f"{key}: {text}\n" for key, text in sorted(places.items()))


def _file(name: str, group: list[ListEntry], lang: Lang) -> str:
    raw = record(group)
    _, problems = validate(Initiative, raw, name)
    rows = ", ".join(str(entry.line.number) for entry in group)
    head = [t(lang, "import_from_rows", rows=rows)]
    head += [f"{t(lang, 'import_missing')} {problem.field}: {problem.message}" for problem in problems]
    head += [f"{entry.line.number}: {said.text(lang)}" for entry in group for said in entry.missed]
    head += [f"{entry.line.number}: {said.text(lang)}" for entry in group for said in entry.line.placement.reasons]
    return "".join(f"# {' '.join(line.split())}\n" for line in head) + yaml_text(raw)


def record(group: list[ListEntry]) -> dict[str, Any]:
    """An initiative as its file has it; nothing is added that the list does not say."""
    first = group[0]
    raw: dict[str, Any] = {
        "title": dict(first.title),
        "summary": next((dict(entry.summary) for entry in group if entry.summary), {}),
        "focus_area": first.focus,
        "focus_area_basis": "inferred",
        "focus_area_reason": {lang: t(lang, "import_listed_focus") for lang in ("ja", "en")},
        **{name: _all(getattr(entry, name) for entry in group) for name in _LISTS},
        "sites": {entry.site: site for entry in group if (site := _site(entry))},
        "milestones": [step for entry in group if (step := _step(entry))],
    }
    if first.focus is None:
        del raw["focus_area_reason"], raw["focus_area_basis"]
    return {name: value for name, value in raw.items() if value not in (None, {}, [])}


def _all(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(code for codes in lists for code in codes))


def _site(entry: ListEntry) -> dict[str, Any] | None:
    placement, precision = entry.line.placement, precision_of(entry)
    if placement.spot is None:
        return None
    where: dict[str, Any] = {"country": placement.country}
    if precision == "region":
        where = {"region": placement.region}
    place = {} if precision in ("country", "region", "route") else {"place": _key(entry)}
    if precision == "route":  # its path, keys of the gazetteer, is for a person to name
        place = {"route_basis": "schematic"}
        where = where if placement.country else {"countries": list(placement.joined)}
    note = entry.line.values.get("note")
    return (
        where
        | place
        | {"precision": precision, "basis": "stated"}
        | ({"note": {"ja": note, "en": note}} if note else {})
    )


def _step(entry: ListEntry) -> dict[str, Any] | None:
    """A milestone, where the list has all that one needs."""
    source = entry.line.values.get("source", "")
    if not (entry.date and entry.status and source):
        return None
    money = {"amount": entry.amount, "currency": entry.currency} if entry.amount and entry.currency else {}
    return {"date": entry.date, "status": entry.status, "sites": [entry.site]} | money | {"source": source}


def _is_new(entry: ListEntry) -> bool:
    spot = entry.line.placement.spot
    return spot is not None and spot.key is None and spot.precision not in ("country", "region", "route")


def _key(entry: ListEntry) -> str:
    spot = entry.line.placement.spot
    return (spot.key if spot and spot.key else None) or f"{entry.initiative}-{entry.site}"[:60].strip("-")


def _place(entry: ListEntry, today: date) -> str:
    spot = entry.line.placement.spot
    assert spot is not None
    names = [
        name or entry.title.get("ja") or entry.title.get("en") or entry.id for name in (spot.name_ja, spot.name_en)
    ]
    source = f"Coordinates of the list, row {entry.line.number}" if spot.source == "coordinates" else spot.source
    room = {"uncertainty_km": spot.uncertainty_km} if spot.uncertainty_km else {}
    return flow(
        {"name": {"ja": names[0], "en": names[1]}, "country": spot.country, "lon": spot.lon, "lat": spot.lat,
         "precision": spot.precision, **room, "source": source, "checked": today.isoformat()}
    )  # fmt: skip
