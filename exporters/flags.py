"""The flags of `python -m exporters`: the filter's are the URL's names, the rest say how the file looks."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from atlas.filter import FACETS
from atlas.vocab import LANGS
from exporters.extract import BYS
from exporters.formats import FORMATS
from exporters.print.factsheet.files import FACTS
from exporters.print.options import COLOURS, FRAMES, LANGUAGES, SIZES, STYLES, Options, Style
from exporters.print.packs import BYS as PACK_BYS
from exporters.print.packs import PACKS
from exporters.print.pictures import PICTURES

_PARTS: Final = {
    "legend": "the legend", "key": "the list of numbers", "milestones": "milestones in the key", "qr": "the QR code",
}  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """All commands with their flags."""
    top = argparse.ArgumentParser(prog="python -m exporters", description="The way out: files from a filter.")
    commands = top.add_subparsers(dest="command", required=True)
    table = commands.add_parser("table", help="the table of a filter", allow_abbrev=False)
    table.add_argument("--format", choices=FORMATS, required=True, help="the kind of file")
    table.add_argument("--lang", choices=LANGS, default="en", help="the language of words and labels (default: en)")
    table.add_argument("--by", choices=BYS, default="sites", help="what a row is (default: sites)")
    table.add_argument("--marking", default="", help="such as DRAFT, in the footers of a workbook")
    picture = commands.add_parser("snapshot", help="a picture, slide or handout of a filter", allow_abbrev=False)
    picture.add_argument("--format", choices=PICTURES, required=True, help="the kind of file")
    picture.add_argument("--report", type=Path, metavar="FILE.json", help="write what the layout says of itself")
    picture.add_argument("--strict", action="store_true", help="write nothing and fail when the report finds a fault")
    pack = commands.add_parser("pack", help="a page per region, country or focus area", allow_abbrev=False)
    pack.add_argument("--by", choices=PACK_BYS, required=True, help="what a page is")
    pack.add_argument("--format", choices=PACKS, required=True, help="the kind of file")
    recipe = commands.add_parser("briefing", help="the pages that a recipe names", allow_abbrev=False)
    recipe.add_argument("recipe", type=Path, metavar="RECIPE.yml", help="what the briefing has, page by page")
    recipe.add_argument(
        "--strict", action="store_true", help="write nothing when a page has a fault or lacks something"
    )
    _address(recipe)
    site = commands.add_parser("site", help="the whole atlas as files for any web server", allow_abbrev=False)
    _address(site)
    for command in (picture, pack):
        command.add_argument(
            "--template", type=Path, metavar="FILE", help="a template: .pptx for slides, .docx for a note"
        )
        _look(command)
        _address(command)
    for command in (table, picture, pack, recipe, site):
        _output(command)
    for command in (table, picture, pack, site):
        _filter(command)
    _factsheet(commands.add_parser("factsheet", help="what is on record of a country, on A4", allow_abbrev=False))
    schema = commands.add_parser("schema", help="the JSON Schema of recipes", allow_abbrev=False)
    schema.add_argument("-o", "--output", type=Path, required=True, help="the file")
    return top


def _factsheet(command: argparse.ArgumentParser) -> None:
    """The flags of fact sheets: which, how they look."""
    for facet, more in (("country", ", or all"), ("region", "")):
        command.add_argument(f"--{facet}", action="append", default=[], metavar="CODE,…",
                             help=f"codes of {facet}{more}")  # fmt: skip
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language, or both (default: en)")
    _marked(command)
    _address(command)
    command.add_argument("--no-qr", dest="qr", action="store_false", help="leave out the QR code")
    command.add_argument("-o", "--output", type=Path, required=True, help=f"the file: {', '.join(FACTS)}")
    _data(command)


def _look(command: argparse.ArgumentParser) -> None:
    default = Options()
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="the language, or both (default: en)")
    command.add_argument("--style", choices=STYLES, help="symbols, numbered symbols with a key, or boxes")
    frames = f"{', '.join(FRAMES)}, an ISO code such as FJI, or lat,lon,zoom (default: auto)"
    command.add_argument("--frame", default="auto", metavar="FRAME", help=frames)
    command.add_argument("--size", default=default.size, help=f"{', '.join(SIZES)} or pixels such as 1600x900")
    command.add_argument("--dpi", type=int, default=0, help="dots an inch (slides: 144, paper: 300)")
    command.add_argument("--title", default="", help="instead of the one written from the filter")
    command.add_argument("--subtitle", default="", help="a line under the title")
    _marked(command)
    for name, what in _PARTS.items():
        command.add_argument(f"--no-{name}", dest=name, action="store_false", help=f"leave out {what}")


def _marked(command: argparse.ArgumentParser) -> None:
    command.add_argument("--marking", default="", help="such as DRAFT, at the upper right")
    command.add_argument("--since", default="", help="show what moved since a day, 2026-05-31")
    command.add_argument("--date", default="", help="a date to print, 2026-11-22")
    command.add_argument("--colours", choices=COLOURS, default=Options().colours, help="light, or safe in grey print")


def _data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", default="data", help="any store, as in ATLAS_DATA (default: the folder data)")


def _address(command: argparse.ArgumentParser) -> None:
    address = os.environ.get("ATLAS_ADDRESS", "")
    told = f"where the atlas is served, for links and the QR code (default: {address or 'none, no link'})"
    command.add_argument("--address", default=address, help=told)


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", type=Path, required=True, help="the file, or a folder to name it in")
    _data(command)


def _filter(command: argparse.ArgumentParser) -> None:
    for facet in FACETS:
        what = "initiatives, or @FILE that the page saved" if facet == "ids" else f"codes of {facet}"
        command.add_argument(f"--{facet}", action="append", default=[], metavar="CODE,…", help=what)
    command.add_argument("--q", action="append", default=[], metavar="WORDS", help="words that all have to be found")


def options_of(flags: argparse.Namespace) -> Options:
    """The look that the flags ask for."""
    names = ("frame", "size", "dpi", "title", "subtitle", "marking", "date", "since", "colours", "legend", "key",
             "milestones", "qr")  # fmt: skip
    style: Style = flags.style or ("numbered" if flags.command == "pack" else "symbols")
    return Options(style=style, **{name: getattr(flags, name) for name in names})
