"""Asks the front end's modules without a browser, with the files that the committed catalogue makes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from atlas.edition import Edition
from atlas.index import build_index
from atlas.vocab import Lang
from atlas.words.phrases import short_names
from maps.ground import Ground, read_ground
from maps.payload import payload
from tests.conftest import ROOT
from tests.extracts import DATA, edition
from web.catalogue import catalogue_file
from web.extents import Extents, extents
from web.index_file import index_file

DENO = Path(sys.executable).with_name("deno")
Ask = Callable[..., Any]


def deno(*arguments: str) -> str:
    """What Deno prints, without network and with reading alone; its own words when it fails."""
    done = subprocess.run(
        [DENO, arguments[0], "--no-remote", "--no-npm", "--quiet", "--allow-read", *arguments[1:]], cwd=ROOT,
        capture_output=True, text=True, check=False, env={"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """`ask(folded=[…])` is what `answers.js` says of it."""

    def asked(**question: Any) -> Any:
        path, (name,) = tmp_path / "questions.json", question
        path.write_text(json.dumps(question), encoding="utf-8")
        return json.loads(deno("run", "tests/web/answers.js", str(path)))[name]

    return asked


@pytest.fixture(scope="session")
def whole() -> Edition:
    """The committed catalogue."""
    return edition()


@pytest.fixture(scope="session")
def ground() -> Ground:
    return read_ground(DATA / "basemap")


@pytest.fixture(scope="session")
def boxes(whole: Edition, ground: Ground) -> Extents:
    return extents(whole.frame, whole.index, ground.context)


@pytest.fixture(scope="session")
def make_files(whole: Edition, ground: Ground, boxes: Extents) -> Callable[[gpd.GeoDataFrame, Lang], dict[str, Any]]:
    """What the browser reads of a frame of sites in a language, as `answers.js` takes it."""

    def read(frame: gpd.GeoDataFrame, lang: Lang) -> dict[str, Any]:
        index = whole.index if frame is whole.frame else build_index(frame, whole.organisations)
        return {"lang": lang, "files": {
            "index": index_file(index, frame["region"].tolist(), boxes),
            "catalogue": catalogue_file(frame, index, whole.organisations, whole.documents, lang),
            "features": payload(frame, lang, ground.context, short_names(whole.documents, lang)),
        }}  # fmt: skip

    return read


@pytest.fixture(scope="session")
def files(whole: Edition, make_files: Callable[..., dict[str, Any]]) -> Callable[[Lang], dict[str, Any]]:
    """What the browser reads of the committed catalogue in a language."""
    return lambda lang: make_files(whole.frame, lang)
