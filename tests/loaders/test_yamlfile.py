"""Hostile and broken YAML: always a problem with file and field, never an exception."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from loaders.catalogue.yamlfile import MAX_BYTES, read_yaml


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Any] | None, list[str]]:
    path = tmp_path / "x.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    value, problems = read_yaml(path, "data/x.yml")
    assert all(problem.file == "data/x.yml" for problem in problems)
    return value, [f"{problem.field}: {problem.message}" for problem in problems]


def test_plain_values(tmp_path: Path) -> None:
    text = 'a: [1, -2.5, 1e3, true, ~, no, 2026-11-22, "7"]\n5.10: x\nno:\n  b: |\n    two\n    lines\n'
    value, problems = read(tmp_path, text)
    assert problems == []
    assert value == {
        "a": [1, -2.5, 1000.0, True, None, "no", "2026-11-22", "7"],
        "5.10": "x",
        "no": {"b": "two\nlines\n"},
    }


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~"])
def test_nothing_is_an_empty_mapping(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ({}, [])


@pytest.mark.parametrize(
    ("text", "field", "word"),
    [
        ("a: 1\na: 2\n", "a", "twice"),
        ("a: {b: {c: 1, c: 2}}\n", "a.b.c", "twice"),
        ("a: &x 1\n", "a", "anchor"),
        ("a: [1, *x]\n", "a.1", "alias"),
        ("a: !!python/object:os.system x\n", "a", "tag"),
        ("a: !!binary eA==\n", "a", "tag"),
        ("? [b]\n: 1\n", "", "plain word"),
        ("a: .nan\n", "a", "finite"),
        ("a: -.inf\n", "a", "finite"),
        (f"a: {'9' * 5000}\n", "a", "digits"),
        ('"\\u0007": 1\n', "'\\x07'", "plain text"),
    ],
)
def test_faults_name_the_field(tmp_path: Path, text: str, field: str, word: str) -> None:
    _, problems = read(tmp_path, text)
    assert any(problem.startswith(f"{field}: ") and word in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: b: c\n", "line 1"),
        ("a: [1\n", "line"),
        ("a: 1\n---\nb: 2\n", "second document"),
        ("- 1\n", "keys and values"),
        ("just words", "keys and values"),
        (b"a: \xff\n", "UTF-8"),
        ("a: \x00\n", "character"),
        ('"\\ud800": 1\n', "Unicode"),
        ("%YAML 9.9\n---\na: 1\n", ""),
        ("a: " + "[" * 200_000, "nesting depth"),
        ("a: " + "[" * 900, "deeper than"),
        ("a: " + "{b: " * 50_000, "deeper than"),
        ("a: " + "x" * MAX_BYTES, "larger than"),
    ],
)
def test_unreadable_files(tmp_path: Path, text: str | bytes, word: str) -> None:
    start = time.perf_counter()
    value, problems = read(tmp_path, text)
    assert value is None or word == ""
    assert any(word in problem for problem in problems) or word == ""
    assert time.perf_counter() - start < 10


def test_alias_bomb_is_not_expanded(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    _, problems = read(tmp_path, "\n".join(rows))
    assert len(problems) == 9 + 72


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yml", tmp_path):
        value, problems = read_yaml(path, "data/none.yml")
        assert value is None
        assert [str(problem) for problem in problems] == ["data/none.yml: missing; create this file"]


def test_all_faults_of_a_file_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a: 1\na: 2\nb: &x 1\nc: .nan\n")
    assert len(problems) == 3
