"""A document of our own for the review: invented items of the kinds that statements have."""

from __future__ import annotations

from typing import Final

from atlas.vocab import Lang

PARTY: Final[dict[Lang, str]] = {"ja": "フィジー", "en": "Fiji"}
TITLE: Final[dict[Lang, str]] = {
    "ja": "試験用の架空の共同文書",
    "en": "An Invented Joint Paper for Tests",
}
_PARTS: Final[dict[Lang, tuple[str, ...]]] = {
    "ja": ("I. 海の協力", "II. デジタルの協力", "III. 人の協力"),
    "en": ("I. Cooperation at sea", "II. Digital cooperation", "III. Cooperation among people"),
}
_ITEMS: Final[dict[Lang, tuple[tuple[str, ...], ...]]] = {
    "ja": (
        (
            "日本とフィジーは、架空の海図を共同で更新する覚書に2027年4月に署名した。",
            "国際協力機構（JICA）は、スバ港の架空の係留施設を改修する計画を調査する。",
            "日本の海上保安庁は、フィジーの架空の巡視艇の乗組員に研修を行う。",
            "日本は、フィジーに架空の気象レーダー一式を供与し、その額は3億円である。",
            "双方は、海洋ごみの架空の調査を2028年に始める。",
            "双方は、海が豊かであることを喜ぶ。",
            "日本とフィジーは、架空の沿岸地図を公開する。これに加えて、潮位計を設ける。",
        ),
        (
            "総務省とフィジーは、架空の海底ケーブルの保守について対話を行う。",
            "双方は、AIの安全な利用のための架空の指針を作成する。",
            "日本は、フィジーの架空のデータセンターの設計に専門家を派遣する。",
            "双方は、サイバーセキュリティの架空の演習を2027年11月に行う。",
            "双方は、デジタル技術が大切であるとの認識を共有する。",
            "日本は、ナンディに架空の通信訓練所を設けることを検討する。",
            "双方は、電子政府の架空の覚書を改定する。",
        ),
        (
            "日本は、フィジーの青年20名を架空の交流計画で招へいする。",
            "双方は、架空の航空教育計画を始める。",
            "国際交流基金は、架空の日本語講座を開く。",
            "双方は、防災の架空の共同訓練を行う。",
            "双方は、友好の長い歴史を振り返る。",
            "双方は、前項の訓練を毎年行う。",
        ),
    ),
    "en": (
        (
            "Japan and Fiji signed a memorandum on jointly updating the invented sea charts in April 2027.",
            "The Japan International Cooperation Agency (JICA) will survey an invented mooring at the port of Suva.",
            "The Japan Coast Guard will train the crew of an invented patrol boat of Fiji.",
            "Japan will provide Fiji with an invented weather radar, at 300 million yen.",
            "Both sides will begin an invented survey of marine litter in 2028.",
            "Both sides are glad that the sea is rich.",
            "Japan and Fiji will publish an invented map of the coast. They will also set up a tide gauge.",
        ),
        (
            "Japan and Fiji will hold a dialogue on the upkeep of an invented submarine cable.",
            "Both sides will write invented guidelines for the safe use of AI.",
            "Japan will send experts for the design of an invented data centre in Fiji.",
            "Both sides will hold an invented cybersecurity exercise in November 2027.",
            "Both sides share the view that digital technology matters.",
            "Japan will consider an invented telecommunications school in Nadi.",
            "Both sides will revise an invented memorandum on digital government.",
        ),
        (
            "Japan will invite 20 young people of Fiji under an invented exchange programme.",
            "Both sides will start an invented programme of aviation education.",
            "The Japan Foundation will open an invented course of Japanese.",
            "Both sides will hold an invented joint drill for disasters.",
            "Both sides look back on a long history of friendship.",
            "Both sides will hold the drill of the item above every year.",
        ),
    ),
}
ITEMS: Final = sum(map(len, _ITEMS["ja"]))
REFUSED: Final = ("6", "12", "19")
SPLIT: Final = "7"
JOINED: Final = "20"


def statement(lang: Lang, *more: str) -> str:
    """The document as a text file has it, numbered throughout; `more` are further items."""
    lines, number = [TITLE[lang], ""], 0
    for part, items in zip(_PARTS[lang], _ITEMS[lang], strict=True):
        lines += [part, ""]
        for text in items:
            number += 1
            lines += [f"{number}. {text}", ""]
    for text in more:
        number += 1
        lines += [f"{number}. {text}", ""]
    return "\n".join(lines)
