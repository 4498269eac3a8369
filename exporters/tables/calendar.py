"""What is published to come as a calendar file: whole days, a month or year as long as it is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from icalendar import Calendar, Event

from atlas.progress.status import status_text
from atlas.regional import Recent
from atlas.vocab import text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from exporters.clean import clean
from exporters.extract import Extract


def calendar_bytes(extract: Extract, coming: Sequence[Recent]) -> bytes:
    """An iCalendar file (RFC 5545) of expected milestones; the same input gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//FOIP Atlas//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{t(extract.lang, 'name')}{t(extract.lang, 'colon')}{clean(extract.words())}")
    for one in coming:
        calendar.add_component(_event(extract, one))
    return bytes(calendar.to_ical())


def _event(extract: Extract, one: Recent) -> Event:
    """An expected milestone: it takes nobody's time, and says when its source says so."""
    lang, step, site = extract.lang, one.told.step, one.site
    first, last = days_of(str(step["date"]))
    source = extract.documents[step["source"]]
    what = f"{text_of(site, 'title', lang)}{t(lang, 'colon')}{status_text(step, lang)}"
    said = [date_text(step["date"], lang), one.told.where, text_of(step, "note", lang),
            f"{source.publisher.text(lang)} {source.address or ''}"]  # fmt: skip
    event = Event()
    event.add("uid", f"{site['initiative']}-{step['date']}-{step['status']}@foip-atlas")
    event.add("dtstamp", extract.stamp())
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", clean(what))
    event.add("description", "\n".join(clean(str(part)) for part in said if part))
    event.add("transp", "TRANSPARENT")
    return event


def days_of(text: str) -> tuple[date, date]:
    """The first and the last day of a date as published: a day, a month or a year."""
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    first, last = date(year, month or 1, day or 1), month or 12
    return first, date(year, last, day or monthrange(year, last)[1])
