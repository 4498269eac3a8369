"""What is to be exported: the sites of a filter with their words and sources, by site or by initiative."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args

import geopandas as gpd
import pandas as pd
from shapely import union_all
from shapely.geometry.base import BaseGeometry

from atlas.counts import counts
from atlas.edition import Edition
from atlas.filter import Filter
from atlas.index import Index, Mask, build_index
from atlas.progress.milestones import Told, told
from atlas.progress.years import as_of
from atlas.records import Document, Text
from atlas.vocab import Lang
from atlas.words.describe import filter_slug, filter_text

By = Literal["sites", "initiatives"]
BYS: Final[tuple[By, ...]] = get_args(By)
Row = Mapping[str, Any]
_MAX_NAME: Final = 120


class Entry(NamedTuple):
    """One row of the export: its id, the sites it stands for, its geometry if it has one."""

    id: str
    rows: tuple[Row, ...]
    geometry: BaseGeometry | None

    def told(self, lang: Lang) -> list[Told]:
        """The milestones of its sites, each once, oldest first."""
        return told(self.rows, lang)


@dataclass(frozen=True)
class Extract:
    """The filtered sites and all that is needed to speak about them; `date` and `digest` name the edition."""

    sites: gpd.GeoDataFrame
    filter: Filter
    lang: Lang
    by: By
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    date: str | None
    digest: str

    def __post_init__(self) -> None:
        """Statuses are those of the filter's year."""
        object.__setattr__(self, "sites", as_of(self.sites, self.filter.until))

    def entries(self) -> list[Entry]:
        """The rows of the export, in the order of the frame."""
        if self.by == "sites":
            ids = [str(id_) for id_ in self.sites.index]
            return [Entry(id_, (row,), _shape([row])) for id_, row in zip(ids, self.rows, strict=True)]
        return [Entry(id_, tuple(group), _shape(group)) for id_, group in self.groups.items()]

    @cached_property
    def rows(self) -> list[Row]:
        """The sites as mappings, in the order of the frame."""
        return [{str(name): value for name, value in row.items()} for row in self.sites.to_dict("records")]

    @cached_property
    def groups(self) -> dict[str, list[Row]]:
        """The sites of each initiative."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row["initiative"], []).append(row)
        return found

    def cited(self) -> dict[str, Document]:
        """Every source that a row names: documents, sources of places, sources of milestones."""
        keys: dict[str, None] = {}
        for row in self.rows:
            keys |= dict.fromkeys([*row["documents"], *([row["source"]] if row["source"] else [])])
            keys |= dict.fromkeys(step["source"] for step in row["milestones"])
        found = {key: self.documents[key] for key in keys if key in self.documents}
        return dict(sorted(found.items(), key=lambda item: item[1].kind != "document"))

    @cached_property
    def index(self) -> Index:
        """The index of these sites alone."""
        return build_index(self.sites, self.organisations)

    def words(self) -> str:
        """The filter in words."""
        return filter_text(self.filter, self.lang, self.organisations, self.documents)

    def counts(self) -> str:
        """How many initiatives and places there are, in words."""
        return counts(self.sites).text(self.lang)

    def edition(self) -> str:
        """The edition: its date if known and the short hash of the data."""
        return f"{self.date} ({self.digest[:8]})" if self.date else self.digest[:8]

    def stamp(self) -> datetime:
        """The time that files carry inside: SOURCE_DATE_EPOCH, else the edition's day."""
        return stamp(self.date)

    def file_name(self, suffix: str, what: str = "") -> str:
        """`foip-atlas_2026-11-22_focus3-pacific_en.xlsx`: filter and edition, ASCII, at most 120 characters."""
        what = what or ("initiatives" if self.by == "initiatives" else "")
        return file_name(self.filter, f"{what and f'_{what}'}_{self.lang}.{suffix}",
                         self.date, self.digest)  # fmt: skip


def extract_of(edition: Edition, mask: Mask, filter_: Filter, lang: Lang, by: By = "sites") -> Extract:
    """The sites of a mask, with the words and sources of their edition; chosen initiatives in the order of choice."""
    sites = edition.frame[mask]
    if filter_.ids:
        order = {id_: number for number, id_ in enumerate(filter_.ids)}
        sites = sites.sort_values("initiative", key=lambda names: names.map(order), kind="stable")
    return Extract(sites, filter_, lang, by, edition.documents, edition.organisations, *edition.id)


def file_name(filter_: Filter, tail: str, date: str | None, digest: str) -> str:
    """`foip-atlas_2026-11-22_focus3-pacific` and a tail."""
    head = f"foip-atlas_{date or digest[:8]}_"
    return f"{head}{filter_slug(filter_, _MAX_NAME - len(head) - len(tail))}{tail}"


def stamp(date: str | None) -> datetime:
    """The time that files of an edition carry inside: SOURCE_DATE_EPOCH, else the edition's day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.fromisoformat(f"{date or '2000-01-01'}T00:00:00+00:00")


def _shape(rows: list[Row]) -> BaseGeometry | None:
    shapes = [row["geometry"] for row in rows if not pd.isna(row["geometry"])]
    if len(shapes) < 2:
        return shapes[0] if shapes else None
    return union_all(shapes)
