"""What stands beside an initiative: one milestone with what belongs to it, or a count by status. Never a mixture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from atlas import vocab
from atlas.countries import is_country
from atlas.progress.milestones import Row, Told, differs_text, told
from atlas.progress.years import Step, counts, later, order, year_of
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join, money_text


class Progress(NamedTuple):
    """The last milestone where there is one for all countries shown, else how many of them have which status.

    `tally` has statuses in the order of the vocabulary; its unit are countries, or places where some are none.
    `candidates` is whether it is not sure that the documents mean these projects.
    """

    one: Told | None
    tally: tuple[tuple[str, int], ...] = ()
    countries: bool = True
    candidates: bool = False

    @property
    def status(self) -> str | None:
        """The status that all have, if any."""
        if self.candidates or (self.one and self.one.step.get("candidate")):
            return None
        if self.one:
            return str(self.one.step["status"])
        return self.tally[0][0] if len(self.tally) == 1 else None


def progress(sites: Sequence[Row], lang: Lang, until: str | None = None) -> Progress:
    """What can be said of some sites of one initiative at the end of a year, today when none is given.

    Where nothing else is known, it is what happened to the candidates, and says so.
    """
    every = [one for one in told(sites, lang) if not later(one.step, until)]
    known = [one for one in every if counts(one.step)] or [one for one in every if _of_candidate(one.step)]
    unsure = bool(known) and not counts(known[0].step)
    latest: dict[str, Told] = {}
    for one in sorted(known, key=lambda one: order(one.step)):
        latest |= dict.fromkeys((unit for row in one.rows for unit in _units(sites[row], unsure)), one)
    if len({id(one) for one in latest.values()}) < 2:
        return Progress(next(iter(latest.values()), None))
    found = Counter(str(one.step["status"]) for one in latest.values())
    tally = tuple((status, found[status]) for status in reversed(vocab.STATUSES) if status in found)
    return Progress(None, tally, all(map(is_country, latest)), unsure)


def _of_candidate(step: Step) -> bool:
    return bool(step.get("candidate")) and not (step.get("expected") or step.get("predecessor"))


def _units(site: Row, alone: bool) -> list[str]:
    """What a site counts for: its countries, else its region; each candidate for itself."""
    return [f"/{site['site']}"] if alone else list(site["countries"]) or [str(site["region"])]


def progress_text(found: Progress, lang: Lang) -> str:
    """Progress in a line: バングラデシュ：2026年7月3日 引渡し, or 引渡し 2か国・署名 1か国."""
    if found.one:
        return told_text(found.one, lang)
    unit = "tally_countries" if found.countries else "tally_places"
    numbers = [f"{vocab.STATUSES[status].text(lang)} {t(lang, unit, n=n)}" for status, n in found.tally]
    said = ("・" if lang == "ja" else ", ").join(numbers)
    return t(lang, "tally_candidates", said=said) if found.candidates else said


def standing(sites: Sequence[Row], lang: Lang, until: str | None = None) -> tuple[str, str]:
    """What a line of a list says of some sites of one initiative: its status with the date, and the amount.

    One figure only where there is one, with its year where it is not that milestone's own.
    """
    found = progress(sites, lang, until)
    dated = (one.step for one in told(sites, lang) if counts(one.step) and not later(one.step, until))
    priced = [step for step in dated if step["amount"]]
    status = progress_text(found, lang) or t(lang, "no_date")
    if found.one:
        stood = found.one.step
        status = at(found.one.where, f"{status_text(stood, lang)} {when_text(stood, lang)}", lang)
    if len(priced) != 1:
        return status, t(lang, "amounts", n=len(priced)) if priced else ""
    [step] = priced
    same = found.one is not None and found.one.step is step
    return status, paid(step, lang) + ("" if same else t(lang, "in_year", year=year_of(step)))


def told_text(one: Told, lang: Lang) -> str:
    """A milestone in a line with its own amount, places, and whether reports differ."""
    differs = differs_text(one.differs, lang)
    aside = (f"（{differs}）" if lang == "ja" else f" ({differs})") if differs else ""
    return at(one.where, step_text(one.step, lang), lang) + aside


def at(where: str, said: str, lang: Lang) -> str:
    """What is said of a place, after its name."""
    return f"{where}{'：' if lang == 'ja' else ': '}{said}" if where else said


def step_text(step: Step, lang: Lang) -> str:
    """A milestone in a line: 2025年5月18日 署名、4億円."""
    said = f"{when_text(step, lang)} {status_text(step, lang)}"
    return join([said, paid(step, lang)], lang) if step["amount"] else said


def when_text(step: Step, lang: Lang) -> str:
    """The date of a milestone, as its source words it where the date alone would say too much or too little."""
    return str(text_of(step, "dated", lang) or date_text(step["date"], lang))


def paid(step: Step, lang: Lang) -> str:
    """The amount of a milestone, if it has one, and what it is of."""
    if not step["amount"]:
        return ""
    money, of = money_text(step["amount"], step["currency"], lang), text_of(step, "amount_of", lang)
    return money + ((f"（{of}）" if lang == "ja" else f" ({of})") if of else "")


def status_text(step: Step, lang: Lang) -> str:
    """The status of a milestone in words: one to come is expected, one of a predecessor is history."""
    label = vocab.STATUSES[step["status"]].text(lang)
    for sort in ("expected", "predecessor", "candidate"):
        label = t(lang, f"step_{sort}", status=label) if step.get(sort) else label
    return label
