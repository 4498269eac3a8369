"""What a draft becomes, to take away: one archive with the files, what changes, and what is left to write."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from atlas.errors import Problem
from atlas.text.folding import seen
from atlas.vocab import RECORD_LANGS, Lang
from atlas.words.i18n import t
from loaders.intake.accepting.accepted import Accepted, accepted
from loaders.intake.draft import Draft

_UNTOLD: Final = re.compile(r"no initiative mentions it; add (\S+) to the mentions of the one it belongs to")
_STAMP: Final = (2000, 1, 1, 0, 0, 0)


def intake_zip(found: Accepted) -> bytes:
    """The archive, the same bytes for the same draft: `data/…`, `changes.diff`, `README.ja.txt`, `README.en.txt`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _members(found):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def taken_away(draft: Draft, folder: Path, today: date) -> tuple[bytes, int]:
    """The archive of a draft as far as it is reviewed, and how much is left to write. Raises ListError."""
    found = accepted(draft, folder, today, part=True)
    return intake_zip(found), len(found.left)


def _members(found: Accepted) -> Iterator[tuple[str, str]]:
    yield from ((f"README.{lang}.txt", note(found, lang)) for lang in RECORD_LANGS)
    yield "changes.diff", found.diff
    yield from ((f"data/{name}", text) for name, text in found.files.items())


def note(found: Accepted, lang: Lang) -> str:
    """What the files are and what is left to write, a line each."""
    lines = [t(lang, "intake_note"), "", t(lang, "intake_note_left" if found.left else "intake_note_none")]
    lines += [f"- {left_text(problem, lang)}" for problem in found.left]
    if found.open:
        lines += ["", t(lang, "intake_note_open", codes=", ".join(found.open))]
    return "".join(f"{line}\n" for line in lines)


def left_text(problem: Problem, lang: Lang) -> str:
    """One thing left to write: the file, the field, what to do."""
    last = problem.field.rpartition(".")[2]
    if last in RECORD_LANGS and problem.message.startswith(("missing", "empty")):
        return seen(f"{problem.file}: {problem.field}: {t(lang, f'intake_left_{last}')}")
    if item := _UNTOLD.fullmatch(problem.message):
        return seen(f"{problem.file}: {problem.field}: {t(lang, 'intake_left_untold', mention=item[1])}")
    return seen(str(problem))
