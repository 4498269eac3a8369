"""Odd files, each read as the server does it: an answer soon, in little memory, and nothing that goes on."""

from __future__ import annotations

import re
import resource
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from _pytest.mark.structures import ParameterSet

from atlas.vocab import LANGS
from exporters.jobs.worker_process import Made, TooMuchError, Worker
from loaders.lists.opening import pack
from loaders.lists.placing.gazetteer import make_ready
from loaders.lists.remark import ListError
from tests.conftest import ROOT
from tests.loaders.lists.odd import ODD
from ui.jobs.queues import LISTS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems know only the clock")
PROCESSOR: Final = 10.0
MEMORY: Final = 300_000_000
DATA: Final = ROOT / "data"
READS: Final = "loaders.lists.opening:warm"


# One of each kind; the others come with `make attack`.
FIRST: Final = (
    "row number beyond any sheet", "empty rows", "many shared strings", "many formats", "100,000 sheets",
    "merged areas over all", "20 MB of line ends", "unknown places", "a sea of locations", "many doubled keys",
    "20,001 features",
)  # fmt: skip


def _marked() -> list[ParameterSet]:
    assert set(FIRST) <= set(ODD)
    return [pytest.param(name, marks=() if name in FIRST else pytest.mark.attack) for name in ODD]


def _answer(worker: Worker, data: bytes) -> str:
    """The rows, or the sentence that says what is too much."""
    try:
        *_, made = worker.do(partial(pack, data, DATA, {}), LISTS)
    except ListError as error:
        assert all(error.said.text(lang) for lang in LANGS)
        return error.said.key
    except TooMuchError as error:
        return f"took_{error.what}"
    finally:
        worker.end()
    assert isinstance(made, Made) and made.data.rows == sum(made.data.counts.values())
    return f"{made.data.rows} rows"


class _Peak:
    """The most memory that a process ever held, looked at every few milliseconds."""

    def __init__(self, number: int) -> None:
        self._path, self.bytes = Path(f"/proc/{number}/status"), 0
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while match := re.search(r"VmHWM:\s+(\d+) kB", self._text()):
            self.bytes = int(match[1]) * 1024
            time.sleep(0.005)

    def _text(self) -> str:
        try:
            return self._path.read_text()
        except OSError:
            return ""


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.fixture(scope="module", autouse=True)
def index() -> None:
    """The index of place names is made once a machine, not by whoever reads first here."""
    make_ready()


@pytest.mark.parametrize("name", _marked())
def test_an_odd_file_has_its_answer_soon_and_in_little_memory(name: str) -> None:
    data = ODD[name]()
    before, worker = _used(), Worker(READS, nice=0)
    peak = _Peak(worker.number)
    answer = _answer(worker, data)
    print(f"{name}: {answer}, {len(data)} bytes, {_used() - before:.1f} s, {peak.bytes / 1e6:.0f} MB")
    assert re.fullmatch(r"\d+ rows|too_\w+|took_\w+|\w+_broken|no_\w+|not_\w+|cell_too_long|columns_unknown", answer)
    assert _used() - before < PROCESSOR
    assert peak.bytes < MEMORY
