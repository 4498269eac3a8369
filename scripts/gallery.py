"""The gallery of docs/gallery: what pictures look like, made as a user would make them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from exporters.__main__ import main

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


def run() -> int:
    """Make every picture in place of those that were there; returns 1 if one failed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    more = ["--address", "https://foip-atlas.example/", "--strict"]
    return max(
        main(["snapshot", "--format", "png", *flags.split(), *more, "-o", str(FOLDER / f"{name}.png")])
        for name, flags in PICTURES.items()
    )


if __name__ == "__main__":
    sys.exit(run())
