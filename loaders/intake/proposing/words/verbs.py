"""What a sentence says was or will be done: the verbs of each status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from loaders.intake.proposing.words.days import NamedValue

# Verbs of each status, the most telling first.
_STATUSES: Final = tuple(
    (status, re.compile(words))
    for status, words in (
        ("loan-signed", r"(?:円借款|借款|融資|貸付)[^。]{0,20}(?:調印|署名|締結)|(?:loan agreement|"
        r"exchange of notes)[^.]{0,40}signed|signed[^.]{0,40}loan agreement"),
        ("delivered", r"引き?渡(?:し|され)|供与した|納入(?:した|され)|(?:was |were |been |is |will be |"
        r"be )?(?:handed over|delivered)\b|hand(?:ing)? ?over|\bwill deliver\b"),
        ("in-service", r"運用を?開始|供用を?開始|開所|開港|就航|就役|began operations?|start(?:ed)? operations?|"
        r"enter(?:ed)? service|inaugurated|opened"),
        ("under-construction", r"着工|起工|建設を?開始|broke ground|groundbreaking|construction (?:began|"
        r"started|is under)"),
        ("completed", r"完成(?:した|する|し)|竣工|完了した|妥結した|\bcompleted\b|\bconcluded\b(?! that)|"
        r"\bcompletion of\b"),
        ("in-force", r"発効|enter(?:ed|s|ing)? into force|entry into force"),
        ("amended", r"改正(?:された|議定書)|\bamended\b"),
        ("signed", r"署名|調印|締結|\bsign(?:ed|ing|s|ature)?\b"),
        ("revised", r"改定|改訂|更新|\brevis(?:ed|e|ing|ion)\b|\brenew(?:ed|al|ing|s)?\b|\bupdat(?:ed|e|ing)\b"),
        ("adopted", r"採択|\badopt(?:ed|ion|s|ing)?\b"),
        ("approved", r"承認|閣議決定|\bapproved?\b|\bapproval\b"),
        ("budgeted", r"予算[^。]{0,30}(?:計上|措置)|\bbudget(?:ed|s)?\b"),
        ("ordered", r"発注|受注|\bordered\b|awarded (?:a |the )?contract"),
        ("landed", r"陸揚げ"),
        ("held", r"開催|\bheld\b|\bhold\b|\bconvened?\b|\bhost(?:ed|ing)?\b"),
        ("conducted", r"実施した|実施された|\bconducted\b|\bcarried out\b|\bconduct\b(?! of\b|[.,;]|$)"),
        ("announced", r"発表|表明した|立ち?上げ|創設|設立|発足|\bannounc(?:ed|e|es|ing|ement)\b|"
        r"(?<!missile )\blaunch(?:ed|es|ing)?\b|\bestablish(?:ed|ment|ing)?\b|\bpledged?\b(?! to\b)"),
        ("agreed", r"合意|一致した|決定した|決定(?=。|$)|\bagreed?\b|\bdecided\b"),
        ("under-way", r"実施中|進行中|継続(?:中|して)|\bunder ?way\b|\bongoing\b|\bin progress\b"),
    )
)  # fmt: skip
_TO_COME: Final = re.compile(
    r"予定|見込|目指|検討|今後|意向|(?:する|する。|行う|進める|図る|深める|始める|され?る|設ける|"
    r"結ぶ)(?:こと(?:により|を含め|で|を))?(?=[。、]|$|こと|ため|M|方針)|"
    r"される(?:MO|覚書|協定|予定)|\bwill\b|\bshall\b|\bintends?\b|\bplans?\b|\bto be\b|\blook(?:s|"
    r"ing)? forward\b|\bexpected\b|\baims?\b|"
    r"\bscheduled\b|\bby (?:signing|renewing|concluding|the end)\b|\bresolve to\b|\bcommit(?:ted)? to\b|\bupcoming\b"
)  # fmt: skip
_PAST: Final = re.compile(
    r"した|された|してき|済み|(?:署名|採択|合意|調印|発表|開催|決定)し、|\bhas been\b|\bhave been\b|\bwas\b|"
    r"\bwere\b|\bwelcomed?\b|歓迎"
)


def statuses(text: str) -> Iterator[NamedValue]:
    """What one sentence says was or will be done, the most telling first; the rule says whether it is still to come."""
    for status, words in _STATUSES:
        if match := words.search(text):
            yield _value(status, text, match)


def statuses_again(text: str) -> Iterator[NamedValue]:
    """The same with every place where a verb stands; of what stands within another only the more telling."""
    taken: set[int] = set()
    for status, words in _STATUSES:
        for match in words.finditer(text):
            if not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                yield _value(status, text, match)


def _value(status: str, text: str, match: re.Match[str]) -> NamedValue:
    return NamedValue(status, *match.span(), "status_expected" if _expected(text, match.end()) else "status_done")


def _expected(text: str, end: int) -> bool:
    """By the words after the verb up to the next comma, else by those before it."""
    clause = re.split(r"[、。,;]", text[end : end + 40], maxsplit=1)[0]
    told = text[max(0, end - 2) : end] + clause
    if _PAST.search(told):
        return False
    if _TO_COME.search(told + "。"):
        return True
    head = text[max(0, end - 60) : end]
    own = re.split(r"[;、]| and ", head)[-1]
    head = own if _TO_COME.search(own) else head
    return bool(_TO_COME.search(head)) and not _PAST.search(head)
