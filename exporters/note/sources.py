"""The sources of a note: each has a number in the order of its first mention, and text that rests on it leads there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from docx.text.paragraph import Paragraph

from exporters.note import word

Source = dict[str, str]
_IDS: Final = 100_000  # from where on bookmarks are those of sources


@dataclass
class Sources:
    """What has been referred to so far, and the number of each by its text and address."""

    found: list[Source] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def refer(self, paragraph: Paragraph, *sources: Source | None) -> None:
        """Put the numbers of some sources behind a text, each a link to its line in the list."""
        for at, one in enumerate({_key(one): one for one in sources if one}.values()):
            number = self.numbers.setdefault(_key(one), len(self.numbers) + 1)
            self.found += [one] if number > len(self.found) else []
            word.lead(paragraph, f"{'' if at else ' '}[{number}]", _name(number))

    def mark(self, paragraph: Paragraph, number: int) -> None:
        """Write a number where its source stands, to be found from the text."""
        run: Any = paragraph.add_run(str(number))
        word.bookmark(paragraph, _name(number), _IDS + number, run.element)


def _key(one: Source) -> tuple[str, str]:
    return one["text"], one["address"]


def _name(number: int) -> str:
    return f"_Source{number}"
