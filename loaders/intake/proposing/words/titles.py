"""A short title out of what an item says, in its own language, for an officer to write anew."""

from __future__ import annotations

import re
from typing import Final

from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.speaking import deed_of

MARK: Final = re.compile(
    r"^\s*(?:(?:[A-Z]?\d+(?:\.\d+)*[.)]|[A-Z]?\d+(?:\.\d+)+|\([a-zivx\d]{1,4}\)|[-・●◆○◎•▪■□–*①-⑳])\s*)+(?=\S)"
)
_ACTS: Final = (
    "強化|深化|深め|推進|促進|拡大|実施|更新|確立|締結|開始|継続|支援|模索|整備|検討|歓迎|提供|導入|活用|向上|"
    "改善|設立|立上げ|構築|展開|実現|確保|共有|供与|"
    "進め|図|行|決定|維持|形成|調和|加速|創設|編成|発展|発表|表明|再確認|確認|指示|享受"
)
_CLAUSE: Final = re.compile(
    rf"(?P<what>[^、。]{{1,120}}?)を(?:一層|更に|さらに|引き続き|共に|共同で)?(?P<act>{_ACTS})[^、。]{{0,12}}(?:。|$)"
)
_TO: Final = re.compile(r"(?P<what>[^、。]{1,120}?)に(?P<act>参画|参加|貢献|寄与|協力|合意)[^、。]{0,6}(?:。|$)")
_ABOUT: Final = re.compile(
    r"(?:された|、|の|^)(?P<what>[^、。の]{2,40}?に関する(?:協力)?(?:覚書|協定|枠組み|"
    r"MOC|対話|研究))"
)
_WE: Final = re.compile(
    r"^(?:また|さらに|加えて|このほか|同時に)?、?(?:我々|両首脳|両国|双方|両政府|両大臣|両者|"
    r"日本と[^、]{2,14})は、|^(?:また|さらに|加えて|このほか|同時に)、"
)
_LEADING: Final = re.compile(r"^(?:以下の方法で|特に|及び|並びに|その他の|の|を含む|[^(]*\)など(?:の|で)?)+")
_NOUN: Final = {"深め": "深化", "進め": "推進", "図": "実施", "行": "実施", "立上げ": "立上げ"}
_FOR: Final = re.compile(r"^.*(?:ことにより|を通じて|に基づき|しつつ|するための|するため|において)、?")
_SUBJECT: Final = re.compile(
    r"^(?:(?:Further|In addition|Additionally|Furthermore|Moreover|Finally|Also|To this end|"
    r"In this regard),? )?(?:(?:(?:The|Our|Both|Two|These) )?(?:two |three )?"
    r"(?:We|leaders|sides|countries|nations|Ministers|Prime Ministers|governments|Participants|"
    r"Japan(?:, [A-Z][^,]+,)? and [A-Z]\w+)(?: also| further)? )"
    r"(?:(?:will|shall|intend|plan|commit|agreed?|decided?|resolved?|reaffirm(?:ed)?|are committed|seek|aim|"
    r"look forward|continue)(?: also)?(?: to| continue to)* )*"
)
_FIRST: Final = re.compile(r"(?<=[a-z)\d])[.;:](?:\s|$)")
_TAIL: Final = re.compile(
    r", (?:including|such as|through|by|which|and to|in order|with|while|as|to|building|leveraging|"
    r"underscoring)\b|; |—"
)
_NAME: Final = r"[A-Z][\w’'-]{0,30}"
PROPER: Final = re.compile(
    rf"{_NAME}(?:(?: (?:of|for|and|the|on|in|&)){{0,2}} {_NAME}){{0,6}} (?:Partnership|Initiative|Programme|"
    rf"Network|Fellowship|"
    r"Corridor|Mission|Framework|Facility|Platform|Alliance|Compact|Strategy|Roadmap|Scheme|Agreement|Dialogue)\b"
    rf"(?: (?:for|on|of) (?:the )?{_NAME}(?: (?:and )?{_NAME}){{0,4}})?"
)
# A thing with a name of its own.
NAMED: Final = re.compile(rf"{PROPER.pattern}|(?:{_NAME} ){{1,6}}(?:Group|Memorandum|Fund|Plan)\b")
_VERB: Final = re.compile(
    rf"^(?:(?:In|By) \d{{4}}, |Today,? |This year, )?(?:The )?(?:{_NAME} ){{1,4}}(?:countries |partners |"
    rf"governments )?(?:also |has |have )?(?:is |are )?"
    r"(?:will|intends? to|plans? to|announces?d?|launch(?:es|ed)?|launching|welcomes?d?|reaffirms?|"
    r"continues? to|released) (?:today )?(?:an? |the )?"
)
_READ: Final = 600  # letters that a title may be made of
_ASIDE: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_SHORTEST: Final = 8  # letters that say more than a name: マレーシア（書簡の署名）
_LONGEST: Final = {"ja": 32, "en": 70}


def title_of(text: str, lang: str) -> str:
    """The thing that is done; at most some thirty letters in Japanese, seventy in English."""
    text = text[:_READ]
    return _cut(_japanese(text) if lang == "ja" else _english(text), lang)


def body_of(part: Flat) -> Flat:
    """An item without its number or bullet."""
    mark = MARK.match(part.text)
    return part.part(mark.end(), len(part.text)) if mark and mark.end() < len(part.text) else part


def label_of(title: str, lang: str) -> str:
    """The title shorter still, for the outline."""
    return _cut(title, lang, 18 if lang == "ja" else 45)


def _japanese(text: str) -> str:
    whole = text.split("。")[0]
    bare = _ASIDE.sub("", whole)
    first = _WE.sub("", bare if "の" in bare or len(bare) > _SHORTEST else whole)
    clauses = [match for match in _CLAUSE.finditer(first + "。") if len(match["what"]) > 3]
    if clauses:
        what = _FOR.sub("", clauses[-1]["what"]) or clauses[-1]["what"]
        return f"{_LEADING.sub('', what)}の{_NOUN.get(clauses[-1]['act'], clauses[-1]['act'])}"
    if found := _TO.search(first + "。"):
        return f"{_LEADING.sub('', found['what'])}への{found['act']}"
    if named := _ABOUT.search(first):
        return named["what"]
    return re.sub(r"(?:する|した|を)$", "", first)


def _english(text: str) -> str:
    """What bears a name of its own, else what is done."""
    first = _FIRST.split(re.sub(r"\s*\([^()]*\)", "", text), maxsplit=1)[0]
    if named := PROPER.search(first):
        return re.sub(r"^(?:The|This|Our|A|An) ", "", named[0])
    short = _VERB.sub("", _SUBJECT.sub("", first, count=1), count=1)
    short = (deed_of(first) if short == first else "") or short
    head = _TAIL.split(short, maxsplit=1)[0]
    return head[:1].upper() + head[1:]


def _cut(text: str, lang: str, most: int | None = None) -> str:
    """At a border between words, with a sign that something is left out."""
    limit = most or _LONGEST[lang]
    text = text.strip(" 、,.。")
    if len(text) <= limit:
        return text
    if lang == "en":
        return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
    return text[: limit - 1] + "…"
