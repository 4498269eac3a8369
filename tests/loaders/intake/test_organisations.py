"""Which names in a text are an organisation's, and which only begin like one or say what somebody is."""

from __future__ import annotations

import pytest

from atlas.records import Text
from loaders.intake.proposing.words.flat import flat
from loaders.intake.proposing.words.organisations import Directory

TABLE = {
    "un": Text(ja="国際連合（国連）", en="United Nations (UN)"),
    "pif": Text(ja="太平洋諸島フォーラム（PIF）", en="Pacific Islands Forum (PIF)"),
    "asean-secretariat": Text(ja="ASEAN事務局", en="ASEAN Secretariat"),
}


def _named(text: str) -> list[str]:
    part = flat(text)
    found = Directory(TABLE, (), part)
    named = [one.key for one in found.named(part)]
    names = {one.key: one.name.en or one.name.ja for one in found.new(named)}
    return [names.get(key, key) for key in named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("They work with the Pacific Islands Forum Lagoon Agency.", ["Pacific Islands Forum Lagoon Agency"]),
        ("They uphold the United Nations Charter.", []),
        ("国連海洋法条約を守る。", []),
        ("They work with the University of Suva, Lautoka University.", ["University of Suva", "Lautoka University"]),
        ("A campus of the Suva Institute of Reefs’ Center for Corals opens.", ["Suva Institute of Reefs"]),
        ("The Coral Center of Excellence wrote a report.", []),
        ("Students from ASEAN countries take part.", []),
        ("They work with ASEAN on reefs.", ["asean-secretariat"]),
        ("フィジー国防省海洋総局長との間で書簡に署名した。", []),
    ],
)  # fmt: skip
def test_names_of_organisations(text: str, named: list[str]) -> None:
    assert _named(text) == named
