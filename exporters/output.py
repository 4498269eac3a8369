"""What the commands share: where a file goes, the template of its slides or note, what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from atlas.errors import AtlasError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.note.template import Paper, read_paper
from exporters.print.draw.template import Template, read_template
from exporters.template_file import TemplateError

T = TypeVar("T")
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
    """The template of slides at a path; what it lacks is said on the error stream."""
    return _told(*template_of(path, "en"))


def paper_at(path: Path) -> Paper:
    """The same for the paper of a note."""
    return _told(*paper_of(path, "en"))


def _told(found: T, lacks: Sequence[str]) -> T:
    for sentence in lacks:
        print(f"warning: {sentence}", file=sys.stderr)
    return found


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
