"""Hostile text by the hundred: attacks mixed with any characters, put into every field, key and id."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any, Final, NamedTuple

import geopandas as gpd
from hypothesis import HealthCheck, Phase, configuration, settings
from hypothesis import strategies as st

from atlas.records import Document, Item, Text
from tests import hostile

configuration.set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "atlas-hypothesis")  # nothing lands in the checkout

ATTACKS: Final = (
    *hostile.STRINGS, "</w:t>", "</a:t>", "</text>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&#x3c;b&#x3e;",
    "<?x?>", "=1+1", "+1", "-2+3", "@x", "\t=1", "\n=1", "＝1+1", "＠x", '=HYPERLINK("http://evil.example")', "'", '"',
    "\\", "%s %(x)s %n", "$\\foo$", "$$x$$", "\\(x\\)", ":blue-background[x]", ":violet-badge[x]", "::",
    "http://evil.example/", "javascript:x", "../../etc/passwd", "/vsicurl/http://127.0.0.1:9/x", "\\\\host\\share",
    "_x0041_", "_x005F_", "\u202eabc\u202c", "\u2066x\u2069", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029",
    "\x7f", "\x85", "\xa0", "\ufdd0", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1ef\U0001f1f5",
    "e\u0301\u0323", "a\u0334l\u0337\u0351\u036b", "\U00020bb7", "\U000e0041", "x" * 300, "海" * 120, "{", "}", "[",
    "](", "|", "`", "~~~", "#", "1.", "*", "\n\n", "CON", "NaN", "null", "true",
)  # fmt: skip
RAW: Final = ("\x00", "\x1b[31m", "\x0b", "\r", "\r=1", "\ud800", "\udfff", "\ufffe", "\uffff")
REFUSED: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
COLUMNS: Final = tuple(
    f"{name}_{lang}" for name in ("title", "summary", "place", "note", "focus_area_reason") for lang in ("ja", "en")
)
KEYS: Final = ("initiative", "site", "place")
SITES: Final = (  # a point, a route, a town with a source, a box, a country: with milestones, partners and notes
    "palau-airport/airport", "east-micronesia-cable/line", "ajccbc/bangkok", "ai-education/asean", "agri-food-moc/sgp",
)  # fmt: skip
EVIL: Final = "evil"
_TEXTS: Final = 24


def few(count: int) -> Callable[[Any], Any]:
    """So many examples, the same every time, and no folder of their own."""
    return settings(
        max_examples=count, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),  # to shrink a whole world takes minutes
    )  # fmt: skip


def raw() -> st.SearchStrategy[str]:
    """Anything that a person may type or a list may hold, control characters and lone surrogates included."""
    part = st.one_of(st.sampled_from((*ATTACKS, *RAW)), st.text(max_size=12))
    return st.lists(part, min_size=1, max_size=5).map(" ".join)


def texts() -> st.SearchStrategy[str]:
    """What the loaders let in: the same without the characters that they refuse, and never blank."""
    part = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=12))
    made = st.tuples(st.sampled_from(("", " ")), st.lists(part, min_size=1, max_size=5))
    return made.map(lambda one: REFUSED.sub("", one[0].join(one[1])) or "x").map(
        lambda text: text if text.split() else "x"
    )


class HostileWorld(NamedTuple):
    """Sites with the sources and partners that they name; every word of them attacks."""

    sites: gpd.GeoDataFrame
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]

    def __repr__(self) -> str:
        """Short: the default one takes longer than the test."""
        return f"World({list(self.sites['title_en'])!r:.500})"


def worlds(base: HostileWorld, *, keys: bool = False) -> st.SearchStrategy[HostileWorld]:
    """A few real sites with hostile words in every field, and in every key and id too if asked."""
    some = base._replace(sites=base.sites.loc[list(SITES)])
    found = st.lists(texts(), min_size=_TEXTS, max_size=_TEXTS, unique=True)
    return found.map(lambda words: spoilt(some, cycle(words), keys=keys))


def spoilt(base: HostileWorld, words: Iterator[str], *, keys: bool = False) -> HostileWorld:
    """The world with the next word in each of its fields."""
    rows = base.sites.copy()
    for column in COLUMNS:
        rows[column] = [next(words) for _ in range(len(rows))]
    rows["focus_area_basis"], rows["partners"] = "inferred", [[EVIL]] * len(rows)
    rows["milestones"] = [
        [step | {"note_ja": next(words), "note_en": next(words)} for step in steps] for steps in rows["milestones"]
    ]
    if keys:
        _spoil_keys(rows, words)
    documents = {key: _document(one, words) for key, one in base.documents.items()}
    return HostileWorld(rows, documents, {**base.organisations, EVIL: _text(words)})


def _spoil_keys(rows: gpd.GeoDataFrame, words: Iterator[str]) -> None:
    for column in KEYS:
        rows[column] = [f"{next(words)}{number}" for number in range(len(rows))]
    rows.index = (rows["initiative"] + "/" + rows["site"]).rename("id")


def _text(words: Iterator[str]) -> Text:
    return Text.model_construct(ja=next(words), en=next(words))


def _document(one: Document, words: Iterator[str]) -> Document:
    outline = {code: Item.model_construct(heading=_text(words), label=_text(words)) for code in one.outline}
    return one.model_copy(update={"publisher": _text(words), "title": _text(words), "outline": outline})
