"""The search in the browser: what it finds, what was meant, what it suggests, by the list of queries and by chance."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest

from atlas.edition import Edition
from atlas.filter import Filter
from atlas.search.nearest import did_you_mean
from atlas.vocab import LANGS, Lang
from tests.catalogue import QUERIES, is_right
from tests.web.conftest import Ask

Files = Callable[[Lang], dict[str, Any]]
MILLISECONDS = 50


def _searched(ask: Ask, files: Files, queries: list[str], lang: Lang) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(
        searched={"index": files(lang)["files"]["index"], "queries": queries, "lang": lang}
    )
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_query_of_the_list_is_answered_right_and_at_once(
    ask: Ask, files: Files, whole: Edition, lang: Lang
) -> None:
    for (query, right), said in zip(QUERIES.items(), _searched(ask, files, list(QUERIES), lang), strict=True):
        assert is_right(query, set(whole.frame["initiative"].iloc[said["rows"]])), query
        assert said["meant"] == right.get("meant"), query
        assert len(said["suggested"]) <= 8 and said["took"] < MILLISECONDS, query
        if top := right.get("top"):
            first = said["suggested"][0]
            assert f"{first['kind']} {first['code']}" == top, (query, said["suggested"])


def _misspelt(word: str, chance: Random) -> str:
    """A word with a letter too few, too many, changed or swapped."""
    at = chance.randrange(len(word))
    rest = word[at + 1 :]
    return word[:at] + chance.choice((rest, word[at] * 2 + rest, "x" + rest, rest[:1] + word[at] + rest[1:]))


def test_browser_and_server_mean_the_same_by_a_hundred_misspellings(ask: Ask, files: Files, whole: Edition) -> None:
    chance = Random(5)
    texts = [text for name in whole.index.names for text in name.texts]
    queries = [" ".join(_misspelt(word, chance) for word in text.split()) for text in chance.sample(texts, 100)]
    said = _searched(ask, files, queries, "en")
    for query, one in zip(queries, said, strict=True):
        assert one["rows"] == np.flatnonzero(whole.index.select(Filter(q=query))).tolist(), query
        assert one["meant"] == did_you_mean(whole.index, Filter(q=query)), query
    assert sum(one["meant"] is not None for one in said) > 40


@pytest.mark.parametrize("lang", LANGS)
def test_a_place_that_is_taken_finds_its_sites(ask: Ask, files: Files, whole: Edition, lang: Lang) -> None:
    names = [name.texts for name in whole.index.names if name.kind == "place"]
    said = _searched(ask, files, [texts[LANGS.index(lang)] for texts in names], lang)
    for (ja, _), one in zip(names, said, strict=True):
        assert set(np.flatnonzero(whole.frame["place_ja"] == ja)) <= set(one["rows"]), ja
        assert one["suggested"][0]["kind"] == "place" and one["meant"] is None, ja
