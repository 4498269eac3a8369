"""PNG to the pixel: the page of the PDF drawn by PDFium, so that paper and picture cannot differ."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import datetime
from struct import pack
from threading import Lock
from typing import Any, Final

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

from exporters.print.draw.pdf import pdf_bytes
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import PER_INCH
from exporters.print.elements.sheet import Sheet

_one_at_a_time: Final = Lock()  # PDFium knows no threads
_METRE: Final = 39.3701  # inches
_LEVEL: Final = 2


def png_bytes(sheet: Sheet, pixels: tuple[int, int], stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """A picture of the page of exactly so many pixels; `facts` go into its metadata beside title, alt text and date."""
    about = {"Title": sheet.title.plain(), "Description": sheet.alt, "Creation Time": stamp.isoformat(), **facts}
    with _one_at_a_time:
        image = _raster(pdf_bytes([sheet], stamp, {}), pixels)
    per_metre = round(pixels[0] / sheet.width * PER_INCH * _METRE)
    return _encoded(image, per_metre, about | {"Software": "FOIP Atlas"})


def _raster(pdf: bytes, pixels: tuple[int, int]) -> NDArray[np.uint8]:
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap: Any = pypdfium2.PdfBitmap.new_native(*pixels, raw.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *pixels)
        raw.FPDF_RenderPageBitmap(bitmap, document[0], 0, 0, *pixels, 0, raw.FPDF_REVERSE_BYTE_ORDER)
        return np.array(bitmap.to_numpy())


def _encoded(image: NDArray[np.uint8], per_metre: int, about: Mapping[str, str]) -> bytes:
    """As PNG without filters: of flat colours they make files larger and take most of the time."""
    high, wide, _ = image.shape
    rows = np.zeros((high, 1 + 3 * wide), np.uint8)
    rows[:, 1:] = image.reshape(high, -1)
    parts = [
        _part(b"IHDR", pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)),
        _part(b"pHYs", pack(">IIB", *[per_metre] * 2, 1)),
    ]
    parts += [_part(b"iTXt", f"{name}\0\0\0\0\0{clean(text)}".encode()) for name, text in about.items()]
    parts += [_part(b"IDAT", zlib.compress(rows.tobytes(), _LEVEL)), _part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
