"""The lines of a comparison under headings."""

from __future__ import annotations

import pytest

from atlas import vocab
from atlas.compare.editions import compare
from atlas.compare.groups import LineGroup, groups
from atlas.compare.sentences import ChangeLine, sheet
from atlas.vocab import LANGS, Lang
from tests.editions import Features, features, first, frame, of, put


def lines(lang: Lang) -> list[ChangeLine]:
    """From an edition without a cable, with Suva elsewhere and other words of ASEAN's and of two countries."""
    found: Features = features()
    for feature in of(found, "tuvalu-cable"):
        del found[feature["id"]]
    put(first(found, precision="city", place="suva"), 178.5, -17.2)
    for name in ("ajcep", "nacala-corridor"):
        for feature in of(found, name):
            feature["properties"]["summary_en"] = "Other words."
    return sheet(compare(frame(found), frame(features())), "a", "b", lang).lines


def by_place(lang: Lang) -> dict[str, LineGroup]:
    return {group.code: group for group in groups(lines(lang), "place", lang)}


@pytest.mark.parametrize("lang", LANGS)
def test_every_line_stands_under_its_kind_once(lang: Lang) -> None:
    found = groups(lines(lang), "kind", lang)
    assert [line for group in found for line in group.lines] == lines(lang)
    assert {group.code: group.n for group in found} == {"added": 1, "moved": 1, "changed": 2}


@pytest.mark.parametrize(("lang", "names"), [("ja", ["ツバル", "フィジー"]), ("en", ["Fiji", "Tuvalu"])])
def test_every_country_stands_under_its_region(lang: Lang, names: list[str]) -> None:
    found = by_place(lang)
    regions = [code for code, group in found.items() if not group.within]
    assert regions == [code for code in vocab.REGIONS if code in regions] and {"pacific", "africa"} < set(regions)
    assert found["pacific"].lines == [] and found["pacific"].n == 2
    assert sorted(found[code].name for code in ("FJI", "TUV")) == names
    codes = list(found)
    assert codes.index("pacific") < codes.index("FJI") < codes.index("africa") < codes.index("MOZ")


@pytest.mark.parametrize("lang", LANGS)
def test_a_line_of_several_countries_stands_under_each_and_counts_once_in_their_region(lang: Lang) -> None:
    found = by_place(lang)
    assert found["MOZ"].lines == found["ZMB"].lines and found["MOZ"].n == found["africa"].n == 1


@pytest.mark.parametrize(("lang", "what"), [("ja", "追加："), ("en", "Added: ")])
def test_where_no_heading_says_it_a_line_says_that_an_initiative_came(lang: Lang, what: str) -> None:
    assert by_place(lang)["TUV"].lines[0].what.startswith(what)


def test_points_redrawn_are_of_no_initiative() -> None:
    found = features()
    for site in found.values():
        if site["properties"]["place"] == "asean" and site["properties"]["precision"] == "region":
            put(site, 150, 10)
    [group] = groups(sheet(compare(frame(features()), frame(found)), "a", "b", "en").lines, "kind", "en")
    assert (group.code, group.n, len(group.lines)) == ("moved", 0, 1)
