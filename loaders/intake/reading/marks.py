"""What stands before an item: `9.4.`, `(a)`, `第3条`, `①`, `・`: its style, its value, its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

_DIGITS: Final = "[0-9０-９]{1,3}"
_ROMANS: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_SMALL_ROMANS: Final = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
KANJI: Final = "〇一二三四五六七八九十"
KANA: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテ"
_WIDE: Final = str.maketrans({chr(0xFF01 + at): chr(0x21 + at) for at in range(94)})
_PATH: Final = re.compile(rf"({_DIGITS}(?:[.．]{_DIGITS}){{1,5}})[.．]?(?=\s|[^\s\d０-９.．%％,])\s*")
_NAMED: Final = re.compile(
    rf"(?:(?i:(article|section|chapter|part|pillar|annex|clause)) +({_DIGITS}|[IVX]+)(?![\w%])[.:：]?|"
    rf"第({_DIGITS}|[{KANJI}]+)([条章部節項])(?:の[0-9０-９一二三]+)?)\s*"
)
_ONE: Final = (
    rf"{_DIGITS}|[a-zａ-ｚ]|[A-ZＡ-Ｚ]|[ivx]{{1,5}}|[IVX]{{1,5}}|[{_ROMANS}]|[{_SMALL_ROMANS}]|"
    rf"[{KANA}]|[{IROHA}]|[{KANJI}]{{1,3}}"
)
_BOTH: Final = re.compile(rf"[(（]({_ONE})[)）]\s*")
_AFTER: Final = re.compile(rf"({_ONE})(?:([)）])\s*|([.．])(?=\s|[^\s\x21-\x7e])\s*|([、：:])\s*)")
_ALONE: Final = re.compile(rf"({_DIGITS}|[{_ROMANS}{_SMALL_ROMANS}{KANJI}])[\s　]+(?=[^\s\d.,])")
_CIRCLE: Final = re.compile(rf"([{CIRCLED}])\s*")
_BULLET: Final = re.compile(r"([・‣•●○〇◯◎◆◇■□▪▫►▶➢✓→·])\s*(?=\S)|([-*–—‐−+o])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mark: its style, its value, how it is written in a code."""

    style: str
    value: int
    token: str


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What stands before an item; `readings` is empty for a bullet, `path` a number like 9.4 in its parts."""

    length: int
    readings: tuple[Reading, ...] = ()
    path: tuple[int, ...] = ()
    bullet: str = ""
    named: bool = False

    @property
    def alone(self) -> bool:
        """Whether it is no more than a number and a space, which anything may begin with."""
        return any(reading.style.startswith("alone") for reading in self.readings)


def mark_of(text: str) -> ItemMark | None:
    """The mark that a line begins with; a number behind a bullet goes before the bullet."""
    if found := _numbered(text):
        return found
    bullet = _BULLET.match(text)
    if bullet is None:
        return None
    second = _BULLET.match(text, bullet.end())
    start = second.end() if second else bullet.end()
    inner = _numbered(text[start:])
    if inner is not None and not inner.alone:
        return replace(inner, length=start + inner.length)
    return ItemMark(start, bullet=(second or bullet)[1] or (second or bullet)[2])


def _numbered(text: str) -> ItemMark | None:
    if found := _NAMED.match(text):
        style, number = (found[1] or found[4]).casefold(), found[2] or found[3]
        value = next((reading.value for reading in _readings(number, "") if reading.style != "letter"), 0)
        return ItemMark(found.end(), (Reading(style, value, str(value)),), named=True) if value else None
    if found := _PATH.match(text):
        return ItemMark(found.end(), path=tuple(int(part) for part in re.split("[.．]", found[1])))
    if found := _CIRCLE.match(text):
        value = CIRCLED.index(found[1]) + 1
        return ItemMark(found.end(), (Reading("circled", value, str(value)),))
    for pattern, name in ((_BOTH, "()"), (_AFTER, ""), (_ALONE, "alone")):
        if found := pattern.match(text):
            around = name or (")" if found[2] else ".")
            if readings := tuple(_readings(found[1], around)):
                return ItemMark(found.end(), readings)
    return None


def _readings(written: str, around: str) -> Iterator[Reading]:
    """Every way to read a number or a letter, the likelier first."""
    plain = written.translate(_WIDE)
    if plain.isascii() and plain.isdigit():
        yield Reading(f"{around}1", int(plain), str(int(plain)))
    elif plain.isascii():
        case = "A" if plain.isupper() else "a"
        if (value := roman(plain)) and (len(plain) > 1 or plain in "iIvVxX"):
            yield Reading(f"{around}{'I' if case == 'A' else 'i'}", value, plain.casefold())
        if len(plain) == 1:
            yield Reading(f"{around}{case}", ord(plain.casefold()) - 96, plain.casefold())
    else:
        yield from _eastern(written, around)


def _eastern(written: str, around: str) -> Iterator[Reading]:
    tables = (("I", _ROMANS), ("i", _SMALL_ROMANS), ("ア", KANA), ("イ", IROHA))
    for style, table in tables:
        if len(written) == 1 and written in table:
            value = table.index(written) + 1
            yield Reading(f"{around}{style}", value, str(value))
    if value := _kanji(written):
        yield Reading(f"{around}一", value, str(value))


def roman(text: str) -> int:
    """The value of a Roman number up to 39; 0 for what is none."""
    found = re.fullmatch(r"(X{0,3})(IX|IV|V?I{0,3})", text.upper())
    if not text or found is None:
        return 0
    ones = {"IX": 9, "IV": 4}.get(found[2], found[2].count("V") * 5 + found[2].count("I"))
    return len(found[1]) * 10 + ones


def _kanji(text: str) -> int:
    """The value of a number in kanji up to 99; 0 for what is none."""
    if not re.fullmatch(rf"[{KANJI}]{{1,3}}", text):
        return 0
    tens, ten, ones = text.rpartition("十") if "十" in text else ("", "", text)
    if len(tens) > 1 or len(ones) > 1 or "〇" in text:
        return 0
    return (KANJI.index(tens) if tens else 1) * 10 * bool(ten) + (KANJI.index(ones) if ones else 0)
