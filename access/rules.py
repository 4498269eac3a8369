"""The operator's settings: which way people are known, who edits, and whether readers may come in at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final, Literal

Way = Literal["", "oidc", "proxy"]
_WAYS: Final[Mapping[str, Way]] = {"": "", "off": "", "oidc": "oidc", "proxy": "proxy"}
_LOOPBACK: Final = "127.0.0.0/8,::1"


@dataclass(frozen=True)
class Rules:
    """`name` is the claim (oidc) or the header (proxy) that says who somebody is; `proxies` may set that header.

    `metrics` opens the server's figures of itself to whoever can reach it.
    """

    way: Way = ""
    name: str = ""
    editors: frozenset[str] = frozenset()
    editors_only: bool = False
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    metrics: bool = False

    def edits(self, user: str | None) -> bool:
        """Whether somebody may bring lists and see drafts: everybody while nobody is asked."""
        return not self.way or user in self.editors

    def lets_in(self, user: str | None) -> bool:
        """Whether somebody may see anything."""
        return not self.way or (bool(user) and (not self.editors_only or self.edits(user)))

    def trusts(self, peer: str | None) -> bool:
        """Whether a connection comes from a proxy whose header counts."""
        try:
            address = ip_address(peer or "")
        except ValueError:
            return False
        return any(address in network for network in self.proxies)


def rules(environment: Mapping[str, str] = os.environ) -> Rules:
    """The rules that the environment sets; raises ValueError with a sentence for the operator."""
    asked = environment.get("ATLAS_LOGIN", "").strip().lower()
    if asked not in _WAYS:
        raise ValueError(f"ATLAS_LOGIN is {asked!r}: say oidc, proxy or off")
    way = _WAYS[asked]
    readers = environment.get("ATLAS_READERS", "all").strip().lower()
    if readers not in ("all", "editors"):
        raise ValueError(f"ATLAS_READERS is {readers!r}: say all or editors")
    if readers == "editors" and not way:
        raise ValueError("ATLAS_READERS=editors needs ATLAS_LOGIN: without a log-in nobody is known as an editor")
    return Rules(
        way,
        environment.get("ATLAS_LOGIN_NAME") or ("X-Atlas-User" if way == "proxy" else "sub"),
        frozenset(_listed(environment.get("ATLAS_EDITORS", ""))),
        readers == "editors",
        _networks(environment.get("ATLAS_PROXIES") or _LOOPBACK) if way == "proxy" else (),
        environment.get("ATLAS_METRICS", "").strip() == "1",
    )


def settled() -> Rules:
    """The rules of this process; a setting that says nothing sound ends its start with a sentence."""
    try:
        found = rules()
    except ValueError as error:
        sys.exit(str(error))
    if found.way == "oidc" and not _provider():
        sys.exit("ATLAS_LOGIN=oidc needs an [auth] section in .streamlit/secrets.toml; see docs/login.md")
    return found


def _provider() -> bool:
    import streamlit as st
    from streamlit.errors import StreamlitSecretNotFoundError

    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(part) for part in _listed(text))
    except ValueError as error:
        raise ValueError(f"ATLAS_PROXIES: {error}; say addresses or networks such as 10.0.0.0/8") from None
