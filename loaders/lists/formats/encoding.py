"""The encoding of a text, told by what makes sense of its bytes: strictly, in a fixed order, and never by force.

East Asian encodings of two bytes a character overlap: each reads some files of the others without an error. What is
read makes sense by how much of it is everyday writing of its language; where two make sense, or too little is there to
tell, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from loaders.lists.remark import ListError

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NAMES: Final = {  # as people know them
    "euc_jp": "EUC-JP", "cp949": "EUC-KR", "gbk": "GBK", "cp950": "Big5", "cp874": "TIS-620",
    "iso2022_jp": "ISO-2022-JP",
}  # fmt: skip
GUESSED: Final = ("EUC-JP", "EUC-KR", "GBK", "Big5", "TIS-620")  # to be looked over by a person
_SAMPLE: Final = 60_000  # characters of a text that are looked at
_LEAST: Final = 12  # of them beyond ASCII, so that a guess is one
_SENSE, _LOOSE, _AHEAD = 0.85, 0.5, 0.1  # shares of everyday writing: that make sense, in CP932, ahead of the next
_KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_HALF: Final = re.compile(r"[\uff61-\uff9f]")
# Half kana as no word has them: marks of voice on letters that have none, two small letters.
_UNVOICED: Final = re.compile(
    r"(?<![\uff76-\uff84\uff8a-\uff8e\uff73])\uff9e|(?<![\uff8a-\uff8e])\uff9f|[\uff67-\uff6f]{2}"
)
_PAIR: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]{2}")
_PRIVATE: Final = re.compile(r"[\ue000-\uf8ff]")
_SIGN: Final = re.compile(r"[\u3000-\u303f\uff00-\uff60·—‘’“”…×°①-⑳Ⅰ-Ⅻ]")
_LATIN: Final = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]")
_WESTERN: Final = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’‚“”„–—…•€£©®°«»¿¡ºª§·\xa0]")
_THAI_MARK: Final = r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_THAI: Final = re.compile(
    rf"(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e45-\u0e4e]){_THAI_MARK}|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
)
_USUAL: Final = {  # characters that lists are full of, by language
    "gbk": frozenset("的国家项目名称地点建设工程金额年月日市区县省州岛港口道路水电学校医院中大人万元援助合作"),
    "cp950": frozenset("的國家計畫名稱地點建設工程金額年月日市區縣省州島港口道路水電學校醫院中大人萬元援助合作"),
    "euc_jp": frozenset("国名案件計画整備事業港湾道路橋病院学校電力給水無償資金協力円億万年月日市県州島空"),
}


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; raises ListError where none, or more than one, makes sense of it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name) or _undecodable()
    mail = _strict(data, "iso2022_jp") if b"\x1b$" in data else None
    return mail or _strict(data, "utf-8") or _wide(data) or _windows(data) or _guessed(data)


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else (text, _NAMES.get(encoding) or encoding.upper().removesuffix("-SIG"))


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte of its commas and line ends is zero."""
    low, high = (data[start:4000:2].count(0) for start in (1, 0))
    return _strict(data, "utf-16-le" if low > high else "utf-16-be") if low or high else None


def _windows(data: bytes) -> tuple[str, str] | None:
    """CP932, unless that makes lone kanji of a Western file's accents or half kana of other bytes; else CP1252."""
    found = _strict(data, "cp932")
    if found and _PAIR.search(found[0]) and _is_cp932(found[0]) and not (_HALF.search(found[0]) and _sensible(data)):
        return found
    found = _strict(data, "cp1252")
    return found if found and _is_western(found[0]) else None


def _is_cp932(text: str) -> bool:
    """Whether a text is Japanese: everyday kanji and kana, and half kana such as words have them."""
    if _PRIVATE.search(text) or _UNVOICED.search(text):
        return False
    signs, full = _signs(text), "".join(_signs(_HALF.sub("", text)))
    if len(full) < len(signs) / 10:
        return len(signs) >= _LEAST
    return _share(full, _everyday("cp932", 0x88, 0x97)) >= _LOOSE


