"""The data dictionary is current and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas import vocab
from atlas.records import Record, ShortText, Text
from loaders.__main__ import main
from loaders.catalogue import fields
from loaders.catalogue.dictionary import dictionary
from loaders.geojson import schema


def test_the_committed_dictionary_is_current(repository: Path) -> None:
    committed = (repository / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary(), "run python -m loaders dictionary -o docs/data-dictionary.md"


@pytest.mark.parametrize("model", fields.RECORDS, ids=lambda model: model.__name__)
def test_every_field_of_a_record_is_described_in_both_languages(model: type[Record]) -> None:
    _, described = fields.RECORDS[model]
    assert list(described) == list(model.model_fields)
    assert all(label.ja.strip() and label.en.strip() and label.ja != label.en for label in described.values())


def test_every_record_of_the_data_folder_is_described() -> None:
    used = {one for model in fields.RECORDS for one in model.model_json_schema().get("$defs", {})}
    assert used <= {model.__name__ for model in fields.RECORDS} | {Text.__name__, ShortText.__name__}


def test_every_property_is_described() -> None:
    assert list(fields.PROPERTIES) == list(schema.PROPERTIES)


def test_every_code_stands_in_it() -> None:
    said = dictionary()
    for labels in (vocab.THEMES, vocab.INSTRUMENTS, vocab.REGIONS, vocab.STATUSES, vocab.PRECISIONS):
        assert all(f"| `{code}` | {label.ja} | {label.en} |" in said for code, label in labels.items())


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dictionary.md"
    assert main(["dictionary", "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == dictionary()
    assert main(["dictionary"]) == 0
    assert "Data dictionary" in capsys.readouterr().out
