### The words of the pages in Japanese. Numbers stand as they are; NUMBER($n) sets thousands apart.

## Frame

name = FOIPアトラス
tagline = 「自由で開かれたインド太平洋」の取組地図
page_map = 地図
page_regions = 地域
page_table = 一覧
page_about = 資料と方法
foot_edition = データ版
foot_sources = 資料
foot_places = 地名：GeoNames（CC BY 4.0）ほか　基図：Natural Earth
foot_boundaries = 国境・境界線は参考表示。破線は模式図であり、実際の経路を示すものではない。
documents = 政府資料{ $n }点
records = 公開情報{ $n }件
broken = データを読み込めません。管理者に連絡してください。
go_skip = この頁の移動先
go_map = 地図へ移動
go_list = 一覧へ移動
go_record = 取組の詳細へ移動
go_filters = 絞り込みへ移動
go_copied = リンクをコピーした。
go_uncopied = コピーできない。アドレス欄からコピーする。
copy_link = リンク

## Filters

filters = 絞り込み
clear = すべて解除
search = 検索
search_hint = 名称・国・機関・地名
suggested = 検索の候補
kind_partner = 機関
kind_place = 地名
focus = 重点分野
region = 地域
country = 国・地域
theme = テーマ
instrument = 手段
partner = 連携先
document = 資料
precision = 位置の精度
basis = 位置の根拠
status = 進捗
year = 時点
year_end = { $year }年末
year_undated = 日付の記録なし
year_undated_too = 日付の記録がない取組も示す
year_undated_only = 日付の記録がない取組
years_play = 年を追って再生
years_stop = 止める
year_now = { $year }年末の姿。公表された進捗がその年末までにある取組だけを示し、進捗はその時点のもの。
year_left = 示していないもの：
year_left_later = その後に始まる取組{ $n }件
year_left_undated = 公表された日付がない取組{ $n }件
year_later = { $year }年末より後
choose = 選択してください（{ $n }）
option = { $name }（{ $n }）
more = ほか{ $n }件
edition_kept = 新しいデータに不備があるため、前の版 { $when } を表示している。
many_page = この版は{ $n }か所を収め、この画面で扱える{ $most }か所を超える。世界地図と、絞り込んだ部分のファイルを利用できる。
many_over = 現在の絞り込みは{ $n }か所で、ファイルにできる{ $most }か所を超える。条件を加えて絞り込むと出力できる。
many_make = この絞り込みのファイルを用意する
counting = 集計中
many_several = 複数の国・地域
many_nowhere = 国の指定なし
login = ログイン
login_ask = この地図を見るには、ログインが必要。
login_as = ログイン中：{ $user }
login_leave = ログアウト
login_editors = 編集者のみが見られる版。閲覧が必要な場合は、管理者に連絡する。
login_editors_only = リストの取り込みは、編集者のみが行える。必要な場合は、管理者に連絡する。
login_draft = 下書き：編集者のみに表示。公表された版ではない。
failed = 画面の作成に失敗した。ページを再読み込みするか、管理者に連絡する。
unknown = アドレスのうち次の値は使えないため無視した：{ $values }

## Counts

counts_split = 地図上{ $on }か所・広域{ $wide }か所・地図外{ $off }か所
unit = 件
empty = 条件に合う取組はない。条件を減らすか、すべて解除する。
did_you_mean = もしかして：{ $q }

## Map

map_legend = 凡例
map_focus = 重点分野
map_precision = 位置の精度
map_shown = 取組のある国
map_unplaced = 地図に置けない取組
map_many = { $n }件の取組
map_country = { $name }のページへ
map_mentions = 記載
map_comma = 、
map_close = 閉じる
map_zoomIn = 拡大
map_zoomOut = 縮小
map_home = インド太平洋
map_world = 世界全体
map_near = 表示中に合わせる
map_countries = { $n }か国
map_outside = { $n }件の取組。表示範囲の外にあり、押すとそこへ移る
map_details = くわしく
map_focus_1 = AI・データ
map_focus_2 = 成長・ルール
map_focus_3 = 安全保障
map_focus_0 = 横断
map_failed = 地図のデータを読み込めない。ページを再読み込みする。
map_cell = { $name }：{ $n }件の取組。拡大して開く
map_alt = 地図。{ $i }件の取組、{ $s }か所（地図外{ $off }）。場所と件数：{ $places }。一覧に同じ取組がある。
legend_site = 地点（資料・公開情報で特定）
legend_city = 都市・おおよその位置
legend_country = 国単位（輪は分野の内訳、数字は件数）
legend_region = 広域・地域全体
legend_route = 経路（破線は模式図）

## Precision in words

exact_site = 地点：施設の位置
exact_city = 都市・おおよそ：この町またはその近く
exact_admin1 = 州・県：この州・県のどこか
exact_country = 国単位：国内の特定の場所を指さない
exact_region = 広域：地域全体が対象
exact_route = 経路
within = 誤差およそ{ $km }km
confidence = 確度：{ $level }

## Record

record = 取組
close = 閉じる
zoom = 地図で拡大
previous = 前へ
next = 次へ
position = { $i } / { $n }
hidden = 現在の絞り込みの対象外
focus_inferred = 重点分野は推定：{ $reason }
focus_stated = 重点分野は資料に明記
places = 位置と確かさ
milestones = 主な進捗
differs = 出典により異なる：{ $what }
differs_date = 日付
differs_amount = 金額
differs_details = 内容
step_expected = { $status }（予定）
step_predecessor = { $status }（経緯）
step_candidate = { $status }（候補）
step_elsewhere = ほか
tally_countries = { $n }か国
tally_candidates = 候補：{ $said }
place_candidate = 候補：{ $place }
tally_places = { $n }か所
named_in = 記載箇所
partners = 連携先
instruments = 手段
themes = テーマ
priority_area = 日・シンガポール共同声明の優先分野
link = この画面へのリンク
related = 関連する取組
shared_place = 同じ場所
shared_theme = 同じテーマ
shared_partner = 同じ連携先
shared_country = 同じ国
terms = 用語
cite = 引用
own_page = この取組の頁を開く（印刷用）
no_record = 取組が指定されていない。地図か一覧から選ぶ。
back_to_map = 地図で見る

## Filters and list beside the map

other_filters = その他
chosen_more = { $name } ほか{ $n }
find_option = 名称で探す
more_short = ほか{ $n }
with_partner = 連携：{ $names }
colon = ：
stop = 。
between = ・
aside = （{ $what }）
no_date = 日付の記録なし
amounts = 公表額{ $n }件
in_year = （{ $year }年）
sort = 並べ方
sort_newest = 新しい順
sort_document = 資料の順
all = 全件
country_page = 国のページ
compare_with = 並べて比べる
find_in = この{ $n }件の中を絞る（名称・機関・テーマ）
none_found = 該当する取組はない。
no_area = 日・シンガポール共同声明の外
no_area_short = 他
show_more = ほか{ $n }件を表示
page_list_short = 一覧
source = 出典
sheet = 一覧の高さを変える
list_tab = 一覧を閉じる・開く

## Lists

results = 表示中の取組
results_first = 全{ $all }件のうち初めの{ $n }件
not_placed = 地図に置けない取組
not_placed_why = 資料が対象の国や地域を定めていないため、地図上の場所を示さない。

## About

about_title = 資料と方法
about_documents = 資料
about_document_counts = { $items }項目すべてを収録、{ $n }件の取組
about_outline = 構成と収録状況
about_code = 番号
about_heading = 見出し
about_item = 項目
about_initiatives = 取組
about_no_initiative = 取組なし：{ $reason }
about_refused = 、取組を挙げない項目{ $n }
about_scope = 収録の範囲：{ $scope }
about_method = 方法
about_precision = 位置の精度
about_boundaries = 国境・境界線
about_attributions = 出典・ライセンス
about_terms = 用語
about_records = 公開情報
date_unknown = 日付の記載なし
publisher = 発行
title = 題名
date = 日付
read = 確認日
address = アドレス

## Regions

region_choose = 地域を選ぶ
region_countries = 国・地域
region_count = **{ $n }件**の取組
region_count_countries = **{ $n }か国・地域**
region_count_wide = うち広域**{ $n }件**
region_count_also = ほかに{ $name }全体の取組**{ $n }件**
region_to_map = 地図で見る
region_to_table = 一覧で見る
region_files = 出力
region_to_region = { $name }のページ
region_by_country = 国別の取組
region_by_theme = テーマ別の取組
region_by_focus = 重点分野別の取組
region_mark = 記号ひとつが1件
region_wide = 広域
region_several = 複数国にまたがる取組は、国ごとに1件と数える（合計は{ $n }件を超えることがある）。
region_several_themes = 複数のテーマを持つ取組は、テーマごとに1件と数える。
region_partners = 連携先
region_partners_note = 資料が名を挙げた国・機関（受益国を除く）。
region_partners_none = 資料は連携先の名を挙げていない。
region_milestones = 過去24か月の進捗
region_milestones_none = 過去24か月に公表された進捗はない。
region_until = { $day }まで
region_applies = { $name }全体に及ぶ取組。特定の国の件数には含めない。
region_also = { $name }全体の取組
region_also_note = { $name }全体に及ぶ取組。{ $country }の件数には含めない。
region_none = この条件では{ $name }の取組はない。
region_unplaced = 特定の国や地域に結び付かない取組。地図には示さない。
region_list = 取組の一覧
region_chart = { $title }：{ $rows }

