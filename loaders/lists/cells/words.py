"""The words of a row in the atlas's terms: focus area, themes, partners, status; the unknown is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from atlas import vocab
from atlas.text.folding import fold
from atlas.vocab import Label
from loaders.lists.placing.naming.countrynames import read_countries

_SPLIT: Final = re.compile(r"[、，,;；\n|]|\s/\s|／")
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_FOCUS_WORDS: Final = {0: ("横断", "cross"), 1: ("経済基盤", "economic foundation", "ai and data"),
                       2: ("成長機会", "growth"), 3: ("安全保障", "security")}  # fmt: skip


# Other words that lists have for a status; what could mean two of them is not here.
_STATUS_WORDS: Final = {
    "運用開始": "in-service", "operational": "in-service", "建設・実施中": "under-way", "進行中": "under-way",
    "ongoing": "under-way", "implementation": "under-way", "着工": "under-construction", "建設中": "under-construction",
    "引き渡し": "delivered", "handed over": "delivered", "entered into force": "in-force", "調印": "signed",
    "完成": "completed", "竣工": "completed", "終了": "completed", "closed": "completed",
}  # fmt: skip


class Read(NamedTuple):
    """Codes that a cell names, and the words in it that no vocabulary knows."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def texts(values: Mapping[str, str], name: str) -> dict[str, str]:
    """`title` or `summary` by language: from its own columns, else from the common one by its script."""
    found: dict[str, str] = {
        lang: values[f"{name}_{lang}"] for lang in vocab.RECORD_LANGS if values.get(f"{name}_{lang}")
    }
    if common := values.get(name):
        found.setdefault("ja" if _JAPANESE.search(common) else "en", common)
    return found


def focus_of(text: str) -> int | None:
    """The focus area that a cell names by number or in words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    numbers = set(re.findall(r"(?<!\d)[0-3](?!\d)", plain))
    if len(numbers) == 1 and not re.search(r"\d{2}", plain):
        return int(numbers.pop())
    found = [focus for focus, words in _FOCUS_WORDS.items() if any(word in plain for word in words)]
    return found[0] if len(found) == 1 else None


def codes_of(text: str, vocabulary: Mapping[str, Label]) -> Read:
    """The codes of a vocabulary that a cell names by code or label."""
    return _read(text, _by_name(tuple(vocabulary.items()))) if text else Read((), ())


def status_of(text: str) -> Read:
    """The status that a cell names by code, label or another usual word."""
    known = _by_name(tuple(vocab.STATUSES.items())) | {fold(word): code for word, code in _STATUS_WORDS.items()}
    return _read(text, known) if text else Read((), ())


def partners_of(text: str, organisations: Mapping[str, str]) -> Read:
    """Countries and organisations (by folded name) that a cell names; Japan is no partner of its own."""
    codes, unknown = [], []
    for part in _parts(text):
        country = read_countries(part)
        code = organisations.get(fold(part)) or (country.codes[0] if len(country.codes) == 1 else None)
        if code is None:
            unknown.append(part)
        elif code != "JPN":
            codes.append(code)
    return Read(tuple(dict.fromkeys(codes)), tuple(unknown))


@cache
def _by_name(vocabulary: tuple[tuple[str, Label], ...]) -> dict[str, str]:
    return {fold(name): code for code, label in vocabulary for name in (code, *label)}


def _read(text: str, known: Mapping[str, str]) -> Read:
    parts = _parts(text)
    codes = [known[fold(part)] for part in parts if fold(part) in known]
    return Read(tuple(dict.fromkeys(codes)), tuple(part for part in parts if fold(part) not in known))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def joined(parts: Iterable[str]) -> str:
    """Words in one line, at most 200 characters of them."""
    return ", ".join(parts)[:200]
