"""A ministry's own template as an Office file: refused if locked, with macros or unread; else made a document."""

from __future__ import annotations

import io
import zipfile
from typing import Final, Literal

from atlas.errors import AtlasError

_OLE: Final = b"\xd0\xcf\x11\xe0"
_TYPES: Final = "[Content_Types].xml"
_KINDS: Final = {"template": "presentationml.presentation", "note_template": "wordprocessingml.document"}


class TemplateError(AtlasError):
    """A file that cannot be used as a template; the message is a word of the page's."""


def as_document(data: bytes, words: Literal["template", "note_template"]) -> bytes:
    """The file as a deck or document: a template's own type (.potx, .dotx) differs from that in one word.

    Raises TemplateError with one of the `words`: locked, macros, unread.
    """
    if data.startswith(_OLE):
        raise TemplateError(f"{words}_locked")
    kind, stream = _KINDS[words], io.BytesIO()
    old, new = (f"{name}.main+xml".encode() for name in (f"{kind.partition('.')[0]}.template", kind))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            if any("vbaproject" in name.lower() for name in source.namelist()):
                raise TemplateError(f"{words}_macros")
            for name in source.namelist():
                part = source.read(name)
                target.writestr(name, part.replace(old, new) if name == _TYPES else part)
    except zipfile.BadZipFile as error:
        raise TemplateError(f"{words}_unread") from error
    return stream.getvalue()
