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
TARGETS: Final = {"0": 1.15, "1000": 1.15, "10000": 1.4, "50000": 2.2}
FIRST: Final = 1.3
P95: Final = 1000
SESSION: Final = 2.0
PICTURE: Final = 3.0


class Measure(NamedTuple):
    """A line of the table: what, what was measured, what it is to be."""

    what: str
    found: float | str | None
    target: str
    met: bool | None


def click_rows(found: dict[str, Any]) -> list[Measure]:
    """The atlas against the page that draws nothing, and the other ways for comparison."""
    rows = []
    for size, ways in found.items():
        data = "built-in data" if size == "0" else f"{int(size):,} features"
        floor, atlas = ways["nothing"]["painted"], ways["atlas"]
        ratio = round(atlas["painted"] / floor, 2) if atlas else None
        target = TARGETS.get(size)
        met = ratio is not None and (target is None or ratio <= target)
        rows.append(Measure(f"click to picture, {data} / empty rerun", ratio, f"≤ {target}" if target else "", met))
        own = round(atlas["painted"] / ways["tuned"]["painted"], 2) if atlas else "hangs"
        rows.append(Measure("  beside it: against an empty rerun with the atlas's own server settings", own, "", None))
        for name, label in (("static", "static Leaflet page"), ("everyday", "Marker and Popup each, rebuilt")):
            other = round(ways[name]["painted"] / floor, 2) if ways[name] else "hangs"
            rows.append(Measure(f"  beside it: {label}", other, "", None))
        if atlas:
            rows.append(
                Measure("  beside it: the atlas until its page rests", round(atlas["settled"] / floor, 2), "", None)
            )
    return rows


def load_rows(found: list[dict[str, Any]]) -> list[Measure]:
    """What each load came to."""
    rows = []
    for one in found:
        name = f"{one['users']} users, {one['think_s']:g} s between clicks"
        p95 = one["p95_ms"]
        rows.append(Measure(f"{name}: p95 (ms)", p95, f"< {P95}", p95 is not None and p95 < P95))
        rows.append(Measure(f"{name}: failures of {one['clicks']}", one["failures"], "0", one["failures"] == 0))
        memory = one["mb_per_session"]
        rows.append(Measure(f"{name}: MB a further session", memory, f"< {SESSION:g}", memory < SESSION))
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
        Measure(
            "first look, navigation to map / to an empty page", seen["ratio"], f"≤ {FIRST}", seen["ratio"] <= FIRST
        ),
        Measure("  beside it: until the map that answers clicks", seen["live_ratio"], "", None),
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
