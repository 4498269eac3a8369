"""The page that draws nothing, served with the atlas's own settings: its answers leave at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from adapters.uvicorn import send_at_once


@asynccontextmanager
async def life(_: st.App) -> AsyncIterator[None]:
    """As the atlas does at its start."""
    send_at_once()
    yield


app = st.App("nothing.py", lifespan=life)
