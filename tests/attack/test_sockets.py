"""Strange origins and messages at the socket: nobody else notices, and no other host is asked for anything."""

from __future__ import annotations

import multiprocessing
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from benchmarks.load import resident
from benchmarks.servers import ROOT, Server, streamlit
from server.gate import SOCKETS
from server.lifespan import HEAD_SECONDS
from tests.attack.conftest import MEMORY_MB, Figure, clicking, rests
from tests.tab import Tab

HANDSHAKES = 5_000
WORKERS = 1
_HANDSHAKE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
SPAWN = multiprocessing.get_context("spawn")


class Trap:
    """A proxy that swallows: whoever asks the internet through it waits. It counts who came."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.came: list[socket.socket] = []
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                self.came.append(self._socket.accept()[0])
            except OSError:
                return

    def close(self) -> None:
        self._socket.close()
        for one in self.came:
            one.close()


@contextmanager
def trapped(script: str) -> Iterator[tuple[Server, Trap]]:
    """A server whose every request to another host goes into a trap."""
    trap = Trap()
    names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    try:
        with streamlit(script, ROOT, **dict.fromkeys(names, trap.address)) as server:
            yield server, trap
    finally:
        trap.close()


def _place(server: Server) -> tuple[str, int]:
    name, port = server.address.removeprefix("http://").split(":")
    return name, int(port)


def shake(place: tuple[str, int], origin: str, times: int, host: str = "") -> int:
    """So many handshakes, one after the other; returns how many were refused."""
    refused = 0
    asked = _HANDSHAKE.format(host=host or f"{place[0]}:{place[1]}", origin=origin).encode()
    for _ in range(times):
        with socket.create_connection(place, timeout=60) as one:
            one.sendall(asked)
            refused += one.recv(64).startswith((b"HTTP/1.1 403", b"HTTP/1.1 421"))
    return refused


def test_the_trap_catches_what_streamlit_does_without_the_gate() -> None:
    with trapped("app.py") as (server, trap):
        shake(_place(server), "http://elsewhere.example", 1)
        assert trap.came


def _work(place: tuple[str, int], times: int, answers: Any) -> None:
    origins = ("http://elsewhere.example", "null", f"http://{place[0]}:1", "")
    answers.put(sum(shake(place, origin, times // len(origins)) for origin in origins))


def test_foreign_handshakes_ask_nobody_and_hold_nobody_up(figure: Figure) -> None:
    with trapped("serve.py") as (server, trap), clicking(server) as clicks:
        answers, begun = SPAWN.Queue(), time.monotonic()
        workers = [
            SPAWN.Process(target=_work, args=(_place(server), HANDSHAKES // WORKERS, answers)) for _ in range(WORKERS)
        ]
        for worker in workers:
            worker.start()
        refused = sum(answers.get(timeout=300) for _ in workers)
        seconds = time.monotonic() - begun
        assert refused == HANDSHAKES and not trap.came
        figure(clicks.told(f"{refused:,} foreign handshakes in {seconds:.0f} s, {len(trap.came)} look-ups"))
        assert clicks.unharmed()
        clicks.stop()
        assert rests(server)


def _flood(url: str, origin: str, kind: str, seconds: float) -> None:
    message = BackMsg()
    match kind:
        case "clear_cache":
            message.clear_cache = True
        case "rerun_script":
            message.rerun_script.query_string = "lang=ja&focus=1"
    data = message.SerializeToString()
    until = time.monotonic() + seconds
    with connect(url, origin=Origin(origin), max_size=None) as line:
        threading.Thread(target=lambda: [None for _ in line], daemon=True).start()
        while time.monotonic() < until:
            line.send(data)


@pytest.mark.parametrize("kind", ["clear_cache", "rerun_script"])
def test_a_flood_of_messages_holds_nobody_up(kind: str, victim: Server, figure: Figure) -> None:
    with clicking(victim) as clicks:
        url = victim.address.replace("http:", "ws:") + "/_stcore/stream"
        worker = SPAWN.Process(target=_flood, args=(url, victim.address, kind, 12.0))
        worker.start()
        worker.join(30)
        worker.kill()
        figure(clicks.told(f"a flood of {kind} for 12 s"))
        assert clicks.unharmed()
    assert rests(victim)


def _crowd(address: str, sockets: int, answers: Any) -> None:
    """So many sockets, each of which runs the map's page once and stays; returns how many were let in."""
    with ExitStack() as lines:
        came = 0
        for _ in range(sockets):
            with suppress(InvalidStatus):
                lines.enter_context(Tab(address)).run()
                came += 1
        answers.put(came)
        time.sleep(3)


