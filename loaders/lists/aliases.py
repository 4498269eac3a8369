"""Names that people use for countries and that no rule derives from the CLDR names."""

from __future__ import annotations

from typing import Final

# One line a country: its usual other names, old names, abbreviations, official names.
ALIASES: Final = """
AFG アフガン
ARE UAE|U.A.E.|Emirates|アラブ首長国
ASM 米領サモア|アメリカ領サモア
ATG アンティグア・バーブーダ|アンティグア・バブーダ
AUS 豪州|豪|濠|濠太剌利
AUT 墺
BHS Bahamas|The Bahamas
BIH Bosnia|Bosnia-Herzegovina|ボスニア|ボスニア・ヘルツェゴビナ|ボスニアヘルツェゴビナ
BLR Byelorussia|白ロシア
BOL ボリビア多民族国
BRA 伯|ブラジル連邦共和国
BRN ブルネイ・ダルサラーム|Brunei Darussalam|ブルネイ・ダルサラーム国
CAF CAR|中央アフリカ
CAN 加
CHE スイス連邦|Swiss Confederation
CHN PRC|P.R.C.|P.R. China|Mainland China|People's Republic of China|中華人民共和国|中
CIV Ivory Coast|Cote dIvoire|象牙海岸|コートジボアール|コートディボワール
COD DRC|DR Congo|D.R. Congo|Dem. Rep. Congo|Congo DR|Congo (DRC)|Congo (Kinshasa)|Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo, Dem. Rep.|コンゴ民主共和国|コンゴ民|コンゴ(民主共和国)|コンゴ（キンシャサ）
COG Congo (Brazzaville)|Congo Republic|Republic of the Congo|Republic of Congo|Congo, Republic of the|Congo, Rep.|コンゴ共和国|コンゴ(共和国)|コンゴ（ブラザビル）
COK クック
COM コモロ連合
CPV Cabo Verde|Cape Verde|カーボヴェルデ|ベルデ岬
CZE Czech Republic|Czechia|チェコ共和国
DEU 独|独逸|West Germany
DMA ドミニカ国|Commonwealth of Dominica
DOM Dominican Rep.|The Dominican Republic|ドミニカ共和国
EGY Arab Republic of Egypt|エジプト・アラブ共和国
ESP 西班牙
FRA 仏|仏国|French Republic
FSM FSM|Micronesia|Micronesia, Federated States of|Micronesia, Fed. Sts.|Federated States of Micronesia|ミクロネシア
GBR UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland|英国|英|グレートブリテン及び北アイルランド連合王国|連合王国|イングランド|スコットランド
GEO グルジア
GMB The Gambia|Gambia, The
GNB ギニアビサウ共和国
GRC Hellenic Republic|ギリシア
HKG Hong Kong|Hong Kong SAR|Hong Kong, China|香港|中国香港
IDN インドネシア共和国
IND 印|印度|Bharat
IRN Islamic Republic of Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)
IRL Republic of Ireland|Eire
ITA 伊|伊太利
JOR ヨルダン・ハシェミット王国|Hashemite Kingdom of Jordan
JPN 日本国|日|Nippon
KGZ Kyrgyz Republic|Kyrgyz|キルギス共和国|キルギスタン
KHM カンボディア
KNA セントクリストファー・ネーヴィス|St. Kitts & Nevis|Saint Kitts and Nevis|セントクリストファー・ネイビス
KOR ROK|R.O.K.|South Korea|S. Korea|Korea, South|Korea, Republic of|Korea, Rep.|Republic of Korea|Korea (Republic of)|Korea (South)|大韓民国|韓|南朝鮮
LAO Lao|Lao PDR|Lao P.D.R.|Lao People's Democratic Republic|ラオス人民民主共和国
LBY リビア・アラブ
LKA Ceylon|スリランカ民主社会主義共和国|セイロン
MAC Macau|Macao|Macao SAR|Macau SAR|Macao, China|マカオ|澳門
MDA Moldova, Republic of|モルドヴァ
MDV Maldives|モルジブ|モルディヴ
MHL RMI|Marshall|Marshalls|マーシャル
MKD Macedonia|FYROM|Former Yugoslav Republic of Macedonia|マケドニア
MMR Burma|Myanmar|ビルマ|ミャンマー連邦共和国
MNP Northern Marianas|CNMI|サイパン|北マリアナ
MYS マレイシア
NCL 仏領ニューカレドニア
NLD Holland|The Netherlands|Kingdom of the Netherlands|蘭|オランダ王国
NZL NZ|N.Z.|Aotearoa|ニュージランド|ＮＺ|新西蘭
PAK パキスタン・イスラム共和国
PHL Philippines|The Philippines|フィリッピン|比|比国|フィリピン共和国
PLW Belau|ベラウ
PNG PNG|P.N.G.|パプア・ニューギニア|パプアニューギニア独立国
PRK DPRK|D.P.R.K.|North Korea|N. Korea|Korea, North|Korea, Democratic People's Republic of|Korea (Democratic People's Republic of)|Korea, Dem. People's Rep.|Democratic People's Republic of Korea|朝鮮民主主義人民共和国|北
PRT 葡
PSE Palestine|State of Palestine|West Bank and Gaza|Palestinian Territory|パレスチナ自治区|パレスチナ|パレスチナ自治政府
PYF 仏領ポリネシア|タヒチ
ROU Roumania|Rumania
RUS Russia|Russian Federation|ロシア連邦|露|露国
SAU KSA|Saudi|サウジ|サウディアラビア|サウジ・アラビア
SGP 星|星国|シンガポール共和国|Republic of Singapore
SLB Solomons|Solomon|ソロモン
SRB セルビア
STP Sao Tome|São Tomé & Príncipe|Sao Tome and Principe
SWZ Swaziland|Eswatini|スワジランド|エスワティニ王国
SYR Syria|Syrian Arab Republic|シリア・アラブ共和国
TCD Tchad
THA Siam|泰|泰国|タイ王国|タイ国
TLS East Timor|Timor-Leste|Timor Leste|Timor|東チモール|ティモール・レステ|東ティモール民主共和国
TTO Trinidad|Trinidad and Tobago|トリニダード・トバゴ
TUR Turkey|Turkiye|Türkiye|トルコ共和国
TWN Taiwan|Taiwan, China|Taiwan, Province of China|Chinese Taipei|Republic of China|ROC|R.O.C.|Formosa|臺灣|台|中華民国|チャイニーズ・タイペイ|中国台湾
TZA Tanzania|United Republic of Tanzania|Tanzania, United Republic of
UKR The Ukraine
USA US|U.S.|U.S.A.|United States|United States of America|The United States|America|アメリカ|米国|米|合衆国|北米合衆国
UZB ウズベク
VAT Holy See|Vatican|Vatican City State|バチカン|ローマ教皇庁|バチカン市国
VCT St. Vincent|Saint Vincent and the Grenadines|セントビンセント|セントビンセント及びグレナディーン諸島
VEN Venezuela, Bolivarian Republic of|ベネズエラ・ボリバル共和国
VGB 英領ヴァージン諸島|英領バージン諸島|British Virgin Islands
VIR 米領ヴァージン諸島|米領バージン諸島|US Virgin Islands
VNM Viet Nam|Vietnam|S.R. Vietnam|越|越南|ヴィエトナム|ベトナム社会主義共和国
VUT ヴァヌアツ|バヌアトゥ
WSM Western Samoa|西サモア|サモア独立国
XKX Kosovo|コソヴォ
ZAF South Africa|RSA|南ア|南アフリカ共和国
"""
# Names that more than one country goes by: a person has to say which.
SHARED: Final = """
KOR|PRK Korea|朝鮮|コリア
COD|COG Congo|コンゴ
DMA|DOM ドミニカ
GIN|GNB|GNQ|PNG ギニア諸国
WSM|ASM サモア諸島
"""
REGIONS: Final = """
asean ASEAN|アセアン|東南アジア|東南アジア諸国|Southeast Asia|South-East Asia|South East Asia|ASEAN諸国|ASEAN加盟国|ASEAN countries|Association of Southeast Asian Nations
pacific 太平洋島しょ国|太平洋島嶼国|太平洋島しょ国・地域|太平洋諸島|大洋州島嶼国|Pacific Islands|Pacific Island countries|Pacific Island nations|Pacific|PICs|太平洋
oceania Australia and New Zealand|豪州・ニュージーランド
south-asia South Asia|南アジア|南西アジア
east-asia East Asia|北東アジア|東アジア|Northeast Asia
americas Americas|米州|中南米|Latin America|ラテンアメリカ|Latin America and the Caribbean
europe Europe|欧州|ヨーロッパ|EU|European Union|欧州連合
africa Africa|アフリカ|アフリカ諸国|サブサハラ・アフリカ|Sub-Saharan Africa
global Global|World|Worldwide|全世界|世界|国際|複数国|Multi-country|Multiple countries|全地域|インド太平洋|Indo-Pacific|各国
"""
# Japanese names of towns and ports that neither the offline sources nor CLDR know, by the name that they do know.
PLACES: Final = """
ワシントンDC=Washington D.C.
ヌメア=Noumea
ベンガルール=Bengaluru
セブ=Cebu City
スービック=Subic
ネピドー=Nay Pyi Taw
シハヌークビル=Sihanoukville
チェンマイ=Chiang Mai
レムチャバン=Laem Chabang
チャットグラム=Chittagong
コロニア=Kolonia
トアマシナ=Toamasina
ビクトリア=Victoria
ルアンパバーン=Luang Prabang
ルアンプラバン=Luang Prabang
ラロトンガ=Rarotonga
チャンギ=Singapore Changi
ノイバイ=Noi Bai
ナカラ=Nacala
マタバリ=Matarbari
"""
