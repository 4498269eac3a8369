"""The initiatives and steps of a fact sheet in words, as the record says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from atlas.countries import country_name
from atlas.progress.milestones import Told, differs_text
from atlas.progress.status import at, progress, standing, status_text
from atlas.progress.years import Step
from atlas.regional import FOCUS_ORDER, by_initiative
from atlas.vocab import Lang, text_of
from atlas.words.phrases import join, money_text, partner_name
from exporters.extract import Row
from exporters.print.factsheet.facts import Facts

_CANDIDATE: Final = re.compile(r"^(候補(の一つ|となる事業)?[、：]?|Candidate: )")
_FEW: Final = 2  # places that a step names one by one
_DONE: Final = ("partly-delivered", "delivered", "conducted")


class FactStep(NamedTuple):
    """A step in words: what, how far (`done` when handed over or carried out), when, how much, source."""

    step: Step
    what: str
    stage: str
    done: bool
    day: str
    money: str
    source: int


class FactEntry(NamedTuple):
    """An initiative with its steps; a region has how far it is, how much, and the source in their place.

    `others` are the countries that share it, a region's are those that have it.
    """

    title: str
    others: str
    partners: str
    steps: tuple[FactStep, ...] = ()
    standing: tuple[str, str] = ("", "")
    source: int = 0


def entries(facts: Facts) -> dict[int, list[FactEntry]]:
    """The initiatives by focus area; ①②③ also empty, others only where there is something."""
    found: dict[int, list[FactEntry]] = {focus: [] for focus in (1, 2, 3)}
    groups = by_initiative(facts.extract.rows).values()
    for focus in FOCUS_ORDER:
        for sites in groups:
            if sites[0]["focus_area"] == focus:
                found.setdefault(focus, []).append(_entry(facts, sites))
    return found


def _entry(facts: Facts, sites: Sequence[Row]) -> FactEntry:
    lang, own = facts.whole.lang, facts.about.code
    partners = [partner_name(code, facts.whole.organisations, lang) for code in sites[0]["partners"] if code != own]
    codes = dict.fromkeys(code for site in sites for code in site["countries"] if code != own)
    others = join([country_name(code, lang) for code in codes], lang)
    entry = FactEntry(facts.title(sites[0]), others, join(partners, lang))
    if facts.about.facet == "country":
        return entry._replace(steps=tuple(step_of(facts, one) for one in facts.steps(sites)))
    status, money, source = stands(facts, sites)
    return entry._replace(standing=(status, money), source=source)


def stands(facts: Facts, sites: Sequence[Row]) -> tuple[str, str, int]:
    """How far an initiative is as a whole, how much, and the number of the source where there is one."""
    lang, until = facts.whole.lang, facts.whole.filter.until
    found = progress(sites, lang, until)
    if not (found.one or found.tally):
        return facts.t("fact_unknown"), "", 0
    return *standing(sites, lang, until), facts.source(found.one.step) if found.one else 0


def step_of(facts: Facts, one: Told) -> FactStep:
    """A step in words."""
    lang, step = facts.whole.lang, one.step
    stage = status_text({**step, "candidate": False, "expected": False}, lang)
    money = money_text(step["amount"], step["currency"], lang) if step["amount"] else ""
    day, done = str(text_of(step, "dated", lang) or facts.day(str(step["date"]))), step["status"] in _DONE
    return FactStep(step, _what(facts, one), stage, done, day, money, facts.source(step))


def _what(facts: Facts, one: Told) -> str:
    """What a step was: the record's own note, where it was if only there; a candidate says so first."""
    lang, step = facts.whole.lang, one.step
    note = _bare(str(text_of(step, "note", lang) or ""), lang)
    where = _where(facts, one, note)
    said = at(where, note, lang) if note else where
    if step.get("candidate"):
        said = facts.t("place_candidate", place=_CANDIDATE.sub("", note) or where or facts.name)
    of = text_of(step, "amount_of", lang)
    aside = [part for part in (of and facts.t("fact_amount_of", of=of), differs_text(one.differs, lang)) if part]
    return said + (facts.t("fact_aside", what=join(aside, lang)) if aside else "")


def _where(facts: Facts, one: Told, note: str) -> str:
    """The places of a step that is not about all of them, where the note does not say; many as the whole country."""
    more = facts.t("step_elsewhere")
    where = one.where if len(one.rows) <= _FEW else facts.name + (more if one.where.endswith(more) else "")
    return "" if where == facts.name or where in note else where


def _bare(text: str, lang: Lang) -> str:
    """A single sentence without its full stop: cells have none."""
    within = text.count("。") > 1 if lang == "ja" else ". " in text
    return text if within else text.removesuffix("。" if lang == "ja" else ".")
