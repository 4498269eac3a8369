"""Sums of money as documents write them."""

from __future__ import annotations

import pytest

from loaders.intake.proposing.words.sums import amounts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("an inaugural $7.5+ million for joint research", ["7500000 USD"]),
        ("$8 million, then 5億4,000万円", ["8000000 USD", "540000000 JPY"]),
        ("2,200+ experts", []),
    ],
)
def test_a_sum_is_read_with_its_scale(text: str, told: list[str]) -> None:
    assert [one.value for one in amounts(text)] == told
