"""Pictures and fact sheets that pages offer. What draws is imported where it is drawn, not where it is asked for."""

from __future__ import annotations

from exporters.extract import Extract
from maps.basemap import Basemap


def first_png(extract: Extract, base: Basemap, frame: str, link: str) -> bytes:
    """The page as a PNG, in the extract's language."""
    from exporters.print.options import Options
    from exporters.print.pictures import Snapshot, sized

    snapshot = Snapshot(extract, base, Options(frame=frame), (extract.lang,), link)
    return sized(snapshot, snapshot.sheets(extract.lang)[0], extract.lang)


def fact_file(extract: Extract, base: Basemap, place: str, kind: str, address: str) -> bytes:
    """The fact sheet of a country or region, in the extract's language."""
    from exporters.print.factsheet.files import fact_bytes
    from exporters.print.options import Options

    options = Options(size="a4-portrait", date=extract.date or "")
    return fact_bytes(extract, base, options, [place], [extract.lang], kind, address)
