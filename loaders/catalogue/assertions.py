"""`data/assertions.yml`: how many initiatives each document, region and focus area must and may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, Self

from pydantic import Field, model_validator

from atlas import vocab
from atlas.countries import region_of
from atlas.errors import Problem
from atlas.records import Initiative, Record
from loaders.catalogue.messages import validate
from loaders.catalogue.reader import ASSERTIONS, DOCUMENTS, Catalogue

_FOCUS: Final = tuple(map(str, vocab.FOCUS_AREAS))


class Range(Record):
    """A count below `min` is a problem, one over `max` a warning."""

    min: int = Field(ge=0)
    max: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max < self.min:
            raise ValueError("max is less than min; correct one of them")
        return self


class Assertions(Record):
    """The ranges by document, region and focus area, and those of the whole catalogue."""

    initiatives: Range
    sites: Range
    documents: dict[str, Range]
    regions: dict[str, Range]
    focus_areas: dict[str, Range]


class Verdict(NamedTuple):
    """What does not hold: problems stop a build, warnings do not."""

    problems: list[Problem]
    warnings: list[Problem]


def assertion_problems(catalogue: Catalogue, complete: bool) -> Verdict:
    """What the ranges say of a catalogue; counts are judged only when it is complete, each record sound."""
    file = catalogue.file(ASSERTIONS)
    raw = catalogue.raw.get(file)
    if raw is None:
        return Verdict([], [])
    asserted, problems = validate(Assertions, raw, file)
    if asserted is None:
        return Verdict(problems, [])
    found = Verdict(list(_codes(asserted, catalogue, file)), [])
    if complete:
        _judge(asserted, catalogue, file, found)
    return found


def counted(catalogue: Catalogue) -> dict[str, Counter[str]]:
    """How many initiatives there are by document, region and focus area."""
    found: dict[str, Counter[str]] = {"documents": Counter(), "regions": Counter(), "focus_areas": Counter()}
    for initiative in catalogue.initiatives.values():
        found["documents"].update({mention.partition(":")[0] for mention in initiative.mentions})
        found["regions"].update(_regions(initiative))
        found["focus_areas"][str(initiative.focus_area)] += 1
    return found


def _regions(initiative: Initiative) -> set[str]:
    return {site.region or region_of(site.country or "") for site in initiative.sites.values()}


def _known(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    written = catalogue.raw.get(catalogue.file(DOCUMENTS), {}).items()
    documents = tuple(key for key, one in written if isinstance(one, dict) and one.get("kind") == "document")
    return {"documents": documents, "regions": tuple(vocab.REGIONS), "focus_areas": _FOCUS}


def _codes(asserted: Assertions, catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """Every code has its range, and every range a code."""
    for group, codes in _known(catalogue).items():
        ranges: Mapping[str, Range] = getattr(asserted, group)
        for code in ranges.keys() - set(codes):
            yield Problem(file, f"{group}.{code}", f"not known; use one of: {', '.join(codes)}")
        for code in set(codes) - ranges.keys():
            yield Problem(file, f"{group}.{code}", "missing; give its min and max")


def _judge(asserted: Assertions, catalogue: Catalogue, file: str, found: Verdict) -> None:
    sites = sum(len(initiative.sites) for initiative in catalogue.initiatives.values())
    counts = {("initiatives", asserted.initiatives): len(catalogue.initiatives), ("sites", asserted.sites): sites}
    for group, numbers in counted(catalogue).items():
        ranges: Mapping[str, Range] = getattr(asserted, group)
        counts |= {(f"{group}.{code}", range_): numbers[code] for code, range_ in ranges.items()}
    for (field, range_), count in counts.items():
        if count < range_.min:
            what = f"{count} found, at least {range_.min} expected; restore what is missing, or lower min"
            found.problems.append(Problem(file, field, what))
        elif count > range_.max:
            what = f"{count} found, at most {range_.max} expected; look at what came in, then raise max"
            found.warnings.append(Problem(file, field, what))
