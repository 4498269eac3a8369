"""The longer words of the about page: method, precision, boundaries, attributions."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Label

METHOD: Final = (
    Label(
        "資料の項目をすべて拾い、取組ごとに一件の記録とした。取組を挙げない項目にはその理由を記す。複数の箇所に載る取組は一件にまとめ、記載箇所をすべて示す。",
        "Every item of the documents was taken up, one record an initiative; an item that names none says why. "
        "What is named in several places is one record that lists them all.",
    ),
    Label(
        "題名と要約は本アトラスが書いたもので、資料の文章の引用ではない。",
        "Titles and summaries are the atlas's own words, not quotations.",
    ),
    Label(
        "重点分野は、進化したFOIPの説明資料の各論の頁に載る取組についてはその頁に従う。それ以外は本アトラスの読みであり、「推定」と理由を記す。",
        "Initiatives on the detail pages of the FOIP deck have the focus area of their page. "
        "For all others it is our own reading, marked as such with its reason.",
    ),
    Label(
        "資料が国名だけを挙げる場合は国単位で示す。より詳しい場所は公開情報に根拠があるときだけ示し、出典と確度を付ける。候補が複数あるときは国単位にとどめ、候補を注に記す。",
        "Where a document names only a country, the atlas stays at the country. A more exact place is shown only where "
        "a public record gives it, with source and confidence. Where two projects could be meant, the atlas stays at the "
        "country and names the candidates in a note.",
    ),
    Label(
        "進捗（署名、引渡しなど）は公開情報によるもので、一つずつ出典を付ける。出典どうしが食い違うときは両方を記す。",
        "Milestones come from public records, each with its source. Where sources disagree, both are recorded.",
    ),
    Label(
        "件数は取組の数、「か所」は取組と場所の組の数。三か国にまたがる取組は1件・3か所と数える。",
        "Counts are of initiatives; places are pairs of initiative and place. One initiative in three countries counts as "
        "one initiative at three places.",
    ),
)
PRECISION: Final[dict[str, Label]] = {
    "site": Label("施設そのものの位置。資料か公開情報が特定している。", "The facility itself, as the document or a public record names it."),
    "city": Label("町またはその近く。正確な地点は公表されていない。", "A town or near it; the exact spot is not published."),
    "admin1": Label("州・県までが公表されている。印は州・県の中の代表点。", "Known to the state or province; the mark is a point inside it."),
    "country": Label("国までしか分からない。札の位置は国の代表点で、特定の場所を指さない。", "Known to the country only; the plate stands for the whole country."),
    "region": Label("地域全体が対象。枠は海上の決まった位置に置く。", "The whole region; its box stands at a fixed position in open sea."),
    "route": Label("線状の取組。破線は模式図、実線は公表または測量された経路。", "A line: dashed where schematic, solid where published or surveyed."),
}  # fmt: skip
BOUNDARIES: Final = (
    Label(
        "国境・境界線および地名の表示は参考である。",
        "Boundaries and names are indicative.",
    ),
    Label(
        "基図は日本国政府の立場に沿い、北方四島、竹島、尖閣諸島、沖ノ鳥島を日本として描く。南樺太と得撫島以北の千島列島、"
        "ゴラン高原、西サハラはどの国の色にも塗らない。",
        "The base map follows the position of the Government of Japan on the Northern Territories, Takeshima, the Senkaku "
        "Islands and Okinotorishima. Southern Sakhalin and the Kurils from Urup on, the Golan Heights and Western Sahara "
        "have no country's tone.",
    ),
    Label(
        "地図は西経30度から東回りに西経30度までを描くメルカトル図法で、高緯度ほど面積が大きく見える。",
        "The map is a Mercator projection from 30°W eastward round to 30°W; areas look larger towards the poles.",
    ),
)
ATTRIBUTIONS: Final = (
    Label("基図：Natural Earth 4.1（パブリックドメイン）、world-atlas 2.0.2（ISC）による。必要な加工を施した。",
          "Base map: Natural Earth 4.1 (public domain) by way of world-atlas 2.0.2 (ISC); changed where needed."),
    Label("地名：GeoNames（CC BY 4.0）。空港：airportsdata（MIT）。港湾：searoute（Apache-2.0）。",
          "Place names: GeoNames (CC BY 4.0). Airports: airportsdata (MIT). Ports: searoute (Apache-2.0)."),
    Label("国名：外務省、Unicode CLDR。地図表示：Leaflet（BSD-2-Clause）、folium（MIT）、Streamlit（Apache-2.0）。",
          "Country names: Ministry of Foreign Affairs of Japan, Unicode CLDR. Map: Leaflet (BSD-2-Clause), folium (MIT), Streamlit (Apache-2.0)."),
)  # fmt: skip
