"""The words of the pages, one Fluent file a language; `t` is a pure look-up, the language is an argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from babel import Locale
from babel.numbers import format_decimal
from babel.plural import to_python

from atlas.errors import DataError
from atlas.vocab import LANGS, Lang
from atlas.words.fluent import Slot, Template, differences, read


def load(sources: Mapping[Lang, str]) -> dict[Lang, dict[str, Template]]:
    """The words of every language; all have the keys and the variables of the first."""
    words = {lang: read(source, lang) for lang, source in sources.items()}
    found = [one for lang in words for one in differences(words[lang], words[LANGS[0]], lang)]
    if found:
        raise DataError(found)
    return words


_WORDS: Final = load({lang: (files(__package__) / f"{lang}.ftl").read_text("utf-8") for lang in LANGS})


def t(lang: Lang, key: str, **values: object) -> str:
    """The words of a key in one language, the values filled in."""
    return _filled(_WORDS[lang][key], values)


def spoken(lang: Lang, keys: Iterable[str], prefix: str = "") -> dict[str, Any]:
    """Words for the browser: `text` as it stands, `forms` for values to be filled in (core/text.js)."""
    words = {key: _WORDS[lang][prefix + key] for key in keys}
    forms = {key: template for key, template in words.items() if any(isinstance(part, Slot) for part in template)}
    return {"text": {key: t(lang, prefix + key) for key in words.keys() - forms.keys()}, "forms": forms}


def language_name(lang: str) -> str:
    """What a language calls itself."""
    return str(Locale.parse(lang).get_display_name()).capitalize()


def keys() -> list[str]:
    """Every key."""
    return list(_WORDS[LANGS[0]])


def _filled(template: Template, values: Mapping[str, Any]) -> str:
    return "".join([part if isinstance(part, str) else _said(part, values) for part in template])


def _said(slot: Slot, values: Mapping[str, Any]) -> str:
    value = values[slot.name]
    if slot.lang is None:
        return str(value)
    if slot.forms is None:
        return str(format_decimal(value, locale=slot.lang))
    forms = slot.forms
    return _filled(forms.get(str(value)) or forms.get(_plural(slot.lang)(value)) or forms["other"], values)


@cache
def _plural(lang: str) -> Callable[[Any], str]:
    """The rule by which a language counts: one, few, other."""
    return to_python(Locale.parse(lang).plural_form)
