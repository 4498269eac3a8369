"""Coverage and gaps as matrices, whose cells are filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from atlas.countries import country_name, region_of
from atlas.coverage import LISTED_REGIONS, Coverage, by_country, by_region, focus_of, others
from atlas.edition import Edition
from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.records import Text
from atlas.vocab import BASES, FOCUS_SHORT, PRECISIONS, REGIONS, Lang
from atlas.words.describe import code_name
from atlas.words.i18n import t


def gap_tables(
    edition: Edition, filter_: Filter, lang: Lang, *, wide: bool = False, every: bool = False
) -> list[dict[str, Any]]:
    """Regions by focus area, countries by theme."""
    index, names = edition.index, edition.organisations
    small = by_region(index, filter_)
    large = by_country(index, filter_, wide=wide, every=every)
    n, themes = len(large.columns), len(index.members["theme"])
    notes = [t(lang, "overview_shown", n=n, all=themes)] if n < themes else []
    notes.append(t(lang, "overview_wide_on" if wide else "overview_wide_off"))
    notes.append(t(lang, "overview_main_area"))
    areas = [focus_of(index, code) for code in large.columns]
    return [
        _matrix(names, small, lang, "atlas-small", t(lang, "overview_several"), small.columns),
        _matrix(names, large, lang, "atlas-heat", ("、" if lang == "ja" else ", ").join(notes), areas),
        *_shares(index, others(index, filter_), lang),
        _in_words(small, large, lang),
    ]


def _in_words(small: Coverage, large: Coverage, lang: Lang) -> dict[str, Any]:
    """The gaps as sentences need them: by region the countries and the focus areas without anything."""
    comma, none = "、" if lang == "ja" else ", ", {"text": "–", "kind": "none"}
    unasked = {"text": t(lang, "overview_no_members"), "kind": "none"}
    empty = [code for code, n in zip(large.lines, large.named, strict=True) if not n]
    rows: list[list[dict[str, Any]]] = []
    for code, counts in zip(small.lines, small.counts.tolist(), strict=True):
        countries = [country_name(one, lang) for one in empty if region_of(one) == code]
        areas = [FOCUS_SHORT[int(area)].text(lang) for area, n in zip(small.columns, counts, strict=True) if not n]
        found = {"text": comma.join(countries)} if countries else none if code in LISTED_REGIONS else unasked
        if code != "global":
            rows.append([{"text": REGIONS[code].text(lang)}, found, {"text": comma.join(areas)} if areas else none])
    rows += [[{"text": label.text(lang)}, {"text": t(lang, "overview_nothing"), "span": 2}]
             for code, label in REGIONS.items() if code not in (*small.lines, "global")]  # fmt: skip
    head = [{"text": ""}, {"text": t(lang, "overview_empty_countries")}, {"text": t(lang, "overview_empty_areas")}]
    return {"key": "gaps-words", "title": t(lang, "overview_gaps_words"), "note": t(lang, "overview_gaps_words_note"),
            "kind": "atlas-words", "head": [head], "rows": rows}  # fmt: skip


def _shares(index: Index, mask: Mask, lang: Lang) -> Iterator[dict[str, Any]]:
    """How exactly the places are known, and whether a source states them: numbers of places and their shares."""
    for facet, labels in (("precision", PRECISIONS), ("basis", BASES)):
        found = {
            code: int((index.members[facet][code] & mask).sum()) for code in labels if code in index.members[facet]
        }
        every = sum(found.values())
        rows = [[{"text": labels[code].text(lang), "pick": {facet: [code]}, "key": f"{facet}:{code}"},
                 {"text": n, "value": n, "kind": "n"}, {"text": f"{n / every:.0%}", "kind": "n"}]
                for code, n in found.items() if n]  # fmt: skip
        yield {"key": f"share-{facet}", "title": t(lang, f"overview_{facet}"), "kind": "atlas-share", "rows": rows,
               "note": t(lang, "overview_places", n=every)}  # fmt: skip


def _matrix(
    names: Mapping[str, Text], found: Coverage, lang: Lang, kind: str, note: str, areas: list[str]
) -> dict[str, Any]:
    """A matrix as the browser draws it: codes with their names, and the counts."""
    heads = [t(lang, f"map_focus_{code}") for code in found.columns] if found.across == "focus" else [
        code_name(found.across, code, lang, names) for code in found.columns]  # fmt: skip
    return {
        "key": f"gaps-{found.down}", "title": t(lang, f"overview_by_{found.down}"), "note": note, "kind": kind,
        "down": found.down, "across": found.across, "counts": found.counts.tolist(), "named": found.named,
        "lines": [(code, code_name(found.down, code, lang, names)) for code in found.lines],
        "columns": list(zip(found.columns, heads, areas, strict=True)),
        "named_as": t(lang, "overview_named"),
        "last": t(lang, "overview_sum" if found.across == "focus" else "overview_zeros"),
    }  # fmt: skip
