"""Something to tell a person about a list or a document: a key of the words and its values, worded when shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from atlas.countries import country_name
from atlas.errors import AtlasError
from atlas.text.folding import seen
from atlas.vocab import Lang
from atlas.words.i18n import t


@dataclass(frozen=True)
class Remark:
    """One remark; a value whose name begins with `country` is a code and is told by its name."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    topic: str = "import"

    def text(self, lang: Lang) -> str:
        """The remark in one language, plain text of which all can be seen."""
        told = {
            name: country_name(str(value), lang) if name.startswith("country") else value
            for name, value in self.values.items()
        }
        return seen(t(lang, f"{self.topic}_{self.key}", **told))


class ListError(AtlasError):
    """A list that cannot be read at all; `said` tells why and what to do."""

    topic: ClassVar[str] = "import"

    def __init__(self, key: str, **values: object) -> None:
        self.said = Remark(key, values, self.topic)
        super().__init__(self.said.text("en"))

    def __reduce__(self) -> tuple[Callable[..., ListError], tuple[type[ListError], str, dict[str, object]]]:
        return _again, (type(self), self.said.key, dict(self.said.values))


class DocumentError(ListError):
    """A document that cannot be read at all."""

    topic = "intake"


def _again(kind: type[ListError], key: str, values: Mapping[str, object]) -> ListError:
    return kind(key, **values)
