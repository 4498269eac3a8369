"""Acronyms, each explained once in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from atlas.vocab import Label, Lang

GLOSSARY: Final[dict[str, Label]] = {
    "ADB": Label("アジア開発銀行", "Asian Development Bank"),
    "AfCFTA": Label("アフリカ大陸自由貿易圏", "African Continental Free Trade Area"),
    "AIST": Label("産業技術総合研究所", "National Institute of Advanced Industrial Science and Technology"),
    "AJCEP": Label("日・ASEAN包括的経済連携協定", "ASEAN–Japan Comprehensive Economic Partnership"),
    "AOIP": Label("インド太平洋に関するASEANアウトルック", "ASEAN Outlook on the Indo-Pacific"),
    "APEC": Label("アジア太平洋経済協力", "Asia-Pacific Economic Cooperation"),
    "APN": Label("オール光ネットワーク。端から端まで光信号のまま伝える通信網", "All-photonics network: traffic stays light from end to end"),
    "ASEAN": Label("東南アジア諸国連合", "Association of Southeast Asian Nations"),
    "AZEC": Label("アジア・ゼロエミッション共同体", "Asia Zero Emission Community"),
    "CPTPP": Label("環太平洋パートナーシップに関する包括的及び先進的な協定", "Comprehensive and Progressive Agreement for Trans-Pacific Partnership"),
    "FOIP": Label("自由で開かれたインド太平洋", "Free and Open Indo-Pacific"),
    "FSRU": Label("浮体式LNG貯蔵再ガス化設備", "Floating storage and regasification unit, a ship that turns LNG back into gas"),
    "GOSAT": Label("温室効果ガスを観測する日本の衛星", "Japan's satellites that observe greenhouse gases"),
    "GST": Label("グローバル・ストックテイク。パリ協定の進み具合の点検", "Global stocktake of progress under the Paris Agreement"),
    "ICT": Label("情報通信技術", "Information and communication technology"),
    "IoT": Label("モノのインターネット。ネットワークにつながる機器", "Internet of things: devices that are connected"),
    "JAXA": Label("宇宙航空研究開発機構", "Japan Aerospace Exploration Agency"),
    "JBIC": Label("国際協力銀行", "Japan Bank for International Cooperation"),
    "JENESYS": Label("対日理解促進交流プログラム", "Japan's youth exchange programme with Asia and Oceania"),
    "JET": Label("外国青年招致事業", "Japan Exchange and Teaching Programme"),
    "JETRO": Label("日本貿易振興機構", "Japan External Trade Organization"),
    "JICA": Label("国際協力機構", "Japan International Cooperation Agency"),
    "JSPP21": Label("21世紀のための日本・シンガポール・パートナーシップ・プログラム", "Japan–Singapore Partnership Programme for the 21st Century"),
    "LNG": Label("液化天然ガス", "Liquefied natural gas"),
    "LOTUS": Label("インド若手科学頭脳循環プログラム", "Programme that brings young Indian scientists to Japan"),
    "MDA": Label("海洋状況把握。海で何が起きているかを知る力", "Maritime domain awareness: knowing what happens at sea"),
    "MOC": Label("協力覚書", "Memorandum of cooperation"),
    "NEXUS": Label("日ASEAN科学技術・イノベーション協働連携事業", "Japan–ASEAN joint research programme in science, technology and innovation"),
    "NPT": Label("核兵器不拡散条約", "Treaty on the Non-Proliferation of Nuclear Weapons"),
    "ODA": Label("政府開発援助", "Official development assistance"),
    "Open RAN": Label("仕様を公開し、異なる会社の機器を組み合わせられる無線網", "Radio access network with open interfaces, so that makers can be mixed"),
    "OSA": Label("政府安全保障能力強化支援。同志国の軍などに資機材を無償で供与する枠組み", "Official Security Assistance: grants of equipment to the armed forces of like-minded countries"),
    "PaSTI": Label("コ・イノベーションのための透明性パートナーシップ", "Partnership to Strengthen Transparency for co-Innovation"),
    "RCEP": Label("地域的な包括的経済連携協定", "Regional Comprehensive Economic Partnership"),
    "SMR": Label("小型モジュール炉", "Small modular reactor"),
    "SSEAYP": Label("東南アジア青年の船", "Ship for Southeast Asian and Japanese Youth Programme"),
    "TICAD": Label("アフリカ開発会議", "Tokyo International Conference on African Development"),
    "TOD": Label("公共交通指向型開発", "Transit-oriented development"),
    "UAV": Label("無人航空機", "Unmanned aerial vehicle"),
    "WTO": Label("世界貿易機関", "World Trade Organization"),
}  # fmt: skip
_TERM: Final = re.compile(
    "|".join(rf"(?<![A-Za-z0-9]){re.escape(term)}(?![A-Za-z0-9])" for term in sorted(GLOSSARY, key=len, reverse=True))
)


_BEGINNING: Final = re.compile(r"。|: |, a ")
_REIWA: Final = re.compile(r"(?<=（)R(\d{1,2})(?=[）、])")


def explained(texts: Iterable[str], lang: Lang) -> list[str]:
    """The abbreviations in texts with what they stand for, in short; none that the texts spell out themselves."""
    said = "\n".join(texts)
    found = {term: _BEGINNING.split(GLOSSARY[term].text(lang))[0] for term in terms_in(said)}
    if lang == "ja":
        found |= {f"R{year}": f"令和{year}年度" for year in dict.fromkeys(_REIWA.findall(said))}
    solid = "".join(said.split()).casefold()
    left = {term: words for term, words in found.items() if not _spelt(term, words, solid)}
    return [f"{term}（{words}）" if lang == "ja" else f"{term} ({words})" for term, words in left.items()]


def _spelt(term: str, words: str, solid: str) -> bool:
    """Whether a text without spaces spells a term out; words in brackets after another abbreviation are that one's."""
    name, said = re.escape(term.casefold()), re.escape("".join(words.split()).casefold())
    return bool(re.search(rf"(?<![a-z0-9][（(]){said}|(?<![a-z0-9]){name}[（(]{said}", solid))


def terms_in(*texts: str | None) -> list[str]:
    """The glossary's terms that stand in the texts, in the order in which they first stand there."""
    return list(dict.fromkeys(match for text in texts if text for match in _TERM.findall(text)))
