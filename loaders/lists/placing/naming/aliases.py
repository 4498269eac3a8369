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
GUY|GUF|SUR Guiana|ギアナ
"""
# Names of states that are no more and would be taken for one that is.
GONE: Final = """
German Democratic Republic|Germany, Dem. Rep.|East Germany|ドイツ民主共和国|東ドイツ|People's Democratic Republic of Yemen|Yemen, Democratic|Yemen, Dem.
イエメン民主人民共和国|南イエメン|Republic of Vietnam|ベトナム共和国|ベトナム民主共和国|Democratic Republic of Vietnam|Yemen, P.D.R.
"""
# The atlas's region of a name; with + those that it may mean, which a person has to choose from.
REGIONS: Final = """
asean ASEAN|アセアン|東南アジア|Southeast Asia|South-East Asia|South East Asia|South-eastern Asia|ASEAN加盟国|Association of Southeast Asian Nations|メコン|Mekong|Greater Mekong Subregion|GMS|BIMP-EAGA
pacific 太平洋島しょ国|太平洋島嶼国|太平洋島しょ国・地域|太平洋島嶼国・地域|太平洋島しょ|太平洋島嶼|太平洋諸島|大洋州島嶼国|大洋州島しょ国|Pacific Islands|Pacific Island countries|Pacific Island nations|Pacific Small Island States|Pacific|PICs|PIF|太平洋|南太平洋|South Pacific|Pacific Islands Forum|太平洋諸島フォーラム|PALM|太平洋・島サミット|Pacific Community|メラネシア|Melanesia|ポリネシア|Polynesia|Micronesia region|Micronesia, regional
oceania Australia and New Zealand|豪州・ニュージーランド|豪州・NZ
pacific+oceania Oceania|大洋州|オセアニア|Océanie
south-asia South Asia|Southern Asia|南アジア|南西アジア|SAARC|South Asian Association for Regional Cooperation|Asie du Sud
east-asia East Asia|Eastern Asia|北東アジア|東アジア|Northeast Asia|North-East Asia|North East Asia
central-asia Central Asia|中央アジア|コーカサス|南コーカサス|中央アジア・コーカサス|Caucasus|South Caucasus|Central Asia and the Caucasus|Asie centrale
middle-east Middle East|中東|中近東|Near East|Near and Middle East|湾岸|湾岸協力理事会|Gulf|Gulf States|Gulf Cooperation Council|GCC|Moyen-Orient
americas Americas|America, regional|米州|中南米|南米|中米|北米|カリブ|カリブ海|中米・カリブ|中米カリブ|カリコム|CARICOM|Latin America|ラテンアメリカ|ラテンアメリカ・カリブ|Latin America and the Caribbean|LAC|South America|Central America|North America|Northern America|Caribbean|West Indies|North and Central America|Caribbean and Central America|SICA|MERCOSUR|メルコスール|南アメリカ|北アメリカ|中央アメリカ|Caribbean Community|Andean
europe Europe|欧州|ヨーロッパ|EU|European Union|欧州連合|東欧|西欧|中欧|中東欧|南東欧|北欧|Eastern Europe|Western Europe|Northern Europe|Southern Europe|Central Europe|Central and Eastern Europe|Southeast Europe|South-East Europe|Balkans|Western Balkans|バルカン|西バルカン|バルト|バルト三国|Baltic States|Nordic|States Ex-Yugoslavia|V4
africa Africa|アフリカ|北アフリカ|東アフリカ|西アフリカ|南部アフリカ|中部アフリカ|中央アフリカ地域|東部アフリカ|西部アフリカ|北部アフリカ|サブサハラ|サブサハラ・アフリカ|サハラ以南アフリカ|サハラ以南のアフリカ|サヘル|アフリカの角|マグレブ|Sub-Saharan Africa|Sub Saharan Africa|South of Sahara|North of Sahara|North Africa|Northern Africa|East Africa|Eastern Africa|West Africa|Western Africa|Middle Africa|Southern Africa|Central Africa|Sahel|Horn of Africa|Maghreb|TICAD|ECOWAS|SADC|African Union|アフリカ連合|Southern Sub-Saharan Africa|Eastern Sub-Saharan Africa|Western Sub-Saharan Africa|Central Sub-Saharan Africa|Afrique
global Global|World|Worldwide|全世界|世界|国際|複数国|Multi-country|Multiple countries|Multinational|Developing countries|Bilateral|開発途上国|途上国|全地域|インド太平洋|Indo-Pacific|各国|複数地域|地域を定めない|全世界対象|No single region
south-asia+central-asia South and Central Asia|南・中央アジア
east-asia+asean Far East Asia|Far East|極東|東・東南アジア|東アジア・東南アジア|East and Southeast Asia|East and South-East Asia
east-asia+central-asia 東・中央アジア|東アジア・中央アジア|East and Central Asia
asean+pacific 東南アジア・大洋州|東南アジア・太平洋|Southeast Asia and the Pacific|Southeast Asia and Pacific
asean+south-asia BIMSTEC|ベンガル湾|Bay of Bengal|南・東南アジア|South and Southeast Asia|South and South-East Asia
middle-east+africa Middle East and North Africa|Middle East and Africa|Middle East and Northern Africa|MENA|中東・北アフリカ|中東・アフリカ|Arab States|アラブ
middle-east+europe 中東・欧州|Middle East and Europe
middle-east+central-asia Western Asia|West Asia|西アジア
europe+central-asia Europe and Central Asia|欧州・中央アジア|ECA|NIS|CIS|独立国家共同体|旧ソ連
europe+americas 欧米
"""
# Regions wider than any of the atlas's: kept in words.
WIDE: Final = """
Asia|アジア|アジア太平洋|アジア・太平洋|アジア大洋州|アジア・大洋州|Asia-Pacific|Asia and the Pacific|Asia and Pacific|Asia and Oceania|Asie|ユーラシア|Eurasia
East Asia and Pacific|East Asia and the Pacific|東アジア・大洋州|東アジア・太平洋|アジア・アフリカ|Asia and Africa|インド洋|Indian Ocean|環太平洋|Pacific Rim|APEC|環インド洋
南半球|北半球|Global South|グローバルサウス|広域|Regional|Multi-regional|Inter-regional|Interregional|地域|複数の地域|ODA対象国
小島嶼開発途上国|Small Island Developing States|SIDS|後発開発途上国|Least Developed Countries|LDCs|LDC|ACP
"""
# Territories and the country that lists write in brackets behind them: Guam (US), Niue (New Zealand).
OWNERS: Final = """
USA ASM|GUM|MNP|PRI|VIR|UMI
NZL COK|NIU|TKL
AUS CXR|CCK|HMD|NFK
GBR AIA|BMU|VGB|CYM|FLK|GIB|MSR|PCN|SHN|SGS|TCA|IOT|GGY|JEY|IMN
FRA PYF|NCL|WLF|GUF|GLP|MTQ|MYT|REU|SPM|BLM|MAF|ATF
NLD ABW|CUW|SXM|BES
DNK FRO|GRL
NOR BVT|SJM
FIN ALA
CHN HKG|MAC
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
# What a word of a country's name is short for, in trade and aid lists; the words in full come first.
SHORT: Final = """
republic rep|repub
democratic dem
federated fed|federal|federative
states sts
saint st|ste|sta
islands isl|isls|is|isds|isles|isle|island
territory terr|terrs|territories
british br|brit|uk
occupied occ
netherlands neth
former ex
peoples people|peop
socialist soc
equatorial eq
central cent
african afr
united states us|usa
peoples republic pr
federated republic fr
federated states fs
former yugoslav republic fyr|tfyr
peoples democratic republic pdr
democratic peoples republic dpr
democratic republic dr
"""
# Words for a kind of state, which tell no country from another.
KINDS: Final = """
republic|kingdom|state|sultanate|principality|commonwealth|union|federation|confederation|duchy|grand|democratic|peoples|socialist
islamic|arab|federated|plurinational|bolivarian|cooperative|oriental|independent|sovereign|hashemite|rb|territory
"""
