"""Many users at once, over Streamlit's own websocket: `python -m benchmarks.load [--users 25 --think 5 --seconds 120]`.

Each user connects as a browser does, runs the page, and then clicks real filters of the index that the page names: the
front end's trigger with the address that the option leads to. A click counts until its script is done; an exception
element, a lost connection or no answer within the limit is a failure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.request import urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.servers import ROOT, streamlit

LIMIT: Final = 30.0
LOADS: Final = ((25, 5.0), (100, 15.0))
_CLICKED: Final = ("focus", "region", "theme", "instrument")
_EVENTS: Final = "$$STREAMLIT_INTERNAL_KEY_{mount}__events"  # how Streamlit's page names a component's triggers
_CLEARS: Final = 0.1
_WARM: Final = 5


@dataclass
class User:
    """One browser tab: what the page sent last, and how long its clicks took (seconds)."""

    dice: random.Random
    filter: dict[str, list[str]] = field(default_factory=dict)
    page: str = ""
    mount: str = ""
    index: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    first: float = 0.0
    failures: list[str] = field(default_factory=list)

    async def run(self, address: str, think: float, until: float) -> None:
        """Connect, run the page, click until the time is over."""
        try:
            async with _connect(address) as socket:
                self.first = await self._rerun(socket)
                self.options = await asyncio.to_thread(_options, address, self.index)
                while time.monotonic() < until:
                    await asyncio.sleep(think * self.dice.uniform(0.5, 1.5))
                    self._click()
                    self.took.append(await self._rerun(socket))
        except Exception as error:  # whatever happens to a user is that user's failure
            self.failures.append(f"{type(error).__name__}: {error}")

    @property
    def query(self) -> str:
        """The address's query string."""
        chosen = "".join(f"&{facet}={','.join(codes)}" for facet, codes in self.filter.items() if codes)
        return f"lang=en{chosen}"

    def _click(self) -> None:
        """Switch an option on or off, or now and then take all of them away."""
        if self.filter and self.dice.random() < _CLEARS:
            self.filter = {}
            return
        facet, code = self.dice.choice(self.options)
        now = self.filter.setdefault(facet, [])
        (now.remove if code in now else now.append)(code)

    async def _rerun(self, socket: Any) -> float:
        asked = BackMsg()
        asked.rerun_script.query_string = "lang=en"
        asked.rerun_script.page_script_hash = self.page
        if self.mount:
            state, told = (asked.rerun_script.widget_states.widgets.add() for _ in range(2))
            state.id, state.json_value = self.mount, "{}"
            told.id = _EVENTS.format(mount=self.mount)
            told.json_trigger_value = json.dumps([{"event": "address", "value": f"?{self.query}"}])
        begun = time.perf_counter()
        await socket.send(asked.SerializeToString())
        await asyncio.wait_for(self._finished(socket), LIMIT)
        return time.perf_counter() - begun

    async def _finished(self, socket: Any) -> None:
        """Take messages until the script has finished; remember where the front end is mounted and its index."""
        self.mount = ""
        while True:
            message = ForwardMsg.FromString(await socket.recv())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.page = message.new_session.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._element(message.delta.new_element)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    if not self.mount:
                        raise RuntimeError("the page has no filters")
                    return
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the script could not be compiled")

    def _element(self, element: Any) -> None:
        if element.WhichOneof("type") == "exception":
            self.failures.append(f"exception: {element.exception.type}")
        if element.WhichOneof("type") == "bidi_component":
            data = json.loads(element.bidi_component.json)
            if data["part"] == "filters":
                self.mount, self.index = element.bidi_component.id, data["given"]["index"]


def _connect(address: str) -> Any:
    url = address.replace("http:", "ws:") + "/_stcore/stream"
    protocols, origin = [websockets.Subprotocol("streamlit")], websockets.Origin(address)
    return websockets.connect(url, subprotocols=protocols, origin=origin, max_size=None)


def _options(address: str, index: str) -> list[tuple[str, str]]:
    """The options of some facets, as the index of the edition has them."""
    with urlopen(f"{address}/app/static/{index}") as answer:
        facets = json.load(answer)["facets"]
    return [(facet, code) for facet in _CLICKED for code in facets[facet]]


def resident(pid: int) -> float:
    """The resident memory of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def busy(pid: int) -> float:
    """The processor time that a process has used, in ms."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


async def load(address: str, pid: int, users: int, think: float, seconds: float) -> dict[str, Any]:
    """So many users for so long; latencies and processor time in ms, memory in MB a further session."""
    await _crowd(address, _WARM, 0.2, min(8.0, seconds), seed=1)  # what a server learns once is no session's
    worked, before, held = busy(pid), resident(pid), asyncio.create_task(_crowd(address, users, think, seconds, seed=2))
    await asyncio.sleep(seconds * 0.9)
    after = resident(pid)
    everyone = await held
    worked = busy(pid) - worked
    took = sorted(value * 1000 for user in everyone for value in user.took)
    failures = [failure for user in everyone for failure in user.failures]
    return {
        "users": users, "think_s": think, "seconds": seconds, "clicks": len(took), "failures": len(failures),
        "reasons": sorted(set(failures))[:5], "p50_ms": round(statistics.median(took)) if took else None,
        "p95_ms": round(took[int(len(took) * 0.95)]) if took else None, "max_ms": round(took[-1]) if took else None,
        "first_run_p95_ms": round(sorted(user.first for user in everyone)[int(users * 0.95)] * 1000),
        "cpu_ms_per_run": round(worked / (len(took) + users)),
        "mb_per_session": round((after - before) / users, 2), "server_mb": round(after),
    }  # fmt: skip


async def _crowd(address: str, users: int, think: float, seconds: float, seed: int) -> list[User]:
    """Users who come one after the other within one think time."""
    everyone = [User(random.Random(seed * 1000 + number)) for number in range(users)]
    until = time.monotonic() + seconds

    async def come(user: User, wait: float) -> None:
        await asyncio.sleep(wait)
        await user.run(address, think, until)

    await asyncio.gather(*(come(user, think * number / users) for number, user in enumerate(everyone)))
    return everyone


def measured(seconds: float, loads: tuple[tuple[int, float], ...] = LOADS) -> list[dict[str, Any]]:
    """Each load on a server of its own with the built-in data."""
    found = []
    for users, think in loads:
        with streamlit("serve.py", ROOT) as server:
            found.append(asyncio.run(load(server.address, server.pid, users, think, seconds)))
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int)
    parser.add_argument("--think", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=120.0)
    asked = parser.parse_args()
    loads = ((asked.users, asked.think),) if asked.users else LOADS
    print(json.dumps(measured(asked.seconds, loads), indent=1))


if __name__ == "__main__":
    main()
