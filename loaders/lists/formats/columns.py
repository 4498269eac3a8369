"""What the name of a column means, in Japanese or English: by its whole, else by its words, singular or plural."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

_NAMES: Final = """
id: 番号|No|事業番号|案件番号|管理番号|識別子|通し番号|id|code|project id|project no|project number|iati identifier
title: 事業名|案件名|案件|事業|取組|取組名|名称|件名|題名|プロジェクト|プロジェクト名|事業名称|title|project|project name|project title|name|initiative|activity
summary: 概要|事業概要|案件概要|内容|事業内容|説明|摘要|summary|description|outline|overview|abstract
country: 国|国名|対象国|相手国|被援助国|受益国|実施国|国・地域|国・地域名|対象国・地域|国コード|country|country name|recipient country|recipient|partner country|iso|iso2|iso3|iso code|country code|nation|country or area
region: 地域|対象地域|広域|region
place: 場所|地名|所在地|実施場所|実施地|位置|サイト|都市|都市名|市町村|対象地|地点|施設|place|location|site|city|town|place name|location name|venue
area: 州|県|州・県|province|state|admin1|adm1
lat: 緯度|北緯|南緯|lat|latitude|y
lon: 経度|東経|西経|lon|lng|long|longitude|x
coordinates: 座標|緯度経度|緯度・経度|経緯度|位置座標|coordinates|coords|lat lon|lat long|latitude longitude|gps|position
focus: 重点分野|柱|重点|focus|focus area|pillar|priority
themes: 分野|テーマ|主題|分類|セクター|theme|themes|topic|sector|sectors|category
instruments: 手段|スキーム|形態|援助形態|援助スキーム|協力形態|instrument|instruments|scheme|modality|type of aid|aid type
partners: 連携先|実施機関|関係機関|協力機関|パートナー|partner|partners|implementing agency|organisation|organization|organisations|participating organisations
mentions: 記載箇所|記載|資料箇所|mentions|named in|mention
source: 出典|根拠資料|source|sources
confidence: 確度|confidence
precision: 精度|位置の精度|位置精度|precision|precision of place
exactness: exactness
status: 進捗|状況|現状|状態|ステータス|段階|status|stage|phase
date: 日付|年月|年月日|時期|開始日|署名日|実施時期|date|year|start|start date|date signed
amount: 金額|事業費|供与額|予算|予算額|amount|value|budget|cost
currency: 通貨|currency
note: 備考|^参考$|注|注記|note|notes|remark|remarks|comment|comments
"""
FIELDS: Final = tuple(line.split(":")[0] for line in _NAMES.strip().splitlines())
_THING: Final = (
    r"(?:project|activity|programme|program|initiative|plant|facility|mine|terminal|pipeline|cable|unit|station|asset|"
    r"contract|grant|loan|scheme|investment|intervention|operation|agreement|deal|event|work|system|infrastructure|item|"
    r"action|development|deposit|field|farm|refinery|dam|venture)"
)
_ACT: Final = (
    r"(?:sign\w*|approv\w*|agree\w*|announc\w*|award\w*|start|commenc\w*|launch\w*|begin\w*|board|effective\w*|adopt\w*|"
    r"commitment|grant|contract|deal|exchange|concluded?|conclusion|transaction|activity|event)"
)
# Words in order: the first line that fits is what the column means; an empty field is none of ours.
_WORDS: Final = rf"""
: (?:former|previous|old|alternat\w*|other|local|wiki|native) (?:\w+ )?(?:name|title|country)|^contact|(?:^| )(?:email|phone)
: (?:owner|parent|operator|contractor|supplier|company|headquarter|origin|flag)
: \b(?:number|no|count|share|percent\w*|rate|ratio) of\b|\b(?:count|share|percent\w*|rate|ratio|capacity|length|population|index|rank)$|^(?:total )?(?:count|share|capacity)\b|^total number\b|\bavailable\b|\bnarrative\b
: \b(?:type|class|category|level|method|role|reach|id|code) of (?:place|location|geo\w*)|\b(?:location|place|loc|geo\w*|feature|donor|recipient|agency|sector|purpose|region|currency) (?:type|class|category|designation|id|code|reach|vocabulary)(?: name)?$
: \b(?:end|ending|complet\w*|clos\w*|expir\w*|retir\w*|updat\w*|modified|published?|entry|accessed|download\w*|disbursement|repayment|maturity|report\w*|collect\w*)\b.*\b(?:date|year|day|month|on)$|(?:date|year|day) (?:of )?(?:end|complet\w*|clos\w*|expir\w*|updat\w*|last|modified|publi\w*|access\w*)|^(?:end|completion|closing|finish|until)$
coordinates: ^(?![xy] )(?:wkt|ewkt|geom\w*|the geom|shape|lat\w* ?(?:and )?(?:lon|lng)\w*|latlon\w*|gps.*|.*coordinate|.*coord|point|geo ?point|geolocation)$
lat: \blatitude\b|^(?:geo|site|point|map|start|project|plant|centroid|decimal|city|location| )*(?:lat|latitud|ycoord|y coord(?:inate)?|(?<=point )y)(?: (?:dd|deg|degree|decimal|wgs ?84|n|north))*$
lon: \blongitude\b|^(?:geo|site|point|map|start|project|plant|centroid|decimal|city|location| )*(?:lon|lng|long|longitud|xcoord|x coord(?:inate)?|(?<=point )x)(?: (?:dd|deg|degree|decimal|wgs ?84|e|east))*$
exactness: \bexactness\b
precision: \b(?:precision|accuracy)\b
partners: \b(?:donor|funder|financier|financer|cofinanc\w*|lender|implementer|implement\w+ (?:agency|organi[sz]ation|partner|entity|body)|execut\w+ (?:agency|entity|body)|partner|participating org\w*|provider|sponsor|counterpart|agency|organi[sz]ation|channel|source of (?:fund\w*|finance)|(?:fund\w*|finance|financing) source)\b(?! country code)
region: \b(?:region|subregion|continent)\b(?! code)
area: \b(?:province|state|district|governorate|sub ?national|prefecture|county|adm(?:in)? ?[12]|adm name|admin\w* (?:unit|area|level|division)|department)\b
currency: \bcurrency\b
date: ^(?:fiscal |financial |calendar |commitment |approval |start |budget |announcement |signature |signing )?(?:year|fy|date|day)$|\b{_ACT}\b.*\b(?:date|year|day|month|time|fy)$|\b(?:date|year|day|month) (?:of )?(?:the )?(?:loan |grant |board |project )?{_ACT}|^(?:project |activity |planned |actual |expected )+start$|^(?:signed|approved|announced|started|start|board date)(?: on)?$
status: \b(?:status|stage|phase|progress)\b
amount: \b(?:amount|cost|budget|value|commitment|disbursement|expenditure|funding|spend\w*|price|allocation|outlay|financing|contribution|investment)\b(?! (?:type|date|year|agency|instrument|status|source|name|title|id))
country: \b(?:country|recipient|beneficiary|nation|territory|economy|iso ?[23]?|economie|ctry|cntry|adm(?:in)? ?0)\b(?! (?:code )?(?:type|id|region|percentage)\b)
instruments: ^flow(?: name)?$|\b(?:instrument|modality|scheme|product line|(?:aid|finance|financing|flow|assistance|support|project|cooperation|loan|lending|fund\w*|deal|agreement) (?:type|form|category|instrument)|type of (?:aid|finance|flow|assistance|cooperation|support|project|agreement)|form of)\b
themes: \b(?:sector|subsector|theme|purpose|topic|category|field of|commodity|industry|thematic)\b
summary: \b(?:description|summary|abstract|objective|outline|overview|detail|scope|content|synopsis)\b
id: \b(?:{_THING}|record|case|serial|reference|ref|row|iati|unique|aiddata|crs|tuff|gem|wb|adb) ?\w* ?(?:id|identifier|number|no|num|code|ref)$|^(?:id|identifier|number|no|sn|s n|sr no|ref|reference number)$|(?:^| )(?:id|identifier)$
source: \b(?:source|url|link|reference|website|web page|citation|webpage|hyperlink)\b
place: \b(?:location|geo ?loc|loc name|place|city|town|village|municipality|site|address|landing (?:point|station)|port|venue|settlement|locality|airport|island|gazetteer|local area)\b
title: \b{_THING} (?:name|title)|\b(?:name|title)\b(?: of)?|^{_THING}$|\btitle\b
note: \b(?:note|remark|comment|memo|observation)\b
"""
_JAPANESE: Final = r"""
date: ^(?:協力|実施|事業)?期間(?:\(.*\))?$
: 期間.{0,3}(?:終了|終)|^旧|旧\)?$|以前の|(?:終了|完了|完成|竣工|満了|更新|公表|公開|掲載|作成|最終\w*|取得|返済|償還)(?:予定)?(?:年月日|年月|年度|日|年|時期)?$|件数|人数|割合|比率|面積|延長|容量|担当課|担当者|連絡先|期限|据置|金利
coordinates: 座標|緯度.*経度|経緯度|位置情報
lat: 緯度|北緯|南緯
lon: 経度|東経|西経
precision: 精度|正確
partners: (?:実施|関係|協力|連携|融資|執行|支援|援助|協調融資|相手国?側?実施|カウンターパート|政府)(?:機関|省庁|団体|企業|主体|者)|ドナー|(?<!被)(?:供与|援助|支援)国|パートナー|連携先|事業主体|実施者|カウンターパート|国際機関名?|拠出先|出資者
country: (?:被援助|受益|受入れ?|受け入れ|受領|相手|対象|実施|所在|借入|協力相手|支援対象|供与相手|協力対象)国|供与先|支援先|援助先|派遣先|国名|国(?:/|及び)地域|国別|国又は|国または|国コード|(?:^|の)国$|国・?地域
title: (?:案件|事業|計画|プロジェクト|取組|取り組み|施設|路線|協定|契約|ケーブル|プログラム|工事|調査|研修|文書|条約|借款|協力)(?:の)?(?:名称|名|題名)|件名|名称|題名|^(?:案件|事業|計画|プロジェクト|取組|協力案件|支援内容名)$
currency: 通貨
date: 期間.{0,3}(?:開始|始)|(?:調印|署名|締結|交換|承認|採択|決定|発表|開始|着工|着手|契約|合意|承諾|閣議|e/n|g/a|l/a|en|ga|la|供与|実施|起工|公示|妥結|発効|開催|引渡し?|年).*(?:年月日|年月|年度|日付|時期|日|年)$|^(?:年|年度|会計年度|年月日?|日付|時期|期日|月日|日)$|^予算年度$
amount: (?:金額|額|事業費|費用|コスト|予算|規模|借款|価格|拠出)(?:\(.*\))?$|(?:供与|承諾|限度|契約|総|借款|融資|贈与|拠出|予算|概算)額
status: 進捗|状況|状態|ステータス|段階|フェーズ
instruments: 形態|スキーム|種別|区分|手法|協力の種類|支援の種類|協力方法|有償|無償
themes: 分野|セクター|テーマ|分類|課題|業種
area: ^(?:州|県|省|郡|道|管区|行政区)[・/]?(?:県|省|名|郡)*$|都道府県|州名|県名|行政区
place: 所在地|実施地|場所|地名|位置|都市|市町村|対象地(?!域)|地点|サイト|住所|陸揚|寄港地|港湾?名|開催地|設置先|建設地|立地|実施箇所|施工地
region: 地域|広域
summary: 概要|内容|説明|目的|摘要|要旨|骨子|詳細
id: (?:番号|id|no\.?|コード)$|識別子|整理番号
source: 出典|根拠|url|リンク|情報源|参照|参考資料|ホームページ
note: 備考|注記?$|注釈|留意|特記|コメント
"""
_SPOKEN: Final = {
    "en": re.compile(r"英(?:語|文|訳|(?=\)|名|$))名?|\b(?:en|eng|english)\b", re.IGNORECASE),
    "ja": re.compile(r"日本語名?|[和邦](?:文|訳|(?=\)|名|$))名?|\b(?:ja|jp|jpn|japanese)\b", re.IGNORECASE),
}
_KNOWN: Final = re.compile(
    "(board|approval|closing|country|short|name|region|project|total|amount|amt|display|lending|instr|imp|agency|status|sector|"
    "title|start|end|location|place|recipient|donor|currency|date|year|code|type|sub)"
)
_TOGETHER: Final = re.compile(f"{_KNOWN.pattern}{{2,}}")
_SHORT: Final = {"amt": "amount", "instr": "instrument", "imp": "implementing"}
_FORMER: Final = re.compile(r"^旧|[（(]旧|\b(?:former|previous|old|obsolete)\b", re.IGNORECASE)
_IN_BOTH: Final = ("title", "summary", "place")
_LONGEST: Final = 120
_UNITS: Final = re.compile(r"\b(?:usd|us|jpy|eur|yen|million|billion|thousand|current|constant|mn|bn|in|the|a)\b")


class ColumnMeaning(NamedTuple):
    """What a column holds; of two columns of one field that of the lower rank comes first."""

    field: str
    rank: int


@lru_cache(maxsize=5_000)
def column_of(cell: str) -> ColumnMeaning | None:
    """The field that a column's name means; `事業名 / Project`, `緯度（°）` and `Recipients (ISO3)` are understood."""
    if len(cell) > _LONGEST or not key_of(cell) or _FORMER.search(cell):
        return None
    lang = next((lang for lang, pattern in _SPOKEN.items() if pattern.search(_plain(cell))), None)
    name = _SPOKEN[lang].sub(" ", _plain(cell)) if lang else cell
    found = _field(name) if key_of(name) else ColumnMeaning("title", 1)
    both = found is not None and lang is not None and found.field in _IN_BOTH
    return ColumnMeaning(f"{found.field}_{lang}", found.rank) if found and both else found


