"""The operator's own template for slides (`ATLAS_TEMPLATE`), offered where slides are made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import streamlit as st

from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.output import template_of
from exporters.print.draw.template import Template
from exporters.template_file import TemplateError
from ui.safe import md

SETTING: Final = "ATLAS_TEMPLATE"


def house_template(lang: Lang) -> Template | None:
    """The template if there is one and it is wanted; says what it lacks, or why it cannot be used."""
    path = Path(os.environ.get(SETTING, ""))
    if not path.name:
        return None
    try:
        template, lacks = _read(str(path), path.stat().st_mtime_ns if path.is_file() else 0, lang)
    except TemplateError as error:
        st.warning(md(str(error)), icon=":material/warning:")
        return None
    wanted = st.toggle(t(lang, "brief_template", name=md(path.name)), value=True, key="brief-template",
                       help=t(lang, "brief_template_help"))  # fmt: skip
    for sentence in lacks if wanted else []:
        st.caption(md(sentence))
    return template if wanted else None


@st.cache_data(show_spinner=False, max_entries=4)
def _read(path: str, changed: int, lang: Lang) -> tuple[Template, list[str]]:
    """The template as it was at a time."""
    return template_of(Path(path), lang)
