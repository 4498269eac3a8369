"""`data/rates.yml`: annual exchange rates as published, read and checked like every other file of the data."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Final

from atlas.errors import DataError, Problem
from atlas.progress.rates import Release
from loaders.catalogue.messages import SLUG_RULE, is_slug, validate
from loaders.catalogue.yamlfile import parse_yaml
from loaders.geojson.strictjson import read_bytes

RATES: Final = "rates.yml"
_OWN: Final = Path(__file__).resolve().parent.parent / "data" / RATES


def rates_file(folder: Path | None) -> Path:
    """The rates of a data folder that has some, else the project's."""
    own = folder / RATES if folder else _OWN
    return own if own.is_file() else _OWN


def parse_rates(data: bytes, file: str) -> dict[str, Release]:
    """The releases in a file, the newest first, by key; raises DataError with every problem."""
    raw, problems = parse_yaml(data, file)
    found: dict[str, Release] = {}
    for key, value in (raw or {}).items():
        release, faults = validate(Release, value, file, (key,))
        problems += [*faults, *([] if is_slug(key) else [Problem(file, key, SLUG_RULE)])]
        if release:
            found[key] = release
    if problems := [*problems, *_twice(found, file)]:
        raise DataError(problems)
    return dict(sorted(found.items(), key=lambda one: one[1].released, reverse=True))


def rate_problems(root: Path) -> list[Problem]:
    """What is wrong with the rates of a data folder, which need not have any."""
    path = root / RATES
    try:
        parse_rates(read_bytes(path), f"{root.resolve().name}/{RATES}") if path.exists() else None
    except DataError as error:
        return list(error.problems)
    return []


def _twice(found: Mapping[str, Release], file: str) -> list[Problem]:
    """Years that two releases give: which of them holds would be a guess."""
    return [
        Problem(file, f"{other}.per_dollar.{year}", f"{one} has that year too; keep the newer release's")
        for (one, first), (other, second) in combinations(found.items(), 2)
        for year in sorted(first.per_dollar.keys() & second.per_dollar.keys())
    ]