def _field(cell: str) -> ColumnMeaning | None:
    """By the whole name, with and without its brackets, else by its first part that is known."""
    outside = re.sub(r"[（(\[［【].*?[)）\]］】]", "", cell)
    for rank, form in enumerate((cell, outside)):
        if field := _fields().get(key_of(form)):
            return ColumnMeaning(field, rank + _rank(form))
    parts = re.split(r"[/／\n|｜・]", outside)
    for form in dict.fromkeys((*(parts if len(parts) > 1 else ()), outside, cell)):
        field = _fields().get(key_of(form))
        meant = _by_words(form) if field is None else field
        if meant is not None:
            return ColumnMeaning(meant, (2 if field is None else 1) + _rank(form)) if meant else None
    return None


def key_of(text: str) -> str:
    """A column's name without case, width, spaces and marks."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _rank(form: str) -> int:
    """Names come before codes."""
    return 4 if re.search(r"(?i)iso|code|コード", form) else 0


def _by_words(form: str) -> str | None:
    """The field by the words of a name: "" for one that is known to be none of ours, None for an unknown one."""
    plain = _plain(form)
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", plain):
        text, rules = re.sub(r"[\s※*＊]+", "", plain).casefold(), _rules(_JAPANESE)
    else:
        text, rules = _words(plain), _rules(_WORDS)
    return next((field for field, pattern in rules if text and pattern.search(text)), None)


def _words(text: str) -> str:
    """The words of a name in the singular: ProjectNames and project_names are `project name`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    words = re.findall(r"[a-z]+|\d+", _UNITS.sub(" ", re.sub(r"[_\W]+", " ", apart).casefold()))
    parts = [part for word in words for part in (_KNOWN.findall(word) if _TOGETHER.fullmatch(word) else [word])]
    return " ".join(_SHORT.get(part) or _singular(part) for part in parts)


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is", "iso3s")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if re.search("(?:ss|x|ch|sh)es$", word) else word.removesuffix("s")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("_", " ").strip()


@cache
def _rules(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (line.partition(": ") for line in table.strip().splitlines())
    return tuple((field, re.compile(pattern)) for field, _, pattern in lines)


@cache
def _fields() -> dict[str, str]:
    lines = (line.split(": ") for line in _NAMES.strip().splitlines())
    names = {key_of(name): field for field, names in lines for name in (field, *names.split("|"))}
    return names | {f"{name}{lang}": f"{name}_{lang}" for name in _IN_BOTH for lang in ("ja", "en")}
