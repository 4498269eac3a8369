"""What is counted, once for all: an initiative is a record; a place is a pair of an initiative and one of its sites."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from atlas.vocab import Lang
from atlas.words.i18n import t

Mask = NDArray[np.bool_]


class Counts(NamedTuple):
    """`places` are `on` the map, `wide` (in a region's box) or `off` it; `unplaced` initiatives have none but those."""

    initiatives: int
    places: int
    on: int
    wide: int
    off: int
    unplaced: int

    def text(self, lang: Lang) -> str:
        """All of it in words, with units: 取組12件・20か所（地図上15か所、広域3か所、地図外2か所）."""
        return t(lang, "export_counts", i=self.initiatives, s=self.places, on=self.on, wide=self.wide, off=self.off)


def kinds(frame: pd.DataFrame) -> tuple[Mask, Mask]:
    """Which sites stand in a region's box, and which have no place on the map."""
    off: Mask = frame["geometry"].isna().to_numpy(dtype=np.bool_)
    wide: Mask = (frame["precision"] == "region").to_numpy(dtype=np.bool_) & ~off
    return wide, off


def tally(initiative: NDArray[Any], wide: Mask, off: Mask) -> Counts:
    """The counts of some sites by the numbers or names of their initiatives; arrays of one entry a site."""
    total, out = initiative.size, int(np.count_nonzero(off))
    broad, named = int(np.count_nonzero(wide)), np.unique(initiative).size
    return Counts(named, total, total - broad - out, broad, out, named - np.unique(initiative[~off]).size)


def counts(frame: pd.DataFrame) -> Counts:
    """The counts of the sites of a frame."""
    return tally(pd.factorize(frame["initiative"])[0], *kinds(frame))
