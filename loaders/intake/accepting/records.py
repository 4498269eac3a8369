"""An initiative of a draft as its file has it; nothing is added that the draft does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from loaders.intake.accepting.plan import Planned, free
from loaders.intake.draft import Draft, DraftEntry, DraftPlace, DraftStep, DraftWords, FoundPlace

_SAID: Final = {"announced", "agreed"}  # by the document itself, hence on its day
Keys = Mapping[FoundPlace, str]
Sites = dict[str, dict[str, Any]]


def record(one: Planned, draft: Draft, keys: Keys) -> dict[str, Any]:
    """A new initiative; what is still to be written is missing or empty."""
    entry, told = one.told[0][1], [entry for _, entry in one.told]
    sites = sites_of((place for entry in told for place in entry.places), keys, {})
    short, reason = words(entry.short_title), words(entry.focus_area_reason)
    raw: dict[str, Any] = {
        "title": words(entry.title),
        **({"short_title": short} if short else {}),
        "summary": words(entry.summary),
        "focus_area": entry.focus_area,
        "focus_area_basis": "inferred",
        **({"focus_area_reason": reason} if reason else {}),
        "themes": _all(entry.themes for entry in told),
        "instruments": _all(entry.instruments for entry in told),
        "partners": _all(entry.partners for entry in told),
        "mentions": one.mentions(draft.source.key),
        "sites": sites,
        "milestones": steps_of(told, draft, sites, keys, []),
    }
    return {name: value for name, value in raw.items() if value not in (None, [])}


def words(text: DraftWords) -> dict[str, str]:
    """The languages in which something is written."""
    return {lang: said for lang, said in text.model_dump().items() if said.strip()}


def sites_of(places: Iterable[DraftPlace], keys: Keys, there: Mapping[str, Any], source: str | None = None) -> Sites:
    """The places that `there` lacks, under names that are free."""
    found: Sites = {}
    for place in places:
        raw = _site(place, keys) | ({"source": source} if source else {})
        if _named(raw, {**there, **found}) is None:
            found[free(_name(raw), {*there, *found})] = raw
    return found


def steps_of(
    told: Iterable[DraftEntry], draft: Draft, sites: Mapping[str, Any], keys: Keys, there: Iterable[Any]
) -> list[dict[str, Any]]:
    """The steps that `there` lacks, each at the sites of its entry; all of them need no names."""
    found: list[dict[str, Any]] = []
    for entry in told:
        names = [_named(_site(place, keys), sites) for place in entry.places]
        here = [] if len(set(names)) == len(sites) else list(dict.fromkeys(name for name in names if name))
        for raw in (_step(step, draft, here) for step in entry.steps):
            if any(_alike(raw, other) for other in there):
                continue
            same = next((other for other in found if _alike(raw, other)), None)
            if same is None:
                found.append(raw)
            elif entry.places:
                _widen(same, here, len(sites))
    return found


def _widen(step: dict[str, Any], here: list[str], every: int) -> None:
    """A step told again elsewhere stands at both places; at all of them it needs no names."""
    both = list(dict.fromkeys([*step.get("sites", []), *here]))
    if here and "sites" in step and len(both) < every:
        step["sites"] = both
    else:
        step.pop("sites", None)


def _site(place: DraftPlace, keys: Keys) -> dict[str, Any]:
    country = place.country or (place.spot.country if place.spot else None)
    where = {"country": country} if country else {"region": place.region}
    key = keys[place.spot] if place.spot else place.place
    return {
        **where,
        **({"place": key} if key else {}),
        **({"role": place.role} if place.role else {}),
        "precision": place.precision,
        "basis": "stated",
    }


def _named(raw: Mapping[str, Any], sites: Mapping[str, Any]) -> str | None:
    """The site that is this place."""
    what = [raw.get(name) for name in ("country", "region", "place")]
    found = (
        name
        for name, site in sites.items()
        if isinstance(site, dict) and [site.get(field) for field in ("country", "region", "place")] == what
    )
    return next(found, None)


def _name(raw: Mapping[str, Any]) -> str:
    if raw.get("region") == "global":
        return "world"
    return str(raw.get("place") or raw.get("region") or raw.get("country") or "place").lower()


def _step(step: DraftStep, draft: Draft, sites: list[str]) -> dict[str, Any]:
    said = step.status in _SAID and not step.expected
    raw = {
        "date": step.date or (draft.source.date if said else None),
        "status": step.status,
        "expected": step.expected or None,
        "sites": sites or None,
        "recipient": step.recipient,
        "amount": int(step.amount) if step.amount and step.amount == int(step.amount) else step.amount,
        "currency": step.currency,
        "amount_of": words(step.amount_of) if step.amount else None,
        "fiscal_year": step.fiscal_year,
        "source": draft.source.key,
        "note": words(step.note) or None,
    }
    return {name: value for name, value in raw.items() if value not in (None, {})}


def _alike(one: Mapping[str, Any], other: Any) -> bool:
    """Whether a step is told already: one of its day and kind, with its amount if it names one."""
    if not isinstance(other, Mapping) or one.get("amount") not in (None, other.get("amount")):
        return False
    return all(one.get(name) == other.get(name) for name in ("date", "status", "expected"))


def _all(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(code for codes in lists for code in codes))
