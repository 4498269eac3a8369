"""A long paragraph of several states holds as many entries as it has undertakings; what only goes on is none."""

from __future__ import annotations

import pytest

from loaders.intake.proposing.splitting import parts_of
from loaders.intake.proposing.words.flat import flat

REEFS = "We continue to support coral nurseries. They serve fishers. Wardens are glad. "


@pytest.mark.parametrize(
    "more",
    [
        "We also plan to hold a naval exercise off Suva.",
        "We are launching a dialogue on lighthouses.",
        "We announce the establishment of a council on tides.",
        "Next year, our coast guards will also patrol together.",
        "This year, our three countries look forward to holding the first cyber dialogue.",
    ],
)
def test_an_undertaking_that_is_added_is_an_entry_of_its_own(more: str) -> None:
    assert [part.text for part in parts_of(flat(REEFS + more), joint=True)] == [REEFS.strip(), more]


@pytest.mark.parametrize(
    "more",
    [
        "Through this work, we will protect ports.",
        "We also welcome the growth of ports.",
        "We are concerned about piracy.",
        "Tonga also plans to mend its ports.",
        "Japan and our partners are also glad of the nurseries.",
    ],
)
def test_what_goes_on_or_only_welcomes_is_none(more: str) -> None:
    assert len(parts_of(flat(REEFS + more), joint=True)) == 1


def test_short_items_and_views_at_the_head_are_not_cut() -> None:
    assert len(parts_of(flat("We will train pilots. We also plan to mend ports."), joint=True)) == 1
    view = "We affirm that reefs matter. They do. They are old. We also plan to hold a naval exercise."
    assert len(parts_of(flat(view), joint=True)) == 1
