"""What every field of the records and every property of the GeoJSON means, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from atlas.records import Document, Initiative, Item, Milestone, Place, Record, Site
from atlas.vocab import Label

_NOTE: Final = Label(
    "補足。ほかの候補や資料間の食い違いなど", "Remark: other candidates, disagreements between sources"
)

RECORDS: Final[Mapping[type[Record], tuple[Label, Mapping[str, Label]]]] = {
    Initiative: (Label("取組（data/catalogue/、1件1ファイル、ファイル名がid）", "Initiative (data/catalogue/, one file each; the file name is its id)"), {
        "title": Label("題名。本アトラスの言葉で書く", "Title, in the atlas's own words"),
        "short_title": Label("スライドの枠に入る短い題名。国名は枠の見出しにあるので書かない。全角15字、英字30字まで", "Title that fits a box on a slide, without the country, which its heading names; 15 full-width characters, 30 letters"),
        "summary": Label("要約。資料の文章を写さない", "Summary; never a sentence copied out of a document"),
        "focus_area": Label("重点分野。0は分野横断", "Focus area; 0 is cross-cutting"),
        "focus_area_basis": Label("重点分野が資料に明記されているか、推定か", "Whether the document states the focus area or we infer it"),
        "focus_area_reason": Label("推定の理由。推定のときだけ書く", "Why it is inferred; only then"),
        "priority_area": Label("日星共同声明の優先分野", "Priority area of the Japan–Singapore statement"),
        "themes": Label("テーマ。最初のものが主", "Themes; the first one leads"),
        "instruments": Label("手段", "Instruments"),
        "partners": Label("受益国以外の連携先。国コードか organisations.yml のキー", "Partners other than the recipient: country codes or keys of organisations.yml"),
        "mentions": Label("資料での記載箇所。「資料:番号」", "Where the documents name it: document:item"),
        "sites": Label("場所。名前ごとに一つ", "Its places, by name"),
        "milestones": Label("日付のある進捗", "Dated steps"),
    }),
    Site: (Label("場所（取組の sites）", "Site (sites of an initiative)"), {
        "country": Label("国・地域（ISO 3166-1 alpha-3）。regionとどちらか一方", "Country or area (ISO 3166-1 alpha-3); either this or region"),
        "region": Label("地域。広域の取組、国をまたぐ経路に使う", "Region, for region-wide initiatives and routes across countries"),
        "countries": Label("経路などが関わる国", "The countries that a route concerns"),
        "place": Label("gazetteer.yml のキー", "Key of gazetteer.yml"),
        "path": Label("経路の通る点。gazetteer.yml のキーを順に", "The points of a route: keys of gazetteer.yml in order"),
        "role": Label("その国・地域が取組で果たす役割", "What the country is in the initiative"),
        "precision": Label("位置の精度。資料と公開情報が許すより細かくしない", "How precise the place is; never finer than the sources allow"),
        "basis": Label("資料が場所を名指すか、公開情報によるか", "Whether the document names the place or the public record does"),
        "source": Label("位置の出典。documents.yml のキー", "Source of the place: key of documents.yml"),
        "confidence": Label("公開情報による位置の確度", "How sure an inferred place is"),
        "route_basis": Label("経路が測量・公表されたものか模式か", "Whether a route is surveyed, published or schematic"),
        "note": _NOTE,
    }),
    Milestone: (Label("進捗（取組の milestones）", "Milestone (milestones of an initiative)"), {
        "date": Label("日付。分かる精度で（2026、2026-03、2026-03-18）", "Date to the precision known (2026, 2026-03, 2026-03-18)"),
        "status": Label("段階。実施形態に合う言葉を選ぶ（対話は held、協定は in-force など）", "Stage, in the word of its kind: a dialogue is held, an agreement in-force"),
        "expected": Label("公表された今後の予定か", "Whether it is still to come, as published"),
        "predecessor": Label("更新・改定前の覚書などの経緯か。現在の進捗に数えない", "Whether it is of a predecessor, such as the memorandum to be renewed; never the present status"),
        "candidate": Label("資料のいう事業か確かでない候補の進捗か。取組の進捗に数えない", "Whether it is of a candidate, a project that the document may or may not mean; never the initiative's status"),
        "sites": Label("関わる場所の名前。書かなければすべて", "Names of the sites concerned; all when left out"),
        "recipient": Label("供与・融資を受ける国", "The country that receives the grant or loan"),
        "fiscal_year": Label("日本の会計年度（2025は2025年4月から）", "Japanese fiscal year (2025 begins in April 2025)"),
        "amount": Label("公表された金額", "Amount as published"),
        "currency": Label("通貨（ISO 4217）。金額と対", "Currency (ISO 4217), with amount only"),
        "source": Label("出典。documents.yml のキー", "Source: key of documents.yml"),
        "event": Label("一致しない報告が指す同じ出来事の名前。異なる出典の2件以上に付ける", "Name of the one event that reports which do not agree are about; two or more of different sources bear it"),
        "note": _NOTE,
    }),
    Place: (Label("地名（data/gazetteer.yml）", "Place (data/gazetteer.yml)"), {
        "name": Label("地名", "Name"),
        "country": Label("国・地域（ISO 3166-1 alpha-3）", "Country or area (ISO 3166-1 alpha-3)"),
        "region": Label("地域の枠の点であるときの地域", "Region, for the point of a region's box"),
        "lon": Label("経度（度、WGS 84）", "Longitude (degrees, WGS 84)"),
        "lat": Label("緯度（度、WGS 84）", "Latitude (degrees, WGS 84)"),
        "precision": Label("点が表すものの細かさ。waypointは経路の通過点", "What the point stands for; a waypoint serves routes only"),
        "kind": Label("行政区域、居住地、施設、自然地形のいずれか（IATIの区分に使う）", "Area, town, structure or feature: what the IATI class follows from"),
        "uncertainty_km": Label("誤差（km）", "Uncertainty in km"),
        "source": Label("座標の出典", "Where the coordinates come from"),
        "checked": Label("確認日", "Day on which it was checked"),
    }),
    Document: (Label("資料と出典（data/documents.yml）", "Document or source (data/documents.yml)"), {
        "kind": Label("document＝全項目を収録する資料、record＝引用する公開情報", "document: covered whole; record: a cited public record"),
        "publisher": Label("発行者", "Publisher"),
        "title": Label("題名", "Title"),
        "language": Label("言語", "Language"),
        "date": Label("発行日", "Date of publication"),
        "address": Label("公表されたアドレス", "Published address"),
        "read": Label("読んだ日。最も新しい日がデータ版の日付になる", "Day on which it was read; the newest one dates the edition"),
        "outline": Label("項目の一覧。資料（document）だけが持つ", "Its items; documents only"),
    }),
    Item: (Label("資料の項目（資料の outline）", "Item (outline of a document)"), {
        "heading": Label("見出し", "Heading"),
        "label": Label("項目の要点", "What the item is about"),
    }),
}  # fmt: skip

PROPERTIES: Final[Mapping[str, Label]] = {
    "initiative": Label("取組のid（カタログのファイル名）", "Id of the initiative (its file name in the catalogue)"),
    "site": Label("場所の名前。地物のidは「取組/場所」", "Name of the site; the feature's id is initiative/site"),
    "title_ja": Label("題名（日本語）", "Title in Japanese"),
    "title_en": Label("題名（英語）", "Title in English"),
    "short_title_ja": Label("短い題名（日本語）", "Short title in Japanese"),
    "short_title_en": Label("短い題名（英語）", "Short title in English"),
    "summary_ja": Label("要約（日本語）", "Summary in Japanese"),
    "summary_en": Label("要約（英語）", "Summary in English"),
    "focus_area": Label("重点分野。0は分野横断", "Focus area; 0 is cross-cutting"),
    "focus_area_basis": Label("重点分野が資料に明記されているか、推定か", "Whether the focus area is stated or inferred"),
    "priority_area": Label("日星共同声明の優先分野", "Priority area of the Japan–Singapore statement"),
    "themes": Label("テーマ。最初のものが主", "Themes; the first one leads"),
    "instruments": Label("手段", "Instruments"),
    "partners": Label("連携先。国コードか機関のキー", "Partners: country codes or keys of organisations"),
    "country": Label("国・地域（ISO 3166-1 alpha-3）。広域ではnull", "Country or area (ISO 3166-1 alpha-3); null when region-wide"),
    "countries": Label("関わるすべての国・地域", "Every country or area concerned"),
    "role": Label("その国・地域が取組で果たす役割", "What the country is in the initiative"),
    "region": Label("地域", "Region"),
    "place_ja": Label("地名（日本語）", "Name of the place in Japanese"),
    "place_en": Label("地名（英語）", "Name of the place in English"),
    "precision": Label("位置の精度", "Precision of the place"),
    "basis": Label("位置の根拠", "Basis of the place"),
    "confidence": Label("公開情報による位置の確度", "How sure an inferred place is"),
    "route_basis": Label("経路の根拠", "Basis of a route"),
    "uncertainty_km": Label("位置の誤差（km）", "Uncertainty of the place in km"),
    "documents": Label("取組を載せる資料", "Documents that name the initiative"),
    "mentions": Label("記載箇所。「資料:番号」", "Where the documents name it: document:item"),
    "source": Label("位置の出典", "Source of the place"),
    "status": Label("最新の進捗の段階", "Stage of the newest milestone that has happened"),
    "milestones": Label("この場所の進捗。古い順", "Milestones of this site, oldest first"),
    "exactness": Label("IATI GeographicExactness（1 正確、2 おおよそ）", "IATI GeographicExactness (1 exact, 2 approximate)"),
    "location_reach": Label("IATI GeographicLocationReach（1 活動地、2 受益地）", "IATI GeographicLocationReach (1 activity, 2 beneficiaries)"),
    "location_class": Label("IATI GeographicLocationClass（1 行政区域、2 居住地、3 施設、4 その他）", "IATI GeographicLocationClass (1 administrative region, 2 populated place, 3 structure, 4 other)"),
    "place": Label("gazetteer.yml のキー。国単位・広域では国・地域のコード", "Key of gazetteer.yml; the country's or region's code where there is no finer place"),
    "focus_area_reason_ja": Label("重点分野を推定した理由（日本語）", "Why the focus area is inferred, in Japanese"),
    "focus_area_reason_en": Label("重点分野を推定した理由（英語）", "Why the focus area is inferred, in English"),
    "note_ja": Label("補足（日本語）", "Remark in Japanese"),
    "note_en": Label("補足（英語）", "Remark in English"),
}  # fmt: skip
