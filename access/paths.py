"""The paths that gates tell apart: the one of the whole atlas, the probes', the feed's, the map's."""

from __future__ import annotations

from typing import Final

import streamlit as st

READY: Final = "/ready"
FEED: Final = "/changes-"  # ja.xml, en.xml
VIEW: Final = "/view-"  # ja.json, en.json


def base_path() -> str:
    """`/atlas` where `server.baseUrlPath` says `atlas`; an empty text where it says nothing."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
