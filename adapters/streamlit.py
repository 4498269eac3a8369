"""What the gates need of Streamlit that its documents do not promise; tried with 1.67.0.

- The messages of its websocket are `BackMsg`; which kinds there are decides what a visitor may ask for.
- The files that visitors gave lie in `MemoryUploadedFileManager.file_storage`, by session and file.
- Who logged in stands in a signed cookie; `st.user` tells pages, nothing tells a gate.
- The widgets that a session's page has now are the keys of its session state, with the type of each in the metadata.
- A script runs for the session of its context, and the runtime knows which sessions have a connection.
- A file that a download button has made belongs to nobody: the next two runs of anybody's page drop it, before its
  browser has fetched it when others click. Files in `MediaFileManager._files_by_session_and_coord` stay.
- Its page is a file of the package, whose inline scripts the headers name by hash; the first look stands in its body.

`tests/adapters/test_streamlit.py` says which of these no longer holds after an upgrade; the cookie is tried by
`tests/access/test_oidc.py`. What browsers lean on stands in `adapters/streamlit.js`.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

STREAM: Final = "/_stcore/stream"
UPLOAD: Final = "/_stcore/upload_file/"
HEALTH: Final = "/_stcore/health"
_MADE: Final = "made by download buttons"
_ASKED: Final = "backend_operation_request"
_FILES: Final = "file_uploader_state_value"
_COOKIE: Final = "_streamlit_user"
_AHEAD: Final = 'rel="modulepreload"'
_INLINE: Final = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class PageMessage(NamedTuple):
    """What a message of a browser asks for: its kind, how many widgets it tells of, how many files it wants to give."""

    kind: str
    widgets: int
    files: int


def said(data: bytes) -> PageMessage | None:
    """What a message says; None for one that is none."""
    try:
        message = BackMsg.FromString(data)
    except Exception:  # protobuf's own errors, of which its kinds differ between its versions
        return None
    kind = message.WhichOneof("type") or ""
    if kind == _ASKED:
        kind = message.backend_operation_request.WhichOneof("payload") or ""
    widgets = len(message.rerun_script.widget_states.widgets) if kind == "rerun_script" else 0
    files = len(message.file_urls_request.file_names) if kind == "file_urls_request" else 0
    return PageMessage(kind, widgets, files)


def takes_files(session: str) -> bool:
    """Whether the page that a session has open asks for a file."""
    state = _state(session)
    if state is None:
        return False
    known = state._new_widget_state.widget_metadata
    shown = (*tuple(state._new_widget_state.states), *tuple(state._old_state))
    return any(key in known and known[key].value_type == _FILES for key in shown)


def _state(session: str) -> Any:
    found: Any = runtime.get_instance()._session_mgr.get_active_session_info(session)
    return found.session.session_state if found else None


def session() -> str:
    """The session that is being served, empty outside of one."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


def connected(session: str) -> bool:
    """Whether a session has a connection; one without a server counts as having one."""
    return not runtime.exists() or runtime.get_instance().is_active_session(session)


def held() -> Iterator[tuple[str, str, int]]:
    """Every file that visitors gave, the oldest of a session first: session, file and size."""
    manager: Any = runtime.get_instance().uploaded_file_mgr
    for session, given in tuple(manager.file_storage.items()):
        yield from ((session, key, len(file.data)) for key, file in tuple(given.items()))


def drop(session: str, file: str) -> None:
    """Forget a file that a visitor gave."""
    manager: Any = runtime.get_instance().uploaded_file_mgr
    manager.remove_file(session, file)


@cache
def index_page() -> str:
    """The page that Streamlit answers with."""
    return (files("streamlit") / "static" / "index.html").read_text(encoding="utf-8")


def inline_scripts() -> list[str]:
    """The scripts that stand in Streamlit's page itself."""
    return _INLINE.findall(index_page())


def page_with(head: str, body: str) -> str:
    """Streamlit's page with something first in its head and first in its body, as it is where it has no such place."""
    page = index_page()
    if not ("<head>" in page and "<body>" in page):
        return page
    later = page.replace(_AHEAD, f'{_AHEAD} fetchpriority="low"')  # they wait for each other anyway
    return later.replace("<head>", f"<head>{head}", 1).replace("<body>", f"<body>{body}", 1)


def keep_made_files(seconds: float) -> None:
    """Keep each file that a download button makes for so long, that its browser may fetch it."""
    kind: Any = MediaFileManager
    make = kind.execute_deferred

    def execute_deferred(manager: Any, file_id: str) -> str:
        url: str = make(manager, file_id)
        mark = f"{url} {time.monotonic()}"
        _hold(manager, mark, url.rsplit("/", 1)[-1].partition(".")[0])
        timer = threading.Timer(seconds, _hold, (manager, mark, None))
        timer.daemon = True
        timer.start()
        return url

    kind.execute_deferred = execute_deferred


def _hold(manager: Any, mark: str, file: str | None) -> None:
    """Note who needs a file, or that nobody does any more."""
    with manager._lock:
        held = manager._files_by_session_and_coord[_MADE]
        if file:
            held[mark] = file
        else:
            held.pop(mark, None)


def claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said of whoever sends these cookies; nothing where the signature is not the server's."""
    from streamlit.auth_util import get_origin_from_redirect_uri
    from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

    try:
        found = json.loads(_get_signed_cookie_with_chunks(dict(cookies), _COOKIE) or b"{}")
    except ValueError:
        return {}
    known = found.get("is_logged_in") is True and found.get("origin") == get_origin_from_redirect_uri()
    return found if known else {}
