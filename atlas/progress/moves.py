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
        """Whether it went on from a stage that it had reached before to a further one."""
        return self.before is not None and _stage(self.after) > _stage(self.before)


def move(sites: Sequence[Row], lang: Lang, since: str, until: str) -> Advance | None:
    """What moved some sites of one initiative between two days; a month or year counts when it begins in that time.

    A further stage counts from the day on which it was reached; of what reached none the newest step is told.
    """
    known = [(days_of(one.step)[0].isoformat(), one) for one in told(sites, lang) if counts(one.step)]
    new = [one for day, one in known if since <= day <= until]
    if not new:
        return None
    old = max((one for day, one in known if day < since), key=lambda one: order(one.step), default=None)
    furthest = max(map(_stage, new))
    reached = [one for one in new if _stage(one) == furthest]
    return Advance(old, reached[0] if old is None or furthest > _stage(old) else new[-1])


def _stage(one: Told) -> int:
    return order(one.step)[0]


def move_text(found: Advance, lang: Lang) -> str:
    """署名 → 引渡し 2026年7月3日; what reached no further stage is told as it is."""
    step = found.after.step
    if found.before and not found.advanced:
        return at(found.after.where, t(lang, "move_again", said=step_text(step, lang)), lang)
    before = status_text(found.before.step, lang) if found.before else t(lang, "move_none")
    words = t(lang, "move_text", before=before, after=status_text(step, lang), date=when_text(step, lang))
    return at(found.after.where, join([words, paid(step, lang)], lang) if step["amount"] else words, lang)
