"""Everything that is measured, in one run and one table: `make bench` (`python -m benchmarks --quick` to try it).

Writes benchmarks/results.json and quotes the table in both READMEs. Ratios are within the run; what is beside them are
the targets of the project.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks import clicks, first, load, snapshot
from benchmarks.servers import ROOT

RESULTS: Final = Path(__file__).with_name("results.json")
STATIC: Final = {"0": 2.5, "1000": 1.5, "10000": 0.5, "50000": 0.1}
REST: Final = 1.5
LIVE: Final = 1.6
P95: Final = {25: 86, 100: 138}  # ms, as it was before the front end
PICTURE: Final = 3.0


class Measure(NamedTuple):
    """A line of the table: what, what was measured, what it is to be."""

    what: str
    found: float | str | None
    target: str
    met: bool | None


def _most(what: str, found: float | None, target: float) -> Measure:
    return Measure(what, "—" if found is None else found, f"≤ {target:g}", found is not None and found <= target)


def click_rows(found: dict[str, Any]) -> list[Measure]:
    """A click against the static page, which has no server, and the page's rest against one that draws nothing."""
    rows, rests = [], []
    for size, ways in found.items():
        data, atlas, static = "built-in data" if size == "0" else f"{int(size):,} places", ways["atlas"], ways["static"]
        ratio = round(atlas["painted"] / static["painted"], 2) if atlas and static else None
        rows.append(_most(f"click to picture, {data} / static Leaflet page", ratio, STATIC[size]))
        rests.append(round(atlas["settled"] / ways["tuned"]["painted"], 2) if atlas else None)
    worst = None if None in rests else max(rest for rest in rests if rest)
    return [*rows, _most("until the page rests, worst of these / empty rerun, same settings", worst, REST)]


def load_rows(found: list[dict[str, Any]]) -> list[Measure]:
    """What each load came to; a failure meets no target."""
    rows = []
    for one in found:
        name = f"{one['users']} users, {one['think_s']:g} s between clicks, {one['failures']} failures: p95 (ms)"
        rows.append(_most(name, None if one["failures"] else one["p95_ms"], P95[one["users"]]))
    return rows


def table(rows: list[Measure]) -> str:
    """The rows as Markdown."""
    sign = {True: "yes", False: "no", None: ""}
    lines = ["| what | measured | target | met |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.found} | {row.target} | {sign[row.met]} |" for row in rows]
    return "\n".join(lines)


def quote(text: str) -> None:
    """Put the table between the marks of both READMEs."""
    for name in ("README.md", "README.ja.md"):
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new = re.sub(r"(<!-- bench -->\n).*?(<!-- /bench -->)", lambda m: f"{m[1]}{text}\n{m[2]}", old, flags=re.DOTALL)
        path.write_text(new, encoding="utf-8")


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": os.cpu_count(), "memory_gb": round(memory), "load": round(os.getloadavg()[0], 1),
        "system": platform.system(), "python": platform.python_version(), "streamlit": version("streamlit"),
        "chromium": _chromium(),
    }  # fmt: skip


def _chromium() -> str:
    line = [clicks.CHROMIUM, "--version"]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout.split()[1]


def stores() -> dict[str, Any] | None:
    """What `benchmarks.stores` finds, where that module and its database are there."""
    line = [sys.executable, "-m", "benchmarks.stores", "--json"]
    if not Path(__file__).with_name("stores.py").is_file():
        return None
    done = subprocess.run(line, capture_output=True, text=True)
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return None
    return found


def run(quick: bool) -> tuple[dict[str, Any], list[Measure]]:
    """Measure all: the figures and the rows of the table."""
    before = machine()
    sizes = clicks.SIZES[:2] if quick else clicks.SIZES
    clicked = clicks.measured(sizes, 3 if quick else 9)
    seen = first.measured(3 if quick else 9)
    loads = load.measured(20 if quick else 120)
    small = snapshot.snapshot_of(snapshot.PACIFIC, "symbols")
    shot, png = snapshot.compared(small)
    picture = shot / png
    rows = [
        Measure(f"{before['cores']} cores, {before['memory_gb']} GB; load before the run", before["load"], "", None),
        *click_rows(clicked),
        _most("first look, the map that answers clicks / an empty page", seen["live_ratio"], LIVE),
        *load_rows(loads),
        Measure("warm browser screenshot / PNG", round(picture, 1), f"≥ {PICTURE:g}", picture >= PICTURE),
    ]
    figures = {"date": date.today().isoformat(), "machine": before, "clicks": clicked, "first": seen, "load": loads,
               "picture": round(picture, 2)}  # fmt: skip
    if (stored := stores()) is not None:
        figures["stores"] = stored
    return figures | {"table": [row._asdict() for row in rows]}, rows


def main() -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few rounds, small data, nothing written")
    quick = parser.parse_args().quick
    figures, rows = run(quick)
    print(table(rows))
    if not quick:
        quote(table(rows))
        RESULTS.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
