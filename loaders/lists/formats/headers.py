"""Finds the header of a list and what each column holds, by Japanese and English names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from loaders.lists.formats.grid import Grid, Row

SEARCHED: Final = 40  # rows in which a header is looked for
_NAMES: Final = """
id: 番号|No|事業番号|案件番号|管理番号|識別子|通し番号|id|code|project id|project no|project number|iati identifier
title: 事業名|案件名|案件|事業|取組|取組名|名称|件名|題名|プロジェクト|プロジェクト名|事業名称|title|project|project name|project title|name|initiative|activity
title_ja: 事業名日本語|事業名和文|事業名和|事業名日|案件名日本語|案件名和文|和文名|日本語名|和文|title ja|title japanese|japanese title|japanese name|name ja
title_en: 事業名英語|事業名英文|事業名英|案件名英語|案件名英文|英語名|英文名|英文|title en|title english|english title|english name|name en
summary: 概要|事業概要|案件概要|内容|事業内容|説明|摘要|summary|description|outline|overview|abstract
summary_ja: 概要日本語|概要和文|summary ja|summary japanese|description ja|description japanese
summary_en: 概要英語|概要英文|英文概要|summary en|summary english|description en|description english
country: 国|国名|対象国|相手国|被援助国|受益国|実施国|国・地域|国・地域名|対象国・地域|国コード|country|country name|recipient country|recipient|partner country|iso|iso2|iso3|iso code|country code|nation|country or area
region: 地域|対象地域|広域|region
place: 場所|地名|所在地|実施場所|実施地|位置|サイト|都市|都市名|市町村|対象地|地点|施設|place|location|site|city|town|place name|location name|venue
place_ja: 場所日本語|地名日本語|place ja
place_en: 場所英語|地名英語|place en
lat: 緯度|北緯|南緯|lat|latitude|y
lon: 経度|東経|西経|lon|lng|long|longitude|x
coordinates: 座標|緯度経度|緯度・経度|経緯度|位置座標|coordinates|coords|lat lon|lat long|latitude longitude|gps|position
focus: 重点分野|分野|柱|重点|focus|focus area|pillar|priority
themes: テーマ|主題|分類|セクター|theme|themes|topic|sector|sectors|category
instruments: 手段|スキーム|形態|援助形態|援助スキーム|協力形態|instrument|instruments|scheme|modality|type of aid|aid type
partners: 連携先|実施機関|関係機関|協力機関|パートナー|partner|partners|implementing agency|organisation|organization|organisations|participating organisations
mentions: 記載箇所|記載|資料箇所|mentions|named in|mention
source: 出典|根拠資料|source|sources
confidence: 確度|confidence
precision: 精度|位置の精度|位置精度|precision|exactness|precision of place
status: 進捗|状況|状態|ステータス|段階|status|stage|phase
date: 日付|年月|年月日|時期|開始日|署名日|実施時期|date|year|start|start date|date signed
amount: 金額|事業費|供与額|予算|予算額|amount|value|budget|cost
currency: 通貨|currency
note: 備考|注|注記|note|notes|remark|remarks|comment|comments
"""
# What a list needs at least two different columns of.
_TELLING: Final = frozenset({"title", "title_ja", "title_en", "country", "place", "lat", "lon", "coordinates"})


class Header(NamedTuple):
    """A header: its row, the field of each column that has one, and the names of the columns that have none."""

    row: int
    fields: dict[int, str]
    unread: tuple[str, ...]

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """A row's values by field; a second column of the same field counts where the first is empty."""
        found: dict[str, str] = {}
        for column, field in self.fields.items():
            if column < len(cells) and cells[column] and not found.get(field):
                found[field] = cells[column]
        return found


def find_header(grid: Grid) -> Header | None:
    """The row that names the most columns, the lower of two equal neighbours (a header of two rows); None without one."""
    best: tuple[int, Row, dict[int, str]] | None = None
    for row in grid.rows[:SEARCHED]:
        fields = {column: field for column, cell in enumerate(row.cells) if (field := field_of(cell))}
        score = len(set(fields.values()))
        if len(_TELLING & set(fields.values())) < 2:
            continue
        if best is None or score > best[0] or (score == best[0] and row.number == best[1].number + 1):
            best = (score, row, fields)
    if best is None:
        return None
    _, row, fields = best
    names = (cell for column, cell in enumerate(row.cells) if cell and column not in fields)
    return Header(row.number, fields, tuple(dict.fromkeys(names)))


def field_of(cell: str) -> str | None:
    """The field that a column's name means; `事業名 / Project` and `緯度（°）` are understood."""
    if len(cell) > 80:
        return None
    for form in (cell, re.sub(r"[（(\[［].*?[)）\]］]", "", cell), *re.split(r"[/／\n|｜・]", cell)):
        if field := _fields().get(_key(form)):
            return field
    return None


def properties(values: Mapping[str, str]) -> dict[str, str]:
    """The values of an object whose keys name fields, as a GeoJSON feature's properties do."""
    found: dict[str, str] = {}
    for name, value in values.items():
        if value and (field := field_of(name)) and field not in found:
            found[field] = value
    return found


@cache
def _fields() -> dict[str, str]:
    lines = (line.split(": ") for line in _NAMES.strip().splitlines())
    return {_key(name): field for field, names in lines for name in (field, *names.split("|"))}


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
