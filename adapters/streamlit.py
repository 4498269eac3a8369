"""What the gates need of Streamlit that its documents do not promise; tried with 1.67.0.

- The messages of its websocket are `BackMsg`; which kinds there are decides what a visitor may ask for.
- The files that visitors gave lie in `MemoryUploadedFileManager.file_storage`, by session and file.
- Who logged in stands in a signed cookie; `st.user` tells pages, nothing tells a gate.
- The widgets that a session's page has now are the keys of its session state, with the type of each in the metadata.

`tests/adapters/test_streamlit.py` says which of these no longer holds after an upgrade; the cookie is tried by
`tests/access/test_oidc.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg

STREAM: Final = "/_stcore/stream"
UPLOAD: Final = "/_stcore/upload_file/"
HEALTH: Final = "/_stcore/health"
_ASKED: Final = "backend_operation_request"
_FILES: Final = "file_uploader_state_value"
_COOKIE: Final = "_streamlit_user"


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


def held() -> Iterator[tuple[str, str, int]]:
    """Every file that visitors gave, the oldest of a session first: session, file and size."""
    manager: Any = runtime.get_instance().uploaded_file_mgr
    for session, files in tuple(manager.file_storage.items()):
        yield from ((session, key, len(file.data)) for key, file in tuple(files.items()))


def drop(session: str, file: str) -> None:
    """Forget a file that a visitor gave."""
    manager: Any = runtime.get_instance().uploaded_file_mgr
    manager.remove_file(session, file)


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
