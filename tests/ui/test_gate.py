"""The gate before Streamlit: what it passes on, and what it answers itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from server import messages
from server.gate import Gate
from server.hosts import hosts_of
from tests.conftest import ROOT
from ui.log import Tally

OWN = "http://127.0.0.1:8501"


class Inside:
    """What stands for Streamlit: remembers what reached it."""

    def __init__(self) -> None:
        self.asked: list[Scope] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)


def _passes(setting: str, scope: dict[str, Any], **headers: str) -> bool:
    """Whether a request gets through; what does not is answered."""
    inside, sent = Inside(), list[Message]()
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    asked = {"type": "http", "path": "/", "method": "GET", "headers": raw, **scope}
    anyio.run(Gate(inside, hosts_of(setting)), asked, receive, send)
    assert bool(inside.asked) != bool(sent), "passed on or answered, never both"
    return bool(inside.asked)


@pytest.mark.parametrize(
    ("setting", "host", "allowed"),
    [
        ("", "localhost:8501", True), ("", "127.0.0.1:8501", True), ("", "[::1]:8501", True), ("", "10.1.2.3", True),
        ("", "evil.example", False), ("", "127.0.0.1.evil.example", False), ("", "localhost.evil.example", False),
        ("", "a@localhost", False), ("", "localhost/x", False), ("", "", False), ("", "localhost:port", False),
        ("atlas.example", "ATLAS.example:8080", True), ("atlas.example", "atlas.example.", True),
        ("atlas.example", "localhost", False), ("atlas.example", "10.1.2.3", False),
        ("atlas.example", "x.atlas.example", False), ("*.atlas.example, 10.0.0.5", "x.atlas.example", True),
        ("*.atlas.example, 10.0.0.5", "10.0.0.5:80", True), ("*.atlas.example", "evilatlas.example", False),
        ("[::1]", "[::1]:8501", True), ("*", "anything.example", True),
    ],
)  # fmt: skip
def test_only_its_own_names(setting: str, host: str, allowed: bool) -> None:
    assert _passes(setting, {}, host=host) is allowed


def test_this_machine_answers_to_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "Desk7.ministry.example")
    for host in ("desk7.ministry.example", "desk7", "DESK7.local:8501"):
        assert _passes("", {}, host=host)
    assert not _passes("", {}, host="desk7.evil.example")


@pytest.mark.parametrize("setting", ["https://atlas.example", "atlas.example:8080", "a b", "a..b", "atlas.example/x"])
def test_a_setting_that_is_no_name_is_told(setting: str) -> None:
    with pytest.raises(ValueError, match=r"ATLAS_HOSTS: .* is no host name; write names"):
        hosts_of(setting)


def test_a_server_with_such_a_setting_does_not_start() -> None:
    line = [sys.executable, "-m", "streamlit", "run", "--server.port=0", "serve.py"]
    setting = os.environ | {"ATLAS_HOSTS": "https://atlas.example"}
    done = subprocess.run(line, cwd=ROOT, env=setting, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode and "ATLAS_HOSTS: https://atlas.example is no host name" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", ["/_stcore/health", "/ready"])
def test_probes_ask_by_any_address(path: str) -> None:
    assert _passes("atlas.example", {"path": path}, host="10.244.0.7:8501")
    assert not _passes("atlas.example", {"path": "/x" + path}, host="10.244.0.7:8501")


def test_hidden_files_are_not_given_out() -> None:
    assert not _passes("", {"path": "/app/static/.land.json.x.tmp"}, host="localhost")
    assert _passes("", {"path": "/app/static/land.json"}, host="localhost")


@pytest.mark.parametrize(
    ("origin", "host", "scheme", "allowed"),
    [
        (OWN, "127.0.0.1:8501", "ws", True), ("http://127.0.0.1", "127.0.0.1:80", "ws", True),
        ("https://127.0.0.1", "127.0.0.1", "ws", True), ("https://127.0.0.1", "127.0.0.1", "wss", True),
        ("http://127.0.0.1", "127.0.0.1", "wss", False), ("http://127.0.0.1:8502", "127.0.0.1:8501", "ws", False),
        ("http://localhost:8501", "127.0.0.1:8501", "ws", False), ("http://evil.example", "localhost", "ws", False),
        ("null", "127.0.0.1:8501", "ws", False), ("", "127.0.0.1:8501", "ws", False),
        ("http://[", "127.0.0.1:8501", "ws", False), ("file://", "127.0.0.1:8501", "ws", False),
        ("http://127.0.0.1:8501@evil.example", "127.0.0.1:8501", "ws", False),
        ("http://evil.example#127.0.0.1:8501", "127.0.0.1:8501", "ws", False),
        ("http://evil.example", "evil.example", "ws", False),
    ],
)  # fmt: skip
def test_only_sockets_of_its_own_pages(origin: str, host: str, scheme: str, allowed: bool) -> None:
    scope = {"type": "websocket", "path": "/_stcore/stream", "scheme": scheme}
    assert _passes("", scope, host=host, origin=origin) is allowed


def test_a_socket_without_an_origin_is_none_of_a_browser() -> None:
    assert not _passes("", {"type": "websocket", "path": "/_stcore/stream"}, host="localhost")


def _message(kind: str) -> bytes:
    message = BackMsg()
    match kind:
        case "rerun_script":
            message.rerun_script.query_string = "lang=ja"
        case "file_urls_request":
            message.file_urls_request.file_names.append("a.csv")
        case "deferred_file":
            message.backend_operation_request.deferred_file.file_id = "1"
        case "install_skills":
            message.backend_operation_request.install_skills.SetInParent()
        case _:
            setattr(message, kind, True)
    return bytes(message.SerializeToString())


def _through(said: Iterable[dict[str, Any]]) -> tuple[list[Message], int | None]:
    """What of some messages gets through, and why the socket ends."""
    waiting = [{"type": "websocket.receive", **one} for one in said] + [{"type": "websocket.disconnect"}]

    async def receive() -> Message:
        return waiting.pop(0)

    async def run() -> tuple[list[Message], int | None]:
        gate, found = messages.Messages(receive, Tally()), list[Message]()
        while not found or found[-1]["type"] == "websocket.receive":
            found.append(await gate())
        return found[:-1], gate.closing

    return anyio.run(run)


@pytest.mark.parametrize("kind", ["rerun_script", "stop_script", "file_urls_request", "deferred_file"])
def test_what_our_pages_say_is_passed_on(kind: str) -> None:
    assert _through([{"bytes": _message(kind)}]) == ([{"type": "websocket.receive", "bytes": _message(kind)}], None)


@pytest.mark.parametrize("kind", ["clear_cache", "set_run_on_save", "load_git_info", "debug_shutdown_runtime",
                                  "install_skills"])  # fmt: skip
def test_what_no_page_of_ours_says_is_left_out(kind: str) -> None:
    found, closing = _through([{"bytes": _message(kind)}, {"bytes": _message("rerun_script")}])
    assert [one["bytes"] for one in found] == [_message("rerun_script")] and closing is None


def _widgets(count: int) -> bytes:
    message = BackMsg()
    for number in range(count):
        message.rerun_script.widget_states.widgets.add(id=str(number))
    return bytes(message.SerializeToString())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"bytes": b"\xff\xff\xff"}, 1002), ({"text": "hello"}, 1002), ({"bytes": bytes(messages.MAX_BYTES + 1)}, 1009),
        ({"bytes": _widgets(messages.MAX_WIDGETS + 1)}, 1002),
    ],
)  # fmt: skip
def test_what_cannot_come_of_a_page_ends_the_socket(said: dict[str, Any], code: int) -> None:
    assert _through([said, {"bytes": _message("rerun_script")}]) == ([], code)


def test_messages_are_taken_at_a_bounded_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(messages, "sleep", sleep)
    found, _ = _through([{"bytes": _message("rerun_script")}] * (messages.BURST + 5))
    assert len(found) == messages.BURST + 5 and len(slept) == 5
