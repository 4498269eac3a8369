"""The browser's modules without a browser: `app_cases.js`, with the files of the committed catalogue."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atlas.vocab import Lang
from tests.web.conftest import deno


def test_the_address_is_the_state(files: Callable[[Lang], dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "files.json"
    path.write_text(json.dumps(files("en")["files"]), encoding="utf-8")
    assert "0 failed" in deno("test", "tests/web/app_cases.js", "--", str(path))
