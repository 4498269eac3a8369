"""More sites than a page holds: the part of an edition that a page is about, and what a map's view is answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, cast

from atlas.countries import country_name
from atlas.filter import Filter, parse
from atlas.geo.box import BoxError, parse_box
from atlas.geo.cells import point_of
from atlas.index import build_index, widened
from atlas.order import in_document_order
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import short_names
from loaders.geojson.reader import frame_of
from loaders.stores.view import CountedCell, CountedView, FocusTally, ManySites
from maps.payload import payload
from ui.data import Atlas
from web.catalogue import rows_of
from web.index_file import index_file

LISTED: Final = 40  # sites of each focus area that the list has first
FILED: Final = 5_000  # sites of a filter that are made into files
_NAMED: Final = 500
_ZOOM: Final = 3.0
_SHARED: Final = ("names", "synonyms", "extents", "undated")  # the edition's own


def part_of(atlas: Atlas, lines: Iterable[str]) -> Atlas:
    """The sites of some lines as an edition, whose filters still know every code."""
    features = {feature["id"]: feature for feature in map(json.loads, lines)}
    frame = frame_of(list(features.values()))
    frame = frame.iloc[in_document_order(frame, atlas.documents)]
    index = widened(build_index(frame, atlas.organisations), atlas.index.allowed(), atlas.organisations)
    return replace(atlas, frame=frame, index=index, whole=atlas.whole or atlas)


def named(atlas: Atlas, params: Mapping[str, Sequence[str]]) -> Atlas:
    """The part whose initiatives an address names; all of an edition that pages hold."""
    return atlas if atlas.many is None else part_of(atlas, _named(atlas.many, params))


def _named(many: ManySites, params: Mapping[str, Sequence[str]]) -> list[str]:
    ids = [code.split("/")[0] for name in ("id", "ids", "basket") for value in params.get(name, ())
           for code in value.split(",") if code]  # fmt: skip
    return many.first(Filter(ids=tuple(ids)), _NAMED) if ids else []


def shown(tallies: Mapping[str, FocusTally], filter_: Filter) -> FocusTally:
    """What a filter comes to, of the tallies without its focus areas: an initiative has one."""
    some = [one for code, one in tallies.items() if code in (filter_.focus or tallies)]
    return FocusTally(*(sum(column) for column in zip(*some, strict=True))) if some else FocusTally(0, 0, 0, 0)


def answer(atlas: Atlas, params: Mapping[str, Sequence[str]], lang: Lang) -> dict[str, Any]:
    """What a map of an address draws and its list says; raises DataError, BoxError, ValueError."""
    many = cast(ManySites, atlas.many)
    asked = _named(many, params)
    filter_, _ = parse(params, part_of(atlas, asked).index.allowed())
    box = parse_box(_one(params, "box", "-30,-85,330,85"))
    zoom = float(_one(params, "zoom", str(_ZOOM)))
    if not 0 <= zoom <= 12:
        raise BoxError("a zoom is 0 to 12")
    view, tallies = many.view(filter_, zoom, box), many.tallies(filter_)
    part = part_of(atlas, [*_listed(many, filter_), *view.single, *asked])
    single = {json.loads(line)["id"] for line in view.single}
    sites = payload(part.frame, lang, part.context, short_names(part.documents, lang))["sites"]
    index = index_file(part.index, part.frame["region"].tolist(), {"region": {}, "country": {}})
    tally, all_ = shown(tallies, filter_), many.tallies(Filter())
    return {
        "features": {"sites": sites, **_drawn(atlas, view, lang)},
        "rows": rows_of(part.frame, lang),
        "index": {name: value for name, value in index.items() if name not in _SHARED},
        "single": [row for row, id_ in enumerate(part.frame.index) if id_ in single],
        "counts": {
            "i": tally.initiatives, "all": shown(all_, Filter()).initiatives, "s": tally.places,
            "on": tally.places - tally.wide - tally.off, "wide": tally.wide, "off": tally.off,
        },
        "areas": {code: tallies[code].initiatives if code in tallies else 0 for code in atlas.index.members["focus"]},
        "whole": {code: one.initiatives for code, one in all_.items()},
    }  # fmt: skip


def _listed(many: ManySites, filter_: Filter) -> Iterator[str]:
    """The lines of the first sites of each focus area that a filter shows."""
    for code in filter_.focus or many.codes()["focus"]:
        yield from many.first(filter_.with_codes("focus", (code,)), LISTED)


def options(atlas: Atlas, params: Mapping[str, Sequence[str]], facet: str) -> dict[str, int]:
    """What each code of a facet would give under the other filters of an address."""
    filter_, _ = parse(params, named(atlas, params).index.allowed())
    return dict(cast(ManySites, atlas.many).facet_counts(filter_, facet))


def _one(params: Mapping[str, Sequence[str]], name: str, usual: str) -> str:
    return params[name][-1] if params.get(name) else usual


def _drawn(atlas: Atlas, view: CountedView, lang: Lang) -> dict[str, Any]:
    boxed = [_boxed(atlas, one, lang) for one in view.boxed]
    return {"counted": not view.single and bool(view.cells or boxed), "level": view.level,
            "cells": [_cell(one, view.level, lang) for one in view.cells], "boxed": boxed}  # fmt: skip


def _cell(one: CountedCell, level: int, lang: Lang) -> dict[str, Any]:
    x, y = point_of(one.x, one.y)
    first, last = one.countries
    name = (
        country_name(first, lang) if first and first == last else t(lang, "many_several" if first else "many_nowhere")
    )
    side = 1 << (12 - level)
    (west, north), (east, south) = (point_of((one.column + n) * side, (one.row + n) * side) for n in (0, 1))
    return _mark(f"cell:{level}:{one.column}:{one.row}", name, x, y, one) | {
        "column": one.column, "row": one.row, "bounds": [west, south, east, north], "precision": "",
        "country": first if first == last else None,
    }  # fmt: skip


def _boxed(atlas: Atlas, one: CountedCell, lang: Lang) -> dict[str, Any]:
    """A region's box, as one of its sites tells where it stands and what it is called."""
    [site] = payload(part_of(atlas, [one.line]).frame, lang, atlas.context, {})["sites"]
    return _mark(site["key"], site["name"], site["x"], site["y"], one) | {"precision": "region", "kind": "box"}


def _mark(key: str, name: str, x: float, y: float, one: CountedCell) -> dict[str, Any]:
    parts = [{"focus": code, "n": one.parts[code]} for code in "1230" if code in one.parts]
    return {"key": key, "name": name, "x": round(x, 4), "y": round(y, 4), "parts": parts, "sites": [], "alone": False,
            "total": sum(one.parts.values())}  # fmt: skip