## Table and downloads

filter_none = 全件を表示
export_counts = 取組{ $i }件・{ $s }か所（地図上{ $on }か所、広域{ $wide }か所、地図外{ $off }か所）
by_sites = 地点
by_initiatives = 取組
by = 一覧の単位
columns = 表示する列
downloads = ダウンロード
table_first = { $all }行のうち最初の{ $n }行（全ての行は表のファイルにある）
table_alt = 取組の一覧表、{ $n }行。見出しを押すと並べ替え、セルを選ぶと詳細が開く。左端の欄（Shift+Space）で選んだ行はブリーフィングに加えられる。
on_map = 地図で見る
sheet_about = 説明と出典
sheet_sources = 出典（行ごと）
sheet_leads = 出典{ $n }件（シート「{ $sheet }」）
about_filter = 絞り込み
about_counts = 件数
about_edition = データ版
about_places_note = 件数の数え方
about_places_words = 件数は取組の数、「か所」は取組と場所の組の数。位置は資料と公開情報が示す精度にとどめ、国単位・広域の座標は代表点である。
about_query = この絞り込みのアドレス
focus_stated_short = 資料に明記
focus_inferred_short = 推定

## What the server says in place of a page

gate_host = この名前では接続できません。管理者は設定ATLAS_HOSTSにこの名前を加えてください。
gate_origin = ほかのサイトのページからは接続できません。アトラスのページを開いてください。
gate_sockets = 接続が集中しています。しばらくしてから読み込み直してください。
gate_no_upload = 開いているページはファイルを受け付けていません。取り込みのページを開き直してください。
gate_uploads = ほかのファイルを受信中です。しばらくしてからもう一度お試しください。
gate_slow = ファイルの送信に時間がかかりすぎました。もう一度お試しください。
gate_hidden = このアドレスには何もありません。
ready_not = 表示できるデータがまだありません。

## Changes: whole

page_changes = 変更点
changes = 変更点
changes_title = 変更点：{ $old } → { $new }
changes_head = { $old }から{ $new }までに：{ $counts }。
changes_none = 変更なし。二つの版は同じ内容である。
changes_uncompared = 片方の版にしかない項目は比べていない：{ $fields }。
changes_redrawn = { $n }か所では、国や地域を代表する地図上の点だけが動いた。
changes_many = { $n }件の取組

## Changes: kinds, with their counts

changes_added = 追加された取組
changes_removed = 削除された取組
changes_moved = 場所が変わった取組
changes_changed = 内容が変わった取組
count_added = 取組の追加{ $n }件
count_removed = 取組の削除{ $n }件
count_moved = 場所の移動{ $n }か所
count_places_added = 場所の追加{ $n }か所
count_places_removed = 場所の削除{ $n }か所
count_changed = 内容の変更{ $n }件

## Changes: what happened to a place

move_km = { $km }移動
move_placed = 場所の見直し
move_redrawn = 地図上の点のみ{ $km }移動
move_added = 場所を追加
move_removed = 場所を削除

## Changes: columns

changes_initiative = 取組
changes_what = 項目
changes_change = 変更前 → 変更後
changes_kind = { $kind }：{ $what }
changes_marks = 文面の変更：{ $old }、{ $new }
changes_old = 取消線は削除
changes_new = 下線・太字は追加

## Changes: page

changes_in_force = 新しい版と、その30日前に有効だった版
changes_last_other = 新しい版と、内容が異なる直前の版（30日前の版はない）
changes_apart =
    { $n ->
        [0] 間隔0日（同じ日付）
       *[other] 間隔{ $n }日
    }
changes_group = まとめ方
changes_group_kind = 種類別
changes_group_place = 国・地域別
changes_from = 比較元の版
changes_to = 比較先の版
changes_edition = { $date }（{ $digest }）
changes_current = { $name }・現在
changes_file = 手元のファイル { $name }
changes_upload = 手元のファイルと比べる
changes_upload_note = 以前の版のGeoJSON（.geojson、.gz）を選ぶ。ファイルはこの画面の間だけ使い、サーバーには保存しない。
changes_refused = このファイルは読み込めない。
changes_one = リリース済みの版がほかにない。以前のGeoJSONを手元から選ぶと比較できる。
changes_broken = リリース済みの版を読み込めない。
changes_download = Markdown
changes_fields = 変更された項目
changes_event = ［同じ出来事に複数の報告］
feed_title = FOIPアトラス：データ版の変更点
feed_entry = { $edition }の版
feed_link = 新しい版の通知（Atomフィード）
edition_first = { $edition }：最初の版、取組{ $n }件。
value_unknown = 不明な区分
source_gone = 出典一覧にない資料
place_unnamed = 名称のない場所
changes_in_ja = { $what }（日本語）
changes_in_en = { $what }（英語）
changes_wording = 文言の変更（題名・要約・注・地名）
changes_unplaced = 地図に示せない変更：{ $n }か所
changes_map_legend = 凡例
changes_map_added = 追加
changes_map_removed = 削除
changes_map_moved = 移動（○変更前、●変更後）
changes_map_changed = 内容の変更

## Changes: fields

field_title_ja = 題名（日本語）
field_title_en = 題名（英語）
field_short_title_ja = 短い題名（日本語）
field_short_title_en = 短い題名（英語）
field_summary_ja = 要約（日本語）
field_summary_en = 要約（英語）
field_focus_area = 重点分野
field_focus_area_basis = 重点分野の根拠
field_focus_area_reason_ja = 重点分野の理由（日本語）
field_focus_area_reason_en = 重点分野の理由（英語）
field_priority_area = 日・シンガポール共同声明の優先分野
field_themes = テーマ
field_instruments = 手段
field_partners = 連携先
field_mentions = 記載箇所
field_candidate = 候補か
field_role = 役割
field_status = 進捗
field_milestones = 主な進捗
field_place_ja = 地名（日本語）
field_place_en = 地名（英語）
field_country = 国・地域
field_countries = 関係国・地域
field_region = 地域
field_precision = 位置の精度
field_basis = 位置の根拠
field_confidence = 確度
field_route_basis = 経路の根拠
field_uncertainty_km = 位置の誤差
field_source = 位置の出典
field_note_ja = 注（日本語）
field_note_en = 注（英語）

## Handout and static site: page

page_counts = 全{ $all }件中 { $i }件の取組、{ $s }か所
page_counts_all = { $i }件の取組、{ $s }か所
page_country = { $name }だけを表示
page_remove = { $name }を外す
page_list = 取組の一覧
page_language = 言語
page_map_label = 地図
page_noscript = この資料の地図と絞り込みにはJavaScriptが要る。
page_skip = 一覧へ

## Handout and static site: foot

foot_about = この資料について
foot_filter = 収録範囲
foot_counts = 件数
foot_documents = 資料
foot_precision = 位置の精度
foot_boundaries_head = 国境・境界線
foot_attributions = 出典・ライセンス
foot_link = 最新の内容（FOIPアトラス）

## Handout and static site: static site

site_about = この地図について
site_downloads = ダウンロード
site_download_note = 収録している全件。CSV・Excel・KMLは言語別、GeoJSONとGeoPackageは両言語を含む。
site_file = ファイル
site_language = 言語
site_both = 日本語・英語
site_size = 大きさ
site_static = データ版{ $edition }の静的な写し。
site_live = 最新のFOIPアトラス
site_where = 場所
site_status = 進捗
site_themes = テーマ・連携先
site_latest = 最近の進捗
site_count = { $n }件
site_total = { $n }件の取組
site_none = 該当する取組はない。
site_choose = このアドレスの頁を選ぶ：

## Handout and static site: briefing note

note_initiatives = 取組の一覧
note_title = 取組
note_place = 場所
note_status = 進捗
note_date = 日付
note_step = 進捗
note_sources = 資料・出典
note_notes = 注記
note_more = ほか{ $n }か所
note_empty = 条件に合う取組はない。

## Import: why a file is no list

