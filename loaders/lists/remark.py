"""Something to tell a person about a list: a key of the words and its values, put into a language when shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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

    def text(self, lang: Lang) -> str:
        """The remark in one language, plain text of which all can be seen."""
        told = {
            name: country_name(str(value), lang) if name.startswith("country") else value
            for name, value in self.values.items()
        }
        return seen(t(lang, f"import_{self.key}", **told))


class ListError(AtlasError):
    """A list that cannot be read at all; `said` tells why and what to do."""

    def __init__(self, key: str, **values: object) -> None:
        self.said = Remark(key, values)
        super().__init__(self.said.text("en"))

    def __reduce__(self) -> tuple[Callable[..., ListError], tuple[str, dict[str, object]]]:
        return _again, (self.said.key, dict(self.said.values))


def _again(key: str, values: Mapping[str, object]) -> ListError:
    return ListError(key, **values)
