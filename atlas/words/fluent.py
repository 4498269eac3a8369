"""Words in Fluent files (projectfluent.org) as templates: text, variables, NUMBER, and plural forms by selector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fluent.syntax import ast, parse

from atlas.errors import DataError, Problem


class Slot(NamedTuple):
    """Where a value stands: as it is, as a number of a language, or by its plural form in that language."""

    name: str
    lang: str | None = None
    forms: dict[str, Template] | None = None


Template = list[str | Slot]


class UnreadableError(Exception):
    """What an entry uses that is not read."""


def read(source: str, lang: str) -> dict[str, Template]:
    """The templates of a language's file by their keys; a broken entry is an error that says where."""
    words: dict[str, Template] = {}
    for entry in parse(source).body:
        if isinstance(entry, ast.BaseComment):
            continue
        try:
            key, template = _entry(entry, lang)
            if key in words:
                raise UnreadableError("an entry of this name stands above")
        except UnreadableError as error:
            line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            raise DataError([Problem(f"{lang}.ftl", f"line {line}", str(error))]) from None
        words[key] = template
    return words


def names(template: Template) -> set[str]:
    """The variables of a template."""
    slots = [part for part in template if isinstance(part, Slot)]
    return {slot.name for slot in slots}.union(*(names(form) for slot in slots for form in (slot.forms or {}).values()))


def differences(words: Mapping[str, Template], model: Mapping[str, Template], lang: str) -> Iterator[Problem]:
    """What a file lacks, has too much, or fills in otherwise than the first one."""
    file = f"{lang}.ftl"
    for key in model.keys() - words.keys():
        yield Problem(file, key, "this entry is missing")
    for key in words.keys() - model.keys():
        yield Problem(file, key, "no other language has this entry")
    for key in model.keys() & words.keys():
        if (here := names(words[key])) != (there := names(model[key])):
            yield Problem(file, key, f"fills in {sorted(here)}, where the first language fills in {sorted(there)}")


def _entry(entry: ast.SyntaxNode, lang: str) -> tuple[str, Template]:
    if isinstance(entry, ast.Junk):
        raise UnreadableError("this is no entry of a Fluent file; an entry is `key = text`")
    if not isinstance(entry, ast.Message) or entry.value is None or entry.attributes:
        raise UnreadableError("terms and attributes are not read; write the text itself")
    return entry.id.name, _template(entry.value, lang)


def _template(pattern: ast.Pattern, lang: str) -> Template:
    parts = (_part(part, lang) for part in pattern.elements)
    return [part for part in parts if part]


def _part(part: object, lang: str) -> str | Slot:
    match part:
        case ast.TextElement(value=text):
            return text
        case ast.Placeable(expression=ast.StringLiteral() as literal):
            return str(literal.parse()["value"])
        case ast.Placeable(expression=ast.VariableReference(id=name)):
            return Slot(name.name)
        case ast.Placeable(expression=ast.FunctionReference(id=ast.Identifier(name="NUMBER"), arguments=given)):
            return Slot(_variable(*given.positional), lang)
        case ast.Placeable(expression=ast.SelectExpression(selector=selector, variants=variants)):
            forms = {_form(one): _template(one.value, lang) for one in variants}
            default = next(_form(one) for one in variants if one.default)
            return Slot(_variable(selector), lang, {"other": forms[default]} | forms)
    raise UnreadableError("only variables, texts, NUMBER($n) and plural forms may stand in braces")


def _variable(*given: object) -> str:
    match given:
        case (ast.VariableReference(id=name),):
            return str(name.name)
    raise UnreadableError("a number or a plural form follows one variable")


def _form(variant: ast.Variant) -> str:
    return str(variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value)
