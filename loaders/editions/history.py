"""The released editions one after the other, each with what changed against the one before it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

from atlas.compare.editions import compare
from atlas.compare.sentences import ChangeSheet, EditionNews, edition_label, sheet
from atlas.compare.values import Names
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.editions.released import read_released, released

_MOST: Final = 10


def history(root: Path, lang: Lang, names: Names) -> list[EditionNews]:
    """The last released editions of a data folder, newest first; raises DataError when one of them is damaged."""
    every = list(released(root).values())
    read = [(one, edition_label(one.date, one.name, lang), read_released(root, one)) for one in every[-_MOST - 1 :]]
    news = [
        EditionNews(entry.name, entry.date, label, before.name, sheet(compare(old, new), was, label, lang, names))
        for (before, was, old), (entry, label, new) in pairwise(read)
    ]
    if read and len(every) <= _MOST:
        first, label, _ = read[0]
        head = t(lang, "edition_first", edition=label, n=first.initiatives)
        news.insert(0, EditionNews(first.name, first.date, label, "", ChangeSheet(label, head, [])))
    return news[::-1]
