"""Which names the atlas answers to.

A page elsewhere can let its own name lead here (DNS rebinding) and would then read the atlas as its own. It cannot do
so with a name that it does not own, nor with an address in digits.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Collection
from ipaddress import ip_address
from typing import Final, NamedTuple
from urllib.parse import urlsplit

SETTING: Final = "ATLAS_HOSTS"
_NAME: Final = re.compile(r"\*|(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\]")
_PORTS: Final = {"http": 80, "https": 443}


class HostPort(NamedTuple):
    """A host and its port; None stands for the usual one."""

    name: str
    port: int | None


def place_of(host: str) -> HostPort | None:
    """What the header Host names; None for what is no host."""
    try:
        parts = urlsplit(f"//{host}")
        if parts.netloc != host or not parts.hostname or parts.username is not None:
            return None
        return HostPort(parts.hostname.rstrip("."), parts.port)
    except ValueError:
        return None


def same_origin(origin: str, host: str, secure: bool) -> bool:
    """Whether a page of `origin` is one that this server gave out; a page without TLS is none of a server with it."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    there, here = place_of(parts.netloc), place_of(host)
    usual = _PORTS.get(parts.scheme)
    if there is None or here is None or usual is None or (secure and parts.scheme != "https"):
        return False
    return there.name == here.name and (there.port or usual) == (here.port or usual)


class Hosts:
    """The names of the setting; without one this machine's own, and every address in digits."""

    def __init__(self, names: Collection[str], numbers: bool) -> None:
        self._names = frozenset(name.lower().rstrip(".") for name in names)
        self._numbers = numbers

    def allow(self, host: str) -> bool:
        """Whether a request for this host is one for the atlas."""
        place = place_of(host)
        if place is None:
            return False
        wide = {f"*.{place.name[at + 1 :]}" for at, char in enumerate(place.name) if char == "."}
        return bool({"*", place.name, *wide} & self._names) or (self._numbers and _is_number(place.name))


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def hosts_of(setting: str) -> Hosts:
    """The names of a setting, separated by commas; raises ValueError for what is no name."""
    names = [name.strip() for name in setting.split(",") if name.strip()]
    for name in names:
        if not _NAME.fullmatch(name) or (name[0] == "[" and not _is_number(name[1:-1])):
            raise ValueError(
                f"{SETTING}: {ascii(name)[1:-1]} is no host name; write names without scheme, port or path, "
                "separated by commas, as in atlas.example, *.atlas.example, 10.0.0.5"
            )
    return Hosts([name.strip("[]") for name in names], numbers=False) if names else Hosts(_own(), numbers=True)


def _own() -> set[str]:
    """What a browser on this machine or in its network calls it by default; asked of the system, not of the network."""
    name = platform.node().lower()
    short = name.split(".")[0]
    return {"localhost", *({name, short, f"{short}.local"} if short else ())}


def hosts() -> Hosts:
    """The names of this process; a setting that is none ends its start with a sentence."""
    try:
        return hosts_of(os.environ.get(SETTING, ""))
    except ValueError as error:
        sys.exit(str(error))
