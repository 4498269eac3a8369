"""What moved since a day: where an initiative stood before, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atlas.progress.milestones import Row, Told, told
from atlas.progress.status import at, paid, status_text, step_text, when_text
from atlas.progress.years import counts, days_of, order
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import join


class Advance(NamedTuple):
    """The milestone that stood before, if there was one, and the furthest since."""

    before: Told | None
    after: Told

    @property
    def advanced(self) -> bool:
        """Whether a stage was reached that had not been."""
        return self.before is None or order(self.after.step)[0] > order(self.before.step)[0]


def move(sites: Sequence[Row], lang: Lang, since: str, until: str) -> Advance | None:
    """What moved some sites of one initiative between two days; a month or year counts when it begins in that time."""
    known = [(days_of(one.step)[0].isoformat(), one) for one in told(sites, lang) if counts(one.step)]
    new = [one for day, one in known if since <= day <= until]
    if not new:
        return None
    old = [one for day, one in known if day < since]
    return Advance(max(old, key=_stands, default=None), max(new, key=_stands))


def _stands(one: Told) -> tuple[int, str, bool]:
    return order(one.step)


def move_text(found: Advance, lang: Lang) -> str:
    """署名 → 引渡し 2026年7月3日; what reached no further stage is told as it is."""
    step = found.after.step
    if not found.advanced:
        return at(found.after.where, t(lang, "move_again", said=step_text(step, lang)), lang)
    before = status_text(found.before.step, lang) if found.before else t(lang, "move_none")
    words = t(lang, "move_text", before=before, after=status_text(step, lang), date=when_text(step, lang))
    return at(found.after.where, join([words, paid(step, lang)], lang) if step["amount"] else words, lang)
