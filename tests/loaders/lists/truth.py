"""Places whose position is public knowledge, and the ways in which lists write their countries."""

from __future__ import annotations

from typing import Final, NamedTuple


class Known(NamedTuple):
    """A place as a person knows it: names, country (ISO alpha-3), degrees."""

    ja: str
    en: str
    country: str
    lat: float
    lon: float


PLACES: Final = tuple(
    Known(ja, en, country, float(lat), float(lon))
    for ja, en, country, lat, lon in (
        line.split("|")
        for line in """
スバ|Suva|FJI|-18.141|178.442
フナフティ|Funafuti|TUV|-8.524|179.194
コロンボ|Colombo|LKA|6.935|79.848
ハノイ|Hanoi|VNM|21.028|105.854
ホーチミン|Ho Chi Minh City|VNM|10.823|106.630
ジャカルタ|Jakarta|IDN|-6.208|106.846
マニラ|Manila|PHL|14.599|120.984
ダッカ|Dhaka|BGD|23.810|90.412
プノンペン|Phnom Penh|KHM|11.556|104.928
ビエンチャン|Vientiane|LAO|17.967|102.600
ティンプー|Thimphu|BTN|27.472|89.639
カトマンズ|Kathmandu|NPL|27.717|85.324
ポートモレスビー|Port Moresby|PNG|-9.443|147.180
ポートビラ|Port Vila|VUT|-17.734|168.322
ホニアラ|Honiara|SLB|-9.433|159.950
アピア|Apia|WSM|-13.833|-171.767
ヌクアロファ|Nuku'alofa|TON|-21.139|-175.205
タラワ|Tarawa|KIR|1.330|172.977
マジュロ|Majuro|MHL|7.090|171.381
ナイロビ|Nairobi|KEN|-1.286|36.817
モンバサ|Mombasa|KEN|-4.043|39.668
アビジャン|Abidjan|CIV|5.345|-4.024
ダカール|Dakar|SEN|14.693|-17.447
ルサカ|Lusaka|ZMB|-15.407|28.287
ナンプラ|Nampula|MOZ|-15.116|39.266
台北|Taipei|TWN|25.047|121.532
ソウル|Seoul|KOR|37.566|126.978
釜山|Busan|KOR|35.180|129.075
ムンバイ|Mumbai|IND|19.076|72.878
チェンナイ|Chennai|IND|13.083|80.270
クアラルンプール|Kuala Lumpur|MYS|3.139|101.687
クアンタン|Kuantan|MYS|3.808|103.326
バンコク|Bangkok|THA|13.756|100.502
キャンベラ|Canberra|AUS|-35.281|149.130
ウェリントン|Wellington|NZL|-41.287|174.776
サンティアゴ|Santiago|CHL|-33.449|-70.669
リマ|Lima|PER|-12.046|-77.043
ロンドン|London|GBR|51.507|-0.128
パリ|Paris|FRA|48.857|2.352
ワシントンD.C.|Washington, D.C.|USA|38.907|-77.037
""".strip().splitlines()
    )
)
COUNTRIES: Final = {
    "FJI": "フィジー|ﾌｨｼﾞｰ|Fiji|FJI|FJ|242|フィジー共和国|Republic of Fiji",
    "TUV": "ツバル|Tuvalu|TUV|TV", "LKA": "スリランカ|Sri Lanka|LKA|スリ・ランカ|Democratic Socialist Republic of Sri Lanka",
    "VNM": "ベトナム|Viet Nam|Vietnam|ヴェトナム|VN|越南", "IDN": "インドネシア|Indonesia|ＩＤＮ|Republic of Indonesia|360",
    "PHL": "フィリピン|The Philippines|PHL|比", "BGD": "バングラデシュ|Bangladesh|BD|People's Republic of Bangladesh",
    "KHM": "カンボジア|Cambodia|KHM|カンボジア王国", "LAO": "ラオス|Lao PDR|Laos|Lao People's Democratic Republic",
    "BTN": "ブータン|Bhutan|BT|Kingdom of Bhutan", "NPL": "ネパール|Nepal|NPL|Federal Democratic Republic of Nepal",
    "PNG": "パプアニューギニア|パプア・ニューギニア|PNG|Papua New Guinea", "VUT": "バヌアツ|ヴァヌアツ|Vanuatu|548",
    "SLB": "ソロモン諸島|Solomon Islands|ソロモン|Solomon Is.", "WSM": "サモア|Samoa|Independent State of Samoa",
    "TON": "トンガ|Tonga|トンガ王国|TO", "KIR": "キリバス|Kiribati|KIR|Republic of Kiribati",
    "MHL": "マーシャル諸島|Marshall Islands|RMI|マーシャル", "KEN": "ケニア|Kenya|KEN|ケニア共和国",
    "CIV": "コートジボワール|Cote d'Ivoire|COTE D'IVOIRE|Ivory Coast|象牙海岸|CIV", "SEN": "セネガル|Senegal|SN",
    "ZMB": "ザンビア|Zambia|894", "MOZ": "モザンビーク|Mozambique|MOZ", "TWN": "台湾|Taiwan|TWN|Chinese Taipei",
    "KOR": "韓国|ROK|Republic of Korea|大韓民国|South Korea|Korea, Rep.", "IND": "インド|India|印|Republic of India",
    "MYS": "マレーシア|Malaysia|MYS", "THA": "タイ|Thailand|タイ王国|Kingdom of Thailand",
    "AUS": "オーストラリア|豪州|Australia|豪|Commonwealth of Australia|36", "NZL": "ニュージーランド|New Zealand|NZ",
    "CHL": "チリ|Chile|CL", "PER": "ペルー|Peru|604", "GBR": "英国|UK|United Kingdom|イギリス|U.K.",
    "FRA": "フランス|France|仏|FR", "USA": "米国|USA|United States|アメリカ合衆国|U.S.A.|US|840",
}  # fmt: skip
NO_COUNTRY: Final = ("ズブロフカ", "Zubrowka", "??", "Neverland", "調整中の国", "X1", "Koria", "Austalia")
NO_PLACE: Final = ("Xyzzy", "どこにもない町", "第三工区", "Site B", "本部棟")
WHOLE: Final = ("", "全国", "Nationwide", "-", "未定", "N/A", "―")
ABROAD: Final = ((35.68, 139.76), (48.86, 2.35), (40.71, -74.01), (-26.2, 28.05), (55.75, 37.62))
