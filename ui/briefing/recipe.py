"""A briefing by recipe: the choices of the page as a text file, and such a file made into slides, PDF and Word."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import Final

import streamlit as st

from atlas.edition import Edition
from atlas.errors import DataError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.pictures import PICTURES, Snapshot
from exporters.recipe.book import Briefing
from exporters.recipe.files import MAKERS, one_file
from exporters.recipe.kinds import MODELS
from exporters.recipe.model import PAGES, Recipe
from exporters.recipe.writing import recipe_text
from loaders.editions.named import edition_again, edition_then
from loaders.recipes import RecipeError, read_recipe
from loaders.stores import store_of
from ui.briefing.picture import home
from ui.data import Atlas, data_folder, data_setting
from ui.jobs.queues import export
from ui.safe import given_name, md

_SHOWN: Final = 20  # faults and remarks that a page lists


def recipes(lang: Lang, atlas: Atlas, snapshot: Snapshot) -> None:
    """Save the choices as a recipe; take one, tell its faults or offer what it makes."""
    with st.expander(t(lang, "brief_recipe"), icon=":material/menu_book:"):
        st.caption(t(lang, "brief_recipe_hint"))
        if not snapshot.own:
            text = recipe_text(snapshot.extract.filter, snapshot.options, snapshot.langs)
            st.download_button(
                t(lang, "brief_recipe_save"), data=text, file_name="briefing.yml", mime="application/yaml",
                icon=":material/download:", on_click="ignore", key="recipe-save",
            )  # fmt: skip
        given = st.file_uploader(t(lang, "brief_recipe_open"), type=["yml", "yaml"], key="recipe-open")
        if given is None:
            return
        try:
            briefing = _briefing(atlas, given.getvalue(), given_name(given.name))
        except RecipeError as error:
            _faults(lang, error)
        except DataError as error:
            st.error(f"{t(lang, 'changes_broken')} {md(error.problems[0])}", icon=":material/error:")
        else:
            _offer(lang, replace(briefing, template=snapshot.template))


def _briefing(atlas: Atlas, data: bytes, name: str) -> Briefing:
    """The recipe with the edition that it asks for, else with the one on screen; raises RecipeError, DataError."""
    recipe, pages = read_recipe(data, name, Recipe, MODELS, PAGES)
    now = Edition(**{one.name: getattr(atlas, one.name) for one in fields(Edition)})
    folder, asked = data_folder(), recipe.edition
    then = edition_again(folder, store_of(data_setting()).read(), asked) if asked else None
    lost = "" if then or not asked else asked
    return Briefing(recipe, pages, then or now, atlas.base, home(), partial(edition_then, folder), lost)


def _faults(lang: Lang, error: RecipeError) -> None:
    more = len(error.problems) - _SHOWN
    lines = [f"- {md(one)}" for one in error.problems[:_SHOWN]] + ([f"- … +{more}"] if more > 0 else [])
    st.error("\n".join([t(lang, "brief_recipe_refused", n=len(error.problems)), "", *lines]), icon=":material/error:")


def _offer(lang: Lang, briefing: Briefing) -> None:
    """What the edition lacks, and a button a format; a file is made when it is asked for."""
    for text in briefing.said()[:_SHOWN]:
        st.warning(md(text), icon=":material/info:")
    st.markdown(t(lang, "brief_recipe_pages", n=len(briefing.pages)))
    number = len(briefing.front_extract().sites)
    for column, kind in zip(st.columns(len(MAKERS)), MAKERS, strict=True):
        zipped = kind == "docx" and len(briefing.langs) > 1
        column.download_button(
            PICTURES[kind].name, file_name=briefing.file_name("zip" if zipped else kind), on_click="ignore",
            mime="application/zip" if zipped else PICTURES[kind].mime, key=f"recipe-{kind}", width="stretch",
            data=export(partial(one_file, briefing, kind), format=kind, lang=lang, features=number),
        )  # fmt: skip
