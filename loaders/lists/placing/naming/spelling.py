"""How names of countries and regions are compared: without case, accents, order and articles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from atlas.text.folding import fold
from loaders.lists.placing.naming.aliases import KINDS, SHORT

_SOUNDS: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
_LETTERS: Final = {"n": ("north", "new"), "s": ("south",), "e": ("east",), "w": ("west",), "p": ("papua",)}
_STOPS: Final = frozenset(("the", "of", "and", "la", "le", "les", "l", "du", "de", "des", "et"))
_KINDS: Final = frozenset(KINDS.strip().replace("\n", "|").split("|"))
_PAIRS: Final = (("federated", "states"), ("united", "republic"))  # words that say nothing only beside the other
_PHRASES: Final = (
    ("special administrative region", "sar"), ("u s a", "usa"), ("u s", "us"), ("u k", "uk"), ("d p r", "dpr"),
    ("p d r", "pdr"), ("d r", "dr"), ("p r", "pr"), ("co operative", "cooperative"), ("people s", "peoples"),
)  # fmt: skip
_LONG: Final = (("[えけげせぜてでねへべぺめれ]", "い"), ("[おこごそぞとどのほぼぽもよろ]", "う"))
_SMALL: Final = str.maketrans("ぁぃぅぇぉゃゅょゎぢづ", "あいうえおやゆよわじず", "っー")
_JAPANESE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_KANA: Final = re.compile("[ぁ-ゖー]{3,}")


def key_of(text: str) -> str:
    """A name without case, accents, marks and spaces; the two kana, and ヴ and ブ, are one; & is "and"."""
    plain = unicodedata.normalize("NFKC", text)
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    plain = re.sub(r"^(st|ste)\.? ", "saint ", plain.strip().casefold())
    plain = re.sub(r"\b(is\.|isl\.|isles$)", "islands", plain)
    return re.sub(r"[^\w]+", "", fold(plain.replace("&", " and ")))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a Latin name in one order, abbreviations in full, without articles; none of others."""
    plain = re.sub(r"['’`]", "", fold(text))
    if _JAPANESE.search(plain):
        return ()
    plain = f" {' '.join(re.sub(r'[^a-z0-9]+', ' ', plain).split())} "
    for long, short in _PHRASES:
        plain = plain.replace(f" {long} ", f" {short} ")
    found = [part for word in plain.split() for part in _short().get(word, (word,))]
    return tuple(sorted(word for word in found if word not in _STOPS))


@cache
def _short() -> dict[str, tuple[str, ...]]:
    lines = (line.rsplit(" ", 1) for line in SHORT.strip().splitlines())
    return {word: tuple(full.split()) for full, words in lines for word in words.split("|")}


def spelt_out(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The same with N., S., E., W. and P. as what they may stand for."""
    found: list[tuple[str, ...]] = [()]
    for word in words:
        found = [(*one, full) for one in found for full in _LETTERS.get(word, (word,))][:16]
    return [tuple(sorted(one)) for one in found]


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those for a kind of state."""
    left = list(words)
    for first, second in _PAIRS:
        if first in left and second in left:
            left = [word for word in left if word not in (first, second)]
    return tuple(word for word in left if word not in _KINDS)


def directed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with north for northern, and so on."""
    return tuple(sorted(re.sub("^(north|south|east|west)ern$", r"\1", word) for word in words))


def singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the s of a plural that some write and others do not."""
    return tuple(sorted(word.removesuffix("s") if len(word) > 4 else word for word in words))


def sound_of(text: str) -> str:
    """A kana name without what is written now so, now so: long vowels, small kana, ッ; empty for other names."""
    plain = key_of(text).replace("てぃ", "ち").replace("でぃ", "じ")
    if not _KANA.search(plain):
        return ""
    plain = plain.translate(_SMALL)
    for before, long in _LONG:
        plain = re.sub(f"(?<={before}){long}", "", plain)
    return re.sub("(?<=[いきぎしじちにひびぴみり])や", "あ", plain)
