"""The columns that people read, in their language: the same on the screen, in CSV and in XLSX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from atlas import vocab
from atlas.vocab import Label, Lang, text_of
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.tables import values
from exporters.tables.values import Find, Value

Kind = Literal["text", "number", "amount", "date", "link"]


class Column(NamedTuple):
    """A column: its name, how wide it is (in characters), what it holds, and how a row's value is found."""

    label: Label
    width: int
    kind: Kind
    value: Find


def header(key: str, lang: Lang) -> str:
    """The name of a column in one language."""
    return COLUMNS[key].label.text(lang)


def table(extract: Extract, keys: Iterable[str] | None = None) -> list[dict[str, Value]]:
    """The values of some columns (all of them unless said), one dictionary a row."""
    wanted = list(keys or COLUMNS)
    return [{key: COLUMNS[key].value(entry, extract) for key in wanted} for entry in extract.entries()]


COLUMNS: Final[dict[str, Column]] = {
    "title": Column(Label("取組", "Initiative"), 44, "text", values.first("title")),
    "focus": Column(Label("重点分野", "Focus area"), 26, "text", values.focus),
    "places": Column(Label("場所", "Place"), 28, "text", values.places),
    "countries": Column(Label("国・地域", "Country or area"), 18, "text", values.every(values.countries)),
    "region": Column(Label("地域", "Region"), 18, "text", values.codes("region", vocab.REGIONS)),
    "precision": Column(
        Label("位置の精度", "Precision of place"), 16, "text", values.codes("precision", vocab.PRECISIONS)
    ),
    "basis": Column(Label("位置の根拠", "Basis of place"), 18, "text", values.codes("basis", vocab.BASES)),
    "confidence": Column(Label("確度", "Confidence"), 10, "text", values.codes("confidence", vocab.CONFIDENCES)),
    "uncertainty": Column(Label("誤差（km）", "Within (km)"), 12, "number", values.alone("uncertainty_km")),
    "status": Column(Label("進捗", "Status"), 14, "text", values.latest),
    "date": Column(
        Label("進捗の日付", "Date of status"),
        12,
        "date",
        values.latest_date,
    ),
    "amount": Column(Label("その進捗の金額", "Amount of that status"), 16, "text", values.latest_amount),
    "figure": Column(Label("その金額（数値）", "The same as a number"), 16, "amount", values.latest_figure),
    "currency": Column(Label("通貨", "Currency"), 10, "text", values.latest_currency),
    "yen": Column(Label("署名・承認額の計（円）", "Signed or approved, yen in total"), 18, "amount", values.yen),
    "themes": Column(Label("テーマ", "Themes"), 26, "text", values.codes("themes", vocab.THEMES)),
    "instruments": Column(Label("手段", "Instruments"), 20, "text", values.codes("instruments", vocab.INSTRUMENTS)),
    "partners": Column(Label("連携先", "Partners"), 30, "text", values.every(values.partners)),
    "summary": Column(Label("概要", "Summary"), 64, "text", values.first("summary")),
    "milestones": Column(Label("主な進捗", "Milestones"), 40, "text", values.steps),
    "documents": Column(Label("資料", "Documents"), 24, "text", values.every(values.documents)),
    "mentions": Column(Label("記載箇所", "Named in"), 28, "text", values.every(values.mentions)),
    "note": Column(
        Label("注記", "Note"), 40, "text", values.every(lambda row, x: [text_of(row, "note", x.lang) or ""])
    ),
    "focus_basis": Column(
        Label("重点分野の根拠", "Basis of focus area"),
        18,
        "text",
        lambda entry, x: t(x.lang, f"focus_{entry.rows[0]['focus_area_basis']}_short"),
    ),
    "focus_reason": Column(Label("推定の理由", "Reason of our reading"), 36, "text", values.first("focus_area_reason")),
    "priority": Column(
        Label("共同声明の優先分野", "Priority area of the statement"),
        24,
        "text",
        values.codes("priority_area", vocab.PRIORITY_AREAS),
    ),
    "sources": Column(Label("公開情報の出典", "Sources"), 44, "text", values.cited),
    "addresses": Column(Label("出典のアドレス", "Addresses of sources"), 44, "link", values.addresses),
    "sites": Column(Label("か所", "Places counted"), 10, "number", lambda entry, _: len(entry.rows)),
    "latitude": Column(Label("緯度", "Latitude"), 11, "number", values.coordinate("y")),
    "longitude": Column(Label("経度", "Longitude"), 11, "number", values.coordinate("x")),
    "iso": Column(
        Label("国コード（ISO 3166-1）", "Country codes (ISO 3166-1)"),
        12,
        "text",
        values.every(lambda row, _: row["countries"]),
    ),
    "other_title": Column(
        Label("英語名", "Japanese name"),
        44,
        "text",
        lambda entry, x: entry.rows[0]["title_en" if x.lang == "ja" else "title_ja"],
    ),
    "id": Column(Label("識別子", "Identifier"), 28, "text", lambda entry, _: entry.id),
}
