"""What DOCX and PPTX have in common: a package unpacked within limits, whatever a damaged one makes of a library."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from typing import Final, TypeVar

from loaders.intake.reading.document import MAX_PARAGRAPHS
from loaders.lists.formats.package import Layout, repacked
from loaders.lists.remark import DocumentError, ListError

T = TypeVar("T")
_NEEDED: Final = re.compile(r".*\.(xml|rels)", re.IGNORECASE)
_LIMITS: Final = {
    b"p": ("too_many_lines", MAX_PARAGRAPHS),
    b"r": ("too_many_lines", 500_000),
    b"tc": ("too_many_lines", MAX_PARAGRAPHS),
    b"sp": ("too_many_lines", 20_000),
}
_MOST: Final = 40_000_000  # of XML: a library's tree of it takes some ten times as much
DOCX: Final = Layout("word/document.xml", _NEEDED, re.compile("word/document.xml"), _LIMITS, _MOST, True)
PPTX: Final = Layout("ppt/presentation.xml", _NEEDED, re.compile("ppt/slides/[^/]*.xml"), _LIMITS, _MOST, True)
_SAID: Final = {
    "encrypted": "encrypted",
    "too_big_unpacked": "too_big_unpacked",
    "too_many_lines": "too_many_paragraphs",
    "too_many_blank": "too_many_paragraphs",
}


def opened(data: bytes, layout: Layout, read: Callable[[io.BytesIO], T]) -> T:
    """What a library makes of a package that was unpacked within limits; raises DocumentError."""
    try:
        archive = repacked(data, layout).archive
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return read(archive)
    except DocumentError:
        raise
    except ListError as error:
        raise DocumentError(_SAID.get(error.said.key, "office_broken"), **error.said.values) from None
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged file makes of the library
        raise DocumentError("office_broken") from error
