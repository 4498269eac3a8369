"""The words of the pages, in Japanese and English; `t` is a pure look-up, the language is an argument."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Label, Lang

_WORDS: Final[dict[str, Label]] = {
    # Frame
    "name": Label("FOIPアトラス", "FOIP Atlas"),
    "tagline": Label("「自由で開かれたインド太平洋」の取組地図", "What Japan does under the evolved Free and Open Indo-Pacific"),
    "page_map": Label("地図", "Map"),
    "page_regions": Label("地域", "Regions"),
    "page_table": Label("一覧", "List"),
    "page_about": Label("資料と方法", "Sources & method"),
    "language": Label("言語", "Language"),
    "foot_edition": Label("データ版", "Data edition"),
    "foot_sources": Label("資料", "Sources"),
    "foot_places": Label("地名：GeoNames（CC BY 4.0）ほか　基図：Natural Earth", "Place names: GeoNames (CC BY 4.0) and others. Base map: Natural Earth"),
    "foot_boundaries": Label(
        "国境・境界線は参考表示。破線は模式図であり、実際の経路を示すものではない。",
        "Boundaries are indicative. Dashed lines are schematic and do not show an actual route.",
    ),
    "records": Label("公開情報{n}件", "{n} public records"),
    "broken": Label("データを読み込めません。管理者に連絡してください。", "The data can't be read. Please tell whoever runs this atlas."),
    # Filters
    "filters": Label("絞り込み", "Filters"),
    "clear": Label("すべて解除", "Clear all"),
    "search": Label("検索", "Search"),
    "search_hint": Label("名称・国・機関・地名", "Name, country, body or place"),
    "focus": Label("重点分野", "Focus area"),
    "region": Label("地域", "Region"),
    "country": Label("国・地域", "Country or area"),
    "theme": Label("テーマ", "Theme"),
    "instrument": Label("手段", "Instrument"),
    "partner": Label("連携先", "Partner"),
    "document": Label("資料", "Document"),
    "precision": Label("位置の精度", "Precision of place"),
    "basis": Label("位置の根拠", "Basis of place"),
    "status": Label("進捗", "Status"),
    "choose": Label("選択してください（{n}）", "Any of {n}"),
    "more": Label("ほか{n}件", "{n} more"),
    "nothing_found": Label("該当なし", "No match"),
    "unknown": Label("アドレスのうち次の値は使えないため無視した：{values}", "Ignored in the address, because the atlas does not know it: {values}"),
    "bad_view": Label("view=（緯度,経度,ズーム）", "view= (lat,lon,zoom)"),
    # Counts
    "counts_all": Label("**{i}件**の取組、**{s}か所**", "**{i} initiatives** at **{s} places**"),
    "counts_some": Label("全{all}件中 **{i}件**の取組、**{s}か所**", "**{i} of {all} initiatives** at **{s} places**"),
    "counts_split": Label("地図上 {on}か所・広域 {wide}・地図外 {off}", "{on} on the map, {wide} region-wide, {off} not placed"),
    "cross_switch": Label("分野横断", "Cross-cutting"),
    "unit": Label("件", ""),
    "empty": Label("条件に合う取組はない。条件を減らすか、すべて解除する。", "No initiative matches. Take a filter away, or clear them all."),
    # Map
    "map_legend": Label("凡例", "Legend"),
    "map_focus": Label("重点分野", "Focus area"),
    "map_precision": Label("位置の精度", "Precision of place"),
    "map_shown": Label("取組のある国", "Country with an initiative"),
    "map_unplaced": Label("地図に置けない取組", "Not on the map"),
    "map_many": Label("{n}件の取組", "{n} initiatives"),
    "map_mentions": Label("記載", "Named in"),
    "map_comma": Label("、", ", "),
    "map_zoomIn": Label("拡大", "Zoom in"),
    "map_zoomOut": Label("縮小", "Zoom out"),
    "map_home": Label("全体表示", "Whole map"),
    "map_failed": Label("地図のデータを読み込めない。ページを再読み込みする。", "The map's data could not be fetched. Reload the page."),
    "map_note": Label("国境・境界線は参考表示。", "Boundaries are indicative."),
    "legend_site": Label("地点（資料・公開情報で特定）", "Site, as named by a source"),
    "legend_city": Label("都市・おおよその位置", "City or approximate"),
    "legend_country": Label("国単位（輪は分野の内訳、数字は件数）", "Country (ring: split by area; number: count)"),
    "legend_region": Label("広域・地域全体", "Region-wide"),
    "legend_route": Label("経路（破線は模式図）", "Route (dashed: schematic)"),
    # Precision in words
    "exact_site": Label("地点：施設の位置", "Site: the facility itself"),
    "exact_city": Label("都市・おおよそ：この町またはその近く", "City or approximate: this town or near it"),
    "exact_admin1": Label("州・県：この州・県のどこか", "State or province: somewhere in it"),
    "exact_country": Label("国単位：国内の特定の場所を指さない", "Country: no particular place in it"),
    "exact_region": Label("広域：地域全体が対象", "Region-wide: the whole region"),
    "exact_route": Label("経路", "Route"),
    "within": Label("誤差およそ{km}km", "within about {km} km"),
    "confidence": Label("確度：{level}", "confidence: {level}"),
    # Record
    "record": Label("取組", "Initiative"),
    "close": Label("閉じる", "Close"),
    "previous": Label("前へ", "Previous"),
    "next": Label("次へ", "Next"),
    "position": Label("{i} / {n}", "{i} of {n}"),
    "hidden": Label("現在の絞り込みの対象外", "Outside the filters of the moment"),
    "focus_inferred": Label("重点分野は推定：{reason}", "Focus area is our reading: {reason}"),
    "focus_stated": Label("重点分野は資料に明記", "Focus area as the document has it"),
    "places": Label("位置と確かさ", "Places, and how sure they are"),
    "milestones": Label("主な進捗", "Milestones"),
    "named_in": Label("記載箇所", "Named in"),
    "partners": Label("連携先", "Partners"),
    "instruments": Label("手段", "Instruments"),
    "themes": Label("テーマ", "Themes"),
    "priority_area": Label("共同声明の優先分野", "Priority area of the statement"),
    "link": Label("この画面へのリンク", "Link to this screen"),
    # Lists
    "results": Label("表示中の取組", "Initiatives shown"),
    "not_placed": Label("地図に置けない取組", "Not on the map"),
    "not_placed_why": Label(
        "資料が対象の国や地域を定めていないため、地図上の場所を示さない。",
        "The documents tie these to no country or region, so the map shows no place for them.",
    ),
    "none_unplaced": Label("該当なし", "None"),
    "open_record": Label("開く", "Open"),
    # About
    "about_title": Label("資料と方法", "Sources and method"),
    "about_documents": Label("資料", "The documents"),
    "about_document_counts": Label("{items}項目すべてを収録、{n}件の取組", "All {items} items covered, {n} initiatives"),
    "about_outline": Label("構成と収録状況", "Outline and coverage"),
    "about_code": Label("番号", "Code"),
    "about_heading": Label("見出し", "Heading"),
    "about_item": Label("項目", "Item"),
    "about_initiatives": Label("取組", "Initiatives"),
    "about_method": Label("方法", "Method"),
    "about_precision": Label("位置の精度", "Precision, in words"),
    "about_boundaries": Label("国境・境界線", "Boundaries"),
    "about_attributions": Label("出典・ライセンス", "Attributions and licences"),
    "about_records": Label("公開情報", "Public records"),
    "date_unknown": Label("日付の記載なし", "no date stated"),
    "publisher": Label("発行", "Publisher"),
    "title": Label("題名", "Title"),
    "date": Label("日付", "Date"),
    "read": Label("確認日", "Read on"),
    "address": Label("アドレス", "Address"),
}  # fmt: skip


def t(lang: Lang, key: str, **values: object) -> str:
    """The words of a key in one language, with `{names}` filled in."""
    text = _WORDS[key].text(lang)
    return text.format(**values) if values else text


def keys() -> list[str]:
    """Every key, for the test that all have both languages."""
    return list(_WORDS)
