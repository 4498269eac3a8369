"""Scripts, styles and templates of pages that need no server, and the policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from atlas import palette
from atlas.vocab import LANGS
from atlas.words.i18n import language_name
from maps.scripts import join
from maps.world import ASSETS

_HERE: Final = Path(__file__).resolve().parent
_FRONT: Final = _HERE.parents[1] / "web" / "modules"


@cache
def script(entry: str) -> str:
    """Leaflet, then a module of the front end with all that it imports, the map's too, as one classic script."""
    return "\n".join([_leaflet("leaflet.js"), join(_FRONT / entry)])


@cache
def route_script() -> str:
    """What leads the live atlas's addresses on."""
    return join(_FRONT / "route.js")


@cache
def style(*last: str) -> str:
    """Leaflet's style without pictures nobody uses, the colours, the map's, the front end's, the given."""
    leaflet = [line for line in _leaflet("leaflet.css").splitlines() if "url(images/" not in line]
    own = (ASSETS / "atlas.css", *(_FRONT / name for name in ("front.css", *last)))
    return "\n".join([*leaflet, palette.scheme(), *(path.read_text("utf-8") for path in own)])


def _leaflet(name: str) -> str:
    text = (files("xstatic.pkg.leaflet") / "data" / name).read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("//# sourceMappingURL"))


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A Content-Security-Policy that allows these inline texts and pictures in the page, and no request at all."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Iterable[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


@cache
def templates() -> Environment:
    """The page templates; every value is escaped."""
    folder = FileSystemLoader(_HERE / "templates")
    made = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals["languages"] = {lang: language_name(lang) for lang in LANGS}
    return made
