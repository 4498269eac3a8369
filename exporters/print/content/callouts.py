"""What the boxes round a map say: one a country, a shared one for countries of the same items, one a region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from atlas import vocab
from atlas.countries import country_name, region_of
from atlas.geo.pacific import to_frame
from atlas.progress.moves import move_text
from atlas.progress.status import progress, progress_text
from atlas.vocab import Lang, text_of
from atlas.words.phrases import date_text
from exporters.extract import Row
from exporters.print.content.brief import Brief
from exporters.print.content.moved import move_of
from exporters.print.elements.fonts import clean
from exporters.print.elements.symbols import SHAPE_ORDER

NOWHERE: Final = "global"
_PARTICLE: Final = "(?:への|での|との|の|へ)"
_LEAST: Final = 4
_MANY: Final = 4  # initiatives of one statement from which on they stand in one line


class CalloutItem(NamedTuple):
    """An initiative in a box: its focus area, its short title, how far it is, whether it stands out.

    A line may stand for `more` initiatives.
    """

    code: str
    focus: int
    title: str
    news: str
    strong: bool = False
    more: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Every initiative that it stands for."""
        return self.code, *self.more


@dataclass(frozen=True)
class Callout:
    """A box: the countries that it is about (none for a region), their region, its heading, what it says; `at` is the
    longitude and latitude of its country in the drawing frame."""

    key: str
    region: str
    countries: tuple[str, ...]
    heading: str
    items: tuple[CalloutItem, ...]
    at: tuple[float, float] = (0.0, 0.0)


def callouts_of(brief: Brief) -> list[Callout]:
    """Every initiative in every country and region that its source names."""
    by_country: dict[str, dict[str, list[Row]]] = {}
    by_region: dict[str, dict[str, list[Row]]] = {}
    for code, rows in brief.extract.groups.items():
        for row in rows:
            for country in row["countries"]:
                by_country.setdefault(country, {}).setdefault(code, []).append(row)
            if not row["countries"]:
                by_region.setdefault(row["region"], {}).setdefault(code, []).append(row)
    shared = list(_shared(by_country))
    found = [_callout(brief, members, by_country[members[-1]], codes) for members, codes in shared]
    for country, groups in by_country.items():
        joint = {code for members, codes in shared if country in members for code in codes}
        own = [code for code in groups if code not in joint]
        found += [_callout(brief, (country,), groups, own)] if own else []
    return found + [_wide(brief, region, groups) for region, groups in by_region.items()]


