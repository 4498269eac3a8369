"""How many initiatives the subjects of a comparison have, as a table: in all, by focus area, shared and not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from atlas.comparison import Comparison, Line
from atlas.filter import Filter
from atlas.regional import FOCUS_ORDER, Subject
from atlas.vocab import FOCUS_SHORT, Lang
from atlas.words.i18n import t
from atlas.words.phrases import join

Cell = dict[str, Any]


def numbers(filter_: Filter, lang: Lang, found: Comparison) -> dict[str, Any]:
    """How many each has, by focus area, shared, of its own alone, and what stands for its region besides."""
    areas = areas_of(filter_)
    named = [{"text": t(lang, f"map_focus_{code}"), "sign": f"focus{code}-site", "kind": "n"} for code in areas]
    first, *rest = ({"text": t(lang, f"compare_{name}"), "kind": "n"} for name in ("total", "common", "only", "also"))
    lines, has = found.lines(), [found.of(at) for at in range(len(found.subjects))]
    rows = [[{"text": one.name(lang)}, *_counts(areas, some, len(also) if one.facet == "country" else None)]
            for one, some, also in zip(found.subjects, has, found.also, strict=True)]  # fmt: skip
    every = _counts(areas, lines, sum(map(len, found.wide.values())))
    said = [t(lang, "compare_has", name=one.name(lang), n=len(some))
            for one, some in zip(found.subjects, has, strict=True)]  # fmt: skip
    asked = join([FOCUS_SHORT[int(code)].text(lang) for code in filter_.focus], lang)
    lead = t(lang, "compare_lead", said=join(said, lang), n=sum(len(line.columns) > 1 for line in lines))
    lead = f"{asked}{t(lang, 'colon')}{lead}" if asked else lead
    return {"key": "compare-numbers", "title": t(lang, "compare_title", names=names_of(found.subjects, lang)),
            "lead": lead, "kind": "atlas-numbers", "head": [[{"text": ""}, first, *named, *rest]], "rows": rows,
            "foot": [[{"text": t(lang, "compare_distinct")}, *every]]}  # fmt: skip


def areas_of(filter_: Filter) -> list[int]:
    """The focus areas that are asked for, none when that is one: then it goes without saying."""
    found = [code for code in FOCUS_ORDER if not filter_.focus or str(code) in filter_.focus]
    return found if len(found) > 1 else []


def _counts(areas: Sequence[int], lines: Sequence[Line], also: int | None) -> list[Cell]:
    common = sum(len(line.columns) > 1 for line in lines)
    of = [sum(line.sites[0]["focus_area"] == code for line in lines) for code in areas]
    figures: list[Cell] = [{"text": str(n), "value": n, "kind": "n"}
                           for n in (len(lines), *of, common, len(lines) - common, also or 0)]  # fmt: skip
    return figures if also is not None else [*figures[:-1], {"text": "–", "kind": "n none"}]


def names_of(subjects: Iterable[Subject], lang: Lang) -> str:
    """The names of some subjects in a line."""
    return ("・" if lang == "ja" else ", ").join(one.name(lang) for one in subjects)
