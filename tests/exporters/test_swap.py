"""A folder takes another's place at once: whoever is killed in between leaves the old one or the new one."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exporters.site.folder_exchange import drafted, put
from tests.conftest import ROOT

FILES = 20
FOREVER = """
import sys
from pathlib import Path
from exporters.site.folder_exchange import drafted
number = 0
while True:
    number += 1
    with drafted(Path(sys.argv[1])) as new:
        for name in range(20):
            (new / str(name)).write_text(str(number))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names in one step")
def test_forty_kills_leave_a_whole_folder(tmp_path: Path) -> None:
    folder, chance = tmp_path / "site", random.Random(1)
    with drafted(folder) as new:
        for name in range(FILES):
            (new / str(name)).write_text("0")
    for _ in range(40):
        process = subprocess.Popen([sys.executable, "-S", "-c", FOREVER, str(folder)], cwd=ROOT)
        before = (folder / "0").read_text()
        while (folder / "0").read_text() == before and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.random() * 0.02)
        process.kill()
        process.wait()
        said = {(folder / str(name)).read_text() for name in range(FILES)}
        assert len(said) == 1, "all of one edition"


def test_what_stood_there_is_replaced_and_gone(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old.html").touch()
    with drafted(folder) as new:
        (new / "new.html").touch()
    assert [path.name for path in folder.iterdir()] == ["new.html"] and list(tmp_path.iterdir()) == [folder]


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old.html").touch()
    with pytest.raises(OSError, match="full"), drafted(folder) as new:
        (new / "new.html").touch()
        raise OSError("full")
    assert [path.name for path in folder.iterdir()] == ["old.html"] and list(tmp_path.iterdir()) == [folder]


def test_a_system_without_exchange_takes_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporters.site.folder_exchange._exchanged", lambda *_: False)
    new, folder = tmp_path / "draft" / "new", tmp_path / "site"
    new.mkdir(parents=True)
    (new / "new.html").touch()
    folder.mkdir()
    put(new, folder)
    assert [path.name for path in folder.iterdir()] == ["new.html"]


def test_drafts_of_the_killed_are_swept_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    kept, gone = [".site.abc.draft", ".other.abc.draft", ".site.notes"], ".site.old.draft"
    for name in (*kept, gone):
        (tmp_path / name).mkdir()
    for name in (gone, ".other.abc.draft", ".site.notes"):
        os.utime(tmp_path / name, (0, 0))
    with drafted(folder):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {"site", *kept}