def _shared(by_country: dict[str, dict[str, list[Row]]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Countries of one region with the same set of items, and who shares a route with them; the last has no more."""
    same: dict[tuple[str, frozenset[str]], list[str]] = {}
    for country, groups in by_country.items():
        same.setdefault((region_of(country), frozenset(groups)), []).append(country)
    for (region, codes), members in same.items():
        if len(members) > 1:
            joined = {c for code in codes for row in by_country[members[0]][code] for c in row["countries"]}
            guests = [c for c in by_country if c in joined - {*members} and codes <= set(by_country[c])]
            guests = [c for c in guests if region_of(c) == region]
            yield (*guests, *members), tuple(code for code in by_country[members[0]] if code in codes)


def _callout(brief: Brief, members: Sequence[str], groups: dict[str, list[Row]], codes: Iterable[str]) -> Callout:
    names = [clean(country_name(code, brief.lang)) for code in members]
    heading = ("・" if brief.lang == "ja" else ", ").join(names)
    items = [_said(brief, code, groups[code], names, len(members) > 1) for code in codes]
    entry = brief.base.context.get(members[-1])
    at = (to_frame(entry["lon"]), float(entry["lat"])) if entry else (0.0, 0.0)
    return Callout(
        "+".join(members), region_of(members[0]), tuple(members), heading, _sorted(_folded(brief, items, groups)), at
    )


def _wide(brief: Brief, region: str, groups: dict[str, list[Row]]) -> Callout:
    name = vocab.REGIONS[region].text(brief.lang)
    heading = brief.t("snap_off_box") if region == NOWHERE else brief.t("snap_wide_box", name=name)
    names = {code: {clean(str(text_of(row, "place", brief.lang))) for row in rows} for code, rows in groups.items()}
    items = [_said(brief, code, rows, [name, *names[code]]) for code, rows in groups.items()]
    return Callout(region, region, (), heading, _sorted(_folded(brief, items, groups)))


def _folded(brief: Brief, items: Sequence[CalloutItem], groups: dict[str, list[Row]]) -> Iterator[CalloutItem]:
    """What moved: many initiatives of one statement in one line."""
    since, lang = brief.options.since, brief.lang
    found: dict[tuple[str, ...], list[CalloutItem]] = {}
    for item in items:
        moved = move_of(brief.extract, groups[item.code], since) if since else None
        step = moved.after.step if moved else {}
        key = tuple(str(step.get(name)) for name in ("date", "status", "source")) if step else (item.code,)
        found.setdefault(key, []).append(item)
    for key, some in found.items():
        if len(some) < _MANY:
            yield from some
            continue
        day, status, source = key
        named = brief.extract.documents[source].named(lang)
        words = brief.t("overview_folded", n=len(some), source=named, status=vocab.STATUSES[status].text(lang))
        areas, codes = {item.focus for item in some}, [item.code for item in some]
        focus = areas.pop() if len(areas) == 1 else 0
        yield CalloutItem(codes[0], focus, clean(words), date_text(day, lang), False, tuple(codes[1:]))


def _sorted(items: Iterable[CalloutItem]) -> tuple[CalloutItem, ...]:
    return tuple(sorted(items, key=lambda item: SHAPE_ORDER.index(item.focus)))


def _said(brief: Brief, code: str, rows: list[Row], names: Sequence[str], joint: bool = False) -> CalloutItem:
    entry, lang = brief.entries[code], brief.lang
    own, short = dict(brief.options.callouts).get(code), text_of(entry.row, "short_title", lang)
    title = clean(str(own or short)) if own or short else shortened(entry.title, names, lang)
    return CalloutItem(code, entry.focus, title, _news(brief, rows, names, joint), code in brief.options.emphasis)


def _news(brief: Brief, rows: list[Row], names: Sequence[str], joint: bool) -> str:
    """How far an initiative is, or how far it moved; a `joint` box of several countries names no place of one."""
    lang, since = brief.lang, brief.options.since
    if moved := move_of(brief.extract, rows, since) if since else None:
        moved = moved._replace(after=moved.after._replace(where="")) if joint else moved
        return _alone(clean(move_text(moved, lang)), names, bool(moved.after.step["amount"]))
    found = progress(rows, lang, brief.extract.filter.until)
    found = found._replace(one=found.one._replace(where="")) if joint and found.one else found
    paid = bool(found.one and found.one.step["amount"])
    return _alone(clean(progress_text(found, lang)), names, paid) if brief.options.milestones else ""


def _alone(news: str, names: Iterable[str], paid: bool) -> str:
    """What is said, without the place that heads the box; an amount for others as well keeps that they are meant."""
    known, others = "|".join(map(re.escape, names)), "" if paid else "(?:ほか| and elsewhere)?"
    return re.sub(rf"^(?:{known})(?:（広域）| \(region-wide\))?{others}(?:：|: )", "", news)


def halved(callout: Callout, again: str) -> tuple[Callout, Callout]:
    """A box in two, for what no page holds in one; `again` is how the second is headed."""
    middle = len(callout.items) // 2
    first, second = callout.items[:middle], callout.items[middle:]
    start, _, end = again.partition("{title}")
    known = callout.heading.startswith(start) and callout.heading.endswith(end)
    later = replace(callout, heading=callout.heading if known else f"{start}{callout.heading}{end}", items=second)
    return replace(callout, items=first), later


def shortened(title: str, names: Iterable[str], lang: Lang) -> str:
    """A title without the places that it begins (ja) or ends (en) with, if all of them are among `names`."""
    known = "|".join(sorted((re.escape(name) for name in names if name), key=len, reverse=True))
    if not known:
        return title
    if lang == "ja":
        short = re.sub(f"^(?:{known})(?:・(?:{known}))*{_PARTICLE}|（(?:{known})）$", "", title)
    else:
        short = re.sub(f",? (?:in|for|to|with) (?:the )?(?:{known})(?:(?:, | and )(?:{known}))*$", "", title)
    return short if len(short) >= _LEAST else title
