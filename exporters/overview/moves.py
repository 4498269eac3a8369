"""What moved in the last months, and what is published to come: tables whose lines open their records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from atlas.edition import Edition
from atlas.filter import Filter
from atlas.progress.milestones import differs_text
from atlas.progress.status import paid, status_text, when_text
from atlas.progress.years import days_of
from atlas.records import Document
from atlas.regional import FOCUS_ORDER, Recent, expected, recent
from atlas.vocab import FOCUS_AREAS, Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from exporters.overview.strip import strip

_MANY: Final = 4


def move_tables(edition: Edition, filter_: Filter, lang: Lang, since: date, today: date) -> list[dict[str, Any]]:
    """What moved, by focus area and newest first; then what is to come, soonest first."""
    sites, until, known = edition.rows(edition.index.select(filter_)), filter_.until, edition.documents
    today = min(today, date(int(until), 12, 31)) if until else today
    past = recent(sites, since, today, lang)
    tables = [
        _table(known, lang, f"moved-{focus}", FOCUS_AREAS[focus].text(lang),
               [[one] for one in past if one.site["focus_area"] == focus])
        for focus in FOCUS_ORDER
    ]  # fmt: skip
    coming = _table(known, lang, "coming", t(lang, "overview_coming"), [] if until else expected(sites, lang), today)
    drawn = [strip(past, since, today, lang)] if past else []
    return [*drawn, *(one for one in tables if one["rows"]), coming]


def move_note(lang: Lang, since: date, today: date) -> str:
    """Between which days the moves are, and what is to be known of them."""
    days = {name: date_text(day.isoformat(), lang) for name, day in (("since", since), ("today", today))}
    return f"{t(lang, 'overview_period', **days)}{t(lang, 'stop')} {t(lang, 'overview_moves_note')}"


def _table(
    known: Mapping[str, Document],
    lang: Lang,
    key: str,
    title: str,
    found: Sequence[Sequence[Recent]],
    today: date | None = None,
) -> dict[str, Any]:
    return {
        "key": key, "title": title, "note": t(lang, "overview_steps", n=len(found)),
        "kind": "atlas-coming" if today else "atlas-lane",
        "rows": [_line(known, lang, group[0], today) if len(group) == 1 else
                 _folded(known, lang, [one for one, *_ in group]) for group in _alike(found)],
        "empty": t(lang, "overview_none_coming"),
    }  # fmt: skip


def _alike(found: Sequence[Sequence[Recent]]) -> Iterator[list[Sequence[Recent]]]:
    """Events one by one, but those of one day, kind and source together where they are many."""
    for _, some in groupby(found, lambda one: tuple(one[0].told.step[key] for key in ("date", "status", "source"))):
        group = [*some]
        yield from [group] if len(group) >= _MANY else ([one] for one in group)


def _folded(known: Mapping[str, Document], lang: Lang, group: Sequence[Recent]) -> list[dict[str, Any]]:
    """Many initiatives of one statement in a line, which chooses them."""
    step = group[0].told.step
    ids = [*dict.fromkeys(str(one.site["initiative"]) for one in group)]
    names = [str(text_of(one.site, "short_title", lang) or text_of(one.site, "title", lang)) for one in group]
    day, _, source = _line(known, lang, group[:1], None)
    key = step["source"]
    named = known[key].named(lang)
    words = t(lang, "overview_folded", n=len(ids), source=named, status=status_text(step, lang))
    what = {"text": words, "pick": {"ids": ids},
            "sub": ("、" if lang == "ja" else ", ").join(dict.fromkeys(names)), "key": f"fold-{step['date']}-{ids[0]}",
            "sign": f"focus{group[0].site['focus_area']}-site"}  # fmt: skip
    return [day, what, source]


def _line(
    known: Mapping[str, Document], lang: Lang, reports: Sequence[Recent], today: date | None
) -> list[dict[str, Any]]:
    """The day, the initiative with what happened where, and who says so; of several reports what each says."""
    site, step = reports[0].site, reports[0].told.step
    where = f"{reports[0].told.where}{t(lang, 'colon')}" if reports[0].told.where else ""
    differ = differs_text(reports[0].told.differs, lang) if len(reports) > 1 else ""
    notes = (text_of(one.told.step, "note", lang) for one in reports)
    said = [where + status_text(step, lang), paid(step, lang), differ, *notes]
    sources = [known[one.told.step["source"]] for one in reports]
    (first, address), *more = [(one.publisher.text(lang), one.address) for one in sources]
    return [
        _when(reports, lang, today),
        {"text": text_of(site, "title", lang), "id": site["initiative"], "sign": f"focus{site['focus_area']}-site",
         "sub": _between(lang).join(part for part in said if part)},
        {"text": first, "href": address, "kind": "source", "more": more},
    ]  # fmt: skip


def _when(reports: Sequence[Recent], lang: Lang, today: date | None) -> dict[str, Any]:
    """The day, of several reports each one's, and whether the time has passed."""
    steps = [one.told.step for one in reports]
    late = today is not None and max(days_of(step)[1] for step in steps) < today
    days = dict.fromkeys(when_text(step, lang) for step in steps)
    cell = {"text": _between(lang).join(days), "kind": "day", "sub": t(lang, "overview_late") if late else ""}
    return cell | ({"iso": str(steps[0]["date"])} if len(days) == 1 and not text_of(steps[0], "dated", lang) else {})


def _between(lang: Lang) -> str:
    return "／" if lang == "ja" else " · "
