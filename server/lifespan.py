"""What the server does around the pages: a log, a gate, headers, and one sentence for an error."""

from __future__ import annotations

import asyncio
import platform
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from importlib.metadata import PackageNotFoundError, distribution, version
from typing import Final

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware

from access.gate import Access
from access.rules import settled
from adapters.streamlit import keep_made_files
from adapters.uvicorn import end_half_open, send_at_once
from atlas.errors import DataError
from atlas.words.i18n import t
from loaders.atomic import sweep
from server.gate import Gate
from server.headers import Headers
from server.hosts import hosts
from server.memory import give_back
from ui import log
from ui.jobs.fair_queue import ALL

HEAD_SECONDS: Final = 10.0  # for a request's head; as long as nginx gives
FETCH_SECONDS: Final = 15.0  # from a file's making to its fetching
WAITING: Final = ALL + 16  # downloads wait in threads of the event loop, of which it has six on two processors
_UNKNOWN: Final = (
    "The project itself is not installed in this Python, so Streamlit would not find the atlas's front end; in the "
    "project's folder run: python -m pip install --no-deps --no-index --no-build-isolation -e ."
)


def require_project() -> None:
    """End the start with a sentence unless Streamlit will find the front end: by a package of the project's name."""
    try:
        distribution("foip-atlas")
    except PackageNotFoundError:
        sys.exit(_UNKNOWN)


MIDDLEWARE = [Middleware(Headers), Middleware(Gate, hosts=hosts()), Middleware(Access, given=settled())]


@asynccontextmanager
async def life(_: st.App) -> AsyncIterator[None]:
    """Log the start, and have the edition and its files ready before anyone is let in."""
    log.configure()
    log.event("start", versions={"python": platform.python_version(), "streamlit": version("streamlit")})
    give_back()
    send_at_once()
    end_half_open(HEAD_SECONDS)
    keep_made_files(FETCH_SECONDS)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(WAITING, "waiting"))
    await to_thread.run_sync(prepare)
    yield


def prepare() -> None:
    """Build the first edition and write what browsers fetch; broken data is logged, and the pages say so."""
    from ui.assets import STATIC
    from ui.data import data_setting
    from ui.edition_cache import edition_cache, settle

    sweep(STATIC, STATIC / "sym")

    try:
        keeper = edition_cache(data_setting())
    except DataError as error:
        log.event("edition refused", problems=[str(problem) for problem in error.problems])
        return
    with suppress(DataError):  # the cache has logged it
        keeper.newest()
    settle()


def told(error: Exception) -> bool:
    """An error that no page expected: its place goes to the log, one sentence to the user."""
    from ui.state import language

    log.failed(error)
    st.error(t(language(), "failed"), icon=":material/error:")
    return True
