"""A draft on the map before anything is accepted: its entries as the atlas's own sites, each marked as a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
from pydantic import ValidationError

from atlas.index import Index, build_index
from atlas.records import Document, Initiative, Item, Milestone, Place, Site, Text
from atlas.text.folding import seen
from atlas.vocab import RECORD_LANGS, Lang
from atlas.words.i18n import t
from loaders.catalogue.build import features
from loaders.catalogue.messages import M
from loaders.catalogue.reader import GAZETTEER, ORGANISATIONS
from loaders.geojson.reader import frame_of, read_organisations
from loaders.intake.accepting.outline import label_of
from loaders.intake.accepting.places import new_places
from loaders.intake.accepting.plan import Planned
from loaders.intake.accepting.records import record
from loaders.intake.draft import Draft, DraftEntry, DraftItem, DraftWords
from loaders.lists.entries import slug
from loaders.lists.placing.world import read_places


@dataclass(frozen=True)
class DraftPreview:
    """The new entries of a draft as an edition has its sites, and what is needed to speak of them."""

    frame: gpd.GeoDataFrame
    index: Index
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]


def preview(draft: Draft, folder: Path, today: date) -> DraftPreview:
    """What the draft would add: entries of open and accepted items that the atlas does not have. Raises DataError."""
    there = read_places(folder / GAZETTEER)
    told = list(_told(draft))
    new = new_places((place for _, entry in told for place in entry.places), folder, there, today.isoformat())
    places = there | {key: _place(raw, key) for key, raw in new.raw.items()}
    found = {f"draft-{slug(item.code)}-{number}": _initiative(item, entry, draft, new.keys, places)
             for number, (item, entry) in enumerate(told, 1)}  # fmt: skip
    names = {one.key: _text(one.name, one.key) for one in draft.organisations}
    organisations = {**read_organisations(folder / ORGANISATIONS), **names}
    frame = frame_of(features(found, places))
    document = {draft.source.key: _document(draft, today)}
    return DraftPreview(frame, build_index(frame, organisations), document, organisations)


def _told(draft: Draft) -> Iterator[tuple[DraftItem, DraftEntry]]:
    for item in draft.items:
        yield from ((item, one) for one in item.entries if item.state != "refused" and not one.same_as
                    and not one.with_item)  # fmt: skip


def _initiative(item: DraftItem, entry: DraftEntry, draft: Draft, keys: Any, places: Mapping[str, Place]) -> Initiative:
    """An initiative as far as the draft goes: not validated whole, for parts of it are still to be written."""
    raw = record(Planned("", False, [(item.code, entry)]), draft, keys)
    sites = {name: site for name, site in _sound(Site, raw["sites"]) if _stands(site, places)}
    steps = [step for _, step in _sound(Milestone, dict(enumerate(raw.get("milestones", []))))]
    title = _marked(entry.title, lambda lang: t(lang, "intake_untitled", code=item.code))
    short = entry.short_title.ja or entry.short_title.en
    return Initiative.model_construct(
        title=title,
        short_title=_marked(entry.short_title) if short else None,
        summary=_text(entry.summary, ""),
        focus_area=entry.focus_area or 0,
        focus_area_basis="inferred",
        focus_area_reason=_text(entry.focus_area_reason, ""),
        themes=list(entry.themes),
        instruments=list(entry.instruments),
        partners=list(entry.partners),
        mentions=raw["mentions"],
        sites=sites,
        milestones=[step for step in steps if set(step.sites) <= sites.keys()],
    )


def _sound(model: type[M], raw: Mapping[Any, Any]) -> Iterator[tuple[Any, M]]:
    for name, value in raw.items():
        try:
            yield name, model.model_validate(value)
        except ValidationError:
            continue  # still to be written


def _stands(site: Site, places: Mapping[str, Place]) -> bool:
    return site.region == "global" or (site.place or site.country or site.region) in places


def _place(raw: Mapping[str, Any], key: str) -> Place:
    return Place.model_construct(**{**_EMPTY, **raw, "name": _text(DraftWords(**raw["name"]), key)})


_EMPTY: Mapping[str, Any] = {"region": None, "kind": None, "uncertainty_km": None}


def _document(draft: Draft, today: date) -> Document:
    source = draft.source
    outline = {item.code: Item(heading=_text(item.heading, item.code), label=_text(label_of(item), item.code))
               for item in draft.items}  # fmt: skip
    title = _marked(source.title, lambda lang: source.file)
    return Document(
        kind="document", title=title, publisher=_text(source.publisher, source.file), language=source.language,
        date=source.date, address=source.address, read=today.isoformat(), outline=outline,
    )  # fmt: skip


def _marked(words: DraftWords, none: Callable[[Lang], str] = lambda lang: "") -> Text:
    """A title that says it is a draft's; where one language is not written the other stands in."""
    ja, en = (seen(getattr(words, lang) or words.ja or words.en or none(lang)) for lang in RECORD_LANGS)
    marked = (t("ja", "intake_draft_title", title=ja), t("en", "intake_draft_title", title=en))
    return Text.model_construct(ja=marked[0], en=marked[1])


def _text(words: DraftWords, none: str) -> Text:
    """Words in both languages; where one is not written the other stands in."""
    ja, en = words.ja or words.en or none, words.en or words.ja or none
    return Text.model_construct(ja=seen(ja), en=seen(en))
