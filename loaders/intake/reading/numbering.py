"""The numbers that Word works out for itself, from a document's numbering part."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final, NamedTuple

from docx.oxml.ns import qn

from loaders.intake.reading.marks import CIRCLED, IROHA, KANA, KANJI

_SLOT: Final = re.compile(r"%([1-9])")
_DEEPEST: Final = 9
_MOST: Final = 9_999
_BULLET: Final = "•"


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    legal: bool


class Numbering:
    """Counts a document's numbered paragraphs as Word does."""

    def __init__(self, document: Any, styles: dict[str, Any]) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if any(relation.reltype.endswith("/numbering") for relation in document.part.rels.values()):
            self._take(document.part.numbering_part.element)

    def _take(self, root: Any) -> None:
        for one in root.findall(qn("w:abstractNum")):
            self._levels[one.get(qn("w:abstractNumId"), "")] = dict(_level(level) for level in one.findall(qn("w:lvl")))
        for one in root.findall(qn("w:num")):
            key, link = one.get(qn("w:numId"), ""), one.find(qn("w:abstractNumId"))
            self._abstract[key] = "" if link is None else link.get(qn("w:val"), "")
            for change in one.findall(qn("w:lvlOverride")):
                start = change.find(qn("w:startOverride"))
                if start is not None:
                    self._overrides[key, _int(change, "w:ilvl")] = _int(start, "w:val")

    def next(self, paragraph: Any) -> tuple[str, int, bool]:
        """What stands before a paragraph, how deep its list is, and whether it is a bullet; counts it."""
        key, deep = self._list(paragraph)
        levels = self._levels.get(self._abstract.get(key, ""), {})
        if deep not in levels:
            return "", 0, False
        level = levels[deep]
        self._count(key, deep, levels)
        if level.format == "bullet":
            return _BULLET, deep, True
        counts = self._counts[self._abstract[key]]
        return _SLOT.sub(lambda slot: _shown(levels, counts, int(slot[1]) - 1, level.legal), level.text), deep, False

    def _count(self, key: str, deep: int, levels: dict[int, _Level]) -> None:
        counts = self._counts[self._abstract[key]]
        start = self._overrides.get((key, deep))
        if start is not None and (key, deep) not in self._begun:
            counts[deep] = start
        else:
            counts[deep] = counts[deep] + 1 if deep in counts else levels[deep].start
        self._begun.add((key, deep))
        for deeper in [other for other in counts if other > deep]:
            del counts[deeper]

    def _list(self, paragraph: Any) -> tuple[str, int]:
        """The list that a paragraph or its style belongs to, and the level."""
        found = _numbered(paragraph.find(qn("w:pPr")))
        style, steps = self._styles.get(paragraph.style or ""), 0
        while found is None and style is not None and steps < 10:
            found = _numbered(style.element.find(qn("w:pPr")))
            style, steps = style.base_style, steps + 1
        return found or ("", 0)


def _numbered(properties: Any) -> tuple[str, int] | None:
    number = None if properties is None else properties.find(qn("w:numPr"))
    link = None if number is None else number.find(qn("w:numId"))
    if number is None or link is None:
        return None
    level = number.find(qn("w:ilvl"))
    return link.get(qn("w:val"), ""), 0 if level is None else _int(level, "w:val")


def _int(element: Any, name: str) -> int:
    return min(max(int(element.get(qn(name), "0")), 0), _MOST)


def _level(element: Any) -> tuple[int, _Level]:
    said = {name: element.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start", "isLgl")}
    format_, text = ("" if said[name] is None else said[name].get(qn("w:val"), "") for name in ("numFmt", "lvlText"))
    start = 1 if said["start"] is None else _int(said["start"], "w:val")
    return _int(element, "w:ilvl"), _Level(format_, text, start, said["isLgl"] is not None)


def _shown(levels: dict[int, _Level], counts: dict[int, int], deep: int, legal: bool) -> str:
    if deep not in levels or deep >= _DEEPEST:
        return ""
    value = counts.get(deep, levels[deep].start)
    return written(value, "decimal" if legal else levels[deep].format)


def written(value: int, style: str) -> str:
    """A number in one of the formats that Word and web pages have."""
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman if style == "upperRoman" else roman.casefold()
    if style in ("upperLetter", "lowerLetter"):
        letter = chr(65 + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if style == "upperLetter" else letter.casefold()
    if style.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
    tables = {"aiueo": KANA, "aiueoFullWidth": KANA, "iroha": IROHA, "irohaFullWidth": IROHA,
              "decimalEnclosedCircle": CIRCLED}  # fmt: skip
    if (table := tables.get(style)) and 0 < value <= len(table):
        return table[value - 1]
    if style in ("japaneseCounting", "chineseCountingThousand", "ideographDigital") and 0 < value < 100:
        tens, ones = divmod(value, 10)
        return ("" if tens == 0 else "十" if tens == 1 else KANJI[tens] + "十") + (KANJI[ones] if ones else "")
    return "" if style == "none" else f"{value:02}" if style == "decimalZero" else str(value)


def _roman(value: int) -> str:
    tens, ones = divmod(min(max(value, 0), 39), 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]
