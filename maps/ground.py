"""The ground of the browser's map as its files hold it: land and disputed lines as JSON text, label points."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from atlas.countries import country_name


class Ground(NamedTuple):
    """`text` is what the map's script reads, `{"land": …, "borders": …}`; `context` has a label point per country."""

    text: str
    context: dict[str, dict[str, Any]]


def read_ground(folder: Path) -> Ground:
    """Read the base map of a folder (`data/basemap`); coordinates stay as they are written."""
    land, borders, context = ((folder / f"{name}.json").read_text("utf-8") for name in ("land", "borders", "context"))
    known = {code: entry for code, entry in json.loads(context).items() if country_name(code, "en") != code}
    return Ground(f'{{"land":{land.strip()},"borders":{borders.strip()}}}', known)
