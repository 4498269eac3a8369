"""The first page of a picture alone. What draws is imported only where it is drawn, not where it is asked for."""

from __future__ import annotations

from exporters.extract import Extract
from maps.basemap import Basemap


def first_png(extract: Extract, base: Basemap, frame: str, link: str) -> bytes:
    """The page as a PNG, in the extract's language."""
    from exporters.print.options import Options
    from exporters.print.pictures import Snapshot, sized

    snapshot = Snapshot(extract, base, Options(frame=frame), (extract.lang,), link)
    return sized(snapshot, snapshot.sheets(extract.lang)[0], extract.lang)
