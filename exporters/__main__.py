"""`python -m exporters table`: what a filter shows, as a file; exit status 0 only when the file is whole."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.errors import AtlasError
from atlas.filter import FACETS, Filter, parse
from atlas.index import build_index
from atlas.order import in_document_order
from atlas.vocab import LANGS
from exporters.extract import BYS, Extract
from exporters.tables import FORMATS
from loaders.atomic import write_atomic
from loaders.geojson import edition, read_documents, read_features, read_organisations

_USAGE: Final = 2


class FlagError(AtlasError):
    """A flag asks for what does not exist."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        extract = _extract(options)
        path = _target(options.output, extract, options.format)
        write_atomic(path, FORMATS[options.format].make(extract))
    except FlagError as error:
        print(error, file=sys.stderr)
        return _USAGE
    except (AtlasError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{path}: {extract.counts()}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exporters", description="The way out: files from a filter.")
    commands = parser.add_subparsers(dest="command", required=True)
    table = commands.add_parser("table", help="the table of a filter", allow_abbrev=False)
    table.add_argument("--format", choices=FORMATS, required=True, help="the kind of file")
    table.add_argument("-o", "--output", type=Path, required=True, help="the file, or a folder to name it in")
    table.add_argument("--lang", choices=LANGS, default="en", help="the language of words and labels (default: en)")
    table.add_argument("--by", choices=BYS, default="sites", help="what a row is (default: sites)")
    table.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")
    for facet in FACETS:
        table.add_argument(f"--{facet}", action="append", default=[], metavar="CODE,…", help=f"codes of {facet}")
    table.add_argument("--q", action="append", default=[], metavar="WORDS", help="words that all have to be found")
    return parser


def _extract(options: argparse.Namespace) -> Extract:
    documents = read_documents(options.data / "documents.yml")
    organisations = read_organisations(options.data / "organisations.yml")
    frame = read_features(options.data / "initiatives.geojson")
    frame = frame.iloc[in_document_order(frame, documents)]
    index = build_index(frame, {code: (name.ja, name.en, code) for code, name in organisations.items()})
    filter_ = _filter(options, index.allowed())
    stamp = edition(options.data / "initiatives.geojson", documents)
    sites = frame[index.select(filter_)]
    return Extract(sites, filter_, options.lang, options.by, documents, organisations, stamp.date, stamp.digest)


def _filter(options: argparse.Namespace, allowed: dict[str, list[str]]) -> Filter:
    """The filter of the flags; a code that the data does not know is refused with those that it does."""
    filter_, unknown = parse({name: getattr(options, name) for name in (*FACETS, "q")}, allowed)
    if unknown:
        raise FlagError("\n".join(_refusal(text, allowed) for text in unknown))
    return filter_


def _refusal(text: str, allowed: dict[str, list[str]]) -> str:
    name, _, value = text.partition("=")
    if name == "q":
        return f"--q: '{value}' is too long"
    return f"--{name}: '{value}' is not known; use one or more of: {', '.join(allowed[name])}"


def _target(output: Path, extract: Extract, suffix: str) -> Path:
    """The file to write; in a folder it gets the name that says filter and edition."""
    path = output / extract.file_name(suffix) if output.is_dir() else output
    if not path.parent.is_dir():
        raise FlagError(f"-o: the folder '{path.parent}' does not exist")
    return path


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
