"""What the server does around the pages: it logs its start, adds headers, and tells errors in one sentence."""

from __future__ import annotations

import platform
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

import streamlit as st
from starlette.middleware import Middleware

from atlas.i18n import t
from ui import log
from ui.headers import Headers

MIDDLEWARE = [Middleware(Headers)]


@asynccontextmanager
async def life(_: st.App) -> AsyncIterator[None]:
    """Log the start."""
    log.configure()
    log.event("start", versions={"python": platform.python_version(), "streamlit": version("streamlit")})
    yield


def told(error: Exception) -> bool:
    """An error that no page expected: its place goes to the log, one sentence to the user."""
    from ui.state import language

    log.failed(error)
    st.error(t(language(), "failed"), icon=":material/error:")
    return True
