"""Random filters, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from atlas.filter import FACETS, Filter
from tests import catalogue

_WORDS = ("海", "ｼﾝｶﾞﾎﾟｰﾙ", "fiji", "AI", "japan cable", "Security 協力", "ＯＳＡ", "データ", "island states", "安全",
          "port", "どろーん", "MDA", "patrol boats フィジー", "defense", "OSA供与")  # fmt: skip


def random_filter(allowed: Mapping[str, Sequence[str]], chance: Random) -> Filter:
    """Up to three facets with up to three codes each, and now and then a search."""
    filter_ = Filter(q=chance.choice(_WORDS) if chance.random() < 0.3 else "")
    for facet in chance.sample(sorted(allowed), chance.randint(0, 3)):
        codes = allowed[facet]
        filter_ = filter_.with_codes(facet, chance.sample(codes, min(len(codes), chance.randint(1, 3))))
    return filter_


@cache
def two_hundred() -> tuple[Filter, ...]:
    """Filters over the committed catalogue, the same wherever something filters; a third of them have a year."""
    chance = Random(13)
    allowed = {facet: sorted({c for f in catalogue.FEATURES for c in catalogue.codes(f, facet)}) for facet in FACETS}
    plain = [random_filter(allowed, chance) for _ in range(147)]
    dated = [_dated(allowed, chance) for _ in range(50)]
    return (Filter(), Filter(country=("SGP",)), Filter(year=("undated",)), *plain, *dated)


def _dated(allowed: Mapping[str, Sequence[str]], chance: Random) -> Filter:
    """A facet or a search at the end of a year; every other time statuses, or what has no date as well."""
    facet = chance.choice(("focus", "region", "country", "theme", "instrument", "document"))
    codes = chance.sample(allowed[facet], min(len(allowed[facet]), 3)) if chance.random() < 0.8 else []
    years = [chance.choice(allowed["year"][-12:-1]), *(["undated"] if chance.random() < 0.5 else [])]
    statuses = chance.sample(allowed["status"], 4) if chance.random() < 0.5 else []
    found = Filter(q="" if codes else chance.choice(_WORDS)).with_codes(facet, codes)
    return found.with_codes("year", years).with_codes("status", statuses)
