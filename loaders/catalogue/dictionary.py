"""The data dictionary, `docs/data-dictionary.md`, made from the record models and the GeoJSON's schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from atlas import vocab
from atlas.records import Record
from atlas.vocab import Label
from loaders.catalogue.fields import PROPERTIES, RECORDS
from loaders.geojson.schema import PROPERTIES as KINDS

_HEAD: Final = """# Data dictionary / データ辞書

Made by `python -m loaders dictionary -o docs/data-dictionary.md` from the models; not edited by hand.
モデルから生成する。手では直さない。

How an initiative is added: [CONTRIBUTING.md](../CONTRIBUTING.md). 取組の追加方法は同じ文書の日本語の節にある。
"""
_KINDS: Final = {
    "text": Label("文字列", "text"),
    "text or null": Label("文字列かnull", "text or null"),
    "whole number": Label("整数", "whole number"),
    "whole number or null": Label("整数かnull", "whole number or null"),
    "number or null": Label("数値かnull", "number or null"),
    "yes or no": Label("真偽", "true or false"),
    "texts": Label("文字列のリスト", "list of texts"),
    "objects": Label("オブジェクトのリスト", "list of objects"),
}
_VOCABULARIES: Final[Mapping[str, Mapping[Any, Label]]] = {
    "focus_area": vocab.FOCUS_AREAS, "priority_area": vocab.PRIORITY_AREAS, "region": vocab.REGIONS,
    "themes": vocab.THEMES, "instruments": vocab.INSTRUMENTS, "precision": vocab.PRECISIONS,
    "basis": vocab.BASES, "confidence": vocab.CONFIDENCES, "route_basis": vocab.ROUTE_BASES, "status": vocab.STATUSES,
    "role": vocab.ROLES, "kind": vocab.PLACE_KINDS,
}  # fmt: skip


def dictionary() -> str:
    """The whole document."""
    parts = [_HEAD, *map(_record, RECORDS), _properties(), "## Vocabularies / 語彙\n"]
    parts += [_vocabulary(name, labels) for name, labels in _VOCABULARIES.items()]
    return "\n".join(parts)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(heads)
    lines = [f"| {' | '.join(row)} |" for row in (names, ["---"] * len(names), *rows)]
    return "\n".join(lines) + "\n"


def _record(model: type[Record]) -> str:
    label, fields = RECORDS[model]
    schema = model.model_json_schema()
    rows = [
        (f"`{name}`", "●" if name in schema["required"] else "", _form(name, schema["properties"][name]), *fields[name])
        for name in model.model_fields
    ]
    head = f"## {label.en} / {label.ja}\n\n`{model.__name__}` in `{model.__module__.replace('.', '/')}.py`.\n"
    return f"{head}\n" + _table(("Field", "Required / 必須", "Form / 形", "日本語", "English"), rows)


def _form(name: str, schema: Mapping[str, Any]) -> str:
    """What a field may hold, in a few words, from its JSON schema."""
    options = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    codes = {code for one in options for code in one.get("enum", ())}
    if codes <= set(_VOCABULARIES.get(name, ())) and name in _VOCABULARIES:
        return f"{'list of ' if schema.get('type') == 'array' else ''}[`{name}`](#{name})"
    return " / ".join(_one(one) for one in options)


def _one(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        kind = str(schema["$ref"]).rsplit("/", 1)[-1]
        return "`ja`, `en`" if kind in ("Text", "ShortText") else kind
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    kind = str(schema.get("type", "text")).replace("string", "text")
    if kind == "array":
        return f"list of {_one(schema['items'])}"
    if kind == "object":
        values = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
        return f"{_one(values)} by name"
    return f"{kind}{''.join(_limits(schema))}"


def _limits(schema: Mapping[str, Any]) -> Iterator[str]:
    for key, sign in (("minimum", "≥"), ("maximum", "≤"), ("exclusiveMinimum", ">")):
        if key in schema:
            yield f" {sign} {schema[key]:g}"


def _properties() -> str:
    rows = [(f"`{name}`", _KINDS[kind].ja, _KINDS[kind].en, *PROPERTIES[name]) for name, kind in KINDS.items()]
    head = (
        "## Properties of the GeoJSON / GeoJSONの属性\n\n"
        "`data/initiatives.geojson`, RFC 7946: one Feature a site, its properties in this order. "
        "一つの場所が一つの地物で、属性はこの順に並ぶ。\n"
    )
    return f"{head}\n" + _table(("Property", "形", "Form", "日本語", "English"), rows)


def _vocabulary(name: str, labels: Mapping[Any, Label]) -> str:
    return f"### {name}\n\n" + _table(
        ("Code", "日本語", "English"), ((f"`{code}`", *label) for code, label in labels.items())
    )
