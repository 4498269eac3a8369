"""A comparison as Markdown; text from the data is escaped, what went is struck through, what came is bold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from atlas.compare.groups import Grouping, groups
from atlas.compare.sentences import ChangeLine, ChangeSheet
from atlas.compare.spans import Mark, Span
from atlas.text.markdown import md
from atlas.vocab import Lang
from atlas.words.i18n import t

_SIGNS: Final[dict[Mark, str]] = {"same": "", "old": "~~", "new": "**"}
_COLUMNS: Final = ("initiative", "what", "change")
_JOINER: Final = "\u2060"  # a mark beside a bracket or a comma begins and ends nothing unless a letter is next to it


def markdown(whole: ChangeSheet, by: Grouping, lang: Lang) -> str:
    """The comparison as a document."""
    parts = [f"# {md(whole.title)}", md(whole.head), *([legend(lang)] if whole.lines else [])]
    for group in groups(whole.lines, by, lang):
        parts.append(f"{'###' if group.within else '##'} {md(group.name)} ({group.n})")
        parts += ["\n".join(table(group.lines, lang))] if group.lines else []
    return "\n\n".join(parts) + "\n"


def legend(lang: Lang) -> str:
    """How words that went and came are marked."""
    old, new = _mark("old", t(lang, "changes_old")), _mark("new", t(lang, "changes_new"))
    return t(lang, "changes_marks", old=old, new=new)


def table(lines: Iterable[ChangeLine], lang: Lang, name: Callable[[ChangeLine], str] | None = None) -> Iterator[str]:
    """Lines as a table; `name` says how an initiative is called, which is said once for all of its lines."""
    yield f"| {' | '.join(t(lang, f'changes_{column}') for column in _COLUMNS)} |"
    yield "|:--|:--|:--|"
    last = None
    for line in lines:
        called = name(line) if name else md(line.title)
        yield f"| {'' if called == last else called} | {md(line.what)} | {''.join(map(_marked, line.spans()))} |"
        last = called


def _marked(piece: Span) -> str:
    return "".join(text if text == " " else _mark(mark, text) for mark, text in piece.parts())


def _mark(mark: Mark, text: str) -> str:
    sign, joiner = _SIGNS[mark], "" if mark == "same" else _JOINER
    return f"{sign}{joiner}{md(text)}{joiner}{sign}"
