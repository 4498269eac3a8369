"""What moved as a strip of time to scale: a lane a focus area, a sign a day, open where only the month is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from atlas.progress.status import status_text, when_text
from atlas.regional import FOCUS_ORDER, Recent
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text

_MID_MONTH: Final = "-15"
_CLOSE: Final = 0.012  # of the strip: what is nearer shares a sign with its number
_FEW: Final = 14  # months or years that each have their name
_LONG: Final = 30  # from so many months on years are marked


def strip(past: Sequence[Recent], since: date, today: date, lang: Lang) -> dict[str, Any]:
    """The strip as a table of the page has it; what only has a year has no place on it and is counted."""
    dated = [one for one in past if len(str(one.told.step["date"])) > 4]
    left = len(past) - len(dated)
    note = t(lang, "overview_strip_note") + (t(lang, "overview_strip_left", n=left) if left else "")
    lanes = [
        {"focus": focus, "name": t(lang, f"map_focus_{focus}"), "signs": [*_signs(some, since, today, lang)]}
        for focus in FOCUS_ORDER
        if (some := [one for one in dated if one.site["focus_area"] == focus])
    ]
    days, known = [*_months(since, today)], 7
    if len(days) > _LONG:
        days, known = [day for day in days if day.month == 1], 4
    ticks = [(_at(day, since, today), date_text(day.isoformat()[:known], lang)) for day in days]
    step = -(-len(ticks) // _FEW)
    named = [(at, name if not number % step else "") for number, (at, name) in enumerate(ticks)]
    return {"key": "timeline", "title": t(lang, "overview_strip"), "note": note, "kind": "atlas-strip", "rows": [],
            "strip": {"lanes": lanes, "ticks": named}}  # fmt: skip


def _signs(some: Sequence[Recent], since: date, today: date, lang: Lang) -> Iterator[dict[str, Any]]:
    """The steps of a lane from left to right, those of nearly one time as one sign."""
    placed = sorted(((_at(_day(one), since, today), len(str(one.told.step["date"])) < 10, one) for one in some),
                    key=lambda item: item[0])  # fmt: skip
    clusters: list[list[tuple[float, bool, Recent]]] = []
    for item in placed:
        if clusters and item[0] - clusters[-1][0][0] < _CLOSE:
            clusters[-1].append(item)
        else:
            clusters.append([item])
    for cluster in clusters:
        ids = [*dict.fromkeys(str(one.site["initiative"]) for *_, one in cluster)]
        named = (f"{when_text(one.told.step, lang)} {text_of(one.site, 'title', lang)}"
                 for *_, one in cluster)  # fmt: skip
        yield {"at": cluster[0][0], "open": all(vague for _, vague, _ in cluster), "n": len(cluster), "ids": ids,
               "said": _said(cluster, lang),
               "label": "、".join(named) if lang == "ja" else "; ".join(named)}  # fmt: skip


def _said(cluster: Sequence[tuple[float, bool, Recent]], lang: Lang) -> str:
    """What happened at a sign, where it is one thing."""
    words = {status_text(one.told.step, lang) for *_, one in cluster}
    return words.pop() if len(words) == 1 else ""


def _day(one: Recent) -> date:
    text = str(one.told.step["date"])
    return date.fromisoformat(text if len(text) == 10 else text + _MID_MONTH)


def _at(day: date, since: date, today: date) -> float:
    """Where a day stands between the ends, from 0 to 1."""
    return round(min(max((day - since) / max(today - since, timedelta(1)), 0.0), 1.0), 4)


def _months(since: date, today: date) -> Iterator[date]:
    """The first days of the months between."""
    days = (since + timedelta(number) for number in range((today - since).days + 1))
    return (day for day in days if day.day == 1)