import_too_big = ファイルが{ $limit }MBを超えている。分けてから読み込む。
import_too_big_unpacked = 展開すると{ $limit }MBを超えるため読み込まない。不要なシートを除いて保存し直す。
import_too_many_rows = 行数または値の数が上限（{ NUMBER($rows) }行、{ NUMBER($cells) }個）を超えている。分けてから読み込む。
import_too_many_sheets = シートの数が上限（{ NUMBER($most) }枚）を超えている。一覧のシートだけを保存し直す。
import_too_many_blank = 空のものを含めて行またはセルが多すぎる（上限{ NUMBER($most) }個）。一覧の下や右の書式だけのセルを削除して保存し直す。
import_too_many_strings = 文字列の数が上限（{ NUMBER($most) }個）を超えている。一覧のシートだけを保存し直す。
import_too_many_styles = セルの書式の数が上限（{ NUMBER($most) }種）を超えている。値だけを新しいブックに貼り付けて保存する。
import_too_many_merges = 結合されたセルの数が上限（{ NUMBER($most) }個）を超えている。結合を解除して保存し直す。
import_too_many_lines = 改行の数が上限（{ NUMBER($most) }個）を超えている。空の行を除いて保存し直す。
import_too_many_values = 値の数が上限（オブジェクト{ NUMBER($most) }個）を超えている。分けてから読み込む。
import_too_much_text = 文字の総数が上限（{ NUMBER($most) }字）を超えている。分けてから読み込む。
import_took_time = 読み込みに時間がかかりすぎるため中止した。行や列を減らして保存し直す。
import_took_memory = 読み込みに必要なメモリーが上限を超えるため中止した。行や列を減らして保存し直す。
import_ended = 読み込みの途中で失敗した。Excel などで開いて保存し直す。
import_busy = 読み込みの順番待ちが多すぎる。しばらくしてからもう一度読み込む。
import_too_many_columns = { $row }行目の列数が上限（{ $columns }列）を超えている。不要な列を除く。
import_cell_too_long = { $row }行目に{ NUMBER($limit) }字を超えるセルがある。短くする。
import_encrypted = パスワードで保護されている。パスワードを外して保存し直す。
import_old_excel = 古い形式（.xls など）は読み込めない。.xlsx か CSV で保存し直す。
import_other_package = Excel のブック（.xlsx）ではない。.xlsx か CSV で保存し直す。
import_not_a_list = 一覧として読めない種類のファイルである。.xlsx、CSV、GeoJSON、IATI の XML を使う。
import_xlsx_broken = ブックが壊れているか、読み込めない内容を含む。Excel で開いて保存し直す。
import_csv_broken = CSV として読めない。引用符の閉じ忘れがないか確かめる。
import_encoding_unsure = 文字コードが決まらない（{ $encodings } が考えられる）。元のソフトで UTF-8 で保存し直す。
import_encoding_unknown = 文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のいずれでもない。UTF-8 で保存し直す。
import_empty = ファイルが空である。
import_no_header = 見出しの行が見つからない。「国名」「事業名」「場所」「緯度」「経度」などの見出しを付ける（ひな型を参照）。
import_columns_unknown = 見出しは「{ $columns }」と読めるが、どの列が事業名・国・場所か分からない。取込の画面で列の意味を選ぶか、見出しを「国名」「事業名」「場所」などに直す。
import_no_rows = 見出しの下に行がない。
import_geojson_broken = GeoJSON として読めない：{ $fault }。
import_xml_broken = XML として読めない（{ $line }行目付近）。
import_xml_encoding = XML の文字コード「{ $encoding }」として読めない。UTF-8 で保存し直す。
import_xml_doctype = DOCTYPE 宣言を含む XML は読み込まない。宣言を除いて保存し直す。
import_not_iati = IATI の活動ファイル（iati-activities）ではない。

## Import: about the file as a whole

import_encoding_guessed = 文字コード { $encoding } と推定して読み込んだ。文字が正しくなければ、元のソフトで UTF-8 で保存し直す。
import_encoding = 文字コード { $encoding } として読み込んだ。
import_iati_old = IATI { $version }版として読み込んだ。
import_iati_version = IATI の版（{ $version }）が分からないため、2.03版として読み込んだ。
import_other_sheets = シート「{ $sheet }」を読み込んだ。読まなかったシート：{ $others }
import_sheets_together = シート（{ $sheets }）を続けて読み込んだ。二枚目からの行番号は、先頭の桁がシートの順を示す。
import_sheets_left = 読まなかったシート：{ $others }
import_hidden_sheets = 隠されたシートは読まなかった：{ $sheets }
import_formulas_unsaved = { $sheet }計算結果が保存されていない数式のセル{ $n }個は空とした（{ $cells }）。Excel で開いて上書き保存し、もう一度読み込む。
import_hidden_rows = { $sheet }隠された{ $n }行も読み込んだ（{ $rows }行目）。不要なら削除する。
import_struck_rows = { $sheet }取り消し線のある{ $n }行も読み込んだ（{ $rows }行目）。不要なら削除する。
import_hidden_columns = { $sheet }隠された列も読み込んだ：{ $columns }
import_left_out = 小計・合計・注記の{ $n }行は除いた（{ $rows }）。
import_headings = 国・地域名だけの{ $n }行は、下の行の国とした（{ $rows }）。
import_eased_crs = crs の指定（WGS 84）は読み飛ばした。
import_eased_rings = { $n }件の輪の向きを右手規則に直した。
import_eased_eastward = { $n }件で、180度を超える経度を同じ経線の±180度以内の値に直した。
import_eased_unseen = { $n }行から、目に見えない文字（書字方向の制御、幅のない空白）を除いた。
import_eased_decimals = { $n }件の座標を小数7桁に丸めた。
import_unread_columns = 使わなかった列：{ $columns }
import_no_places = 地名の索引が使えないため、アトラスの地名だけで探した（{ $why }）。

## Import: how a row was placed

import_how_point = 座標による（国内であることを確認）
import_how_point_country = 座標による（国の記載がなく、座標から{ $country }とした）
import_how_name = 地名による（{ $source }）
import_how_largest = 地名による（同名のうち飛び抜けて大きい都市。{ $source }）
import_how_part = 地名のうち「{ $part }」による（{ $source }）
import_how_seat = 地名による（同名の都市がある州・県。州・県単位とした。{ $source }）
import_how_sound = 地名の読みによる（{ $part }。{ $source }）
import_how_country = 国の代表点
import_how_region = 地域全体（枠の位置で、場所ではない）
import_how_chosen = 候補から選択（{ $source }）
import_how_line = 線の座標による
import_how_number = GeoNames の番号による（{ $source }）
import_how_swapped = 緯度と経度の入れ替えを承認

## Import: why a row is where it is

import_no_place = 場所の記載がない。
import_place_unknown = 「{ $place }」という地名は{ $country }に見つからない。
import_place_unsure = 「{ $place }」に当たる場所がひとつに決まらない。
import_several_places = 場所が{ $n }つ書かれている。
import_no_country = 国の記載がない。
import_no_country_but_place = 国の記載がない。地名だけでは国を決めない。
import_no_country_at_sea = 国の記載がなく、座標はどの国の陸地でもない。
import_country_unknown = 国名「{ $text }」が分からない。
import_several_countries = 国が{ $n }つ考えられる（「{ $text }」）。
import_several_regions = 「{ $text }」に当たる地域が{ $n }つある。
import_wide_region = 「{ $text }」は地図のどの地域の枠よりも広いため、言葉のまま残し、地図には置かない。
import_region_place = 地域と場所「{ $place }」があるが国がない。場所か地域かを選ぶ。
import_region_place_unknown = 国がないため、場所「{ $place }」は用いていない。
import_outside_region = 座標（緯度{ $lat }、経度{ $lon }）は{ $country_there }にあり、「{ $text }」ではない。
import_line_elsewhere = 線は{ $country }を通らない。
import_region_unknown = 地域名「{ $text }」が分からない。
import_place_codes = 場所は番号（{ $codes }）だけで示され、その番号は手元で調べられない。
import_place_stands = 座標は国全体の代わり（精度の区分{ $stands }）であり、地点としては用いない。
import_number_unknown = GeoNames の番号{ $number }の場所は手元の地名にない。
import_number_elsewhere = GeoNames の番号{ $number }の場所は{ $country_there }にあり、この行の国ではない。
import_country_undrawn = { $country }は基図にない。
import_worldwide = 特定の国や地域を指さない。
import_unread = 座標「{ $text }」が読めない。
import_out_of_range = 座標が範囲外である（緯度{ $lat }、経度{ $lon }）。
import_zero_zero = 座標が 0, 0 である。
import_outside_in = 座標（緯度{ $lat }、経度{ $lon }）は{ $country }ではなく{ $country_there }にある。
import_outside_at_sea = 座標（緯度{ $lat }、経度{ $lon }）は海上で、{ $country }から離れている。
import_outside_nobody = 座標（緯度{ $lat }、経度{ $lon }）は{ $country }の陸地として描かれていない。
import_swap_fits = 緯度と経度を入れ替えると国内になる。
import_country_above = 国の欄が空のため、上の行の「{ $text }」とした。
import_precision_said =
    一覧の精度「{ $text }」に従い、{ $level ->
        [city] 都市
        [admin1] 州・県
       *[country] 国
    }より細かくは示さない。
import_precision_unknown = 精度「{ $text }」の意味が分からないため、都市より細かくは示さない。
import_repeats_header = 見出しの繰り返しである。
import_fault = { $fault }

## Import: what of a row was not understood

import_missed_focus = 重点分野「{ $words }」が分からない。
import_missed_themes = テーマ「{ $words }」が分からない。
import_missed_instruments = 手段「{ $words }」が分からない。
import_missed_partners = 連携先「{ $words }」が分からない。
import_missed_status = 進捗「{ $words }」が分からない。
import_missed_date = 日付「{ $words }」が読めない。2025-05-18、2025年5月などと書く。
import_taken_date =
    日付「{ $words }」は{ $date }として読んだ（{ $why ->
        [part] 年や月の一部は月日ではない
        [fiscal] 会計年度をその年とした
        [no_day] 暦にない日
        [span] 期間に共通する部分だけ
        [order] 月と日の順が決まらない
        [century] 西暦の下二桁を2000年代とした
       *[planned] 予定・おおよその日付
    }）。
