"""A messy list with known truth, made from a seed: every trouble that lists bring, mixed."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook

from tests import hostile
from tests.loaders.lists.truth import ABROAD, COUNTRIES, NO_COUNTRY, NO_PLACE, PLACES, WHOLE, Known

HEADER: Final = ("No.", "事業名／Project", "国・地域", "場所 (Place)", "緯度", "経度", "重点分野", "担当課", "備考")
WIDE: Final = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


@dataclass
class OddRow:
    """One row: its cells, the place meant, and what may come of it ("point" is the place itself, "left" no row)."""

    cells: list[object]
    known: Known | None
    expected: str
    merge: bool = False  # its country is merged into the cell above


def items(seed: int, count: int = 500) -> list[OddRow]:
    """The rows of a list."""
    dice = random.Random(seed)
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    found: list[OddRow] = []
    for number in range(1, count + 1):
        known = dice.choice(PLACES)
        before = found[-1] if found else None
        can_merge = before is not None and before.known is not None and before.expected == "point" and before.cells[2]
        merge = bool(can_merge) and dice.random() < 0.15
        if merge and before is not None and before.known is not None:
            known = dice.choice([place for place in PLACES if place.country == before.known.country])
        kind = _by_name if merge else dice.choice(kinds)
        item = kind(dice, known)
        item.merge = merge
        item.cells[0] = number if dice.random() < 0.8 else str(number).translate(WIDE)
        found.append(item)
    return found


def workbook(rows: list[OddRow]) -> tuple[bytes, list[int]]:
    """The list as XLSX: title rows, a header of two merged rows, merged countries; and each row's number."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["自由で開かれたインド太平洋　事業一覧（案）"])
    sheet.append(["作成：令和８年11月", None, None, "単位：件"])
    sheet.append([])
    sheet.append([*HEADER[:4], "座標", None, *HEADER[6:]])
    sheet.append([None] * 4 + ["緯度（°）", "経度（°）"])
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("E4:F4")
    for letter in "ABCDGHI":
        sheet.merge_cells(f"{letter}4:{letter}5")
    for item in rows:
        sheet.append([None if index == 2 and item.merge else cell for index, cell in enumerate(item.cells)])
    start: int | None = None
    for number, item in enumerate([*rows, OddRow([], None, "")], start=6):
        if item.merge:
            start = start or number - 1
        elif start:
            sheet.merge_cells(start_row=start, end_row=number - 1, start_column=3, end_column=3)
            start = None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), list(range(6, 6 + len(rows)))


