"""The boxes style: a box of text per country and region, tied to its place by a line, as on the deck's map page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from atlas import palette, vocab
from atlas.countries import country_name, region_of
from atlas.vocab import Lang
from exporters.snapshot.brief import Brief
from exporters.snapshot.shapes import SHAPE_ORDER
from exporters.snapshot.sheet import Box, Item, Rect, Run, Sign, Words
from exporters.snapshot.short import names_all, shortened
from exporters.snapshot.type import cut, width, wrap

Homes = Mapping[str, Sequence[tuple[str, str]]]
_PAD: Final = 10.0
_SIGN: Final = 28.0


@dataclass(frozen=True)
class Face:
    """How large text is in boxes, and how wide they may be; the sizes are tried from the largest on."""

    text: float
    title: float
    leading: float

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of a column that are tried, in units."""
        return tuple(self.text * ems for ems in (11, 12.5, 14, 16, 18, 20, 22, 24))


FACES: Final = (
    Face(19.0, 20.0, 26.0), Face(18.0, 19.0, 24.0), Face(17.0, 18.0, 22.5), Face(17.0, 17.0, 21.5),
)  # fmt: skip


@dataclass(frozen=True)
class Bullet:
    """A line of a box: an initiative's focus area, whom it concerns if not all of the box, its title."""

    code: str
    focus: int
    prefix: str
    title: str


@dataclass(frozen=True)
class TextBox:
    """A box: what it is about (`kind` country, region or none), its bullets, the marks that it belongs to."""

    key: str
    kind: str
    title: str
    bullets: tuple[Bullet, ...]


def boxes_of(brief: Brief) -> list[TextBox]:
    """A box a country for what is its own, a box a region for what several of its countries or all of it share."""
    homes = _shared({code: list(_homes(brief, code)) for code in brief.entries}, brief)
    keys = list(dict.fromkeys(key for places in homes.values() for key, _ in places))
    boxes = [_box(brief, key, homes) for key in keys]
    return sorted(boxes, key=lambda box: (box.kind == "country", -len(box.bullets), box.key))


def _shared(homes: Homes, brief: Brief) -> Homes:
    """What countries of several regions share, and whose title names no list of places, stands in one box only."""
    counts = Counter(key for places in homes.values() for key, _ in places)
    found = {}
    for code, places in homes.items():
        joint = len(places) > 1 and all(key not in vocab.REGIONS for key, _ in places)
        joint = joint and all(_title(brief, code, key) == brief.entries[code].title for key, _ in places)
        found[code] = [max(places, key=lambda place: (counts[place[0]], place[0]))] if joint else places
    return found


def _homes(brief: Brief, code: str) -> Iterator[tuple[str, str]]:
    """The boxes that an initiative stands in, each with its prefix: the countries, where it is not all of them."""
    rows = brief.extract.groups[code]
    regions = dict.fromkeys(row["region"] for row in rows)
    for region in regions:
        mine = [row for row in rows if row["region"] == region]
        countries = list(dict.fromkeys(c for row in mine for c in row["countries"] if region_of(c) == region))
        wide = any(row["precision"] == "region" for row in mine)
        if region == "global":
            if len(regions) == 1:
                yield "global", ""
        elif len(countries) == 1 and not wide:
            yield countries[0], ""
        else:
            yield region, "" if wide else _prefix(brief, countries, brief.entries[code].title)


def _prefix(brief: Brief, countries: Sequence[str], title: str) -> str:
    names = [country_name(code, brief.lang) for code in countries]
    if names_all(title, names):
        return ""
    if len(names) > 2:
        return brief.t("snap_several", name=names[0], n=len(names) if brief.lang == "ja" else len(names) - 1)
    return ("・" if brief.lang == "ja" else ", ").join(names)


def _box(brief: Brief, key: str, homes: Homes) -> TextBox:
    bullets = [
        Bullet(code, brief.entries[code].focus, prefix, _title(brief, code, key))
        for code, places in homes.items()
        for home, prefix in places
        if home == key
    ]
    bullets.sort(key=lambda bullet: SHAPE_ORDER.index(bullet.focus))
    if key == "global":
        return TextBox(key, "none", brief.t("snap_off_box"), tuple(bullets))
    if key in vocab.REGIONS:
        return TextBox(key, "region", vocab.REGIONS[key].text(brief.lang), tuple(bullets))
    return TextBox(key, "country", country_name(key, brief.lang), tuple(bullets))


def _title(brief: Brief, code: str, key: str) -> str:
    """The title as a box needs it: a country's box need not name its country, nor a region's its region."""
    entry, lang = brief.entries[code], brief.lang
    if key in vocab.REGIONS:
        return shortened(entry.title, [vocab.REGIONS[key].text(lang)], lang)
    countries = {country for row in brief.extract.groups[code] for country in row["countries"]} | {key}
    return shortened(entry.title, [country_name(country, lang) for country in countries], lang)


