"""Any text in any field, key or id: it is loaded as it stands, or refused in a sentence; never anything else."""

from __future__ import annotations

import copy
import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.errors import DataError
from atlas.text.folding import seen
from exporters.__main__ import main
from loaders.geojson.reader import frame_of, parse_documents, parse_features, parse_organisations, read_documents
from loaders.geojson.schema import PROPERTIES
from loaders.geojson.strict import parse_collection
from loaders.lists.importing import import_list
from loaders.lists.output.features import geojson
from loaders.lists.output.files import catalogue_zip
from loaders.lists.output.report import report_csv
from loaders.lists.placing.world import World
from loaders.lists.remark import ListError
from tests import catalogue
from tests.extracts import DATA
from tests.strategies import REFUSED, few, raw, texts

DOCUMENTS = read_documents(DATA / "documents.yml")
WORDS = [
    name for name, kind in PROPERTIES.items() if kind in ("text", "text or null") and name not in ("initiative", "site")
]
FEATURE = next(one for one in catalogue.FEATURES if one["id"] == "palau-airport/airport")


def _file(feature: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def _is_told(error: DataError) -> None:
    assert error.problems
    for problem in error.problems:
        assert str(problem).isprintable() and len(str(problem)) < 1_500, ascii(str(problem))


@given(words=st.lists(texts(), min_size=len(WORDS), max_size=len(WORDS)))
@few(15)
def test_words_are_loaded_as_they_stand(words: list[str]) -> None:
    feature = copy.deepcopy(FEATURE)
    given_ = dict(zip(WORDS, words, strict=True))
    feature["properties"] |= given_ | {f"{words[0]}ー事業 名": words[1], words[2]: {words[3]: [words[4]]}} | given_
    frame = frame_of(parse_collection(_file(feature), "x.geojson"))
    assert [frame[name].iloc[0] for name in WORDS] == [seen(word) for word in words]
    assert set(frame.columns) == {*PROPERTIES, "geometry"}


@given(name=st.sampled_from([*PROPERTIES, "id"]), text=raw(), listed=st.booleans())
@few(150)
def test_a_property_is_taken_literally_or_refused_in_a_sentence(name: str, text: str, listed: bool) -> None:
    feature, value = copy.deepcopy(FEATURE), [text] if listed else text
    if name == "id":
        feature["id"] = value
    else:
        feature["properties"][name] = value
    try:
        frame = parse_features(_file(feature), "x.geojson", DOCUMENTS, catalogue.ORGANISATIONS)
    except DataError as error:
        _is_told(error)
    else:
        assert frame[name].iloc[0] == ([seen(text)] if listed else seen(text)) and not REFUSED.search(text)


@given(key=raw(), text=raw())
@few(80)
def test_sources_and_organisations_are_taken_literally_or_refused_in_a_sentence(key: str, text: str) -> None:
    words = {"ja": text, "en": text}
    source = {"kind": "record", "publisher": words, "title": words, "language": "en", "read": "2026-11-22"}
    for parse, value in ((parse_organisations, words), (parse_documents, source)):
        for data in (json.dumps({key: value}), json.dumps({key: value}, ensure_ascii=False)):
            try:
                found: Any = parse(data.encode("utf-8", "surrogatepass"), "x.yml")
            except DataError as error:
                _is_told(error)
            else:
                (one,) = found.values()
                assert getattr(one, "title", one).ja == text.strip() and not REFUSED.search(text.strip())


@given(rows=st.lists(st.lists(raw(), min_size=6, max_size=6), min_size=1, max_size=6))
@few(25)
def test_a_list_of_anything_is_read_and_given_back(rows: list[list[str]], world: World) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["事業名", "国", "場所", "緯度", "経度", "備考"], *rows])
    try:
        found = import_list(stream.getvalue().encode("utf-8", "replace"), world, {})
    except ListError as error:
        assert error.said.text("ja") and error.said.text("en")
        return
    entries = found.entries()
    assert geojson(entries, "en") and catalogue_zip(entries, "ja", date(2026, 11, 22))
    report = list(csv.reader(io.StringIO(report_csv(entries, "en").decode("utf-8-sig"), newline="")))
    assert not [cell for row in report for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


@pytest.mark.parametrize("bad", ["../../evil", "/etc/evil", "<img src=x>", "..\\evil", "a b", "{{7*191}}"])
def test_an_id_that_is_no_key_never_becomes_a_file_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    for name in ("documents.yml", "organisations.yml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    feature = copy.deepcopy(FEATURE)
    feature["properties"]["initiative"], feature["id"] = bad, f"{bad}/airport"
    (tmp_path / "initiatives.geojson").write_bytes(_file(feature))
    assert main(["site", "--data", str(tmp_path), "-o", str(tmp_path / "site")]) == 1
    assert "is not a key" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "documents.yml",
        "initiatives.geojson",
        "organisations.yml",
    ]
