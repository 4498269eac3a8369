"""Words of the pages that work without a server (handout, static site) and of the briefing note."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Label

WORDS: Final[dict[str, Label]] = {
    # Page
    "page_counts": Label("全{all}件中 {i}件の取組、{s}か所", "{i} of {all} (initiative|initiatives) at {s} (place|places)"),
    "page_counts_all": Label("{i}件の取組、{s}か所", "{i} (initiative|initiatives) at {s} (place|places)"),
    "page_country": Label("{name}だけを表示", "Show {name} only"),
    "page_remove": Label("{name}を外す", "Remove {name}"),
    "page_list": Label("取組の一覧", "List of initiatives"),
    "page_language": Label("言語", "Language"),
    "page_map_label": Label("地図", "Map"),
    "page_noscript": Label("この資料の地図と絞り込みにはJavaScriptが要る。", "The map and the filters of this page need JavaScript."),
    "page_skip": Label("一覧へ", "Skip to the list"),
    # Foot
    "foot_about": Label("この資料について", "About this handout"),
    "foot_filter": Label("収録範囲", "What it contains"),
    "foot_counts": Label("件数", "Counts"),
    "foot_documents": Label("資料", "Documents cited"),
    "foot_precision": Label("位置の精度", "Precision of places"),
    "foot_boundaries_head": Label("国境・境界線", "Boundaries"),
    "foot_attributions": Label("出典・ライセンス", "Attributions"),
    "foot_link": Label("最新の内容（FOIPアトラス）", "The live atlas"),
    # Static site
    "site_about": Label("この地図について", "About this atlas"),
    "site_downloads": Label("ダウンロード", "Downloads"),
    "site_download_note": Label("収録している全件。CSV・Excel・KMLは言語別、GeoJSONとGeoPackageは両言語を含む。", "Everything that this site holds. CSV, Excel and KML by language; GeoJSON and GeoPackage hold both languages."),
    "site_file": Label("ファイル", "File"),
    "site_language": Label("言語", "Language"),
    "site_both": Label("日本語・英語", "Japanese and English"),
    "site_size": Label("大きさ", "Size"),
    "site_static": Label("データ版{edition}の静的な写し。", "A static copy of data edition {edition}."),
    "site_live": Label("最新のFOIPアトラス", "The live FOIP Atlas"),
    "site_where": Label("場所", "Place"),
    "site_status": Label("進捗", "Status"),
    "site_themes": Label("テーマ・連携先", "Themes and partners"),
    "site_latest": Label("最近の進捗", "Latest milestones"),
    "site_count": Label("{n}件", "{n}"),
    "site_total": Label("{n}件の取組", "{n} (initiative|initiatives)"),
    "site_none": Label("該当する取組はない。", "No initiative."),
    "site_choose": Label("このアドレスの頁を選ぶ：", "This address leads to:"),
    # Briefing note
    "note_initiatives": Label("取組の一覧", "Initiatives"),
    "note_table": Label("重点分野別の取組", "Initiatives by focus area"),
    "note_title": Label("取組", "Initiative"),
    "note_place": Label("場所", "Place"),
    "note_status": Label("進捗", "Status"),
    "note_date": Label("日付", "Date"),
    "note_step": Label("進捗", "Milestone"),
    "note_source": Label("出典", "Source"),
    "note_sources": Label("資料・出典", "Sources"),
    "note_notes": Label("注記", "Notes"),
    "note_more": Label("ほか{n}か所", " and {n} more"),
    "note_empty": Label("条件に合う取組はない。", "No initiative matches."),
    "note_compact": Label("件数が多いため、題名と最初の場所のみを示す。", "With this many initiatives the table gives titles and the first place only."),
    "note_latest": Label("全{all}件のうち最近の{n}件", "The latest {n} of {all}"),
    "note_records": Label("ほかに公開情報{n}件（取組ごとの出典はFOIPアトラスに掲載）", "Further public records: {n}, listed with each initiative in the FOIP Atlas"),
}  # fmt: skip
