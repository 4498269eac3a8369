"""The log: one JSON object a line, and nothing of a user in it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.stores.files import FileStore
from server.lifespan import told
from tests import catalogue
from ui import log
from ui.edition_cache import EditionCache


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(log.JsonLines())
    log.configure()
    log.LOGGER.addHandler(handler)
    yield written
    log.LOGGER.removeHandler(handler)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line(stream: io.StringIO) -> None:
    log.event("export", format="pptx", lang="ja", features=31)
    log.event("edition refused", problems=["a\nb\u2028c: 事業"])
    first, second = lines(stream)
    assert {**first, "time": ""} == {
        "time": "", "level": "info", "event": "export", "format": "pptx", "lang": "ja", "features": 31,
    }  # fmt: skip
    assert first["time"].endswith("+00:00")
    assert (second["level"], second["problems"]) == ("error", ["a\nb\u2028c: 事業"])


def _fail(secret: str) -> None:
    raise ValueError(f"cannot read {secret}")


@pytest.mark.parametrize("detail", ["", "1"])
def test_an_error_tells_its_place_and_its_words_only_when_asked(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, detail: str
) -> None:
    monkeypatch.setenv(log.DETAIL, detail)
    try:
        _fail("Tanaka's list.xlsx")
    except ValueError as error:
        assert told(error) is True
    (line,) = lines(stream)
    assert line["error"] == "ValueError" and line["level"] == "error"
    assert line["where"][-1].endswith(" _fail")
    assert ("Tanaka" in stream.getvalue()) is bool(detail)


def test_configuring_twice_writes_once() -> None:
    for _ in range(3):
        log.configure()
    assert sum(isinstance(handler.formatter, log.JsonLines) for handler in log.LOGGER.handlers) == 1


def test_a_download_is_logged_when_it_is_made(stream: io.StringIO) -> None:
    make = log.exported(lambda: b"data", format="csv", lang="ja", features=3)
    assert not lines(stream)
    assert make() == b"data"
    (line,) = lines(stream)
    assert (line["event"], line["format"], line["features"]) == ("export", "csv", 3) and line["seconds"] >= 0


def test_what_was_mended_while_reading_an_edition_is_told(stream: io.StringIO, data_copy: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    value = {"type": "FeatureCollection", "crs": crs, "features": catalogue.FEATURES}
    (data_copy / "initiatives.geojson").write_text(json.dumps(value), "utf-8")
    EditionCache(FileStore(data_copy)).newest()
    (line,) = lines(stream)
    assert line["event"] == "edition loaded" and line["features"] == len(catalogue.FEATURES)
    assert [note.split(" and ")[0] for note in line["notes"]] == [
        "initiatives.geojson: crs: has a crs member, which RFC 7946 took out; it names WGS 84"
    ]
