"""The closed vocabularies: every code with its Japanese and English label."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple, get_args

Lang = Literal["ja", "en"]  # of the pages; a file of words each (atlas/words/)
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)
RECORD_LANGS: Final[tuple[Lang, ...]] = ("ja", "en")


def text_of(row: Any, name: str, lang: Lang) -> Any:
    """A text of a record or a site in a language; in English where records do not speak it."""
    return row.get(f"{name}_{lang if lang in RECORD_LANGS else 'en'}")


class Label(NamedTuple):
    """A short label in both languages."""

    ja: str
    en: str

    def text(self, lang: Lang) -> str:
        """The label in one language."""
        return self.ja if lang == "ja" else self.en


FOCUS_AREAS: Final[dict[int, Label]] = {
    1: Label(
        "AI・データ時代の経済基盤の構築（エネルギー・重要物資のサプライチェーン強靱化を含む）",
        "Economic foundation of the AI and data age (with energy and critical supply chains)",
    ),
    2: Label(
        "官民一体での経済成長機会の共創とルールの共有",
        "Growth created by public and private sectors together, and shared rules",
    ),
    3: Label(
        "地域の平和と安定のための安全保障分野での連携拡充",
        "Security cooperation for the region's peace and stability",
    ),
    0: Label("分野横断", "Cross-cutting"),
}
FOCUS_SHORT: Final[dict[int, Label]] = {
    1: Label("AI・データ時代の経済基盤", "AI and data economy"),
    2: Label("成長機会の共創とルール", "Growth and shared rules"),
    3: Label("安全保障分野の連携", "Security cooperation"),
    0: Label("分野横断", "Cross-cutting"),
}
FOCUS_HINT: Final[dict[int, Label]] = {
    1: Label("重要鉱物、AI、海底ケーブル、量子", "Critical minerals, AI, cables, quantum"),
    2: Label("連結性、通商ルール、金融、環境", "Connectivity, trade rules, finance, climate"),
    3: Label("海洋、OSA、防衛協力、サイバー", "Maritime, OSA, defence, cyber"),
    0: Label("人的交流、外交など", "People, diplomacy"),
}

PRIORITY_AREAS: Final[dict[str, Label]] = {
    "I": Label("自由貿易と経済協力の推進", "Free trade and economic cooperation"),
    "II": Label("デジタル化と技術", "Digitalisation and technology"),
    "III": Label("安全保障と防衛", "Security and defence"),
    "IV": Label("グリーン移行とエネルギー協力", "Green transition and energy"),
    "V": Label("パートナーシップと交流", "Partnership and exchange"),
}

REGIONS: Final[dict[str, Label]] = {
    "asean": Label("ASEAN", "ASEAN"),
    "pacific": Label("太平洋島しょ国・地域", "Pacific Islands"),
    "oceania": Label("豪州・ニュージーランド", "Australia and New Zealand"),
    "south-asia": Label("南アジア", "South Asia"),
    "east-asia": Label("東アジア", "East Asia"),
    "central-asia": Label("中央アジア・コーカサス", "Central Asia and the Caucasus"),
    "middle-east": Label("中東", "Middle East"),
    "africa": Label("アフリカ", "Africa"),
    "europe": Label("欧州", "Europe"),
    "americas": Label("米州", "Americas"),
    "global": Label("地域を定めない", "No single region"),
}

THEMES: Final[dict[str, Label]] = {
    "critical-minerals": Label("重要鉱物", "Critical minerals"),
    "energy": Label("エネルギー", "Energy"),
    "medicines": Label("医薬品", "Medicines"),
    "supply-chains": Label("サプライチェーン", "Supply chains"),
    "submarine-cables": Label("海底ケーブル", "Submarine cables"),
    "mobile-networks": Label("通信網", "Telecom networks"),
    "computing": Label("データセンター・計算基盤", "Data centres and computing"),
    "ai": Label("AI", "AI"),
    "quantum": Label("量子", "Quantum"),
    "semiconductors": Label("半導体", "Semiconductors"),
    "space": Label("宇宙・衛星", "Space and satellites"),
    "research": Label("研究協力", "Research cooperation"),
    "startups": Label("スタートアップ", "Start-ups and innovation"),
    "digital-economy": Label("デジタル経済", "Digital economy"),
    "digital-government": Label("デジタル政府", "Digital government"),
    "data-protection": Label("個人情報保護", "Data protection"),
    "nuclear": Label("原子力", "Nuclear energy"),
    "climate": Label("気候・環境", "Climate and environment"),
    "circular-economy": Label("資源循環", "Circular economy"),
    "decarbonisation": Label("脱炭素", "Decarbonisation"),
    "shipping": Label("海運", "Shipping"),
    "roads-bridges": Label("道路・橋梁", "Roads and bridges"),
    "urban": Label("都市交通・スマートシティ", "Urban transport and smart cities"),
    "corridors": Label("回廊・物流", "Corridors and logistics"),
    "navigation-safety": Label("航行安全", "Navigation safety"),
    "finance": Label("金融", "Finance"),
    "trade-rules": Label("通商ルール", "Trade rules"),
    "trade-investment": Label("貿易・投資促進", "Trade and investment"),
    "agri-food": Label("農業・食品", "Agriculture and food"),
    "maritime-awareness": Label("海洋状況把握", "Maritime awareness"),
    "coast-guard": Label("海上保安", "Coast guard"),
    "osa-equipment": Label("OSA供与", "OSA equipment"),
    "defence-equipment": Label("防衛装備", "Defence equipment"),
    "defence-cooperation": Label("防衛協力", "Defence cooperation"),
    "cybersecurity": Label("サイバー", "Cyber"),
    "law-enforcement": Label("法執行", "Law enforcement"),
    "disaster-management": Label("災害管理", "Disaster management"),
    "disarmament": Label("軍縮・不拡散", "Arms control"),
    "airports": Label("空港", "Airports"),
    "ports": Label("港湾", "Ports"),
    "human-resources": Label("人材育成", "Human resources"),
    "people-exchange": Label("人的交流", "People-to-people exchange"),
    "youth-education": Label("青少年・教育", "Youth and education"),
    "culture": Label("文化", "Culture"),
    "tourism": Label("観光", "Tourism"),
    "aviation": Label("航空", "Aviation"),
    "health-society": Label("保健・社会", "Health and society"),
    "public-service": Label("行政交流", "Public service"),
    "diplomacy": Label("外交・枠組み", "Diplomacy and frameworks"),
}

INSTRUMENTS: Final[dict[str, Label]] = {
    "osa": Label("OSA", "OSA"),
    "oda": Label("ODA", "ODA"),
    "loan": Label("融資", "Loan"),
    "private-investment": Label("民間事業", "Private-sector project"),
    "demonstration": Label("実証", "Demonstration"),
    "memorandum": Label("覚書", "Memorandum"),
    "agreement": Label("協定・枠組み", "Agreement or framework"),
    "dialogue": Label("対話", "Dialogue"),
    "programme": Label("協力事業", "Programme"),
    "training": Label("研修・能力構築", "Training and capacity building"),
    "exercise": Label("演習", "Exercise"),
    "joint-research": Label("共同研究", "Joint research"),
    "policy": Label("制度・政策", "Policy measure"),
    "equipment": Label("装備・資機材", "Equipment"),
}

PRECISIONS: Final[dict[str, Label]] = {
    "site": Label("地点", "Site"),
    "city": Label("都市・おおよそ", "City or approximate"),
    "admin1": Label("州・県", "State or province"),
    "country": Label("国単位", "Country"),
    "region": Label("広域", "Region-wide"),
    "route": Label("経路", "Route"),
}
BASES: Final[dict[str, Label]] = {
    "stated": Label("資料に明記", "Stated in the document"),
    "inferred": Label("公開情報による", "From the public record"),
}
CONFIDENCES: Final[dict[str, Label]] = {
    "high": Label("高", "high"),
    "medium": Label("中", "medium"),
    "low": Label("低", "low"),
}
ROUTE_BASES: Final[dict[str, Label]] = {
    "surveyed": Label("測量された経路", "Surveyed route"),
    "published": Label("公表された経路", "Published route"),
    "schematic": Label("模式図", "Schematic"),
}
# A word for each kind of step, so that a line says what happened: a dialogue is held, an agreement enters into force.
STATUSES: Final[dict[str, Label]] = {
    "reported": Label("報道", "Reported"),
    "budgeted": Label("予算計上", "Budgeted"),
    "announced": Label("発表", "Announced"),
    "agreed": Label("合意", "Agreed"),
    "adopted": Label("採択", "Adopted"),
    "approved": Label("承認", "Approved"),
    "signed": Label("署名", "Signed"),
    "loan-signed": Label("融資調印", "Loan signed"),
    "ordered": Label("発注", "Ordered"),
    "amended": Label("改正発効", "Amendment in force"),
    "in-force": Label("発効", "In force"),
    "revised": Label("改定", "Revised"),
    "held": Label("開催", "Held"),
    "conducted": Label("実施", "Conducted"),
    "under-way": Label("実施中", "Under way"),
    "under-construction": Label("着工・建設中", "Under construction"),
    "landed": Label("陸揚げ", "Landed"),
    "launched": Label("進水", "Launched"),
    "partly-delivered": Label("一部引渡し", "Partly delivered"),
    "delivered": Label("引渡し", "Delivered"),
    "in-service": Label("供用開始", "In service"),
    "completed": Label("完了", "Completed"),
}
# How far a thing is: a loan signed while a ship is being built does not make it less so. An agreement stands as last
# amended.
STAGES: Final[tuple[frozenset[str], ...]] = (
    frozenset({"in-force", "amended", "under-construction", "landed", "launched", "partly-delivered"}),
    frozenset({"delivered", "in-service", "completed", "revised"}),
)
# What is agreed or talked about is not built, handed over or run, and what is built is not held.
WORDS_ONLY: Final = frozenset({"memorandum", "agreement", "dialogue", "policy", "exercise"})
OF_THINGS: Final = frozenset({
    "ordered", "under-construction", "landed", "launched", "partly-delivered", "delivered", "in-service",
})  # fmt: skip

ROLES: Final[dict[str, Label]] = {
    "recipient": Label("支援対象", "Recipient"),
    "host": Label("事業の実施地", "Host"),
    "partner": Label("連携相手", "Partner"),
    "provider": Label("支援の実施側", "Provider"),
}
PLACE_KINDS: Final[dict[str, Label]] = {
    "area": Label("国・行政区域", "Country or administrative area"),
    "town": Label("市町村・居住地", "Populated place"),
    "structure": Label("施設", "Structure"),
    "feature": Label("自然地形・海域", "Natural feature or sea"),
}

# Why an item of a document is no initiative, where an officer need not write it out.
NOT_INITIATIVE: Final[dict[str, Label]] = {
    "general": Label("前文・総論・柱書", "Preamble, general statement or chapeau"),
    "view": Label("情勢認識・立場の表明", "View of a situation or position"),
    "past": Label("経緯の説明", "Account of what went before"),
    "other-party": Label("相手国のみの取組", "Undertaking of the other party alone"),
}

# IATI codelists: GeographicExactness, GeographicLocationReach, GeographicLocationClass.
IATI_EXACTNESS: Final[dict[str, int]] = {
    "site": 1,
    "city": 2,
    "admin1": 2,
    "country": 2,
    "region": 2,
    "route": 2,
}
IATI_CLASS: Final[dict[str, int]] = {"area": 1, "town": 2, "structure": 3, "feature": 4}


def iati_reach(role: str | None, kind: str | None) -> int | None:
    """Where the work is (1) or who it is for (2): a country that is helped, not the port that is built in it."""
    if role is None:
        return None
    return 2 if role == "recipient" and kind in (None, "area") else 1