def _is_western(text: str) -> bool:
    """Whether a text has accents as Western languages do: few beside each other, and hardly any other sign."""
    signs, letters = _signs(text), _LATIN.findall(text)
    beside = sum(len(run) for run in re.findall(rf"{_LATIN.pattern}{{2,}}", text))
    return sum(map(bool, map(_WESTERN.match, signs))) >= 0.9 * len(signs) and beside <= 0.4 * len(letters)


def _guessed(data: bytes) -> tuple[str, str]:
    found = _sensible(data)
    if not found:
        return _undecodable()
    score, text, name = found[0]
    close = [one[2] for one in found if one[0] > score - _AHEAD]
    if len(close) > 1 or len(_signs(text)) < _LEAST:
        raise ListError("encoding_unsure", encodings=", ".join(one[2] for one in found))
    return text, name


def _sensible(data: bytes) -> list[tuple[float, str, str]]:
    """What makes sense of the bytes, most sense first: how much, the text, the encoding."""
    read = [(sense(one[0]), *one) for name, sense in _SENSES.items() if (one := _strict(data, name))]
    return sorted((one for one in read if one[0] >= _SENSE), reverse=True)


def _undecodable() -> tuple[str, str]:
    raise ListError("encoding_unknown")


def _signs(text: str) -> list[str]:
    return [char for char in text[: _SAMPLE * 4] if char > "\x7f"][:_SAMPLE]


def _share(text: str, everyday: Callable[[str], bool]) -> float:
    """How much of a text's characters beyond ASCII is everyday writing; signs that all languages have count as such."""
    signs = _signs(text)
    return sum(everyday(char) or bool(_SIGN.match(char)) for char in signs) / len(signs) if signs else 0.0


def _everyday(codec: str, first: int, last: int) -> Callable[[str], bool]:
    """Whether a character is kana, or stands in the rows of a standard that hold the everyday ones."""

    def everyday(char: str) -> bool:
        code = char.encode(codec, "ignore")
        return bool(_KANA.match(char) or _HALF.match(char)) or (len(code) == 2 and first <= code[0] <= last)

    return everyday


def _usual(text: str, language: str) -> bool:
    signs = _signs(text)
    return sum(char in _USUAL[language] for char in signs) >= 0.05 * len(signs)


def _japanese(text: str) -> float:
    kana = len(_KANA.findall(text)) >= 0.1 * len(_signs(text))
    return _share(text, _everyday("euc_jp", 0xB0, 0xCF)) if kana or _usual(text, "euc_jp") else 0.0


def _korean(text: str) -> float:
    share = _share(text, lambda char: "\uac00" <= char <= "\ud7a3")
    return 1 + _AHEAD if share > 0.97 and len(_signs(text)) >= _LEAST else share  # so much of it is never chance


def _simplified(text: str) -> float:
    plain = not _KANA.search(text) and _usual(text, "gbk")
    return _share(text, _everyday("gb2312", 0xB0, 0xD7)) if plain else 0.0


def _traditional(text: str) -> float:
    """Big5 differs from the others by second bytes below 128."""
    low = sum(len(code) == 2 and code[1] < 128 for code in (char.encode("cp950", "ignore") for char in _signs(text)))
    plain = low >= 0.1 * len(_signs(text)) and _usual(text, "cp950")
    return _share(text, _everyday("cp950", 0xA4, 0xC6)) if plain else 0.0


def _thai(text: str) -> float:
    """Thai has signs above and below its consonants, and vowels before them."""
    letters, marks = len(re.findall(r"[\u0e01-\u0e4e]", text)), len(re.findall(rf"{_THAI_MARK}|[\u0e40-\u0e44]", text))
    sound = not _THAI.search(text) and not re.search(r"[a-z@][\u0e01-\u0e4e]|[\u0e01-\u0e4e][a-z@]", text)
    return _share(text, lambda char: "\u0e00" < char < "\u0e7f") if sound and marks >= 0.08 * letters else 0.0


_SENSES: Final[dict[str, Callable[[str], float]]] = {
    "euc_jp": _japanese, "cp949": _korean, "gbk": _simplified, "cp950": _traditional, "cp874": _thai,
}  # fmt: skip
