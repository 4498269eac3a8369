"""What the browser reads once an edition and language: names, words, and of each initiative what a list says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import pandas as pd

from atlas import vocab
from atlas.filter import FACETS
from atlas.index import Index
from atlas.progress.milestones import Row, told
from atlas.progress.status import paid, status_text, step_text, when_text
from atlas.progress.years import Step, counts, order, year_of
from atlas.records import Document, Text
from atlas.regional import FOCUS_ORDER
from atlas.vocab import Lang, text_of
from atlas.words.describe import code_name
from atlas.words.i18n import spoken, t

_TEXT: Final = (
    "filters", "clear", "search", "search_hint", "empty", "not_placed", "not_placed_why", "close", "previous", "next",
    "position", "places", "milestones", "named_in", "terms", "hidden", "unknown", "map_failed", "unit", "page_counts",
    "page_counts_all", "counts_split", "page_remove", "page_list", "own_page", "record", "status", "partners", "cite",
    "related", "zoom", "year_end", "year_undated", "year_undated_too", "year_undated_only", "year_later", "differs",
    "differs_date", "differs_amount", "differs_details", "step_elsewhere", "tally_countries", "tally_places",
    "tally_candidates", "results_first", "other_filters", "chosen_more", "find_option", "more_short", "with_partner",
    "years_play", "years_stop", "counting",
    "colon", "between", "aside", "no_date", "amounts", "in_year", "sort", "sort_newest", "sort_document", "all",
    "country_page", "find_in", "none_found", "no_area", "no_area_short", "show_more", "source", "sheet",
    "page_list_short", "year_now", "year_left", "year_left_later", "year_left_undated", "stop", "link", "list_tab",
    "ids_chosen", "basket", "basket_add", "basket_take", "basket_all", "basket_brief", "basket_show", "basket_clear",
    "basket_in", "basket_chosen", "basket_order", "basket_order_note", "basket_up", "basket_down", "basket_save",
    "basket_save_all", "basket_load", "basket_loaded", "basket_unknown", "basket_broken", "basket_long",
    "did_you_mean", "suggested", "kind_partner", "kind_place", "compare_with",
)  # fmt: skip
_ORDER: Final[Mapping[str, Mapping[str, Any]]] = {
    "focus": dict.fromkeys(map(str, FOCUS_ORDER)),
    "region": vocab.REGIONS, "precision": vocab.PRECISIONS, "basis": vocab.BASES, "status": vocab.STATUSES,
}  # fmt: skip


def catalogue_file(
    frame: pd.DataFrame,
    index: Index,
    organisations: Mapping[str, Text],
    documents: Mapping[str, Document],
    lang: Lang,
) -> dict[str, Any]:
    """The catalogue of a frame of sites in one language."""
    return {
        "lang": lang,
        "comma": "、" if lang == "ja" else ", ",
        **spoken(lang, _TEXT),
        "names": {facet: t(lang, facet) for facet in FACETS},
        "labels": {
            facet: {code: code_name(facet, code, lang, organisations, documents) for code in codes}
            for facet, codes in index.members.items()
            if facet != "ids"
        },
        "brief": {str(code): t(lang, f"map_focus_{code}") for code in vocab.FOCUS_AREAS},
        "hints": {str(code): hint.text(lang) for code, hint in vocab.FOCUS_HINT.items()},
        "order": {facet: list(codes) for facet, codes in _ORDER.items()},
        "statuses": list(vocab.STATUSES),
        "areas": [(code, name.text(lang)) for code, name in vocab.PRIORITY_AREAS.items()],
        "parties": _parties(frame),
        "rows": rows_of(frame, lang),
    }


def _parties(frame: pd.DataFrame) -> list[str]:
    """The countries most of whose initiatives have an area of the statement: the list goes by those areas."""
    whole = frame[["initiative", "priority_area", "countries"]].explode("countries")
    whole = whole.drop_duplicates(["initiative", "countries"]).dropna(subset="countries")
    shares = whole["priority_area"].notna().groupby(whole["countries"]).mean()
    return [str(code) for code in shares.index[shares > 0.5]]


def rows_of(frame: pd.DataFrame, lang: Lang) -> list[dict[str, Any]]:
    """The initiatives in the order of the frame, whose sites stand together."""
    sites = list(enumerate(frame.to_dict("records")))
    groups = (list(group) for _, group in groupby(sites, key=lambda pair: pair[1]["initiative"]))
    return [_row([row for _, row in group], group[0][0], lang) for group in groups]


def _row(sites: Sequence[Row], first: int, lang: Lang) -> dict[str, Any]:
    one = sites[0]
    steps = [_step(found.step, found.rows, sites, first, lang) for found in told(sites, lang)]
    return {
        "id": one["initiative"], "focus": str(one["focus_area"]), "title": text_of(one, "title", lang),
        "partners": one["partners"], "themes": one["themes"], "area": one["priority_area"] or "",
        "steps": steps,
    }  # fmt: skip


def _step(step: Step, rows: Sequence[int], sites: Sequence[Row], first: int, lang: Lang) -> dict[str, Any]:
    """A milestone; `on` and `sites` are rows of the index, -1 for a place that is not among them."""
    at = {site["site"]: first + row for row, site in enumerate(sites)}
    stage, day, paid_for = order(step)
    candidate = bool(step.get("candidate")) and not (step.get("expected") or step.get("predecessor"))
    sparse = {"money": paid(step, lang), "amount": str(step["amount"] or ""), "event": step.get("event"),
              "candidate": candidate}  # fmt: skip
    return {
        "on": [first + row for row in rows], "sites": [at.get(site, -1) for site in step.get("sites") or ()],
        "status": step["status"], "rank": [stage, day, int(paid_for)], "year": year_of(step),
        "date": when_text(step, lang), "label": status_text(step, lang), "said": step_text(step, lang),
        "counts": counts(step),
    } | {key: value for key, value in sparse.items() if value}  # fmt: skip
