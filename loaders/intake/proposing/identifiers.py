"""Ids for new initiatives that none of the catalogue has."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from loaders.intake.proposing.linking.likeness import EMPTY
from loaders.lists.entries import slug

_NAME: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z0-9]{0,3}(?![A-Za-z])")  # NEXUS, PaSTI, JSPP21
COMMON: Final = frozenset(
    [
        "MOC",
        "MOU",
        "ASEAN",
        "ODA",
        "OSA",
        "AI",
        "ICT",
        "FOIP",
        "AOIP",
        "UAV",
        "LNG",
        "US",
        "UK",
        "EU",
        "UN",
        "NZ",
        "R&D",
        "MDA",
        "CEO",
        "GDP",
        "SDGs",
        "G7",
        "G20",
    ]
)
_EMPTY: Final = EMPTY | {"cooperation", "promotion", "strengthening"}
_LONGEST: Final = 40


class Identifiers:
    """Gives each entry an id of its own."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)

    def of(self, text: str, themes: Sequence[str], country: str | None) -> str:
        """From an English title, else from the name of a programme in the text, else from theme and country."""
        named = next((name for name in _NAME.findall(text) if name not in COMMON), "")
        plain = text.replace("…", "").replace("’", "")
        words = [word for word in slug(plain, 200).split("-") if word not in _EMPTY] if plain.isascii() else []
        place = country.casefold() if country else ""
        wish = (
            slug(" ".join(words[:5]), 200)
            or slug("-".join(part for part in (named, *themes, place) if part), _LONGEST)
            or "item"
        )
        wish, number = wish if len(wish) <= _LONGEST else wish[:_LONGEST].rsplit("-", 1)[0], 2
        name = wish
        while name in self._taken:
            name, number = f"{wish}-{number}", number + 1
        self._taken.add(name)
        return name
