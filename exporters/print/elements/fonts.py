"""Type: the faces, how wide text is, and where its lines break (Japanese by phrases, English by words)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Final

import budoux
import fontpkg_noto_sans
import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
from fontTools.ttLib import TTFont
from PIL import ImageFont

from exporters.clean import bounded

FAMILY: Final = "Noto Sans CJK JP"
FALLBACK: Final = "Noto Sans"
FLOOR: Final = 21.0  # 10.5 pt; paper is laid out larger and drawn smaller, see compose
MOST: Final = 1_000  # characters of one text: a page is no place for more, and laying them out takes time
AT: Final = 100  # the size that letters are measured at
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CLOSING: Final = "、。，．・：；！？）」』】〕｝〉》〟’”ーぁぃぅぇぉっゃゅょァィゥェォッャュョ％々,.:;!?)]}·"
_OPENING: Final = "（「『【〔｛〈《〝‘“([{"
_BEFORE: Final = re.compile(
    r"(?<=[）」】・])(?=[^、。，．）」】・])|(?<=：)(?=\d)|(?<=[\u3400-\u9fff])(?=[\u30a1-\u30fa]{2})"
)
_JOINED: Final = re.compile(r"よる|おける|対する|関する|向けた|\[\w+\]")
_NUMBER: Final = re.compile(r"[\d,.年月億万か]$|[\d億万]米$")
_DAY: Final = re.compile(r"\d[年月日] $")  # what happened then
_UNIT: Final = re.compile(r"[\d,.]|[年月日億万円件国]|か国|か所|米|ドル|ユーロ")
_WORD: Final = re.compile(r"\S+\s*|\s+")
_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WHOLE: Final = re.compile(
    rf"(?:\d{{1,2}} )?{_MONTH} \d{{4}}(?: [A-Z]\w+)?\S*\s*|[\d,.]+ [mb]illion(?: [A-Z]\w+)* \w+\S*\s*|\S+\s*|\s+"
)
_SEPARATED: Final = re.compile(r"(?<= · )")
_DASH: Final = re.compile(r"(?<=\w[\u2013\u2014-])(?=[^\W\d])")


def faces(bold: bool) -> tuple[Path, Path]:
    """The font files of a weight: Noto, and the fallback of all weights for letters that it lacks."""
    package = noto_cjk_sans_jp_bold if bold else noto_cjk_sans_jp_regular
    noto = Path(str(package.__file__)).parent / f"NotoSansCJKjp-{'Bold' if bold else 'Regular'}.otf"
    return noto, Path(str(fontpkg_noto_sans.__file__)).parent / "files" / "NotoSans[wdth,wght].ttf"


@lru_cache(maxsize=4)
def _font(bold: bool, other: bool) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(faces(bold)[other]), AT, layout_engine=ImageFont.Layout.BASIC)
    if other:
        font.set_variation_by_axes([700 if bold else 400, 100])
    return font


@lru_cache(maxsize=2)
def _covered() -> tuple[frozenset[int], frozenset[int]]:
    noto, fallback = map(_letters, faces(False))
    return noto, fallback


def _letters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=10_000)
def clean(text: str) -> str:
    """Text that a page can carry: one line, not endless, no control characters, a name for letters that no face has."""
    noto, fallback, text = *_covered(), bounded(text, MOST)
    flat = " ".join("".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else " " for c in text).split())
    return "".join(c if ord(c) in noto or ord(c) in fallback else f"[U+{ord(c):04X}]" for c in flat)


def segments(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of a text, each with whether it needs the fallback face."""
    noto = _covered()[0]
    piece, other = "", False
    for char in text:
        missing = ord(char) not in noto
        if piece and missing != other:
            yield piece, other
            piece = ""
        piece, other = piece + char, missing
    if piece:
        yield piece, other


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is in units at a size."""
    return sum(advances(text, bold)) * size / AT


def advances(text: str, bold: bool) -> Iterator[float]:
    """How wide each letter is at the size `AT`: no face kerns, so a text is as wide as its letters together."""
    return map(_advance, text, repeat(bold))


@lru_cache(maxsize=20_000)
def _advance(char: str, bold: bool) -> float:
    return _font(bold, ord(char) not in _covered()[0]).getlength(char)


@lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@lru_cache(maxsize=5_000)
def phrases(text: str) -> tuple[str, ...]:
    """The pieces between which a line may break."""
    if not _CJK.search(text):
        return tuple(_words(text))
    found: list[str] = []
    for phrase in _parser().parse(text):
        for piece in filter(None, _BEFORE.split(phrase)):
            found[-1:] = [found[-1] + piece] if found and _glued(found[-1], piece) else [*found[-1:], piece]
    return tuple(found)


def _words(text: str) -> list[str]:
    """Words with the space after them, dates and sums whole; a dash inside a word ends a piece."""
    return [piece for word in _WHOLE.findall(text) for piece in ([word] if "://" in word else _DASH.split(word))]


def _glued(before: str, after: str) -> bool:
    """Whether no line may break here: at a bracket, in a word, number, date or sum, before よる and its like."""
    a, b = before[-1], after[0]
    word = a.isascii() and a.isalnum() and b.isascii() and b.isalnum()
    word = word or (_katakana(a) and _katakana(b)) or bool(_NUMBER.search(before) and _UNIT.match(after))
    word = word or (_script(a) == _script(b) == "kanji") or bool(_DAY.search(before))
    short = len(after) < 3 and all("\u3041" <= char <= "\u309f" for char in after)
    return word or short or b in _CLOSING or a in _OPENING or bool(_JOINED.match(after))


def _katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def wrap(text: str, room: float, size: float, bold: bool = False, *, even: bool = False) -> list[str]:
    """Break a text into lines no wider than `room`; `even` makes them about equally long."""
    return list(_wrapped(text, room, size, bold, even))


@lru_cache(maxsize=20_000)
def _wrapped(text: str, room: float, size: float, bold: bool, even: bool) -> list[str]:
    lines = _fill(text, room, size, bold)
    if not even or len(lines) == 1:
        return lines
    longest = max(width(piece.rstrip(), size, bold) for piece in phrases(text))
    low, high = max(width(text, size, bold) / len(lines), longest if longest <= room else 0.0), room
    for _ in range(6):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_fill(text, middle, size, bold)) <= len(lines) else (middle, high)
    return _fill(text, high, size, bold)


def _fill(text: str, room: float, size: float, bold: bool) -> list[str]:
    """Lines as full as may be; what stands between dots stays whole where it can, and no dot ends a line."""
    lines = [""]
    for part in _SEPARATED.split(text):
        if lines[-1] and width((lines[-1] + part).rstrip(" ·"), size, bold) > room >= width(part, size, bold):
            lines.append("")
        for piece in fitting(phrases(part), room, size, bold):
            if lines[-1] and width((lines[-1] + piece).rstrip(" ·"), size, bold) > room:
                lines.append(piece.lstrip())
            else:
                lines[-1] += piece
    lines = [line.rstrip().removesuffix(" ·") for line in lines[:-1]] + [lines[-1].rstrip()]
    return [line for line in lines if line] or [""]


def fitting(pieces: Iterable[str], room: float, size: float, bold: bool) -> Iterator[str]:
    """Pieces that each fit a line: longer ones as words, and longer words cut."""
    yield from _fitting(_spaced(pieces, room, size, bold), room, size, bold)


def _spaced(pieces: Iterable[str], room: float, size: float, bold: bool) -> Iterator[str]:
    """Pieces, those wider than a line as words where they have spaces: Japanese phrases may hold an English title."""
    for piece in pieces:
        yield from [piece] if width(piece.rstrip(), size, bold) <= room else _WORD.findall(piece)


def _fitting(pieces: Iterable[str], room: float, size: float, bold: bool) -> Iterator[str]:
    """Pieces, those wider than a line cut into what fits; no line starts with a closing mark."""
    for piece in pieces:
        while width(piece.rstrip(), size, bold) > room and len(piece) > 1:
            cut = _longest(piece, room, size, bold)
            yield piece[:cut]
            piece = piece[cut:]
        yield piece


def _longest(piece: str, room: float, size: float, bold: bool) -> int:
    low, high = 1, len(piece) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(piece[:middle], size, bold) <= room else (low, middle - 1)
    seams = [at for at in range(low, max(low // 2 - 1, 0), -1) if _script(piece[at - 1]) != _script(piece[at])]
    at: int
    for at in [*seams, *range(low, 0, -1)]:
        if piece[at] not in _CLOSING and piece[at - 1] not in _OPENING:
            return at
    return low


def _script(char: str) -> str:
    """Kanji, kana or other: where it changes, a compound may be cut with the least harm."""
    return "kanji" if "\u3400" <= char <= "\u9fff" else "kana" if "\u30a0" <= char <= "\u30ff" else "other"
