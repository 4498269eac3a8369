"""Items that are no initiative: views, general statements, accounts of the past, what another state alone does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.speaking import Sentence, read_sentence
from loaders.intake.proposing.words.titles import MARK, NAMED

_PREAMBLE: Final = re.compile(r"^(?:序|前文|(?i:preamble))$")
_VIEW_JA: Final = re.compile(
    r"非難|懸念を(?:表明|共有)|(?:に|への)(?:強い)?反対|重要性を(?:再?確認|強調|認識)|認識を共有|(?:強く)?求め(?:る|た)|"
    r"呼びかけ|遺憾|(?:立場|支持|コミットメント)を(?:再?確認|改めて|表明)|再確認(?:する|した)"
)
_ACT_JA: Final = re.compile(
    r"協力|連携|支援|実施|推進|促進|強化|深化|拡大|署名|締結|設立|創設|立ち?上げ|開始|開催|供与|整備|導入|構築|"
    r"発表|取組|取り組|進め|図る|検討|交流|対話|事業|研修|共同|活用|参加|貢献"
)
_MET_JA: Final = re.compile(r"会談|会合|訪問|迎え|一堂に会")
_JAPANESE: Final = re.compile(r"[ぁ-ヺ一-龠]")
_NEW: Final = re.compile(r"\b(?:announc|launch|sign|establish|releas)(?:es|ed|e)\b")
_SINCE: Final = re.compile(r"\bha(?:s|ve)\b")
_DIGIT: Final = re.compile(r"[$¥€£]|\d")


class ItemPlace(NamedTuple):
    """Where an item stands: its heading, whether it has a bullet or number, whether it leads over to those with one."""

    heading: str
    leads: bool


def places_of(parts: Sequence[Flat], headings: Sequence[str]) -> list[ItemPlace]:
    """Where each item of a document stands; one without a mark leads where most have one and the next is apart."""
    marked = [bool(MARK.match(part.text)) for part in parts]
    listed = sum(marked) > len(marked) / 2
    leads = [
        listed and not mark and (marked[at : at + 1] == [True] or headings[at : at + 1] != [heading])
        for at, (heading, mark) in enumerate(zip(headings, marked, strict=True), 1)
    ]
    return [ItemPlace(*row) for row in zip(headings, leads, strict=True)]


def refusal_of(part: Flat, place: ItemPlace, parties: Sequence[str]) -> str:
    """The key of `vocab.NOT_INITIATIVE` that is proposed for an item, empty for what may be an initiative."""
    if _JAPANESE.search(part.text):
        return _japanese(part.text, place)
    told = [read_sentence(sentence.text) for sentence in part.sentences()]
    kinds = Counter(one.kind for one in told)
    named = any(NAMED.search(one.text) for one in told if not one.past)
    if _PREAMBLE.match(place.heading) and not any(one.kind == "act" and not one.past for one in told):
        return "general"
    if place.leads and not named and not any(_undertakes(one) for one in told):
        return "general"
    if not kinds["act"] and kinds["view"] and kinds["view"] >= kinds["weak"] and not _own_named(told):
        return "view"
    return _anothers(told, named) if parties else ""


def _undertakes(one: Sentence) -> bool:
    return one.kind == "act" and (one.ahead or bool(_NEW.search(one.text)))


def _own_named(told: Sequence[Sentence]) -> bool:
    """Whether what is welcomed or spoken of as ours has a name of its own."""
    return any(one.kind == "welcome" and one.welcomed != "another" for one in told)


def _anothers(told: Sequence[Sentence], named: bool) -> Literal["other-party", "past", ""]:
    """What another state does by itself, or what somebody else did."""
    first = told[0] if told else None
    whose: set[str] = {one.actor for one in told}
    if first is None or "us" in whose - {"us" if one.welcomed == "another" else "" for one in told}:
        return ""
    if first.welcomed == "another" and all(one.kind in ("welcome", "other") for one in told):
        return "other-party"
    if first.actor == "another" and not any(one.joint for one in told):
        return "other-party"
    if whose == {"unknown"} and not named and all(_only_told(one) for one in told):
        return "past"
    return ""


def _only_told(one: Sentence) -> bool:
    return one.past and not one.ours and not _SINCE.search(one.text) and not _DIGIT.search(one.text)


def _japanese(text: str, place: ItemPlace) -> Literal["general", "view", ""]:
    if _ACT_JA.search(text):
        return ""
    if _PREAMBLE.match(place.heading) and _MET_JA.search(text):
        return "general"
    return "view" if _VIEW_JA.search(text) else ""
