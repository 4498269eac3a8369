"""Names that mean several countries, a region or a town; those of one country are in `atlas/countries.csv`."""

from __future__ import annotations

from typing import Final

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
central-asia Central Asia|中央アジア|コーカサス|中央アジア・コーカサス|Caucasus|South Caucasus|Central Asia and the Caucasus
middle-east Middle East|中東|中東諸国|中近東|Near East|湾岸諸国|Gulf States
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
