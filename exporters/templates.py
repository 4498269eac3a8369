"""The template that a command or a recipe names: read, and what it lacks said in words."""

from __future__ import annotations

from pathlib import Path

from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw.template import Template, TemplateError, read_template


def template_of(path: Path, lang: Lang) -> tuple[Template, list[str]]:
    """A template, and a sentence for each thing that it lacks; raises TemplateError with one sentence."""
    try:
        template = read_template(path.read_bytes())
    except TemplateError as error:
        raise TemplateError(f"{path.name}: {t(lang, str(error))}") from error
    except OSError as error:
        raise TemplateError(f"{path.name}: {error.strerror}") from error
    return template, [f"{path.name}: {t(lang, f'template_lacks_{name}')}" for name in template.lacks]
