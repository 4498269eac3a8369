"""Random filters, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from atlas.filter import Filter

_WORDS = ("海", "ｼﾝｶﾞﾎﾟｰﾙ", "fiji", "AI", "japan cable", "Security 協力", "ＯＳＡ", "データ", "island states", "安全")


def random_filter(allowed: Mapping[str, Sequence[str]], chance: Random) -> Filter:
    """Up to three facets with up to three codes each, and now and then a search."""
    filter_ = Filter(q=chance.choice(_WORDS) if chance.random() < 0.3 else "")
    for facet in chance.sample(sorted(allowed), chance.randint(0, 3)):
        codes = allowed[facet]
        filter_ = filter_.with_codes(facet, chance.sample(codes, min(len(codes), chance.randint(1, 3))))
    return filter_