def sizes_of(box: TextBox, lang: Lang, face: Face, tall: float) -> list[tuple[float, float, int]]:
    """Widths, heights and columns that a box may have, no higher than `tall`, the handiest first."""
    title = width(box.title, face.title, True) + 2 * _PAD + 4
    most = _widest(box, lang, face)
    found = []
    for columns in (1, 2, 3):
        for wide in sorted({min(most, wide) for wide in face.widths if columns == 1 or wide >= face.text * 16}):
            high = max(_column_heights(box, lang, face, wide, columns)) + face.title * 1.7 + _PAD * 0.8
            across = max(columns * wide, title)
            if high <= tall or columns == 3:
                unwieldy = (1 + 0.08 * columns) * (1.3 if high > 1.6 * across else 1.0)
                found.append((across * high * unwieldy, across, high, columns))
    return [(wide, high, columns) for _, wide, high, columns in sorted(found)]


def _widest(box: TextBox, lang: Lang, face: Face) -> float:
    lines = (width(_said(bullet, lang), face.text) * 1.02 for bullet in box.bullets)
    return max(lines, default=0.0) + _SIGN + 1.6 * _PAD


def _said(bullet: Bullet, lang: Lang) -> str:
    if not bullet.prefix:
        return bullet.title
    return f"（{bullet.prefix}）{bullet.title}" if lang == "ja" else f"{bullet.prefix}: {bullet.title}"


def _bullet_lines(bullet: Bullet, lang: Lang, face: Face, wide: float) -> list[str]:
    return wrap(_said(bullet, lang), wide - _SIGN - 1.6 * _PAD, face.text, even=True)[:6]


def _columns(box: TextBox, lang: Lang, face: Face, wide: float, columns: int) -> list[list[tuple[Bullet, list[str]]]]:
    """The bullets in columns of about the same number of lines."""
    laid = [(bullet, _bullet_lines(bullet, lang, face, wide)) for bullet in box.bullets]
    total = sum(len(lines) for _, lines in laid)
    found: list[list[tuple[Bullet, list[str]]]] = [[] for _ in range(columns)]
    done = 0
    for bullet, lines in laid:
        found[min(columns - 1, int((done + len(lines) / 2) * columns / max(total, 1)))].append((bullet, lines))
        done += len(lines)
    return found


def _column_heights(box: TextBox, lang: Lang, face: Face, wide: float, columns: int) -> list[float]:
    laid = _columns(box, lang, face, wide, columns)
    return [sum(len(lines) for _, lines in column) * face.leading for column in laid]


def draw_box(box: TextBox, lang: Lang, face: Face, rect: Rect, columns: int) -> Iterator[Item]:
    """The box with its title and bullets; square with a strip for regions, round for countries."""
    region = box.kind != "country"
    rim = palette.LEADER if region else palette.PLATE
    yield Box(box.title, rect, "#FFFFFF", rim, 1.5, 0 if region else 5)
    strip = face.title * 1.7
    if region:
        yield Box(f"{box.title} (strip)", Rect(rect.x + 0.75, rect.y + 0.75, rect.w - 1.5, strip - 3), "#E9EDF0")
    title = cut(box.title, rect.w - 2 * _PAD, face.title, True)
    words = Rect(rect.x + _PAD, rect.y, width(title, face.title, True), strip)
    yield Words(box.title, words, ((Run(title, True),),), face.title, strip - 1, palette.INK)
    wide = rect.w / columns
    for number, column in enumerate(_columns(box, lang, face, wide if columns > 1 else rect.w, columns)):
        y = rect.y + strip
        for bullet, lines in column:
            yield from _bullet(bullet, lines, lang, face, rect.x + number * wide + _PAD, y)
            y += len(lines) * face.leading


def _bullet(bullet: Bullet, lines: Sequence[str], lang: Lang, face: Face, x: float, y: float) -> Iterator[Item]:
    yield Sign(bullet.title, x + 11, y + face.leading / 2, face.text, bullet.focus, palette.FOCUS_SIGN[bullet.focus])
    colour = palette.FOCUS_TEXT[bullet.focus]
    marked = f"（{bullet.prefix}）" if lang == "ja" else f"{bullet.prefix}: "
    runs = list(_bolded(lines, len(marked) if bullet.prefix else 0))
    wide = max(width(line, face.text) for line in lines) * 1.03
    rect = Rect(x + _SIGN, y, wide, len(lines) * face.leading)
    yield Words(bullet.title, rect, tuple(runs), face.text, face.leading, colour)


def _bolded(lines: Sequence[str], bold: int) -> Iterator[tuple[Run, ...]]:
    """The lines as runs, the first `bold` letters in bold."""
    for line in lines:
        first = max(0, min(bold, len(line)))
        bold -= len(line) + (0 if line.endswith("）") else 1) if first == len(line) else first
        yield tuple(run for run in (Run(line[:first], True), Run(line[first:])) if run.text)