import_missed_amount =
    金額「{ $words }」は読み取らない（{ $why ->
        [span] 幅があり、ひとつの額ではない
        [bound] 上限・下限で、額ではない
        [currencies] 通貨がひとつに決まらない
        [several] 額が複数ある
       *[unread] 数と単位だけにして書き直す
    }）。
import_taken_amount =
    { $why ->
        [currency] 金額「{ $words }」はどの国の通貨か分からない。米ドルなどと書く。
       *[about] 金額「{ $words }」はおおよその額である。
    }

## Import: records

import_untitled = （名称なし：{ $row }行目）
import_no_focus = 一覧に重点分野の記載がない。
import_listed_focus = 取り込んだ一覧の記載による。
import_from_rows = 取り込んだ一覧の行：{ $rows }
import_missing = 不足：
import_gazetteer_head = 上の取組が使う新しい地名。data/gazetteer.yml に加える。

## Import: the sum

import_summary = { $rows }行：{ $parts }
import_outcome_placed = 配置
import_outcome_country = 国単位
import_outcome_choose = 要選択
import_outcome_swap = 入れ替え
import_outcome_unplaced = 未配置

## Import: the template

import_sheet_list = 一覧
import_sheet_notes = 記入の手引き
import_column_title_ja = 事業名
import_hint_title_ja = 必須。同じ事業名の行は、ひとつの取組の複数の場所になる。
import_column_title_en = 事業名（英語）
import_hint_title_en = 英語の名称。
import_column_country = 国
import_hint_country = 国名（日・英）、略称、ISO コードのいずれか。
import_column_place = 場所
import_hint_place = 都市・港・空港などの地名。国全体なら空欄。
import_column_lat = 緯度
import_hint_lat = 分かるとき。十進でも度分秒でもよい（-18.14、南緯18度8分）。
import_column_lon = 経度
import_hint_lon = 分かるとき（178.44、東経178度26分）。
import_column_focus = 重点分野
import_hint_focus = 1、2、3、または 0（分野横断）。
import_column_themes = テーマ
import_hint_themes = 絞り込みに出るテーマの名称。複数は「；」で区切る。
import_column_instruments = 手段
import_hint_instruments = OSA、ODA、覚書など。複数は「；」で区切る。
import_column_partners = 連携先
import_hint_partners = 日本と受益国以外の国・機関。複数は「；」で区切る。
import_column_summary_ja = 概要
import_hint_summary_ja = 一、二文。
import_column_summary_en = 概要（英語）
import_hint_summary_en = 一、二文。
import_column_status = 進捗
import_hint_status = 発表、署名、融資調印、発効、開催、実施中、着工・建設中、引渡し、供用開始、完了。
import_column_date = 日付
import_hint_date = その進捗の日付（2026、2026-03、2026-03-18、令和8年3月）。
import_column_mentions = 記載箇所
import_hint_mentions = 資料の項目（evolved-foip:D8.2 など）。
import_column_source = 出典
import_hint_source = data/documents.yml にある出典の識別子。
import_column_note = 備考
import_hint_note = 地図にも出る注記。

## Import: the page

page_import = 取込
import_title = 一覧を地図に載せる
import_lead = 手元の一覧を、ネットワークを使わずに地図へ載せる。全行の結果と理由を示し、決めきれない行は候補から選ぶ。
import_upload = 一覧のファイル（.xlsx、CSV、GeoJSON、IATI の XML、20 MB まで）
import_private = 読み込んだ内容はこの画面を開いている間だけ保持し（ブラウザーにも残す）、サーバーには保存しない。他の利用者には見えない。
import_template = ひな型
import_template_file = 日本語 { $kind }
import_steps =
    - 見出しは日本語でも英語でもよい（国、事業名、場所、緯度、経度、重点分野など）。表題の行や結合セルがあってもよい。
    - 国は名称・略称・コードのどれでもよい。地名は必ずその国の中だけで探す。
    - 座標が国の外にあれば置かず、緯度と経度の入れ替えなら提案する。
import_reading = 読み込み中
import_index = 地名の索引を準備している（最初の一度だけ、十数秒）
import_placing = { $rows } 行
import_another = 別の一覧
import_failed = { $name } を読み込めない。
import_all = すべて
import_row = 行
import_outcome = 結果
import_cell_title = 事業名
import_cell_country = 国
import_cell_place = 場所
import_why = 方法・理由
import_table_alt = 取り込んだ行の一覧、{ $n }行。行を選ぶと詳細と候補が出る。
import_pick = 表の行を選ぶと、書かれていた内容・理由・候補をここと地図に示す。
import_detail = { $row }行目
import_written = 一覧の記載
import_result = 結果
import_candidates = 候補（地図の{ $letters }）
import_use = この場所にする
import_accept = 入れ替えを承認
import_accept_all = 入れ替え{ $n }件をすべて承認
import_undo = 選択を取り消す
import_next = 次の未決
import_columns = 列の意味
import_columns_lead = 意味を選び直すと、一覧を初めから読み直す（候補の選択は取り消す）。この画面を開いている間、次の一覧にも使う。
import_columns_name = 一覧の見出し
import_columns_example = 例
import_columns_field = 意味
import_columns_none = 使わない
import_columns_read = この意味で読み直す
import_column_id = 番号
import_column_summary = 概要
import_column_area = 州・県
import_column_amount = 金額
import_column_currency = 通貨
import_position = 座標
import_coordinates = 一覧の座標による
import_beside = アトラスの取組も表示
import_map_note = 濃い印は取り込んだ一覧（{ $shown }行）、淡い印はアトラスの取組。
import_download = ダウンロード
import_slides = この一覧をスライドや図にする
import_report = 結果の一覧（CSV）
intake_accept_open = 未確認の項目が{ $n }件ある（{ $codes }）。すべて確認するか、--part を付けて残りを documents.yml に手で書く。
intake_accept_document = 資料「{ $document }」は documents.yml に既にある。取り込んだ資料の続きは手で書く。別の資料であれば別のキーにする。
intake_accept_exists = 項目{ $code }：取組「{ $id }」は既にある。別の名前にするか、既存の取組に加える。
intake_accept_no_slug = 項目{ $code }：「{ $id }」は取組の名前にならない。小文字の英数字とハイフンで書く。
intake_accept_no_such = 項目{ $code }：取組「{ $id }」はカタログにない。新しい取組とするか、選び直す。
intake_accept_no_item = 項目{ $code }：まとめる先の項目{ $other }に、採用した取組がない。
intake_accept_organisation = 機関のキー「{ $organisation }」は organisations.yml で別の機関に使われている。別のキーにする。
intake_accept_unsound = { $file } に誤りがあり、書き足せない。先に python -m loaders check の指摘を直す。
intake_accept_by_hand = { $file } はこの書き方では自動で書き足せない。手で加える。
intake_draft_large = 下書きのファイルが大きすぎる（{ $mb } MBまで）。
intake_draft_none = 下書きのファイル（*.intake.json）ではない。
intake_draft_format = この版では読めない形式の下書きである。作成した版のアトラスで開く。
intake_draft_broken = 下書きの { $field } が壊れている。保存し直したファイルを使う。
intake_draft_option = コマンドで与えた { $field } の値が正しい形ではない。改めて実行する。
intake_draft_positions = 項目{ $code }：本文の外を指す位置がある。下書きを作り直す。
intake_draft_twice = 下書きに同じ項目番号かキー「{ $code }」が二度ある。一方を改める。
intake_accept_written = { $n }件のファイルを書き込んだ（新規{ $new }件）。
intake_accept_pending = 未確認のまま残した項目：{ $codes }
intake_drafted = { $file }：{ $items }項目（確度 低{ $low }・中{ $medium }・高{ $high }）
intake_draft_title = 【下書き】{ $title }
intake_untitled = 題名未定（{ $code }）
intake_note = 資料の取込の結果である。data/ のファイルを作業ツリーの同じ場所に置き（既存のファイルへの変更は changes.diff で確かめられる）、python -m loaders check を実行する。
intake_note_none = 残りの作業はない。
intake_note_left = 残りの作業（ファイル、項目、内容）：
intake_note_open = 未確認のまま残した項目：{ $codes }
intake_left_ja = 日本語を書く
intake_left_en = 英語を書く
intake_left_untold = 取組がこの項目を引用していない。該当する取組の mentions に { $mention } を加えるか、not_initiative に理由を書く
import_yaml = カタログ（YAML）

