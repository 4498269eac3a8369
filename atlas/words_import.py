"""Words of the import page, of its report, and of what is said about a list."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Label

WORDS: Final[dict[str, Label]] = {
    # Why a file is no list
    "import_too_big": Label("ファイルが{limit}MBを超えている。分けてから読み込む。", "The file is larger than {limit} MB. Split it and try again."),
    "import_too_big_unpacked": Label("展開すると{limit}MBを超えるため読み込まない。不要なシートを除いて保存し直す。", "Unpacked, the workbook is larger than {limit} MB and is not read. Save it again without the sheets that are not needed."),
    "import_too_many_rows": Label("行数または値の数が上限（{rows:,}行、{cells:,}個）を超えている。分けてから読み込む。", "More than {rows:,} rows or {cells:,} values. Split the list and try again."),
    "import_too_many_columns": Label("{row}行目の列数が上限（{columns}列）を超えている。不要な列を除く。", "Row {row} has more than {columns} columns. Take away those that are not needed."),
    "import_cell_too_long": Label("{row}行目に{limit:,}字を超えるセルがある。短くする。", "Row {row} has a cell of more than {limit:,} characters. Shorten it."),
    "import_encrypted": Label("パスワードで保護されている。パスワードを外して保存し直す。", "The file is protected by a password. Save it without one."),
    "import_old_excel": Label("古い形式（.xls など）は読み込めない。.xlsx か CSV で保存し直す。", "Old formats such as .xls are not read. Save the list as .xlsx or CSV."),
    "import_other_package": Label("Excel のブック（.xlsx）ではない。.xlsx か CSV で保存し直す。", "This is not an Excel workbook (.xlsx). Save the list as .xlsx or CSV."),
    "import_not_a_list": Label("一覧として読めない種類のファイルである。.xlsx、CSV、GeoJSON、IATI の XML を使う。", "This kind of file holds no list. Use .xlsx, CSV, GeoJSON or IATI XML."),
    "import_xlsx_broken": Label("ブックが壊れているか、読み込めない内容を含む。Excel で開いて保存し直す。", "The workbook is damaged or holds what is not read. Open it in Excel and save it again."),
    "import_csv_broken": Label("CSV として読めない。引用符の閉じ忘れがないか確かめる。", "This can't be read as CSV. Check for a quotation mark that is never closed."),
    "import_encoding_unknown": Label("文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のいずれでもない。UTF-8 で保存し直す。", "The text is neither UTF-8, UTF-16 nor Shift_JIS (CP932). Save it as UTF-8."),
    "import_empty": Label("ファイルが空である。", "The file is empty."),
    "import_no_header": Label("見出しの行が見つからない。「国名」「事業名」「場所」「緯度」「経度」などの見出しを付ける（ひな型を参照）。", "No header was found. Name the columns, for example Country, Title, Place, Latitude, Longitude (see the template)."),
    "import_no_rows": Label("見出しの下に行がない。", "There are no rows under the header."),
    "import_geojson_broken": Label("GeoJSON として読めない：{fault}。", "This can't be read as GeoJSON: {fault}."),
    "import_xml_broken": Label("XML として読めない（{line}行目付近）。", "This can't be read as XML (near line {line})."),
    "import_xml_doctype": Label("DOCTYPE 宣言を含む XML は読み込まない。宣言を除いて保存し直す。", "XML with a DOCTYPE declaration is not read. Save it without."),
    "import_not_iati": Label("IATI の活動ファイル（iati-activities）ではない。", "This is no IATI activity file (iati-activities)."),
    # About the file as a whole
    "import_encoding": Label("文字コード {encoding} として読み込んだ。", "Read as {encoding}."),
    "import_other_sheets": Label("シート「{sheet}」を読み込んだ。読まなかったシート：{others}", "Read the sheet “{sheet}”. Sheets not read: {others}"),
    "import_unread_columns": Label("使わなかった列：{columns}", "Columns not used: {columns}"),
    "import_no_places": Label("地名の索引が使えないため、アトラスの地名だけで探した（{why}）。", "Only the atlas's own place names were searched, because the offline index is not available ({why})."),
    # How a row was placed
    "import_how_point": Label("座標による（国内であることを確認）", "By its coordinates, which lie in the country"),
    "import_how_point_country": Label("座標による（国の記載がなく、座標から{country}とした）", "By its coordinates; the row names no country, the point lies in {country}"),
    "import_how_name": Label("地名による（{source}）", "By its place name ({source})"),
    "import_how_largest": Label("地名による（同名のうち飛び抜けて大きい都市。{source}）", "By its place name, the one large city of that name ({source})"),
    "import_how_country": Label("国の代表点", "At the country as a whole"),
    "import_how_region": Label("地域全体（枠の位置で、場所ではない）", "Region-wide (the position of its box, not a place)"),
    "import_how_chosen": Label("候補から選択（{source}）", "Chosen among the candidates ({source})"),
    "import_how_swapped": Label("緯度と経度の入れ替えを承認", "Latitude and longitude swapped, as accepted"),
    # Why a row is where it is
    "import_no_place": Label("場所の記載がない。", "The row names no place."),
    "import_place_unknown": Label("「{place}」という地名は{country}に見つからない。", "No place “{place}” was found in {country}."),
    "import_place_unsure": Label("「{place}」に当たる場所がひとつに決まらない。", "“{place}” may mean more than one place, or only comes near to one."),
    "import_several_places": Label("場所が{n}つ書かれている。", "The row names {n} places."),
    "import_no_country": Label("国の記載がない。", "The row names no country."),
    "import_no_country_but_place": Label("国の記載がない。地名だけでは国を決めない。", "The row names no country, and a place name alone does not settle it."),
    "import_no_country_at_sea": Label("国の記載がなく、座標はどの国の陸地でもない。", "The row names no country, and its coordinates lie on no country's land."),
    "import_country_unknown": Label("国名「{text}」が分からない。", "The country “{text}” is not known."),
    "import_several_countries": Label("国が{n}つ考えられる（「{text}」）。", "{n} countries may be meant (“{text}”)."),
    "import_country_undrawn": Label("{country}は基図にない。", "{country} is not on the base map."),
    "import_worldwide": Label("特定の国や地域を指さない。", "The row names no particular country or region."),
    "import_unread": Label("座標「{text}」が読めない。", "The coordinates “{text}” can't be read."),
    "import_out_of_range": Label("座標が範囲外である（緯度{lat}、経度{lon}）。", "The coordinates are out of range (latitude {lat}, longitude {lon})."),
    "import_zero_zero": Label("座標が 0, 0 である。", "The coordinates are 0, 0."),
    "import_outside_in": Label("座標（緯度{lat}、経度{lon}）は{country}ではなく{country_there}にある。", "The coordinates (latitude {lat}, longitude {lon}) lie in {country_there}, not in {country}."),
    "import_outside_at_sea": Label("座標（緯度{lat}、経度{lon}）は海上で、{country}から離れている。", "The coordinates (latitude {lat}, longitude {lon}) lie at sea, far from {country}."),
    "import_outside_nobody": Label("座標（緯度{lat}、経度{lon}）は{country}の陸地として描かれていない。", "The coordinates (latitude {lat}, longitude {lon}) lie on land that the map does not give to {country}."),
    "import_swap_fits": Label("緯度と経度を入れ替えると国内になる。", "With latitude and longitude swapped they lie in it."),
    "import_repeats_header": Label("見出しの繰り返しである。", "The row repeats the header."),
    "import_fault": Label("{fault}", "{fault}"),
    # What of a row was not understood
    "import_missed_focus": Label("重点分野「{words}」が分からない。", "Focus area “{words}” is not known."),
    "import_missed_themes": Label("テーマ「{words}」が分からない。", "Theme “{words}” is not known."),
    "import_missed_instruments": Label("手段「{words}」が分からない。", "Instrument “{words}” is not known."),
    "import_missed_partners": Label("連携先「{words}」が分からない。", "Partner “{words}” is not known."),
    "import_missed_status": Label("進捗「{words}」が分からない。", "Status “{words}” is not known."),
    "import_missed_date": Label("日付「{words}」が読めない。", "Date “{words}” can't be read."),
    # Records
    "import_untitled": Label("（名称なし：{row}行目）", "(no title: row {row})"),
    "import_no_focus": Label("一覧に重点分野の記載がない。", "The list gives no focus area."),
    "import_listed_focus": Label("取り込んだ一覧の記載による。", "As the imported list has it."),
    "import_from_rows": Label("取り込んだ一覧の行：{rows}", "Rows of the imported list: {rows}"),
    "import_missing": Label("不足：", "To be completed:"),
    "import_gazetteer_head": Label("上の取組が使う新しい地名。data/gazetteer.yml に加える。", "Places that these initiatives need; add them to data/gazetteer.yml."),
    # The sum
    "import_summary": Label("{rows}行：{parts}", "{rows} rows: {parts}"),
    "import_outcome_placed": Label("配置", "placed"),
    "import_outcome_country": Label("国単位", "at country"),
    "import_outcome_choose": Label("要選択", "to choose"),
    "import_outcome_swap": Label("緯度経度の入れ替え", "to swap"),
    "import_outcome_unplaced": Label("未配置", "not placed"),
}  # fmt: skip
