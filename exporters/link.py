"""The address that opens the same screen again."""

from __future__ import annotations

from urllib.parse import urlencode

from atlas.filter import Filter
from atlas.vocab import Lang


def permalink(address: str, filter_: Filter, lang: Lang) -> str:
    """The atlas's address with language and filter; empty where the atlas has no address."""
    return f"{address}?{urlencode({'lang': lang} | filter_.to_query(), safe=',/')}" if address else ""