intake_focus_reason = テーマ「{ $theme }」が重点分野「{ $focus }」に当たるため。
intake_rule_country_named = 国名が本文にある
intake_rule_country_sign = 国名の略字が本文にある
intake_rule_country_heading = 見出しの国・地域名による
intake_rule_country_party = 本文に国名はないが、共同声明の相手国
intake_rule_country_home = 日本（実施側の所在国）
intake_rule_country_spoken_about = 言及されているが、取組の対象とは読めない
intake_rule_region_named = 地域名が本文にある
intake_rule_region_linked = 国や海域の位置の説明に出る地域名で、取組の対象とは読めない
intake_rule_partner_table = 機関の表にある名称が本文にある
intake_rule_partner_country = 機関名が国名とともに本文にある
intake_rule_partner_both = 「両国の」に当たる相手国の機関
intake_rule_partner_short = 資料の中で定義された略称
intake_rule_partner_new = 名称の形から機関とみられる（表にない）
intake_rule_partner_with = 「連携」などの語とともに挙げられている
intake_rule_place_gazetteer = 地名表にある地名が本文にある
intake_rule_place_offline = 地名の資料に、その国で一つだけある
intake_rule_place_venue = 署名や会合の場所とみられ、事業の場所ではない
intake_rule_place_unsure = 地名とみられるが、一つに定まらない
intake_rule_date_named = 日付が本文にある
intake_rule_date_fiscal = 年度が本文にある
intake_rule_date_year = 月日が本文にあり、年は本文の日付又は年度による
intake_rule_amount_named = 金額が本文にある
intake_rule_status_done = 進捗を表す語（済み）
intake_rule_status_expected = 進捗を表す語（これから）
intake_rule_theme_word = テーマを表す語が本文にある
intake_rule_theme_heading = 見出しの語による
intake_rule_theme_frame = 個別の取組でなく、枠組みを述べるとみられる
intake_rule_instrument_any = 手段の記載がない
intake_rule_instrument_word = 手段を表す語が本文にある
intake_rule_learnt = 近い既存の取組による
intake_rule_focus_stated = 資料に重点分野の記載がある
intake_rule_focus_theme = テーマと近い取組からの推定
intake_rule_same_text = 題名・要約・国・テーマ・連携先が近い
intake_rule_same_facts = 日付と金額が一致
intake_amount_of = 日本のみの額ではない
intake_doubt_refused = 取組に当たらないとみられる
intake_doubt_no_area = 国・地域が読み取れない
intake_doubt_no_theme = テーマを表す語がない
intake_doubt_theme_frame = 取組でなく前文・柱書の可能性がある
intake_doubt_several = 複数の取組を含むとみられる
intake_doubt_existing = 近い既存の取組がある
intake_doubt_spoken_about = 取組の対象でない国への言及がある
intake_doubt_told_before = 前の項目と同じ取組の可能性がある
intake_doubt_party = 国名がなく、相手国を補った
intake_doubt_theme_close = テーマの候補が僅差
intake_doubt_focus_close = 重点分野の候補が僅差
intake_doubt_place_unsure = 地名が一つに定まらない
intake_doubt_partner_new = 表にない機関がある
intake_doubt_amounts = 金額が複数ある
intake_score_unknown = この資料の正解（目録の記載箇所、data/intake/）がなく、採点できない。
intake_score_document = 資料
intake_score_outline = 項目
intake_score_countries = 国 F1
intake_score_organisations = 機関 F1
intake_score_theme = テーマ 第1候補
intake_score_themes = テーマ 第3候補まで
intake_score_instrument = 手段 第1候補
intake_score_focus = 重点分野
intake_score_linking = 既存との対応
intake_score_refused = 取組か否か
intake_score_seconds = 秒

## Pictures and slides: titles written from the filter

snap_about_all = 「自由で開かれたインド太平洋」（FOIP）
snap_about_evolved = 進化した「自由で開かれたインド太平洋」（FOIP）
snap_title_all = 「自由で開かれたインド太平洋」（FOIP）の取組
snap_title_document = { $name }の取組
snap_title_evolved = 進化した「自由で開かれたインド太平洋」（FOIP）の取組
snap_title = { $where }：{ $what }
snap_title_where = { $where }に関する取組

## Pictures and slides: what is counted

snap_counts = 取組{ $i }件・{ $s }か所
snap_comma = 、
snap_counts_of = （うち{ $parts }）
snap_counts_wide = 広域{ $n }か所
snap_counts_off = 地図外{ $n }か所
snap_empty = 条件に合う取組はない

## Pictures and slides: legend

snap_shown = 対象国
snap_site = 地点
snap_city = 都市・おおよそ
snap_country = 国単位
snap_region = 広域
snap_route = 経路（模式）

## Pictures and slides: key

snap_wide = 広域の取組
snap_outside = 図に示しきれない取組
snap_off = 地図に置けない取組
snap_inferred = 公開情報
snap_candidate_sign = 候補
snap_candidate = 候補
snap_inset = 拡大図 { $letter }
brief_template = スライドを省内のひな形（{ $name }）に入れる
brief_template_help = PowerPointだけに使う。プレビューと他の形式はひな形なし。
move_text = { $before } → { $after } { $date }
move_again = 新たに{ $said }
move_none = 記録なし
snap_moved = { $n ->
    [0] 期間内に動いた取組なし
   *[other] { $n }件に動き（うち{ $countries }か国に{ $placed }件）。前の段階から進んだのは{ $advanced }か国
  }
snap_moved_head = 期間
snap_moved_shown = { $words }、うち期間内に動いた{ $counts }
snap_moved_note = { $since }から{ $until }までに動いた取組。矢印は前に達していた段階から新たに達した段階。「記録なし」はそれより前の段階が公開情報で確認できないもの、「新たに」は次の段階に至らない新しい動き。候補の事業、予定、先行事業は含まない。記録の追加や訂正は動きではない。
template_locked = パスワードで保護されたファイルか旧形式（.ppt）です。PowerPointで開き、保護を外して.pptxで保存し直してください。
template_macros = マクロを含むファイルは使えません。マクロなしの.pptxか.potxで保存し直してください。
template_unread = PowerPointのファイルとして読めません。.pptxか.potxを指定してください。
template_empty = レイアウトがありません。スライドマスターのあるひな形を指定してください。
template_small = 本文の領域が小さすぎます（幅15.3cm×高さ8.2cm以上が必要）。本文の枠が広いレイアウトを加えてください。
template_lacks_title = 表題の枠のあるレイアウトがないため、表題は本文の領域に描きます。
template_lacks_footer = フッターの枠がないため、取扱表示は本文の領域に描きます。
template_lacks_date = 日付の枠がないため、日付は注記にあるデータ版の日付だけです。
template_lacks_number = スライド番号の枠がないため、番号を付けません。
note_template_locked = パスワードで保護されたファイルか旧形式（.doc）です。Wordで開き、保護を外して.docxで保存し直してください。
note_template_macros = マクロを含むファイルは使えません。マクロなしの.docxか.dotxで保存し直してください。
note_template_unread = Wordとして読めません。.docxか.dotxを指定してください。
note_template_small = 本文の領域が小さすぎます（幅11cm×高さ12cm以上が必要）。用紙を大きくするか余白を狭くしてください。
note_template_lacks_styles = スタイル「{ $names }」がないため、本文の書体のまま簡素に組みます。
note_template_lacks_number = ヘッダーとフッターにページ番号がないため、番号を付けません。
layer_map = 地図
layer_ground = 白地
layer_sea = 海
layer_land = 陸地
layer_boundaries = 境界線
layer_boundary = 境界線
layer_disputed = 係争地
layer_islands = 小島しょ
layer_frame = 枠
layer_source = 拡大図の範囲
layer_rim = 縁
layer_tag = 札
layer_leaders = 引出線
layer_marks = 印
layer_names = 地名
layer_scale = 縮尺
layer_boxes = 囲み
layer_head = 見出し
layer_counts = 件数
layer_subtitle = 副題
layer_legend = 凡例
layer_key = 一覧
layer_foot = 注記
layer_rule = 罫線
layer_notes = 注記の文
layer_marking = 取扱表示
layer_number = ページ番号
layer_contents = 目次
layer_cover = 表紙
layer_changes = 変更点
layer_sources = 出典
layer_empty = 該当なし
layer_heading = 見出し
layer_sign = 記号
layer_count = 件数
layer_shape = 図形
snap_page = { $n }／{ $of }　{ $names }
snap_continued = { $title }（続き）
snap_wide_box = { $name }（広域）
snap_off_box = 地域を定めない取組

## Pictures and slides: foot

snap_shown_head = 絞り込み
snap_edition_head = データ版
snap_sources_head = 出典
snap_precision_head = 位置の精度
snap_boundaries_head = 境界
snap_link_head = リンク
snap_date_head = 作成日
snap_records = 公開情報{ $n }件（取組ごとの出典はリンク先）
snap_plates = 国の札は国内の特定の場所を指さない。
snap_schematic = 破線の経路は模式図。
snap_inferred_focus = 重点分野を推定した取組{ $n }件。
snap_emphasis = 下線は本資料で強調する取組。
snap_keys = 番号は一覧の番号で、件数ではない。
snap_boundaries = 国境・境界線は参考表示であり、日本国政府の立場に沿う。基図：Natural Earth　地名：GeoNames（CC BY 4.0）　作成：FOIPアトラス
snap_km = { $n } km

## Pictures and slides: briefing page

