"""The address that opens the same screen again."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlencode, urlsplit

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.clean import web


def permalink(address: str, filter_: Filter, lang: Lang) -> str:
    """The atlas's address with language and filter; empty where nobody else's machine would find it."""
    query = urlencode({"lang": lang} | filter_.to_query(), safe=",/")
    return f"{address}?{query}" if web(address) and reachable(address) else ""


def reachable(address: str) -> bool:
    """Whether an address means the same from another machine: not localhost, nor no address at all."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        number = ip_address(host)
    except ValueError:
        return bool(host) and host != "localhost" and not host.endswith(".localhost")
    return not (number.is_loopback or number.is_unspecified)
