"""The filter in the browser is the filter of the server: the same two hundred, which every store is asked too."""

from __future__ import annotations

import base64
from collections.abc import Callable
from itertools import combinations, groupby
from operator import itemgetter
from random import Random
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import pytest

from atlas.edition import Edition
from atlas.filter import FACETS, Filter
from atlas.progress.status import progress, progress_text, standing
from atlas.progress.years import UNDATED, order
from atlas.vocab import LANGS, STATUSES, Lang
from atlas.words.i18n import t
from atlas.words.phrases import join
from tests.atlas.left_out import left_out
from tests.atlas.wishes import two_hundred
from tests.web.conftest import Ask
from web.extents import Extents, around

Make = Callable[..., dict[str, Any]]
Rows = list[dict[Any, Any]]
Files = Callable[[Lang], dict[str, Any]]
_BLANK = {"source": "a", "note_ja": None, "note_en": None, "amount_of_ja": None, "amount_of_en": None}


def _expected(whole: Edition, rows: Rows, boxes: Extents, filter_: Filter, lang: Lang) -> dict[str, Any]:
    """What the server would say of a filter."""
    index, mask = whole.index, whole.index.select(filter_)
    counts = index.counts(mask)
    box = around(filter_, boxes)
    members: list[int] = np.flatnonzero(mask).tolist()
    return {
        "members": members,
        "bits": base64.b64encode(np.packbits(mask).tobytes()).decode(),
        "counts": {"i": counts.initiatives, "all": index.count(index.select(Filter())), "s": counts.places,
                   "on": counts.on, "wide": counts.wide, "off": counts.off, "unplaced": counts.unplaced},
        "options": {facet: index.facet_counts(filter_, facet) for facet in FACETS},
        "around": list(box) if box else None,
        "progress": {initiative: progress_text(progress(list(sites), lang, filter_.until), lang)
                     for initiative, sites in groupby((rows[at] for at in members), itemgetter("initiative"))},
        "note": _note(whole, filter_, lang),
        "unknown": [],
    }  # fmt: skip


def _note(whole: Edition, filter_: Filter, lang: Lang) -> str:
    """What a year means and leaves out, in words."""
    if filter_.until is None:
        return ""
    later, undated = left_out(whole.index, filter_)
    left = [t(lang, "year_left_later", n=later)] if later else []
    left += [t(lang, "year_left_undated", n=undated)] if undated else []
    more = f" {t(lang, 'year_left')}{join(left, lang)}{t(lang, 'stop')}" if left else ""
    return t(lang, "year_now", year=filter_.until) + more


def test_the_two_hundred_mean_something(whole: Edition) -> None:
    asked = two_hundred()
    shown = [int(whole.index.select(filter_).sum()) for filter_ in asked]
    assert len(asked) == 200 and sum(0 < n < whole.index.size for n in shown) > 90
    for kind in (lambda f: f.q, lambda f: f.until and f.status, lambda f: UNDATED in f.year, lambda f: f.country):
        assert sum(n > 0 and bool(kind(filter_)) for filter_, n in zip(asked, shown, strict=True)) >= 8


@pytest.mark.parametrize("lang", LANGS)
def test_the_browser_says_of_a_filter_what_the_server_says(
    ask: Ask, files: Files, whole: Edition, boxes: Extents, lang: Lang
) -> None:
    asked = two_hundred()
    searches = ["?" + urlencode({"lang": lang, **filter_.to_query()}) for filter_ in asked]
    found, rows = ask(screens={**files(lang), "searches": searches}), whole.frame.to_dict("records")
    for filter_, said in zip(asked, found, strict=True):
        for name, value in _expected(whole, rows, boxes, filter_, lang).items():
            assert said[name] == value, (filter_, name)


def _told_at_random(frame: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """The same sites with other milestones: days and months, shared and not, expected, of candidates, reported twice.

    No two of an initiative got equally far on the same day: which of them stands is anybody's choice.
    """
    pools: dict[str, dict[object, dict[str, Any]]] = {id_: {} for id_ in frame["initiative"]}
    for id_, pool in pools.items():
        pool.update((order(step), step) for step in [_step(chance, frame, id_) for _ in range(5)])
    told = [[step for step in pools[id_].values() if chance.random() < 0.6] for id_ in frame["initiative"]]
    return frame.assign(milestones=pd.Series(told, index=frame.index, dtype=object))


def _step(chance: Random, frame: pd.DataFrame, initiative: str) -> dict[str, Any]:
    own = frame.loc[frame["initiative"] == initiative, "site"].tolist()
    amount = chance.choice((None, 5_000_000, 7_000_000))
    return _BLANK | {
        "date": chance.choice(("2024", "2024-05", "2024-05-02", "2024-05-09", "2025-01")), "amount": amount,
        "status": chance.choice(list(STATUSES)[-8:]), "currency": amount and "JPY", "event": chance.choice((None, "a")),
        "sites": chance.choice(([], own, own[:1], [*own, "elsewhere"])),
        **{kind: chance.random() < 0.2 for kind in ("expected", "predecessor", "candidate")},
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("made_up", [False, True])
def test_progress_of_any_places_at_any_time(
    ask: Ask, make_files: Make, whole: Edition, made_up: bool, lang: Lang
) -> None:
    """Initiatives of several places, some of them shown, at the end of some year."""
    chance = Random(7)
    frame = _told_at_random(whole.frame, chance) if made_up else whole.frame
    rows, years = frame.to_dict("records"), [None, "2024", *whole.index.members["year"]]
    some: list[tuple[int, list[int], str | None]] = []
    for number in range(whole.index.initiative.max() + 1):
        own = np.flatnonzero(whole.index.initiative == number).tolist()
        for _ in range(min(4 * len(own), 16)):
            year = chance.choice(years)
            few = sorted(chance.sample(own, chance.randint(1, len(own))))
            some.append((number, few, None if year == UNDATED else year))
    said = ask(places={**make_files(frame, lang), "some": some})
    wrong = [
        (number, few, year, texts, wish) for (number, few, year), texts in zip(some, said, strict=True)
        if texts != (wish := _words_of([rows[row] for row in few], lang, year))
    ]  # fmt: skip
    assert not wrong, (len(wrong), wrong[:3])
    assert len({text for text, _, _ in said}) > 60 and len({money for _, _, money in said}) > 3


def _words_of(sites: Rows, lang: Lang, year: str | None) -> list[str]:
    """Progress in a line, and what a line of a list says."""
    return [progress_text(progress(sites, lang, year), lang), *standing(sites, lang, year)]


def test_a_region_or_country_frames_the_same_map(ask: Ask, boxes: Extents, whole: Edition) -> None:
    """Each, and all pairs of one kind; a country's frame wins over its region's."""
    members = whole.index.members
    wishes: list[dict[str, list[str]]] = [{}, {"country": ["FJI"], "region": ["pacific"]}]
    for facet in ("region", "country"):
        wishes += [{facet: list(codes)} for n in (1, 2) for codes in combinations(members[facet], n)]
    found = ask(frames={"known": boxes, "codes": wishes})
    for wish, box in zip(wishes, found, strict=True):
        filter_ = Filter(country=tuple(wish.get("country", ())), region=tuple(wish.get("region", ())))
        expected = around(filter_, boxes)
        assert box == (list(expected) if expected else None), wish
    assert None in found and len({str(box) for box in found}) > 100
