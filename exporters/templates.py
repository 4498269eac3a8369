"""The template that a command or a recipe names: read, and what it lacks said in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.note.template import Paper, read_paper
from exporters.print.draw.template import Template, TemplateError, read_template

T = TypeVar("T")


def template_of(path: Path, lang: Lang) -> tuple[Template, list[str]]:
    """A template for slides, and a sentence for each thing that it lacks; raises TemplateError with one sentence."""
    template = _read(path, lang, read_template)
    return template, [f"{path.name}: {t(lang, f'template_lacks_{name}')}" for name in template.lacks]


def paper_of(path: Path, lang: Lang) -> tuple[Paper, list[str]]:
    """The same for a Word document."""
    paper = _read(path, lang, read_paper)
    return paper, [f"{path.name}: {t(lang, sentence, **names)}" for sentence, names in paper.lacks()]


def _read(path: Path, lang: Lang, read: Callable[[bytes], T]) -> T:
    try:
        return read(path.read_bytes())
    except TemplateError as error:
        raise TemplateError(f"{path.name}: {t(lang, str(error))}") from error
    except OSError as error:
        raise TemplateError(f"{path.name}: {error.strerror}") from error