page_briefing = ブリーフィング
brief_settings = スライドの設定
brief_title = 表題
brief_subtitle = 副題
brief_style = 様式
brief_style_symbols = 地図のみ
brief_style_numbered = 番号と一覧
brief_style_boxes = 枠囲み
brief_langs = 言語
brief_langs_both = 日英
brief_size = 用紙
brief_size_slide-16x9 = 16:9
brief_size_slide-4x3 = 4:3
brief_size_a4-landscape = A4横
brief_size_a4-portrait = A4縦
brief_size_a3-landscape = A3横
brief_frame = 地図の範囲
brief_frame_auto = 自動（表示中の取組に合わせる）
brief_frame_indo-pacific = インド太平洋
brief_frame_world = 世界
brief_frame_view = 地図画面と同じ
brief_colours = 色の使い方
brief_colours_light = 重点分野
brief_colours_print = 白黒印刷
brief_marking = 取扱表示
brief_marking_hint = 例：取扱注意
brief_date = 作成日を載せる
brief_parts = 載せるもの
brief_legend = 凡例
brief_key = 番号の一覧
brief_milestones = 主な進捗（署名・引渡しなど）
brief_qr = リンクのQRコード
brief_always = 出典・位置の精度・境界の注記は常に載る。
brief_back = 地図に戻って条件を変える
brief_shown = **{ $n }件**の取組：{ $words }
brief_pages = { $n }ページになる（1ページ目を表示）。
brief_download = ダウンロード
brief_file = ファイル名 { $name }
brief_pptx = 文字も図形も編集可
brief_png = 画像 { $w }×{ $h }
brief_svg = 拡大しても鮮明
brief_pdf = 印刷用
brief_html = 1ファイル配布用
brief_docx = 説明資料（文書）
brief_xlsx = 取組と出典の表
brief_geojson = 地点データ
brief_command = 同じものを作るコマンド
brief_recipe = 構成ファイルによる資料一式
brief_recipe_hint = 構成ファイルは、地図・表・変更点など資料のページを順に書いたテキストファイル。翌月のデータでも同じファイルから同じ構成の資料を作る。
brief_recipe_save = この設定を構成ファイルで保存
brief_recipe_open = 構成ファイルを開く
brief_recipe_refused = 構成ファイルに誤りが{ $n }件ある。
brief_recipe_pages = 構成ファイルに誤りはない（{ $n }ページ分の指定）。
brief_checks = 出力前の確認
brief_check_all = 取組{ $n }件すべてを収録
brief_check_overlap = 記号・文字・線の重なりなし
brief_check_size = 最小文字 { $pt }ポイント
brief_check_listed = 続きの一覧に載る取組 { $n }件

## Pictures and slides: report of the layout

report_dropped = 載っていない取組 { $n }件：{ $names }
report_unnamed = 名のない国 { $n }：{ $names }
report_cut = 途中で切れた文 { $n }件
report_crossings = 引出線の交差 { $n }か所
report_under = 枠や記号の下を通る線 { $n }本
report_overlap = 重なりが{ $n }か所ある：用紙を大きくするか条件を絞る
report_outside = 紙からはみ出す文字 { $n }か所
report_small = 最小文字 { $pt }ポイントは小さすぎる
brief_check_inferred = 重点分野を推定した取組 { $n }件（注記に明記）
brief_check_off = 地図に置けない取組 { $n }件（一覧に記載）
brief_pack = まとめて作成
brief_pack_hint = 取組のある組み合わせを1枚ずつ。表紙・目次・出典つき。
brief_by_region = 地域ごと
brief_by_country = 国ごと
brief_by_focus = 重点分野ごと
brief_by_region-focus = 地域×重点分野
brief_pack_by = 分け方
brief_pack_format = 形式
brief_pack_make = { $n }枚を作る
brief_pack_doing = { $share } { $doing }
brief_pack_line = 順番待ち：前に{ $n }件
brief_pack_begin = 準備中
work_failed = 作成できなかった。もう一度お試しください。
work_time = 作成に時間がかかりすぎるため中止した。絞り込むか、文章を短くしてください。
work_memory = 必要なメモリーが上限を超えるため中止した。絞り込むか、文章を短くしてください。
work_busy = 順番待ちが多すぎる。しばらくしてからもう一度お試しください。
brief_data = 対象
brief_data_atlas = アトラス
brief_data_list = 自分の一覧
brief_data_both = 両方
brief_many = 一度に載せられるのは{ $most }件まで。地域や国で絞り込んでください。
brief_pack_stop = 中止
brief_pack_done = できた：{ $name }
brief_pack_save = 保存
brief_now = 画像
brief_now_help = この画面の図をPNGで保存する（16:9、条件・出典つき）
brief_open = スライド
brief_open_help = この条件のままブリーフィング画面でスライドを作る
brief_preview = プレビュー：{ $alt }

## Pictures and slides: alt text and notes

snap_alt = 地図：{ $title }。{ $words }。{ $counts }。
snap_notes_sources = 出典
notes_points = 発言要領（案）
notes_point = ・{ $title }：{ $said }
notes_now = 現状は「{ $said }」。
notes_next = 今後は「{ $said }」。
notes_sources = 要点の出典
abbreviations = 略語：{ $terms }
notes_all = 出典（この資料の全て）
snap_contents = 目次
pack_number = 番号
recipe_gone = { $edition }版に取組「{ $name }」はなく、構成ファイルの指定は使われていない。
recipe_nothing = { $edition }版に{ $name }の記載はない。
recipe_near = 「{ $name }」ではないか。
recipe_no_edition = ページを作れるリリース済みの版に「{ $name }」はなく、{ $used }版を用いた。
recipe_no_since = 比較する版「{ $name }」はなく、1か月前の版と比較した。
recipe_first = 比較できる以前の版がない。
recipe_before = 変更前
recipe_after = 変更後
recipe_wording = 文言だけの変更（{ $n }件）は載せない。
recipe_unchanged = 二つの版の間に変更はない。
recipe_template = ひな形「{ $name }」はこの画面では使わない。コマンド（python -m exporters briefing）では使う。

# The overview
page_overview = 全体像
overview_tab = 表示
overview_tab_gaps = 分布と空白
overview_tab_amounts = 金額
overview_tab_moves = 動きと予定
overview_tab_compare = 比較
overview_gaps_note = 数字は取組の件数。0は資料と公開情報に記載がないことを示し、協力がないことを示すものではない。一国（日・シンガポール共同声明）や数か国（日比米、日米豪印）を対象とする資料があり、その国の件数が多くなる。
overview_amounts_note = 公表された額だけを示し、通貨の異なる額は足さない。上限額は上限のまま数え、合計は署名・承認された額の和であって支払額ではない。
overview_gaps_hint = マスを選ぶと、その取組が一覧に出る（斜線は0）。
overview_compare_note = 国名・地域名を挙げた取組を並べる。「記載なし」は、条件に合う取組が資料と公開情報に記載されていないことを示し、協力がないことを示すものではない。
overview_compare_hint = 絞り込みは、国・地域のものを除いて効く（斜線は記載なし）。
overview_moves_note = 進捗は新しい順で、候補の事業と先行事業の動きは載せない。日付が年か月だけのものは、その年か月が期間内に始まるものを載せる。予定は資料と公開情報が述べる時期の順で、候補の事業を含み、実現を示すものではない。
overview_months = 期間
overview_months_1 = 1か月
overview_months_3 = 3か月
overview_months_6 = 6か月
overview_months_12 = 12か月
overview_months_24 = 24か月
overview_since = 起点の月・版
overview_since_edition = { $month }の版から
overview_since_month = { $month }から
overview_wide = 広域も足す
overview_themes = 全てのテーマ
overview_by_region = 地域 × 重点分野
overview_by_country = 国・地域 × テーマ
overview_several = 複数の地域にまたがる取組は、地域ごとに数える。東アジアには日本を含む。
overview_sum = 計
overview_workbook = 表（Excel）
overview_named = 件数（全テーマ）
overview_zeros = 空白
overview_shown = { $all }テーマのうち、国の数の多い{ $n }テーマ
overview_wide_on = 国名を挙げた取組に、地域全体の取組を足した数（国名の右は国名を挙げた件数）
overview_wide_off = 国名を挙げた取組だけ
overview_osa = 政府安全保障能力強化支援（OSA）：供与先 × 会計年度
overview_osa_note = 単位：百万円、署名時の額
overview_recipient = 供与先
overview_total = 計
overview_unpriced = 供与額の公表なし（{ $status }）
overview_found = 確認できた供与
overview_budget = 予算
overview_fiscal = { $year }年度
overview_no_amounts = この条件で公表された供与額は確認できない。
overview_others = その他の公表額：{ $code }
overview_figures = { $n }件、計{ $total }
overview_amount_sources = 出典
overview_yen = 円換算（参考）約{ $money }
overview_rates = 円換算（参考）に用いた年平均レート
overview_rates_note = その年の平均による概算（上から3桁）で、円の額には足さない。{ $year }年以降の年平均レートは未収録で、その年の額に円換算はない。
overview_rate_year = 年
overview_rate_currency = 通貨
overview_rate_yen = 1単位当たりの円
overview_rate_source = 出典と公表日
overview_left_candidate = 合計に含めない額：資料が指す事業か未確認のもの
overview_why_candidate = 候補となる事業の額
overview_left_intent = 合計に含めない額：署名・承認を確認していないもの
overview_why_intent = 発表・報道・要求の段階の額
overview_left_other = 合計に含めない額：総額、一部分の上限、基金、民間契約、国内の経費など
overview_why_other = 何の額かは各行に示す
overview_left_event = 合計に含めない額：同じ出来事の別の報道
overview_why_event = 同じ額を二度数えない
overview_left_budget = 合計に含めない額：予算
overview_why_budget = 予算、予算案、要求は供与額ではない
overview_left_background = 合計に含めない額：先行事業
overview_why_background = 取組以前の経緯
overview_strip = 時間の上で
overview_strip_note = 左から右へ日付順。白抜きは月だけが公表されたもの、数字は近い日付の件数。
overview_strip_left = 年だけのもの{ $n }件は置いていない。
overview_coming = 今後の予定
overview_steps = { $n }件
overview_none_coming = この条件で公表された予定は確認できない。
overview_late = 予定時期経過・実施未確認
compare_first = 並べる国・地域を2つから4つまで選ぶ。
compare_second = { $name }と並べる国・地域を選ぶ。
compare_change = 国・地域を選び直す
compare_most = 並べるのは{ $n }つまで。もう一度押すと外れる。
compare_title = 件数：{ $names }
compare_has = { $name }{ $n }件
compare_lead = { $said }（うち共通{ $n }件）
compare_total = 取組
compare_common = うち共通
compare_only = うち単独
compare_also = ほかに地域全体
compare_distinct = 全体（重複なし）
compare_theme = テーマ
compare_told = 進捗・額・連携先
compare_by_theme = テーマ別の取組
compare_once = 一つの取組は、主なテーマ（記録の最初に挙げたテーマ）の行に一度だけ載せる。
compare_both = 両国に共通の一つの取組
compare_shared = { $names }に共通の一つの取組
compare_again = 左の欄と同じ一つの取組
compare_gap = { $name }の記載なし
compare_other = このテーマも含む取組{ $n }件がほかの行にある
compare_reached = { $name }全体の取組{ $n }件が及ぶ
compare_wide = { $n }件。どの国の件数にも数えない。
compare_above = ほかに、地域全体にも及ぶ取組{ $n }件は上の表にある。
compare_lines = { $n }件
compare_none = この条件の取組はない。
overview_gaps_words = 空白を言葉で
overview_gaps_words_note = 絞り込みの中で件数が0の国・地域と重点分野（場所としての記載。連携先としての参加は数えない）
overview_empty_countries = 取組の記載がない国・地域
overview_no_members = 加盟国の一覧がなく、国は調べていない
overview_nothing = この地域を挙げた取組の記載なし
overview_main_area = テーマは取組の最も多い重点分野の下に置く
overview_period = { $since }から{ $today }まで
overview_empty_areas = 取組の記載がない重点分野
overview_precision = 位置の精度
overview_basis = 位置の根拠
overview_places = { $n }か所
overview_folded = { $source }が挙げた{ $n }件（{ $status }）
overview_osa_to = { $n }か国
overview_osa_lead = OSA：{ $years }か年度で{ $to }に計{ $total }
overview_files = 出力
overview_slides = スライド（PowerPoint）
overview_pdf = PDF
overview_note = 文書（Word）
overview_calendar = 予定表（.ics）

