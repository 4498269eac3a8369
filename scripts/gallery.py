"""The gallery of docs/gallery: what pictures look like, made as a user would make them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PIL import Image

from exporters.__main__ import main
from exporters.briefing import briefing_of
from exporters.extract import stamp
from exporters.print.draw.png import png_bytes
from exporters.recipe.model import MapPage

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "gallery"
_DECK: Final = "--document evolved-foip --style boxes"
PICTURES: Final = {
    "deck-ja": f"{_DECK} --lang ja --size 1440x810",
    "deck-en": f"{_DECK} --lang en --size 1440x810",
    "deck-a3-ja": f"{_DECK} --lang ja --size a3-landscape --dpi 80",
    "pacific-inset-en": "--region pacific --focus 3 --style boxes --lang en --size 1440x810",
    "pacific-print-ja": "--region pacific --style boxes --colours print --lang ja --size 1440x810",
    "asean-a4-ja": "--region asean --lang ja --size a4-portrait --dpi 100",
    "singapore-ja": "--country SGP --style numbered --lang ja --size 1440x810",
    "fiji-en": "--country FJI --style numbered --lang en --size 1440x810",
    "cables-ja": "--theme submarine-cables --style numbered --lang ja --size 1440x810",
    "south-asia-4x3-en": "--region south-asia --style boxes --lang en --size 1200x900",
}
_RECIPE: Final = Path(__file__).with_name("gallery.yml")
_ADDRESS: Final = "https://foip-atlas.example/"
_WIDE: Final = 1000  # px
_MOST: Final = 2  # pages of a kind
_COLOURS: Final = 96  # in a thumbnail, a third of the bytes


def run() -> int:
    """Make every picture in place of those that were there; returns 1 if one failed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    more = ["--address", _ADDRESS, "--strict"]
    failed = max(
        main(["snapshot", "--format", "png", *flags.split(), *more, "-o", str(FOLDER / f"{name}.png")])
        for name, flags in PICTURES.items()
    )
    failed = max(failed, _kinds())
    for path in FOLDER.glob("*.png"):
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
    return failed


def _kinds() -> int:
    """The first pages of each kind that a recipe may have, in both languages; returns 1 if the layout has a fault."""
    briefing = briefing_of(_RECIPE, "data", _ADDRESS)
    for lang, pages in briefing.made.items():
        for page in pages:
            for number, sheet in enumerate(page.sheets[:_MOST], 1):
                kind = "moved" if isinstance(page.page, MapPage) and page.page.months else page.page.kind
                name = f"{kind}-{lang}{f'-{number}' if number > 1 else ''}.png"
                pixels = (_WIDE, round(_WIDE * sheet.height / sheet.width))
                picture = png_bytes(sheet, pixels, stamp(page.context.edition.id.date), {})
                (FOLDER / name).write_bytes(picture)
    faults = [*briefing.said(), *briefing.faults()]
    print("\n".join(faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(run())
