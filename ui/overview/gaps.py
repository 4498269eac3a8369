"""Coverage and gaps as matrices, whose cells are filters."""

from __future__ import annotations

from typing import Any

from atlas.coverage import Coverage, by_country, by_region, focus_of
from atlas.vocab import Lang
from atlas.words.i18n import t
from ui.data import Atlas
from ui.state import State


def gap_tables(atlas: Atlas, state: State, *, wide: bool, every: bool) -> list[dict[str, Any]]:
    """Regions by focus area, countries by theme."""
    lang, index = state.lang, atlas.index
    small = by_region(index, state.filter)
    large = by_country(index, state.filter, wide=wide, every=every)
    n, themes = len(large.columns), len(index.members["theme"])
    notes = [t(lang, "overview_shown", n=n, all=themes)] if n < themes else []
    notes.append(t(lang, "overview_wide_on" if wide else "overview_wide_off"))
    areas = [focus_of(index, code) for code in large.columns]
    return [
        _matrix(atlas, small, lang, "atlas-small", t(lang, "overview_several"), small.columns),
        _matrix(atlas, large, lang, "atlas-heat", ("、" if lang == "ja" else ", ").join(notes), areas),
    ]


def _matrix(atlas: Atlas, found: Coverage, lang: Lang, kind: str, note: str, areas: list[str]) -> dict[str, Any]:
    """A matrix as the browser draws it: codes with their names, and the counts."""
    heads = [t(lang, f"map_focus_{code}") for code in found.columns] if found.across == "focus" else [
        atlas.name(found.across, code, lang) for code in found.columns]  # fmt: skip
    return {
        "key": f"gaps-{found.down}", "title": t(lang, f"overview_by_{found.down}"), "note": note, "kind": kind,
        "down": found.down, "across": found.across, "counts": found.counts.tolist(), "named": found.named,
        "lines": [(code, atlas.name(found.down, code, lang)) for code in found.lines],
        "columns": list(zip(found.columns, heads, areas, strict=True)),
        "named_as": t(lang, "overview_named"),
        "last": t(lang, "overview_sum" if found.across == "focus" else "overview_zeros"),
    }  # fmt: skip