def delimited(rows: list[OddRow], encoding: str) -> tuple[bytes, list[int]]:
    """The list as CSV under two title rows; merged countries stand in every row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter="\t" if encoding == "utf-16" else ",")
    writer.writerows([["事業一覧"], [], HEADER, *(item.cells for item in rows)])
    return stream.getvalue().encode(encoding), list(range(4, 4 + len(rows)))


def _row(dice: random.Random, country: str, place: str = "", lat: object = "", lon: object = "") -> list[object]:
    title = dice.choice(("警備艇の供与", "海底ケーブル", "港湾整備", "Port works", "=1+1", "-5%", *hostile.STRINGS))
    title = f"{title} {dice.randrange(10**6)}"
    focus = dice.choice((1, "２", "③", "重点分野1", "安全保障", "", "九"))
    return [0, title, country, place, lat, lon, focus, "国際課", dice.choice(("", "#N/A", "@SUM(A1)", "済", "改\n行"))]


def _country(dice: random.Random, known: Known) -> str:
    name = dice.choice(COUNTRIES[known.country].split("|"))
    return dice.choice((name, name, f"　{name} ", name.replace(" ", "\n") if dice.random() < 0.2 else name))


def _by_name(dice: random.Random, known: Known) -> OddRow:
    name = dice.choice((known.ja, known.en))
    country = COUNTRIES[known.country].split("|")[0]
    forms = [name, name, f" {name}　", f"{name}（{country}）", name.upper() if name.isascii() else f"{name}市"]
    if name == known.en and "," not in name:
        forms += [f"{name}, {COUNTRIES[known.country].split('|')[1]}", f"near {name}", f"{name} City"]
    return OddRow(_row(dice, _country(dice, known), dice.choice(forms)), known, "point")


def _country_beside_the_place(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, "", f"{known.ja}（{COUNTRIES[known.country].split('|')[0]}）"), known, "point")


def _written(dice: random.Random, value: float, letters: str, words: tuple[str, str]) -> object:
    size, sign = abs(value), 0 if value >= 0 else 1
    degrees, minutes = int(size), int(size % 1 * 60)
    seconds = round((size * 3600) % 60, 1)
    return dice.choice((
        value, value, str(value), str(value).translate(WIDE), str(value).replace("-", "−"), f"{size}°{letters[sign]}",
        f"{letters[sign]}{size}", f"{degrees}°{minutes}′{min(seconds, 59.9)}″{letters[sign]}",
        f"{words[sign]}{degrees}度{minutes}分{int(seconds)}秒", f"{words[sign]}{size}度".translate(WIDE),
    ))  # fmt: skip


def _near(dice: random.Random, known: Known) -> tuple[float, float]:
    return round(known.lat + dice.uniform(-0.01, 0.01), 4), round(known.lon + dice.uniform(-0.01, 0.01), 4)


def _by_point(dice: random.Random, known: Known) -> OddRow:
    lat, lon = _near(dice, known)
    cells = _written(dice, lat, "NS", ("北緯", "南緯")), _written(dice, lon, "EW", ("東経", "西経"))
    place = dice.choice(("", known.ja, "第三工区"))
    return OddRow(_row(dice, _country(dice, known), place, *cells), known, "point")


def _point_alone(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, "", "", *_near(dice, known)), known, "point")


def _swapped(dice: random.Random, known: Known) -> OddRow:
    lat, lon = _near(dice, known)
    return OddRow(_row(dice, _country(dice, known), dice.choice(("", known.ja)), lon, lat), known, "swap")


def _abroad(dice: random.Random, known: Known) -> OddRow:
    lat, lon = dice.choice(
        [point for point in ABROAD if max(abs(point[0] - known.lat), abs(point[1] - known.lon)) > 15]
    )
    return OddRow(_row(dice, _country(dice, known), "", lat, lon), known, "country")


def _bad_numbers(dice: random.Random, known: Known) -> OddRow:
    lat, lon = dice.choice(((0, 0), ("約18度", "不明"), (999, 999), ("18°75′S", "178"), (-18.1, "")))
    return OddRow(_row(dice, _country(dice, known), "", lat, lon), known, "country")


def _whole(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, _country(dice, known), dice.choice(WHOLE)), known, "country")


def _no_such_place(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, _country(dice, known), dice.choice((*NO_PLACE, hostile.STRINGS[0]))), known, "country")


def _ambiguous(dice: random.Random, _: Known) -> OddRow:
    name = dice.choice(("Springfield", "Clinton", "Greenville", "Salem"))
    return OddRow(_row(dice, _country(dice, next(one for one in PLACES if one.country == "USA")), name), None, "choose")


def _two_places(dice: random.Random, known: Known) -> OddRow:
    others = [place for place in PLACES if place.country == known.country and place != known]
    if not others:
        return _whole(dice, known)
    return OddRow(_row(dice, _country(dice, known), f"{known.ja}、{others[0].ja}"), known, "choose")


def _no_such_country(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, dice.choice(NO_COUNTRY), dice.choice(("", known.ja))), None, "open")


def _two_countries(dice: random.Random, known: Known) -> OddRow:
    other = "フィジー" if known.country != "FJI" else "トンガ"
    return OddRow(_row(dice, f"{COUNTRIES[known.country].split('|')[0]}、{other}"), None, "open")


def _korea(dice: random.Random, _: Known) -> OddRow:
    return OddRow(_row(dice, dice.choice(("Korea", "コンゴ", "Congo"))), None, "open")


def _place_alone(dice: random.Random, known: Known) -> OddRow:
    return OddRow(_row(dice, "", known.ja), None, "open")


def _subtotal(dice: random.Random, _: Known) -> OddRow:
    return OddRow(["", "小計", "", "", "", "", "", "", dice.choice(("12件", "注：案"))], None, "left")


def _header_again(dice: random.Random, _: Known) -> OddRow:
    return OddRow(["", *HEADER[1:]], None, "open")


KINDS: Final[tuple[tuple[Callable[[random.Random, Known], OddRow], int], ...]] = (
    (_by_name, 30), (_by_point, 25), (_point_alone, 4), (_country_beside_the_place, 4), (_swapped, 6), (_abroad, 4),
    (_bad_numbers, 4), (_whole, 6), (_no_such_place, 4), (_ambiguous, 2), (_two_places, 2), (_no_such_country, 4),
    (_two_countries, 2), (_korea, 1), (_place_alone, 2), (_subtotal, 1), (_header_again, 1),
)  # fmt: skip
