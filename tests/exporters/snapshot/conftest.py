"""Snapshots of the committed catalogue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.print.options import Options
from exporters.print.pictures import Snapshot
from maps.basemap import Basemap
from tests.exporters.conftest import Make

ADDRESS = "https://atlas.example/"
Take = Callable[..., Snapshot]


@pytest.fixture(scope="session")
def take(make: Make, base: Basemap) -> Take:
    """`take(Filter(...), "ja", style="boxes")`; `sites` takes the place of the catalogue."""

    def snapshot(filter_: Filter | None = None, *langs: Lang, sites: object = None, **options: object) -> Snapshot:
        tongues: tuple[Lang, ...] = langs or ("en",)
        extract = make(filter_ or Filter(), tongues[0], sites=sites)
        return Snapshot(extract, base, Options(**options), tongues, ADDRESS)  # type: ignore[arg-type]

    return snapshot
