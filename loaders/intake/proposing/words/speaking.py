"""Who acts in an English sentence of a joint document, and whether it undertakes something or says what is held."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from loaders.intake.proposing.words.countries import named_areas
from loaders.intake.proposing.words.flat import flat

Kind = Literal["act", "weak", "view", "welcome", "other"]
Actor = Literal["us", "another", "unknown"]
# Those who speak: we, a group by its name, the countries together. Japan is found as a country is.
_GROUP: Final = r"we|our|Quad|G7|AUKUS|trilateral"
_WE: Final = re.compile(rf"\b(?:{_GROUP}|Japan)\b", re.IGNORECASE)
# Where several states act together, not Japan by itself.
TOGETHER: Final = re.compile(
    rf"\b(?:{_GROUP})\b|\b(?:two|three|four|five|all) (?:countries|nations|governments)\b|我々|両国|[三四]か国|日米",
    re.IGNORECASE,
)
_US: Final = re.compile(
    r"\b(?:we|our|both|together|Quad|G7|AUKUS)\b|\b(?:two|three|four|five|all|each) (?:\w+ )?(?:countries|nations|"
    r"governments|sides|leaders|partners)\b|\b(?:leaders|ministers|sides|participants|partners)\b",
    re.IGNORECASE,
)
_AHEAD: Final = (
    r"will|shall|intends? to|plans? to|look(?:s|ing)? forward to|aims? to|expects? to|"
    r"(?:is|are) (?:scheduled|planning|expected|set) to"
)
_VAGUE: Final = (
    r"commits? to|(?:is|are|remains?) committed to|(?:has|have) committed to|resolves? to|seeks? to|pledges? to|"
    r"(?:is|are) determined to|endeavou?rs? to|reaffirms? (?:our |the |its )?commitment to"
)
_FINITE: Final = re.compile(
    rf"\b(?:{_AHEAD}|{_VAGUE}|is|are|was|were|has|have|had|announces?d?|launch(?:es|ed)?|welcomes?d?|looks?|"
    r"establish(?:es|ed)|signed|releas(?:es|ed)|organi[sz]ed|hosted|held|met|provide[sd]?|developed|supports?|"
    r"supported|condemns?|oppose[sd]?|express(?:es|ed)?|affirms?|reaffirm(?:s|ed)?|reiterates?d?|recogni[sz]e[sd]?|"
    r"underscores?d?|emphasi[sz]e[sd]?|stress(?:es|ed)?|notes?d?|recalls?|calls?|urges?|asserts?|highlights?|believes?|"
    r"gather(?:ed)?|shares?(?! of\b)|commends?|appreciates?|acknowledges?|deplores?|rejects?|applauds?|stands?|"
    r"remains?|continues?|"
    r"pledged|committed|agreed|decided|steadfastly|strongly)\b"
)
_CHAIN: Final = re.compile(
    rf"^(?:(?:{_AHEAD}|{_VAGUE}|is|are|has|have|been|also|further|today|jointly|together|both|now|continues?(?: to)?|"
    r"steadfastly|strongly|fundamentally|\w+ly)\s+)+"
)
_VIEW: Final = re.compile(
    r"^(?:re)?(?:affirm|iterat|underscor|emphasi[sz]|stress|express|condemn|oppos|recogni[sz]|not(?:e|ed|ing)\b|recall|"
    r"call(?:s|ed|ing)?\b|urg|assert|highlight|believ|commend|appreciat|acknowledg|deplor|regret|reject|applaud|stand|"
    r"concerned|united|champion|uphold|safeguard|respect|unwavering)|"
    r"^shares? (?:a |the )?(?:\w+ )?(?:commitment|concern|view|vision|belief)"
)
_WEAK: Final = re.compile(
    r"^(?:work|execut|lead|strengthen|deepen|advanc|promot|address|cooperat|support|continu|enhanc|"
    r"pursue a\b|bolster|accelerat|collaborat|engag|seek|committed|tak|"
    r"expand\w* (?:\w+ ){0,2}(?:engagement|cooperation)|"
    r"intensif|remain|achiev|ensur|maintain|transparently|build\w* (?:an? )?(?:\w+ ){0,2}(?:ties|future)|"
    r"delivering on|help)"
)
_WELCOME: Final = re.compile(r"^welcom")
_STILL: Final = re.compile(r"^(?:gather|met|meet|be|the|an?|helped)\b")
_COPULA: Final = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?$")
_RUN_IN: Final = re.compile(r"^[A-Z][^:.;]{5,90}: (?=[A-Z])")  # a heading before its text
_OBJECT: Final = re.compile(r"^welcom\w+ (.{1,60}?)(?:[’']s?\b|[’'] | hosting| being| joining| for | to | and |$)")
_DRESS: Final = re.compile(
    r"^(?:(?:working|partnering)(?: [\w-]+){0,3}? (?:to|with)|supporting|committed to|(?:welcom|announc|launch|"
    r"releas|sign|reaffirm|recogni[sz])\w*(?: today)?(?: commitment to)?)\s+(?:an? |the )?"
)
_LEAD: Final = re.compile(
    r"^(?:In|On|At|By|Through|Under|With|To|For|As|Since|Over|Following|Building|Complementing|Together|During|After|"
    r"Before|Finally|Furthermore|Additionally|Moreover|Today|Yesterday|This|Recogni[sz]ing|Within|Throughout|Beyond|"
    r"Alongside|Separately|Also|Similarly|Likewise|Here|Based|Noting|Given|Among|Across|From)\b(?! (?:Quad|initiative))"
)
_PAST: Final = re.compile(
    r"^(?:has|have|had) (?!committed)|^(?:was|were|organi[sz]ed|hosted|held|met|supported|signed|launched|developed)\b"
)
_JOINT: Final = re.compile(
    r"\b(?:with|alongside) Japan\b|\bjointly\b|\btrilateral|"
    r"\bhost(?:s|ed|ing)?\b[^.]{0,40}\b(?:Quad|G7|trilateral|our)\b"
    r"[^.]{0,40}\b(?:Meeting|Summit|Dialogue|meeting|summit|dialogue)\b"
)


class Sentence(NamedTuple):
    """What a sentence does.

    `ahead` of what is planned, `goes_on` of what is continued, `vague` of what one is only resolved to; `joint` where
    another acts for all, `ours` where we are named.
    """

    text: str
    kind: Kind
    actor: Actor
    ahead: bool = False
    goes_on: bool = False
    vague: bool = False
    past: bool = False
    joint: bool = False
    ours: bool = False
    welcomed: Actor = "unknown"


def read_sentence(text: str) -> Sentence:
    """Reads one sentence by its subject and its first verb."""
    text = text[found.end() :] if (found := _RUN_IN.match(text)) else text
    ours = bool(_WE.search(text))
    for verb in _FINITE.finditer(text):
        if subject := _subject(text[: verb.start()]):
            said = text[verb.start() :]
            chain = match[0] if (match := _CHAIN.match(said)) else ""
            kind = _kind(said[len(chain) :], chain)
            welcomed = _actor(whose[1]) if (whose := _OBJECT.match(said[len(chain) :])) else "unknown"
            return Sentence(
                text, kind, _actor(subject), bool(re.search(_AHEAD, chain)), "continu" in chain,
                bool(re.search(_VAGUE, chain)), bool(_PAST.match(said)),
                bool(_JOINT.search(text)) or "Japan" in text, ours, welcomed,
            )  # fmt: skip
    return Sentence(text, "other", "unknown", ours=ours)


def deed_of(text: str) -> str:
    """What a sentence says is done, without who does it; empty where its subject or verb is not found."""
    for verb in _FINITE.finditer(text):
        if _subject(text[: verb.start()]):
            said = text[verb.start() :]
            said = said[match.end() :] if (match := _CHAIN.match(said)) else said
            return _DRESS.sub("", said, count=1)
    return ""


def _subject(before: str) -> str:
    """What stands before the verb, without what only leads to it."""
    parts = before.split(", ")
    while len(parts) > 1 and (_LEAD.match(parts[0]) or (parts[0][:1].islower() and not _US.match(parts[0].strip()))):
        parts = parts[1:]
        while len(parts) > 1 and parts[0][:1].islower() and not re.match(r"(?:the|we|our)\b", parts[0]):
            parts = parts[1:]
    rest = ", ".join(parts).strip(" ,")
    return "" if _LEAD.match(rest) and len(parts) == 1 and not re.match(r"(?:This|Today|Finally)\b", rest) else rest


def _actor(subject: str) -> Actor:
    codes = {area.code for area in named_areas(flat(subject)) if not area.region}
    if "JPN" in codes or _US.search(subject):
        return "us"
    return "another" if codes else "unknown"


def _kind(said: str, chain: str) -> Kind:
    if _WELCOME.match(said):
        return "welcome"
    if _VIEW.match(said) or "reaffirm" in chain:
        return "view"
    vague = bool(re.search(_VAGUE, chain))
    if _STILL.match(said) or (_COPULA.search(chain) and not re.match(r"\w+ing\b", said) and not vague):
        return "other"
    return "weak" if vague or _WEAK.match(said) else "act"
