"""What is published to come as a calendar file: whole days, a month or year as long as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from icalendar import Calendar, Event

from atlas.progress.status import status_text, when_text
from atlas.progress.years import days_of
from atlas.regional import Recent
from atlas.vocab import text_of
from atlas.words.i18n import t
from atlas.words.phrases import join
from exporters.clean import clean
from exporters.extract import Extract


def calendar_bytes(extract: Extract, coming: Sequence[Sequence[Recent]]) -> bytes:
    """An iCalendar file (RFC 5545) of expected milestones; the same input gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//FOIP Atlas//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{t(extract.lang, 'name')}{t(extract.lang, 'colon')}{clean(extract.words())}")
    for reports in coming:
        calendar.add_component(_event(extract, reports))
    return bytes(calendar.to_ical())


def _event(extract: Extract, reports: Sequence[Recent]) -> Event:
    """What is expected: it takes nobody's time, is as long as its reports leave open, and its title has their words."""
    lang, step, site = extract.lang, reports[0].told.step, reports[0].site
    spans = [days_of(one.told.step) for one in reports]
    when = ("／" if lang == "ja" else " / ").join(dict.fromkeys(when_text(one.told.step, lang) for one in reports))
    what = f"{text_of(site, 'title', lang)}{t(lang, 'colon')}{status_text(step, lang)}"
    event = Event()
    event.add("uid", f"{site['initiative']}-{step['date']}-{step['status']}@foip-atlas")
    event.add("dtstamp", extract.stamp())
    event.add("dtstart", min(first for first, _ in spans))
    event.add("dtend", max(last for _, last in spans) + timedelta(days=1))
    event.add("summary", clean(join([what, when], lang)))
    event.add("description", "\n".join(clean(line) for one in reports for line in _report(extract, one)))
    event.add("transp", "TRANSPARENT")
    return event


def _report(extract: Extract, one: Recent) -> list[str]:
    """When and where it is expected, what is to be known of it, and who says so."""
    lang, step = extract.lang, one.told.step
    source = extract.documents[step["source"]]
    said = [when_text(step, lang), one.told.where, text_of(step, "note", lang),
            f"{source.publisher.text(lang)} {source.address or ''}"]  # fmt: skip
    return [str(part) for part in said if part]
