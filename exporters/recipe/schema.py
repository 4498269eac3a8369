"""The JSON Schema of recipes, `docs/briefing.schema.json`, for editors that check while one writes."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from atlas.records import Record
from exporters.recipe.kinds import MODELS
from exporters.recipe.model import PAGES, Recipe


def schema_text() -> str:
    """The schema as the file has it."""
    return json.dumps(recipe_schema(), ensure_ascii=False, indent=1) + "\n"


def recipe_schema() -> dict[str, Any]:
    """The recipe with its pages, each by its kind."""
    models: list[type[Record]] = [Recipe, *MODELS.values()]
    places, found = models_json_schema([(one, "validation") for one in models], ref_template="#/$defs/{model}")
    defs = found["$defs"]
    recipe = defs.pop(Recipe.__name__)
    kinds = [{"if": {"properties": {"kind": {"const": kind}}}, "then": places[model, "validation"]}
             for kind, model in MODELS.items()]  # fmt: skip
    page = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": [*MODELS]}}, "allOf": kinds}
    pages = {"type": "array", "minItems": 1, "maxItems": PAGES, "items": page}
    recipe["properties"]["pages"] = pages
    recipe["required"] = [*recipe["required"], "pages"]
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "FOIP Atlas briefing recipe",
        **recipe,
        "$defs": defs,
    }
