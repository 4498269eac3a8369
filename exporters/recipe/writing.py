"""A recipe written from what somebody has chosen on the briefing page: a beginning, to go on with in an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, get_args

import yaml

from atlas.filter import FACETS, Filter
from atlas.vocab import Lang
from exporters.print.options import Options
from exporters.recipe.model import Size

_HEAD: Final = "# python -m exporters briefing THIS.yml -o briefing.pptx\n"


def recipe_text(filter_: Filter, options: Options, langs: Sequence[Lang]) -> str:
    """The choices as a recipe: the map, the list, the sources."""
    said = {name: getattr(options, name) for name in ("title", "subtitle", "marking", "date")}
    whole: dict[str, Any] = {"lang": langs[0] if len(langs) == 1 else "both"}
    whole |= {name: text for name, text in said.items() if text}
    whole |= {"size": options.size} if options.size in get_args(Size) else {}
    codes = {facet: [*filter_.codes(facet)] for facet in FACETS if filter_.codes(facet)}
    asked: dict[str, Any] = codes | ({"q": filter_.q} if filter_.q else {})
    whole |= {"filter": asked} if asked else {}
    pages = [{"kind": "map", "style": options.style, "frame": options.frame}, {"kind": "list"}, {"kind": "sources"}]
    return _HEAD + yaml.safe_dump(whole | {"pages": pages}, allow_unicode=True, sort_keys=False, width=120)
