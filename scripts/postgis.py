"""A throw-away PostgreSQL with PostGIS: `python -m scripts.postgis` starts one to try things with, Ctrl+C ends it.

It lives in a temporary folder, listens on a socket in there and on nothing else, keeps nothing, and runs as `postgres`
when the caller is root, whom PostgreSQL refuses. Debian: apt-get install postgresql postgresql-15-postgis-3.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

USER: Final = "postgres"
_SETTINGS: Final = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "",
    "shared_buffers": "256MB", "work_mem": "32MB", "max_connections": "30", "timezone": "UTC",
}  # fmt: skip
_MISSING: Final = "PostgreSQL with PostGIS is missing; Debian: apt-get install postgresql postgresql-15-postgis-3"


def programs() -> Path:
    """The folder of the newest installed server's programs; raises FileNotFoundError."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    if not found and named is None:
        raise FileNotFoundError(_MISSING)
    return (found[-1] if found else Path(str(named))).parent


@contextmanager
def cluster(password: str | None = None) -> Iterator[str]:
    """Runs a server; yields the address of an empty database, for its owner. With `password`, users need one."""
    folder = Path(tempfile.mkdtemp(prefix="atlas-pg-"))  # a short path: a socket's has a limit
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        _initialise(folder, password)
        _call("pg_ctl", "-D", folder / "data", "-w", "-s", "-l", folder / "log", "start")
        try:
            given = f":{quote(password, safe='')}" if password else ""
            yield f"postgresql://{USER}{given}@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _call("pg_ctl", "-D", folder / "data", "-w", "-s", "-m", "immediate", "stop", check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restart(address: str, action: str) -> None:
    """`stop` or `start` the server of an address that `cluster` gave."""
    folder = _folder(address)
    _call("pg_ctl", "-D", folder / "data", "-w", "-s", "-m", "fast", "-l", folder / "log", action)


def _folder(address: str) -> Path:
    return Path(address.split("?host=")[1].replace("%2F", "/"))


def signalled(address: str, number: signal.Signals) -> None:
    """Send a signal to every process of the server of an address: SIGSTOP freezes it, SIGCONT wakes it."""
    folder = _folder(address)
    main = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
    for process in (main, *map(int, children)):
        os.kill(process, number)


def _initialise(folder: Path, password: str | None) -> None:
    secret = folder / "secret"
    secret.write_text(password or "none", encoding="utf-8")
    secret.chmod(0o644)
    how = "scram-sha-256" if password else "trust"
    _call("initdb", "-D", folder / "data", "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-A", how,
          f"--pwfile={secret}")  # fmt: skip
    secret.unlink()
    lines = [f"{name} = '{value}'\n" for name, value in {**_SETTINGS, "unix_socket_directories": folder}.items()]
    with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as stream:
        stream.writelines(lines)


def _call(program: str, *arguments: str | Path, check: bool = True) -> None:
    line = [str(programs() / program), *map(str, arguments)]
    line = ["runuser", "-u", USER, "--", *line] if os.geteuid() == 0 else line
    done = subprocess.run(line, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if check and done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.strip()}")


if __name__ == "__main__":
    with cluster() as here:
        print(here, flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
