"""What changed between two editions, in words: a sentence, and lines for lists, slides and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from atlas import vocab
from atlas.compare.editions import Change, Changes, Edit, Move, Row
from atlas.compare.spans import Span, spans
from atlas.compare.values import NONE, Names, kilometres, place_name, place_words, printable, steps, value_text
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join

Kind = Literal["added", "removed", "moved", "changed"]
KINDS: Final[tuple[Kind, ...]] = ("added", "removed", "moved", "changed")
_COUNTED: Final = ("added", "removed", "moved", "places_added", "places_removed", "changed")


class ChangeLine(NamedTuple):
    """One change in words, plain text: which initiative, what of it, where (if not everywhere), before and after.

    `places` are the codes of the countries and regions that it is about. `initiative` is empty for points redrawn.
    """

    kind: Kind
    initiative: str
    title: str
    what: str
    before: str
    after: str
    field: str = ""
    places: tuple[str, ...] = ()

    @property
    def wording(self) -> bool:
        """Whether only the wording changed: titles, summaries, notes, names."""
        return self.field.endswith(("_ja", "_en"))

    def spans(self) -> list[Span]:
        """The change as one text: what went and what came in a text that changed, else from what to what."""
        text = self.wording or self.field == "milestones"
        if text and NONE not in (self.before, self.after):
            return spans(self.before, self.after)
        return [Span(f"{self.before} → {self.after}")]


class ChangeSheet(NamedTuple):
    """A comparison as a title, a sentence and lines."""

    title: str
    head: str
    lines: list[ChangeLine]


class EditionNews(NamedTuple):
    """An edition and what changed against the one `before` it, whose name is empty for the first."""

    name: str
    date: str
    label: str
    before: str
    said: ChangeSheet


def edition_label(day: str | None, name: str, lang: Lang) -> str:
    """What an edition is called: its day and the end of its name, the hash."""
    date = date_text(day, lang) if day else t(lang, "date_unknown")
    return t(lang, "changes_edition", date=date, digest=name.rsplit("-", 1)[-1])


def sheet(changes: Changes, old: str, new: str, lang: Lang, names: Names | None = None) -> ChangeSheet:
    """The whole comparison in words; `old` and `new` are what the editions are called."""
    title = t(lang, "changes_title", old=old, new=new)
    head = [headline(changes, old, new, lang)]
    if changes.uncompared:
        fields = join([t(lang, f"field_{name}") for name in changes.uncompared], lang)
        head.append(t(lang, "changes_uncompared", fields=fields))
    return ChangeSheet(title, _sentences(head, lang), lines(changes, lang, names))


def headline(changes: Changes, old: str, new: str, lang: Lang) -> str:
    """How much changed, in one sentence (two when points on the map were redrawn)."""
    if not changes:
        return t(lang, "changes_none")
    counts = changes.counts()
    said = join([t(lang, f"count_{kind}", n=counts[kind]) for kind in _COUNTED if counts[kind]], lang)
    parts = [t(lang, "changes_head", old=old, new=new, counts=said)] if said else []
    parts += [t(lang, "changes_redrawn", n=counts["redrawn"])] if counts["redrawn"] else []
    return _sentences(parts, lang)


def _sentences(parts: Iterable[str], lang: Lang) -> str:
    return ("" if lang == "ja" else " ").join(parts)


def lines(changes: Changes, lang: Lang, names: Names | None = None) -> list[ChangeLine]:
    """Every change as a line, by kind: initiatives added and removed, places, then changed fields."""
    known = names or Names()
    found = [_whole("added", item, lang) for item in changes.added]
    found += [_whole("removed", item, lang) for item in changes.removed]
    found += [_moved(item, move, lang) for item in changes.placed for move in item.moves if not move.drawn]
    found += _redrawn(changes, lang)
    return found + [_edited(item, edit, lang, known) for item in changes.edited for edit in item.edits]


def _title(row: Row, lang: Lang) -> str:
    return printable(text_of(row, "title", lang))


def _whole(kind: Kind, item: Change, lang: Lang) -> ChangeLine:
    rows = item.new or item.old
    focus = vocab.FOCUS_SHORT.get(rows[0]["focus_area"])
    places = join(list(dict.fromkeys(place_words(row, lang) for row in rows)), lang)
    what = focus.text(lang) if focus else t(lang, "value_unknown")
    before, after = (NONE, places) if kind == "added" else (places, NONE)
    return ChangeLine(kind, item.initiative, _title(rows[0], lang), what, before, after, places=_codes(rows))


def _codes(rows: Sequence[Row]) -> tuple[str, ...]:
    """The countries that sites are about, for those that are about none their regions, each once."""
    found = (row.get("countries") or [row["country"] or row.get("region") or "global"] for row in rows)
    return tuple(dict.fromkeys(str(code) for codes in found for code in codes))


def _moved(item: Change, move: Move, lang: Lang) -> ChangeLine:
    before, after = (place_words(row, lang) if row else NONE for row in (move.old, move.new))
    there = _codes([row for row in (move.old, move.new) if row])
    title, what = _title(item.row, lang), move_words(move, lang)
    return ChangeLine("moved", item.initiative, title, what, before, after, places=there)


def _redrawn(changes: Changes, lang: Lang) -> Iterator[ChangeLine]:
    """The points of countries and regions that the map draws elsewhere, each once however many initiatives it has."""
    groups: dict[tuple[str, str], list[ChangeLine]] = {}
    for item in changes.placed:
        for move in item.moves:
            if move.drawn and move.new:
                line = _moved(item, move, lang)
                groups.setdefault((str(move.new["place"]), line.what), []).append(line)
    for group in groups.values():
        yield group[0]._replace(initiative="", title=t(lang, "changes_many", n=len(group)))


def move_words(move: Move, lang: Lang) -> str:
    """What happened to a place: moved how far, added, taken out."""
    if move.old is None or move.new is None:
        return t(lang, "move_added" if move.old is None else "move_removed")
    if move.km is None:
        return t(lang, "move_placed")
    return t(lang, "move_redrawn" if move.drawn else "move_km", km=kilometres(move.km, lang))


def _edited(item: Change, edit: Edit, lang: Lang, names: Names) -> ChangeLine:
    old, new = steps(edit.old, edit.new) if edit.field == "milestones" else (edit.old, edit.new)
    what = t(lang, f"field_{edit.field}")
    if edit.places:
        where = join(list(dict.fromkeys(place_name(row, lang) for row in edit.places)), lang)
        what += f"（{where}）" if lang == "ja" else f" ({where})"
    before, after = (value_text(edit.field, value, lang, names) for value in (old, new))
    if before == after:  # the other language's note of a milestone
        other: Lang = "en" if lang == "ja" else "ja"
        what = t(lang, f"changes_in_{other}", what=what)
        before, after = (value_text(edit.field, value, other, names) for value in (old, new))
    codes, title = _codes(edit.places or item.new), _title(item.row, lang)
    return ChangeLine("changed", item.initiative, title, what, before, after, edit.field, codes)