# Initiatives chosen one by one
ids = 取組
ids_chosen = 選んだ{ $n }件の取組
basket = ブリーフィング { $n }件
basket_add = ブリーフィングに加える
basket_take = ブリーフィングから外す
basket_chosen = 選んだ{ $n }件を加える
basket_order = 並べ替え・保存
basket_order_note = スライドと文書では重点分野の中を、表では全体をこの順に並べる。
basket_up = 上へ
basket_down = 下へ
basket_save = ファイルに保存
basket_save_all = { $n }件をファイルに保存
basket_load = ファイルから加える
basket_loaded = ファイルの{ $n }件がブリーフィングに入っている。
basket_unknown = ファイル（データ版{ $edition }）のうち{ $n }件はこのデータ版にないため除いた：{ $names }
basket_broken = { $name }はブリーフィングのファイルとして読めないため、何も変えていない。
basket_long = { $n }件はアドレスに収まらないため、ブリーフィングを変えていない。
basket_in = ブリーフィングに加えた取組がある
basket_all = 表示中の{ $n }件を加える
basket_brief = 作成へ
basket_show = これだけ表示
basket_clear = 空にする

## Fact sheets

fact_sheet_country = 国別概要
fact_sheet_region = 地域概要
fact_whole = 記録の全体から作る。表示中の絞り込みは及ばない。
fact_pdf = PDF（A4）
fact_pptx = スライド（PowerPoint）
fact_docx = 文書（Word）
fact_title_country = 国別概要　{ $name }
fact_title_region = 地域概要　{ $name }
fact_about = 日本の「自由で開かれたインド太平洋」（FOIP）の取組
fact_nothing = { $name }を対象とする取組の記録はない。
fact_count = 取組数
fact_amounts = 金額（通貨ごと。確認と候補は別）
fact_no_amounts = 公表された金額の記録なし
fact_confirmed = 確認
fact_shared = 他国と共通
fact_figures = { $n }件
fact_apart = 合計に含めない額：{ $n }件（予算、総額、報道、同じ供与の別の報道額など）
fact_latest = 最新の動き（候補を除く）
fact_unknown = 進捗の公表を確認していない
fact_steps = 取組（重点分野別）
fact_what = 取組（実施・相手）
fact_stage = 段階
fact_day = 日付
fact_money = 金額
fact_source_head = 出典
fact_none = { $name }を挙げる取組の記録なし
fact_with = （{ $names }と共通）
fact_of = （{ $names }）
fact_amount_of = 額は{ $of }
fact_aside = （{ $what }）
fact_coming = 今後の予定（公表されたもの）
fact_timeline = 経緯
fact_locator = { $name }の位置
fact_source = { $who }「{ $title }」{ $day }
fact_documents = 資料：{ $documents }
fact_document = { $name }（{ $codes }）
fact_open = 白抜きの印は市などのおおよその位置。
fact_candidate = 候補
fact_candidate_note = 資料が事業名を挙げず、指す事業か確認できないもの。金額は「確認」と分けて示す。

## 資料の取込：読めない理由

intake_too_big = ファイルが{ $limit }MBを超えている。画像を除いて保存し、もう一度選ぶ。
intake_too_big_unpacked = 展開すると{ $limit }MBを超えるため読み込まない。不要な部分を除いて保存し直す。
intake_too_long = 資料が{ NUMBER($paragraphs) }段落又は{ NUMBER($characters) }字を超えている。分割してもう一度選ぶ。
intake_too_many_paragraphs = 資料の段落等が{ NUMBER($most) }を超えている。分割してもう一度選ぶ。
intake_too_many_pages = PDFが{ NUMBER($pages) }ページある。読めるのは{ NUMBER($most) }ページまで。必要なページを取り出す。
intake_encrypted = パスワードで保護されている。保護を外して保存し直す。
intake_old_office = .doc、.pptなどの旧形式は読めない。.docx、.pptx又はPDFで保存し直す。
intake_not_a_document = 資料として読めない種類のファイル。TXT、PDF、DOCX、PPTX又はHTMLを使う。
intake_office_broken = ファイルが壊れているか、読めないものを含む。WordやPowerPointで開いて保存し直す。
intake_pdf_broken = PDFが壊れている。閲覧ソフトで開いて保存し直す。
intake_html_broken = ウェブページとして読めない。保存し直すか、本文をテキストファイルに写す。
intake_scan = スキャンしたPDFで、文字がなく画像だけである。先に文字認識（OCR）をするか、元のファイルを使う。
intake_encoding_unsure = 文字コードが決まらない（{ $encodings } が考えられる）。元のソフトで UTF-8 で保存し直す。
intake_encoding_unknown = 文字コードがUTF-8、UTF-16、シフトJIS（CP932）のいずれでもない。UTF-8で保存し直す。
intake_empty = ファイルに文字がない。

## 資料の取込：ファイル全体について

