"""A small synthetic data folder and the ways to spoil it."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path
from typing import Final

DOCUMENTS: Final = """
evolved-foip:
  kind: document
  publisher: {ja: 日本国政府, en: Government of Japan}
  title: {ja: 資料, en: Deck}
  language: ja
  read: "2026-11-22"
  outline:
    D8.2: {heading: {ja: 見出し, en: Heading}, label: {ja: 警備艇, en: Patrol boats}}
    M1: {heading: {ja: 地図, en: Map}, label: {ja: ケーブル, en: Cable}}
statement:
  kind: document
  publisher: {ja: 両国政府, en: Both governments}
  title: {ja: 声明, en: Statement}
  language: ja/en
  date: "2026-03"
  read: 2026-11-20
  outline:
    5.10: {heading: {ja: 第五, en: Fifth}, label: {ja: 対話, en: Dialogue}}
news:
  kind: record
  publisher: {ja: 新聞, en: Newspaper}
  title: {ja: 記事, en: Article}
  language: en
  address: https://example.org/article
  read: "2026-11-21"
"""
REGIONS: Final = "".join(
    f"{code}: {{name: {{ja: 広域, en: Region}}, region: {code}, lon: {lon}, lat: 6.0, precision: region, "
    'source: Our own box, checked: "2026-11-22"}\n'
    for code, lon in {
        "asean": 149.0, "pacific": -170.0, "oceania": 158.0, "south-asia": 72.0,
        "east-asia": 158.0, "central-asia": 51.0, "middle-east": 61.0, "africa": -8.0, "europe": -16.0, "americas": -108.0,
    }.items()
)  # fmt: skip
GAZETTEER: Final = (
    REGIONS
    + """
FJI: {name: {ja: フィジー, en: Fiji}, country: FJI, lon: 178.0, lat: -17.8, precision: country, source: X, checked: 2026-11-22}
suva: {name: {ja: スバ, en: Suva}, country: FJI, lon: 178.44149, lat: -18.14161, precision: city, kind: town, source: X, checked: "2026-11-22"}
apia: {name: {ja: アピア, en: Apia}, country: WSM, lon: -171.76666, lat: -13.83333, precision: city, source: X, checked: "2026-11-22"}
jetty: {name: {ja: 桟橋, en: Jetty}, country: FJI, lon: 178.4212345678, lat: -18.13, precision: site, uncertainty_km: 0.5, source: X, checked: "2026-11-22"}
waypoint-east: {name: {ja: 経由点, en: Way-point}, lon: -179.5, lat: -16.0, precision: waypoint, source: Schematic way-point, checked: "2026-11-22"}
"""
)
ORGANISATIONS: Final = "adb: {ja: アジア開発銀行, en: Asian Development Bank}\n"
PATROL: Final = """
title: {ja: 警備艇の供与, en: Patrol boats}
summary: {ja: 警備艇を供与する。, en: "Patrol boats are given, in two lots: one for Fiji."}
focus_area: 3
focus_area_basis: stated
themes: [osa-equipment, coast-guard]
instruments: [osa]
partners: [AUS, adb]
mentions: ["evolved-foip:D8.2"]
sites:
  fji: {country: FJI, precision: country, role: recipient, basis: stated}
  jetty: {country: FJI, place: jetty, precision: site, basis: inferred, source: news, confidence: medium, note: {ja: 注, en: Note}}
  suva: {country: FJI, place: suva, role: recipient, precision: city, basis: inferred, source: news, confidence: high}
milestones:
  - {date: "2026-03", status: delivered, sites: [suva], source: news}
  - {date: "2023-12-18", status: signed, amount: 400000000, currency: JPY, source: news, note: {ja: 注, en: Note}}
"""
CABLE: Final = """
title: {ja: 海底ケーブル, en: Submarine cable}
summary: {ja: ケーブルを敷く。, en: A cable is laid.}
focus_area: 1
focus_area_basis: inferred
focus_area_reason: {ja: 理由, en: Reason}
themes: [submarine-cables]
instruments: [programme]
mentions: ["evolved-foip:M1"]
sites:
  line: {region: pacific, countries: [FJI, WSM], path: [suva, waypoint-east, apia], precision: route, basis: inferred, source: news, confidence: low, route_basis: schematic}
  pacific: {region: pacific, precision: region, basis: stated}
"""
DIALOGUE: Final = """
title: {ja: 対話, en: Dialogue}
summary: {ja: 対話する。, en: A dialogue.}
focus_area: 0
focus_area_basis: inferred
focus_area_reason: {ja: 理由, en: Reason}
priority_area: II
themes: [diplomacy]
instruments: [dialogue]
mentions: ["statement:5.10"]
sites:
  world: {region: global, precision: region, basis: stated}
"""
ASSERTIONS: Final = """
initiatives: {min: 3, max: 4}
sites: {min: 6, max: 8}
documents: {evolved-foip: {min: 2, max: 3}, statement: {min: 1, max: 2}}
regions:
  asean: {min: 0, max: 1}
  pacific: {min: 2, max: 3}
  oceania: {min: 0, max: 1}
  south-asia: {min: 0, max: 1}
  east-asia: {min: 0, max: 1}
  central-asia: {min: 0, max: 1}
  middle-east: {min: 0, max: 1}
  africa: {min: 0, max: 1}
  europe: {min: 0, max: 1}
  americas: {min: 0, max: 1}
  global: {min: 1, max: 2}
focus_areas: {"0": {min: 1, max: 2}, "1": {min: 1, max: 2}, "2": {min: 0, max: 1}, "3": {min: 0, max: 2}}
"""
FILES: Final = {
    "assertions.yml": ASSERTIONS,
    "documents.yml": DOCUMENTS,
    "gazetteer.yml": GAZETTEER,
    "organisations.yml": ORGANISATIONS,
    "catalogue/patrol-boats.yml": PATROL,
    "catalogue/cable.yml": CABLE,
    "catalogue/dialogue.yml": DIALOGUE,
}


def write_sample(root: Path) -> Path:
    """Writes the sound folder and returns it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def spoil(root: Path, name: str, old: str, new: str) -> None:
    """Replaces a piece of text, which must be there, in one file of the folder."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def add(root: Path, name: str, old: str = "", new: str = "") -> None:
    """Adds a copy of the dialogue record under another name, with one piece of text replaced."""
    assert old in DIALOGUE, f"{old!r} is not in the dialogue"
    (root / "catalogue" / name).write_text(DIALOGUE.replace(old, new) if old else DIALOGUE, encoding="utf-8")
