"""The gallery of docs/gallery: eight pictures that say what a snapshot looks like, made as a user would make them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from exporters.__main__ import main

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "gallery"
_TITLE: Final = "進化した「自由で開かれたインド太平洋」のもとで官民が一体となって進める経済成長機会の共創と通商ルールの共有に関する取組"
_WIDE: Final = ("--size", "960x540", "--dpi", "72")
PICTURES: Final[dict[str, tuple[str, ...]]] = {
    "evolved-foip-boxes-ja": (
        "--document",
        "evolved-foip",
        "--style",
        "boxes",
        "--lang",
        "ja",
        "--size",
        "1440x810",
        "--dpi",
        "108",
    ),
    "pacific-security-numbered-en": (
        "--region",
        "pacific",
        "--focus",
        "3",
        "--style",
        "numbered",
        "--lang",
        "en",
        *_WIDE,
    ),
    "asean-symbols-ja-a4": ("--region", "asean", "--lang", "ja", "--size", "a4-portrait", "--dpi", "90"),
    "singapore-numbered": (
        "--country",
        "SGP",
        "--style",
        "numbered",
        "--lang",
        "both",
        "--size",
        "1440x810",
        "--dpi",
        "108",
    ),
    "fiji-numbered-en": ("--country", "FJI", "--style", "numbered", "--lang", "en", *_WIDE),
    "submarine-cables-numbered-ja": ("--theme", "submarine-cables", "--style", "numbered", "--lang", "ja", *_WIDE),
    "long-title-ja": (
        "--focus",
        "2",
        "--region",
        "pacific",
        "--title",
        _TITLE,
        "--marking",
        "取扱注意",
        "--lang",
        "ja",
        *_WIDE,
    ),
    "empty-en": ("--country", "TUV", "--focus", "3", "--lang", "en", *_WIDE),
}


def run() -> int:
    """Make every picture; returns 1 if one failed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    address = ("--address", "https://foip-atlas.example/")
    results = [
        main(["snapshot", "--format", "png", *flags, *address, "-o", str(FOLDER / f"{name}.png")])
        for name, flags in PICTURES.items()
    ]
    return max(results)


if __name__ == "__main__":
    sys.exit(run())
