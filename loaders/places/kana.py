"""Katakana and Latin spellings of one name by their sound: コックスバザール is Cox's Bazar, パクセー is Pakse."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_KANA: Final = re.compile(r"[ァ-ヺー・゠=＝ 　]+")
_ROWS: Final = (
    ("", "アイウエオ"), ("k", "カキクケコ"), ("g", "ガギグゲゴ"), ("s", "サシスセソ"), ("z", "ザジズゼゾ"),
    ("t", "タチツテト"), ("d", "ダヂヅデド"), ("n", "ナニヌネノ"), ("h", "ハヒフヘホ"), ("b", "バビブベボ"),
    ("p", "パピプペポ"), ("m", "マミムメモ"), ("r", "ラリルレロ"),
)  # fmt: skip
_SOUNDS: Final = {kana: f"{row}{vowel}" for row, line in _ROWS for kana, vowel in zip(line, "aiueo", strict=True)} | {
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ヰ": "i", "ヱ": "e", "ン": "n", "ヴ": "bu",
    "ヂ": "zi", "ヅ": "zu",
}  # fmt: skip
_SMALL: Final = dict(zip("ァィゥェォャュョヮヵヶ", "アイウエオヤユヨワカケ", strict=True))
_OLD: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ヂ", "ジ"), ("ヅ", "ズ"))
_MERGED: Final = (
    (r"ph", "p"), (r"sch|sh", "s"), (r"tch|ch", "t"), (r"kh|ck|q", "k"), (r"gh", "g"), (r"th", "t"), (r"dh", "d"),
    (r"bh", "b"), (r"zh|dj|dz|j", "z"), (r"ts|tz", "t"), (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"l", "r"),
    (r"[vw]", "b"), (r"f", "h"), (r"ng(?![aeiou])", "n"), (r"m(?=[bp])", "n"), (r"h(?![aeiouy])", ""),
    (r"(.)\1+", r"\1"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def kana_key(name: str) -> str:
    """A name in kana without long marks, dots and spaces, small kana and ヴ, ヂ, ヅ spelt in full."""
    plain = unicodedata.normalize("NFKC", name)
    for old, new in _OLD:
        plain = plain.replace(old, new)
    return "".join(_SMALL.get(char, char) for char in re.sub(r"[ー・゠=＝\s]", "", plain) if char != "ッ")


def is_kana(name: str) -> bool:
    """Whether a name is written in katakana alone."""
    return len(name) > 1 and _KANA.fullmatch(unicodedata.normalize("NFKC", name)) is not None


@lru_cache(maxsize=50_000)
def bones(name: str) -> str:
    """The consonants that are heard in a name, empty where there are fewer than two."""
    found = re.sub(r"[aeiouy]", "", _heard(name))
    found = re.sub(r"(.)\1+", r"\1", found)
    return found if len(found) > 1 else ""


def likeness(kana: str, latin: str) -> float:
    """How alike a name in katakana and one in Latin letters sound, at most 1."""
    return SequenceMatcher(None, _thin(_heard(kana)), _thin(_heard(latin)), autojunk=False).ratio()


def _heard(name: str) -> str:
    spelt = _spelt(name) if is_kana(name) else _plain(name)
    for pattern, sound in _MERGED:
        spelt = re.sub(pattern, sound, spelt)
    return spelt


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "d").replace("ø", "o").replace("ł", "l"))
    return re.sub(r"[^a-z]", "", plain.casefold())


def _spelt(name: str) -> str:
    """Katakana in Latin letters; a small kana takes the vowel of the one before it (ティ, ファ, シャ)."""
    plain = re.sub(r"[ー・゠=＝ッ\s]", "", unicodedata.normalize("NFKC", name))
    for old, new in _OLD:
        plain = plain.replace(old, new)
    found = ""
    for char in plain:
        if char in "ァィゥェォ":
            found = found[:-1] + _SOUNDS[_SMALL[char]]
        elif char in "ャュョヮ":
            found = found[:-1] + _SOUNDS[_SMALL[char]][1:]
        else:
            found += _SOUNDS.get(_SMALL.get(char, char), "")
    return found


def _thin(heard: str) -> str:
    """Without the vowels that Japanese puts behind a consonant: u, and o behind t and d."""
    return re.sub(r"(?<=[td])o(?![aeiou])|(?<=[^aeiou])u|y", "", heard)
