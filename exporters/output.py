"""What the commands share: where a file goes, the template of its slides, what is refused."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from atlas.errors import AtlasError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw.template import Template, TemplateError, read_template

BASEMAP: Final = Path(__file__).resolve().parent.parent / "data" / "basemap"


class LayoutError(AtlasError):
    """Pages are not as they should be."""


class FlagError(AtlasError):
    """A flag asks for what does not exist."""


def target(output: Path, name: str) -> Path:
    """The file to write; in a folder it gets the name that says filter and edition."""
    path = output / name if output.is_dir() else output
    if not path.parent.is_dir():
        raise FlagError(f"-o: the folder '{path.parent}' does not exist")
    return path


def template_at(path: Path) -> Template:
    """The template at a path; what it lacks is said on the error stream."""
    template, lacks = template_of(path, "en")
    for sentence in lacks:
        print(f"warning: {sentence}", file=sys.stderr)
    return template


def template_of(path: Path, lang: Lang) -> tuple[Template, list[str]]:
    """A template, and a sentence for each thing that it lacks; raises TemplateError with one sentence."""
    try:
        template = read_template(path.read_bytes())
    except TemplateError as error:
        raise TemplateError(f"{path.name}: {t(lang, str(error))}") from error
    except OSError as error:
        raise TemplateError(f"{path.name}: {error.strerror}") from error
    return template, [f"{path.name}: {t(lang, f'template_lacks_{name}')}" for name in template.lacks]
