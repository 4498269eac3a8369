"""Words of the comparison of two editions: its page, its command, its files."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Label

WORDS: Final[dict[str, Label]] = {
    "page_changes": Label("変更点", "Changes"),
    "changes": Label("変更点", "What changed"),
    "changes_title": Label("変更点：{old} → {new}", "What changed: {old} → {new}"),
    "changes_head": Label(
        "{old}から{new}までに：{counts}。",
        "From {old} to {new}: {counts}.",
    ),
    "changes_none": Label("変更なし。二つの版は同じ内容である。", "Nothing changed. The two editions hold the same."),
    "changes_uncompared": Label(
        "片方の版にしかない項目は比べていない：{fields}。", "Not compared, because only one of the editions has it: {fields}."
    ),
    "changes_redrawn": Label(
        "{n}か所では、国や地域を代表する地図上の点だけが動いた。",
        "At {n} (place|places) only the point moved at which the map draws the country or region.",
    ),
    "changes_many": Label("{n}件の取組", "{n} (initiative|initiatives)"),
    # Kinds, with their counts
    "changes_added": Label("追加された取組", "Initiatives added"),
    "changes_removed": Label("削除された取組", "Initiatives removed"),
    "changes_moved": Label("場所の変更", "Places"),
    "changes_changed": Label("内容の変更", "Contents changed"),
    "count_added": Label("取組の追加{n}件", "{n} (initiative|initiatives) added"),
    "count_removed": Label("取組の削除{n}件", "{n} (initiative|initiatives) removed"),
    "count_moved": Label("場所の移動{n}か所", "{n} (place|places) moved"),
    "count_places_added": Label("場所の追加{n}か所", "{n} (place|places) added"),
    "count_places_removed": Label("場所の削除{n}か所", "{n} (place|places) taken out"),
    "count_changed": Label("内容の変更{n}件", "{n} (initiative|initiatives) changed in content"),
    # What happened to a place
    "move_km": Label("{km}移動", "moved {km}"),
    "move_placed": Label("場所の見直し", "placed anew"),
    "move_redrawn": Label("地図上の点のみ{km}移動", "point on the map moved {km}"),
    "move_added": Label("場所を追加", "place added"),
    "move_removed": Label("場所を削除", "place taken out"),
    # Columns
    "changes_initiative": Label("取組", "Initiative"),
    "changes_what": Label("項目", "What"),
    "changes_before": Label("変更前", "Before"),
    "changes_after": Label("変更後", "After"),
    # Page
    "changes_from": Label("比較元の版", "From edition"),
    "changes_to": Label("比較先の版", "To edition"),
    "changes_edition": Label("{date}（{digest}）", "{date} ({digest})"),
    "changes_current": Label("{name}・現在", "{name}, current"),
    "changes_file": Label("手元のファイル {name}", "your file {name}"),
    "changes_upload": Label("手元のファイルと比べる", "Compare a file of yours"),
    "changes_upload_note": Label(
        "以前の版のGeoJSON（.geojson、.gz）を選ぶ。ファイルはこの画面の間だけ使い、サーバーには保存しない。",
        "Choose the GeoJSON of an earlier edition (.geojson or .gz). It is used in this session only and never stored.",
    ),
    "changes_refused": Label("このファイルは読み込めない。", "This file can't be read."),
    "changes_one": Label(
        "リリース済みの版がほかにない。以前のGeoJSONを手元から選ぶと比較できる。",
        "There is no other released edition. Choose an earlier GeoJSON of your own to compare.",
    ),
    "changes_broken": Label("リリース済みの版を読み込めない。", "The released editions can't be read."),
    "changes_download": Label("Markdown", "Markdown"),
    "changes_fields": Label("変更された項目", "Fields that changed"),
    "changes_event": Label("［同じ出来事の報告：{event}］", "[a report of: {event}]"),
    "changes_in_ja": Label("{what}（日本語）", "{what} (Japanese)"),
    "changes_in_en": Label("{what}（英語）", "{what} (English)"),
    "changes_wording": Label("文言の変更（題名・要約・注・地名）", "Changes of wording (titles, summaries, notes, place names)"),
    "changes_unplaced": Label("地図に示せない変更：{n}か所", "Changes at places that the map can't show: {n}"),
    "changes_map_legend": Label("凡例", "Legend"),
    "changes_map_added": Label("追加", "Added"),
    "changes_map_removed": Label("削除", "Taken out"),
    "changes_map_moved": Label("移動（○変更前、●変更後）", "Moved (○ before, ● after)"),
    "changes_map_changed": Label("内容の変更", "Contents changed"),
    # Fields
    "field_title_ja": Label("題名（日本語）", "Title (Japanese)"),
    "field_title_en": Label("題名（英語）", "Title (English)"),
    "field_short_title_ja": Label("短い題名（日本語）", "Short title (Japanese)"),
    "field_short_title_en": Label("短い題名（英語）", "Short title (English)"),
    "field_summary_ja": Label("要約（日本語）", "Summary (Japanese)"),
    "field_summary_en": Label("要約（英語）", "Summary (English)"),
    "field_focus_area": Label("重点分野", "Focus area"),
    "field_focus_area_basis": Label("重点分野の根拠", "Basis of the focus area"),
    "field_focus_area_reason_ja": Label("重点分野の理由（日本語）", "Reason for the focus area (Japanese)"),
    "field_focus_area_reason_en": Label("重点分野の理由（英語）", "Reason for the focus area (English)"),
    "field_priority_area": Label("共同声明の優先分野", "Priority area of the statement"),
    "field_themes": Label("テーマ", "Themes"),
    "field_instruments": Label("手段", "Instruments"),
    "field_partners": Label("連携先", "Partners"),
    "field_mentions": Label("記載箇所", "Named in"),
    "field_role": Label("役割", "Role"),
    "field_status": Label("進捗", "Status"),
    "field_milestones": Label("主な進捗", "Milestones"),
    "field_place_ja": Label("地名（日本語）", "Place name (Japanese)"),
    "field_place_en": Label("地名（英語）", "Place name (English)"),
    "field_country": Label("国・地域", "Country or area"),
    "field_countries": Label("関係国・地域", "Countries or areas concerned"),
    "field_region": Label("地域", "Region"),
    "field_precision": Label("位置の精度", "Precision of place"),
    "field_basis": Label("位置の根拠", "Basis of place"),
    "field_confidence": Label("確度", "Confidence"),
    "field_route_basis": Label("経路の根拠", "Basis of the route"),
    "field_uncertainty_km": Label("位置の誤差", "Uncertainty of place"),
    "field_source": Label("位置の出典", "Source of the place"),
    "field_note_ja": Label("注（日本語）", "Note (Japanese)"),
    "field_note_en": Label("注（英語）", "Note (English)"),
}  # fmt: skip
