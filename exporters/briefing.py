"""`python -m exporters briefing`: the pages of a recipe as files, with the data that there are."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

from exporters.output import BASEMAP, FlagError, LayoutError, target, template_at
from exporters.recipe.book import Briefing
from exporters.recipe.files import MAKERS
from exporters.recipe.kinds import MODELS
from exporters.recipe.model import PAGES, Recipe
from exporters.recipe.schema import schema_text
from loaders.atomic import write_atomic
from loaders.editions.named import edition_again, edition_then
from loaders.recipes import MAX_BYTES, read_recipe
from loaders.stores import store_of
from loaders.stores.edition import edition_of
from maps.basemap import read_basemap


def briefing(flags: argparse.Namespace) -> list[str]:
    """The pages of a recipe: one kind of file, or in a folder all of them."""
    made = briefing_of(flags.recipe, flags.data, flags.address)
    faults = [f"warning: {text}" for text in (*made.said(), *made.faults())]
    if faults and flags.strict:
        raise LayoutError("\n".join(faults))
    for fault in faults:
        print(fault, file=sys.stderr)
    kinds = [*MAKERS] if flags.output.is_dir() else [flags.output.suffix[1:].lower()]
    if unknown := [kind for kind in kinds if kind not in MAKERS]:
        raise FlagError(f"-o: '.{unknown[0]}' is not known; end the file's name in one of: .{', .'.join(MAKERS)}")
    paths = []
    for kind in kinds:
        path = target(flags.output, made.file_name(kind))
        for file in MAKERS[kind](made):
            paths.append(path.with_name(f"{path.stem}{file.tail}{path.suffix}"))
            write_atomic(paths[-1], file.data)
    return [f"{path}: {made.front_extract().counts()}" for path in paths]


def briefing_of(path: Path, store_name: str, address: str) -> Briefing:
    """The recipe with the edition that it asks for, else with the newest."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    recipe, pages = read_recipe(data, path.name, Recipe, MODELS, PAGES)
    with closing(store_of(store_name, "--data")) as store:
        contents, folder = store.read(), store.folder or BASEMAP.parent
    asked = edition_again(folder, contents, recipe.edition) if recipe.edition else None
    lost = "" if asked or not recipe.edition else recipe.edition
    edition = asked or edition_of(contents)
    earlier = partial(edition_then, folder)
    template = template_at(path.parent / recipe.template) if recipe.template else None
    return Briefing(recipe, pages, edition, read_basemap(BASEMAP), address, earlier, lost, template)


def schema(flags: argparse.Namespace) -> list[str]:
    """The JSON Schema of recipes, for editors."""
    write_atomic(flags.output, schema_text().encode())
    return [str(flags.output)]
