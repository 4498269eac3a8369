"""Visitors for a long time, and what the server then holds: `python -m tests.attack.soak [--minutes 20]` (Linux)."""

from __future__ import annotations

import argparse
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from atlas.vocab import LANGS
from benchmarks.load import resident
from benchmarks.servers import ROOT, Server, streamlit
from tests.attack.probe import tree
from tests.tab import Tab

VISITORS: Final = 6
QUIET: Final = 150  # seconds; Streamlit keeps a session without connection for 120
ROWS: Final = (10, 500, 5_000, 20_000)
FILES: Final = ("-csv", "-xlsx", "-kml", "-png", "-svg", "-docx", "-pptx")
QUERIES: Final = ("&focus=1", "&focus=2&region=pacific", "&q=port", "&q=%E6%B8%AF", "&region=southeast-asia", "")


class Footprint(NamedTuple):
    """What a server holds: MB of its own and of its processes, handles, threads, processes."""

    own: float
    others: float
    handles: int
    threads: int
    processes: int

    def __str__(self) -> str:
        told = f"{self.own:.0f} MB, {self.handles} handles, {self.threads} threads"
        return f"{told}; {self.processes} processes beside it with {self.others:.0f} MB"


def held(pid: int) -> Footprint:
    """What a server holds now."""
    others = tree(pid)[1:]
    place = Path(f"/proc/{pid}")
    handles, threads = (len(list((place / name).iterdir())) for name in ("fd", "task"))
    return Footprint(resident(pid), sum(map(_size, others)), handles, threads, len(others))


def _size(pid: int) -> float:
    try:
        return resident(pid)
    except (OSError, StopIteration):  # it has ended
        return 0.0


class Guest:
    """Comes, looks around, brings a list, takes a file and leaves, again and again."""

    def __init__(self, server: Server, number: int, records: list[str]) -> None:
        self.visits, self.failures = 0, list[str]()
        self._address, self._dice, self._records = server.address, Random(number), records

    def stay(self, until: float) -> None:
        """Visit until the time is over."""
        while time.monotonic() < until:
            try:
                with Tab(self._address) as tab:
                    self._visit(tab)
                self.visits += 1
            except Exception as error:  # whatever happens to a visitor is a failure of the server
                where = [one.line for one in traceback.extract_tb(error.__traceback__) if one.filename == __file__]
                self.failures.append(f"{type(error).__name__}: {error} at: {where[-1]}")
            self._rest()

    def _visit(self, tab: Tab) -> None:
        choose, lang = self._dice.choice, self._dice.choice(LANGS)
        tab.get(f"/?lang={lang}")
        steps: list[Callable[[], object]] = [
            *[lambda: tab.run("", f"lang={lang}{choose(QUERIES)}")] * 4,
            lambda: tab.run("", f"lang={choose(LANGS)}&id={choose(self._records)}"),
            lambda: tab.run("initiative", f"lang={choose(LANGS)}&id={choose(self._records)}"),
            lambda: tab.run(choose(("regions", "changes", "about")), f"lang={lang}"),
            lambda: _take(tab, tab.run(choose(("table", "briefing")), f"lang={lang}{choose(QUERIES)}"), choose(FILES)),
            lambda: _bring(tab, choose(ROWS)),
        ]
        self._dice.shuffle(steps)
        for step in steps:
            step()
            self._rest()

    def _rest(self) -> None:
        time.sleep(self._dice.uniform(0.2, 2))


def _elements(messages: Iterable[ForwardMsg], kind: str) -> list[Any]:
    found = (message.delta.new_element for message in messages if message.WhichOneof("type") == "delta")
    return [getattr(element, kind) for element in found if element.WhichOneof("type") == kind]


def _bring(tab: Tab, rows: int) -> None:
    (uploader,) = _elements(tab.run("import"), "file_uploader")
    text = "".join(f"Project {n},Fiji,Suva,Works no {n}\n" for n in range(rows))
    shown = tab.bring("import", uploader.id, f"title,country,place,summary\n{text}".encode())
    assert _elements(shown, "dataframe"), "the list was not taken"


def _take(tab: Tab, messages: Iterable[ForwardMsg], kind: str) -> None:
    for button in _elements(messages, "download_button"):
        if button.id.endswith(kind):
            assert tab.take(button.deferred_file_id)


def soak(minutes: int) -> list[str]:
    """Run it and print what the server holds each minute; returns what failed."""
    records = sorted(path.stem for path in (ROOT / "data" / "catalogue").glob("*.yml"))
    with streamlit("serve.py") as server:
        everyone = [Guest(server, number, records) for number in range(VISITORS)]
        until = time.monotonic() + 60 * minutes
        threads = [threading.Thread(target=one.stay, args=(until,), daemon=True) for one in everyone]
        for thread in threads:
            thread.start()
        for minute in range(1, minutes + 1):
            time.sleep(60)
            print(f"minute {minute}: {held(server.pid)}; {sum(one.visits for one in everyone)} visits", flush=True)
        for thread in threads:
            thread.join(300)
        time.sleep(QUIET)
        with Tab(server.address) as tab:  # Streamlit forgets the sessions of those who left when somebody comes
            tab.run()
        print(f"{QUIET} seconds after the last has left: {held(server.pid)}")
    return [failure for one in everyone for failure in one.failures]


def main() -> None:
    """Print the figures, and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=20)
    failures = soak(parser.parse_args().minutes)
    print(f"{len(failures)} failures", *sorted(set(failures))[:10], sep="\n")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