def test_a_crowd_of_sockets_is_bounded(victim: Server, figure: Figure) -> None:
    with clicking(victim) as clicks:
        answers = SPAWN.Queue()
        worker = SPAWN.Process(target=_crowd, args=(victim.address, SOCKETS + 30, answers))
        worker.start()
        came = answers.get(timeout=300)
        figure(clicks.told(f"{SOCKETS + 30} sockets that stay, {came} let in"))
        assert came < SOCKETS and resident(victim.pid) < MEMORY_MB
        assert clicks.unharmed()
        worker.join(30)
    assert rests(victim)


def test_messages_without_end_are_not_gathered(victim: Server, figure: Figure) -> None:
    """Each announces 150 MB and sends 20 of them; Streamlit alone would keep all of it."""
    with clicking(victim) as clicks, ExitStack() as lines:
        sent = sum(_long(lines.enter_context(socket.create_connection(_place(victim), timeout=5))) for _ in range(20))
        time.sleep(5)
        figure(clicks.told(f"20 endless messages, {sent / 1e6:.0f} MB sent"))
        assert resident(victim.pid) < MEMORY_MB
        assert clicks.unharmed()
    assert rests(victim)


def test_half_requests_are_hung_up_on(victim: Server, figure: Figure) -> None:
    """Four hundred that begin a head and never end it."""
    with clicking(victim) as clicks, ExitStack() as lines:
        everyone = [lines.enter_context(socket.create_connection(_place(victim), timeout=30)) for _ in range(400)]
        for one in everyone:
            one.sendall(b"GET / HTTP/1.1\r\nHost: ")
        begun = time.monotonic()
        left = sum(_ended(one) for one in everyone)
        figure(clicks.told(f"{left} of 400 half requests hung up on after {time.monotonic() - begun:.0f} s"))
        assert left == 400 and time.monotonic() - begun < HEAD_SECONDS + 5
        assert clicks.unharmed()
    assert rests(victim)


def _ended(line: socket.socket) -> bool:
    """Whether the server hangs up."""
    try:
        return not line.recv(100)
    except ConnectionResetError:
        return True


def _long(line: socket.socket) -> int:
    """How many bytes of an endless message are sent before the server hangs up."""
    sent, piece, (name, port) = 0, bytes(1_000_000), line.getpeername()
    line.sendall(_HANDSHAKE.format(host=f"{name}:{port}", origin=f"http://{name}:{port}").encode())
    assert line.recv(1024).startswith(b"HTTP/1.1 101")
    with suppress(OSError):
        line.sendall(struct.pack("!BBQ4s", 0x82, 0xFF, 150_000_000, bytes(4)))
        for _ in range(20):
            line.sendall(piece)
            sent += len(piece)
    return sent


def _give(address: str, page: str, visitors: int, files: int, answers: Any) -> None:
    """So many visitors of a page who each give so many files; puts every answer."""
    with ExitStack() as tabs:
        everyone = [tabs.enter_context(Tab(address)) for _ in range(visitors)]
        for tab in everyone:
            tab.run(page)
        data = bytes(20_000_000 - 1000)
        answers.put([tab.put(data) for tab in everyone for _ in range(files)])


def _given(server: Server, page: str, visitors: int, files: int, figure: Figure) -> list[tuple[int, str]]:
    """The answers to files, while another visitor clicks."""
    with Tab(server.address) as first:
        first.run(page)  # what a server learns with the first look at a page is no attack's
    with clicking(server) as clicks:
        answers = SPAWN.Queue()
        worker = SPAWN.Process(target=_give, args=(server.address, page, visitors, files, answers))
        worker.start()
        found: list[tuple[int, str]] = answers.get(timeout=300)
        figure(clicks.told(f"{files} files of 20 MB from each of {visitors} on the page '{page or 'map'}'"))
        assert resident(server.pid) < MEMORY_MB
        assert clicks.unharmed()
        worker.join(30)
    assert rests(server)
    return found


def test_files_for_a_page_that_asks_for_none_are_refused(victim: Server, figure: Figure) -> None:
    found = _given(victim, "", 1, 200, figure)
    assert {status for status, _ in found} <= {403, 0}, "refused, or hung up on"


def test_files_for_the_import_page_make_room_for_each_other(victim: Server, figure: Figure) -> None:
    found = [status for status, _ in _given(victim, "import", 8, 5, figure)]
    assert found[:5] == [204] * 5 and {204} < set(found) <= {204, 429, 0}