intake_encoding_guessed = 文字コード { $encoding } と推定して読み込んだ。文字が正しくなければ、元のソフトで UTF-8 で保存し直す。
intake_encoding = { $encoding }として読んだ。
intake_bare_pages = 文字のないページ（画像の可能性）：{ $pages }。内容は読んでいない。
intake_dropped = 柱、ページ番号、ナビゲーションを除いた：{ NUMBER($n) }件。
intake_no_outline = 資料に番号や見出しがない。{ NUMBER($n) }段落をそれぞれ項目とした。
# The review of a new document
intake_tab_lists = 一覧表
intake_tab_document = 資料
intake_start = 資料の取込
intake_lead = 共同声明などの資料を読み込み、項目ごとに取組の案を作って一件ずつ確認する。確認した案は、カタログの下書きとして受け取る。
intake_upload = 資料（TXT、PDF、DOCX、PPTX、HTML）または保存した下書き（.intake.json）
intake_private = 資料はこのサーバーの外に送られず、保存もされない。下書きはこの画面を開いている間、閲覧者のブラウザーに残る。
intake_language = 資料の言語
intake_language_auto = 資料から判定
intake_parties = 相手国（共同声明など。複数可）
intake_parties_none = 選択
intake_given_title = 表題（分かる場合）
intake_given_date = 日付（分かる場合。例 2026-03-18）
intake_read = 読み込む
intake_reading = 資料を読み、項目ごとに案を作っている…
intake_failed = 「{ $name }」を読み込めなかった。
intake_bad_date = 日付は 2026、2026-03、2026-03-18 のいずれかの形で書く。
intake_no_items = 項目が見つからなかった。番号や箇条書きのある資料を選ぶ。
intake_review = 新しい資料の確認
intake_progress = 確認の進み
intake_tally = 採用{ $taken }・取組でない{ $refused }・残り{ $left }
intake_order_doubt = 確度の低い順
intake_order_document = 資料の順
intake_to_order_doubt = 確度の低い順に替える
intake_to_order_document = 資料の順に替える
intake_left_sure = 残り 確度低{ $low }・中{ $medium }・高{ $high }
intake_save = 中断して保存
intake_save_why = 確認の途中をファイル（.intake.json）に保存する。続きは同じ画面で読み込む。
intake_preview = 地図で確認
intake_zip = YAMLの下書き（{ $n }件）
intake_close = 閉じる
intake_text = 資料の本文
intake_gap = 項目の外の本文（{ $n }字）
intake_item_label = 項目{ $code }、確度{ $sure }、{ $state }
intake_sure_low = 低
intake_sure_medium = 中
intake_sure_high = 高
intake_state_open = 未確認
intake_state_taken = 採用
intake_state_refused = 取組でない
intake_badge_low = 低
intake_badge_medium = 中
intake_badge_high = 高
intake_badge_now = 確認中
intake_badge_taken = 採用
intake_badge_refused = 取組でない
intake_evidence = この項目の根拠
intake_field_country = 国
intake_field_partner = 連携先
intake_field_place = 地名
intake_field_date = 日付
intake_field_status = 進捗
intake_field_amount = 金額
intake_field_theme = テーマ
intake_field_instrument = 手段
intake_field_focus = 重点分野
intake_field_same = 既存の取組
intake_about = 資料の情報
intake_read_notes = 読取りの注記（{ $n }件）
intake_title_parties = 相手国は表題から{ $names }とした。違う場合は、閉じて相手国を選び、読み込み直す。
intake_left_out = 除いた行
intake_source_title_ja = 資料の表題（日）
intake_source_title_en = 資料の表題（英）
intake_source_short_title_ja = 資料の短い題名（日）
intake_source_short_title_en = 資料の短い題名（英）
intake_source_publisher_ja = 発行者（日）
intake_source_publisher_en = 発行者（英）
intake_source_date = 日付（例 2026-03-18）
intake_proposal = 提案
intake_item = 項目{ $code }
intake_entries = 取組
intake_entry = 取組{ $n }
intake_overall = 全体の確度
intake_doubts = （{ $doubts }）
intake_comma = 、
intake_previous = 前
intake_next = 次
intake_no_entry = この項目には取組の案がない。取組であれば作り、取組でなければ X を押す。
intake_add_entry = 取組を作る
intake_joined = 項目{ $code }と同じ取組とする。
intake_apart = 別の取組に戻す
intake_title_ja = 題名（日）
intake_title_en = 題名（英）
intake_summary_ja = 要約（日）
intake_summary_en = 要約（英）
intake_short_title_ja = 短い題名（日）
intake_short_title_en = 短い題名（英）
intake_focus_area_reason_ja = 分野の理由（日）
intake_focus_area_reason_en = 分野の理由（英）
intake_lang_ja = 日本語
intake_lang_en = 英語
intake_to_write = 未記入（{ $lang }）
intake_reason_hint = 推定の理由（{ $lang }）
intake_focus = 重点分野
intake_basis = 分野の根拠
intake_basis_stated = 資料に明記
intake_basis_inferred = 推定
intake_focus_why = { $why }。
intake_next_focus = 次の候補は{ $name }。
intake_learnt = （近い取組「{ $title }」）
intake_who = 国・連携先
intake_with = 連携
intake_remove = 外す：
intake_add = 加える
intake_add_who = 国・連携先を加える
intake_new_organisation = 「{ $name }」は表にないため、新しい機関として加えた。
intake_what = テーマ・手段
intake_add_what = テーマ・手段を加える
intake_unknown_name = 「{ $name }」は見つからない。
intake_steps = 進捗
intake_add_step = 進捗を加える
intake_remove_step = 進捗{ $n }を外す
intake_currency = 通貨
intake_date_hint = 年月日
intake_recipient = 供与先
intake_expected = 予定
intake_quoted = 「{ $words }」
intake_rests_on = 根拠{ $words }
intake_no_date = 日付：この項目に記載なし
intake_amount_rests_on = 金額の根拠{ $words }
intake_no_amount = 金額：この項目に記載なし
intake_place = 位置
intake_map = 候補地{ $n }か所の地図
intake_sure = 確度{ $sure }
intake_colon = ：
intake_by_hand = 手で加えた
intake_role = 役割
intake_nowhere = 地図に置かない
intake_more = ほか{ $n }件
intake_spot = { $name }（{ $land }、{ $exact }）
intake_land = { $land }（{ $exact }）
intake_find = 地名を探す（Enter）
intake_found = 地名表に{ $n }件。
intake_find_beyond = 「{ $name }」を全世界の地名から探す
intake_same = 既存の取組と同じか
intake_new = 新しい取組とする
intake_near =
    { $n ->
        [0] （近い取組は見つからない）
       *[other] 近い取組が{ $n }件ある。同じであれば下を選ぶ。
    }
intake_agrees = { $fields }が一致。
intake_differs = { $fields }が違う。
intake_find_same = 既存の取組を題名で選ぶ
intake_beside = 並べて比べる
intake_what_is = 欄
intake_this = この案
intake_atlas = 収録済み
intake_short = 短い題名
intake_label = 項目の見出し
intake_label_ja = 項目の見出し（日）
intake_label_en = 項目の見出し（英）
intake_drop = この取組の案を除く
intake_actions = この項目の扱い
intake_take = 採用
intake_edit = 編集
intake_split = 分割
intake_join = 前と同じ
intake_refuse = 取組ではない
intake_ask_split = どこで二つの取組に分けるか
intake_no_cut = この項目には文や句の切れ目がない。
intake_ask_refuse = 取組ではない理由
intake_reason_other = ほかの理由を書いて Enter
intake_ask_close = この資料を閉じる
intake_close_saved = 保存して閉じる
intake_close_lost = 保存せずに閉じる
intake_proposed = （提案）
intake_back = 戻る
intake_did_take = 項目{ $code }を採用した。{ $all }件中{ $n }件を確認。次は項目{ $next }。
intake_did_refuse = 項目{ $code }を取組ではないとした。{ $all }件中{ $n }件を確認。次は項目{ $next }。
intake_did_undo = 元に戻した。項目{ $next }。
intake_did_redo = やり直した。項目{ $next }。
intake_did_split = 項目{ $code }を分けた。
intake_did_join = 項目{ $code }を項目{ $with }と同じ取組とした。
intake_did_apart = 項目{ $code }を別の取組に戻した。
intake_no_join = 項目{ $code }より前に、まとめられる取組がない。
intake_saved = 下書きをファイルに保存した。
intake_no_room = ブラウザーに下書きを置く余地がない。「中断して保存」でファイルに保存する。
intake_wait_zip = 下書きのファイルを作っている…
intake_wait_preview = 地図に置いている…
intake_wait_find = 地名を探している…
intake_got_zip = 下書きのファイル（ZIP）を渡した。書き残しは{ $n }件、未確認の項目は{ $open }件（ZIP 内の README に一覧）。
intake_long = 資料が長く、この画面からは送れない。「中断して保存」で保存し、python -m loaders intake accept で下書きにする。
intake_lost = サーバーで作れなかった。保存してからもう一度試す。
intake_got_preview = 地図に置いた。
intake_got_find = 地名が{ $n }件見つかった。
intake_hint = 採用した案は下書きで、点検（python -m loaders check）を通るまで地図に出ない。　|　元に戻す：Ctrl+Z　入力中の採用：Ctrl+Enter　項目へ戻る：Esc
intake_marking = 下書き
intake_on_map = 下書きの取組{ $n }件（採用したもの及び未確認のもの）、{ $shown }か所。公表された版には入っていない。
intake_brief = この下書き
## 資料の取込：読めない理由


## 資料の取込：ファイル全体について

intake_unwritten = 未記入：
intake_heading = 部の見出し
intake_heading_ja = 部の見出し（日）
intake_heading_en = 部の見出し（英）

brought_now = 接続が切れ、サーバー上の一覧「{ $name }」が失われた。ブラウザーに残る内容から読み込み直している。
brought_lost = 接続が切れ、一覧「{ $name }」が失われた。同じファイルを選び直せば、選択した内容も戻る。
brought_back = 接続が切れ、サーバー上の一覧「{ $name }」が失われた。内容はブラウザーに残っている。
brought_draft = 接続が切れ、地図に載せた下書き「{ $name }」の表示が失われた。下書きはブラウザーに残っており、載せ直すことができる。
brought_go_import = 読み込み直す
brought_go_intake = 下書きを開く
brought_drop = 使わない
