"""What the server answers in place of Streamlit: one sentence in both languages."""

from __future__ import annotations

from typing import Final

from starlette.responses import PlainTextResponse

from atlas.words.i18n import t

STATUS: Final = {
    "gate_host": 421, "gate_origin": 403, "gate_sockets": 503, "gate_no_upload": 403, "gate_uploads": 429,
    "gate_slow": 408, "gate_hidden": 404, "ready_not": 503,
}  # fmt: skip
_UNREAD: Final = ("gate_no_upload", "gate_uploads")  # nobody goes on to read what a refused visitor still sends


def refusal(fault: str) -> PlainTextResponse:
    """The answer to a request that breaks a rule."""
    words = f"{t('ja', fault)}\n{t('en', fault)}\n"
    closing = {"Connection": "close"} if fault in _UNREAD else {}
    return PlainTextResponse(words, STATUS[fault], {"Cache-Control": "no-store", **closing})
