"""Items that go on with an earlier one of their document are joined to it; others, and what is no initiative, not."""

from __future__ import annotations

import pytest

from loaders.intake.proposing.linking.following import followed
from loaders.intake.proposing.refusing import places_of
from loaders.intake.proposing.words.flat import flat

LAGOON = "The Lagoon Safety Partnership (LSP) trains pilots."


def _followed(*rows: tuple[str, str], refused: tuple[int, ...] = ()) -> list[int | None]:
    parts = [flat(text) for _, text in rows]
    places = places_of(parts, [heading for heading, _ in rows])
    return followed(parts, places, [at in refused for at in range(len(rows))])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("Reef Patrol Network", "- Boats watch."), ("Reef Patrol Network", "- Wardens are trained.")], [None, 0]),
        ([("Reefs", "- Boats watch reefs."), ("Reefs", "- Wardens are trained.")], [None, None]),
        ([("Reefs", f"- {LAGOON}"), ("Ports", "- Wharves are mended."), ("Reefs", "- Data is added to LSP.")],
         [None, None, 0]),
        ([("Reefs", f"- {LAGOON}"), ("Ports", "- The Lagoon Safety Partnership mends buoys.")], [None, 0]),
        ([("Reefs", f"- {LAGOON}"), ("Reefs", "- A new Reef Training Scheme (RTS) uses LSP data.")], [None, None]),
        ([("Reefs", "- Algae are studied."), ("Reefs", "- This project also serves fishers.")], [None, 0]),
        ([("珊瑚", "・珊瑚を調査する。"), ("珊瑚", "・本事業は漁業者にも資する。")], [None, 0]),
        ([("Aid", "We met storms together."), ("Aid", "- We store tents."), ("Aid", "- We drill."),
          ("Ports", "- Cranes.")], [None, 0, 0, None]),
    ],
)  # fmt: skip
def test_what_goes_on_with_an_earlier_item(rows: list[tuple[str, str]], found: list[int | None]) -> None:
    assert _followed(*rows) == found


def test_nothing_goes_on_with_what_is_no_initiative() -> None:
    rows = (("Reefs", "- Algae are admired."), ("Reefs", "- This project also serves fishers."))
    assert _followed(*rows, refused=(0,)) == [None, None]
