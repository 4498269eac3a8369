"""`python -m loaders COMMAND` (`-h` lists them): problems go to stderr, one a line, and the exit status is 1."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from atlas.compare.groups import GROUPINGS
from atlas.errors import AtlasError, DataError, Problem
from atlas.vocab import LANGS
from loaders.atomic import sweep, write_atomic
from loaders.catalogue.build import build
from loaders.catalogue.check import CheckReport, check_data
from loaders.catalogue.dictionary import dictionary
from loaders.clock import today
from loaders.editions.diff import FORMATS, DiffForm, diff
from loaders.editions.released import release, unpacked
from loaders.editions.shrunk import FORCE, features_in, refuse_shrunk
from loaders.geojson.reader import parse_features, read_documents
from loaders.geojson.strict import read_bytes
from loaders.intake import command as intake
from loaders.places.geocode import propose
from loaders.stores import command as stores
from loaders.stores.edition import edition_id


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.command in ("build", "release"):
        sweep(options.data, options.data / "editions")
    try:
        match options.command:
            case "build":
                return _build(options.data, options.output, options.check, options.force)
            case "check":
                return _check(options.data)
            case "diff":
                form = DiffForm(options.lang, options.format, options.group)
                print(diff(options.data, options.old, options.new, form))
                return 0
            case "import":
                from loaders.lists.command import run  # no other command needs to load what reads lists

                return run(options.list, options.out, options.lang, options.data)
            case "intake":
                status = intake.run(options)
                return status or (_check(options.data) if options.what[0] == "accept" else 0)
            case "publish":
                return stores.publish(options.target, options.source, options.force)
            case "query":
                return stores.query(options.store, options.filter, options.box, options.ids)
            case "release":
                return _release(options.data, options.file, options.date, options.force)
            case "dictionary":
                return _dictionary(options.output)
            case _:
                print(propose(options.name, options.country, today()))
                return 0
    except DataError as error:
        return _fail(error.problems)
    except (AtlasError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="The way in: catalogue to GeoJSON.")
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="check everything, then write the GeoJSON")
    checking = commands.add_parser("check", help="check everything, write nothing")
    for command in (building, checking):
        command.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")
    building.add_argument(
        "-o", "--output", type=Path, help="the file to write (default: initiatives.geojson in --data)"
    )
    building.add_argument("--check", action="store_true", help="write nothing; fail if the file would change")
    building.add_argument("--force", action="store_true", help=FORCE)
    placing = commands.add_parser("geocode", help="propose gazetteer entries from offline sources")
    placing.add_argument("name", help="a place, a port or an airport, in any language")
    placing.add_argument("--country", metavar="ISO3", help="keep to one country, for example TUV")
    _lists(commands)
    _editions(commands)
    intake.commands(commands)
    stores.commands(commands)
    return parser


def _lists(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = commands.add_parser("import", help="take in a list and place its rows offline")
    importing.add_argument("list", type=Path, help="an .xlsx, CSV, GeoJSON or IATI activity XML file")
    importing.add_argument("--out", type=Path, metavar="DIR", help="where placed.geojson, report.csv and catalogue/ go")
    importing.add_argument("--lang", choices=LANGS, default="en", help="language of the remarks (default: en)")
    importing.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")


def _editions(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    comparing = commands.add_parser("diff", help="say what changed between two editions")
    known = "a GeoJSON file, compressed or not, or the name, date or hash of a released one"
    comparing.add_argument("old", nargs="?", help=f"{known} (default: the one in force 30 days before)")
    comparing.add_argument("new", nargs="?", help="the same (default: initiatives.geojson in --data)")
    comparing.add_argument("--lang", choices=LANGS, default="en", help="the language (default: en)")
    comparing.add_argument("--group", choices=GROUPINGS, default="kind", help="the headings (default: kind)")
    comparing.add_argument("--format", choices=FORMATS, default="text", help="the form (default: text)")
    releasing = commands.add_parser("release", help="keep the present edition under editions/ in --data")
    releasing.add_argument("file", nargs="?", type=Path, help="an edition of another day (default: the present one)")
    releasing.add_argument("--date", help="its day (default: the day of its newest source)")
    releasing.add_argument("--force", action="store_true", help=FORCE)
    describing = commands.add_parser("dictionary", help="the data dictionary, made from the models")
    describing.add_argument("-o", "--output", type=Path, help="the file to write (default: the screen)")
    for command in (comparing, releasing):
        command.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")


def _dictionary(output: Path | None) -> int:
    if output is None:
        print(dictionary(), end="")
    else:
        write_atomic(output, dictionary().encode())
    return 0


def _release(data: Path, file: Path | None, day: str | None, force: bool) -> int:
    path = file or data / "initiatives.geojson"
    if file is None and (status := _build(data, path, compare=True)):
        return status
    content = unpacked(read_bytes(path), path.name)
    when = day or edition_id(read_bytes(data / "initiatives.geojson"), read_documents(data / "documents.yml")).date
    entry = release(data, content, when or today().isoformat(), force)
    print(f"{entry.name}: released" if entry else f"{path}: stands among the released editions already")
    return 0


def _check(data: Path) -> int:
    report = check_data(data)
    print(_summary(report))
    _warn([*report.warnings, *_built(data / "initiatives.geojson")])
    return _fail(report.problems) if report.problems else 0


def _built(path: Path) -> list[Problem]:
    """What is to be said of the file that was built, or put there by hand; it is built anew, so nothing stops here."""
    notes: list[Problem] = []
    try:
        if path.is_file():
            parse_features(read_bytes(path), path.name, notes=notes)
    except DataError as error:
        notes += error.problems
    return notes


def _build(data: Path, output: Path | None, compare: bool, force: bool = False) -> int:
    report = check_data(data)
    _warn(report.warnings)
    if report.problems:
        return _fail(report.problems)
    path = output or data / "initiatives.geojson"
    content = build(report.catalogue)
    if compare:
        return _compare(path, content)
    refuse_shrunk(path.name, features_in(path), report.sites, force)
    write_atomic(path, content)
    print(f"{path}: {report.sites} features written")
    return 0


def _compare(path: Path, content: bytes) -> int:
    if not path.is_file() or path.read_bytes() != content:
        print(f"{path}: differs from the catalogue; run python -m loaders build and commit it", file=sys.stderr)
        return 1
    print(f"{path}: agrees with the catalogue")
    return 0


def _summary(report: CheckReport) -> str:
    documents = sum(document.kind == "document" for document in report.catalogue.documents.values())
    covered = f"{report.uncovered} not covered" if report.uncovered else "every item is covered"
    refused = f" ({report.refused} of them no initiative, with the reason)" if report.refused else ""
    return (
        f"{len(report.catalogue.initiatives)} initiatives, {report.sites} sites, "
        f"{documents} documents, {report.items} items{refused}: {covered}"
    )


def _warn(warnings: Iterable[Problem]) -> None:
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)


def _fail(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
