"""`python -m exporters`: what a filter shows, as a file; exit status 0 only when the file is whole."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Final

from atlas.compare.values import Names
from atlas.errors import AtlasError
from atlas.filter import FACETS, Filter, parse
from atlas.vocab import LANGS, RECORD_LANGS, Lang
from exporters.basket import BasketError, ids_in
from exporters.briefing import briefing, schema
from exporters.clean import web
from exporters.extract import By, Extract, extract_of
from exporters.feed import feed_bytes
from exporters.flags import options_of, parser
from exporters.formats import table_bytes
from exporters.output import BASEMAP, FlagError, LayoutError, paper_at, target, template_at
from exporters.print.factsheet.files import FACTS, all_places, fact_bytes
from exporters.print.options import OptionError, Options, checked
from exporters.print.packs import pack_bytes
from exporters.print.pictures import PAGED, PICTURES, Snapshot
from exporters.site.files import write_site
from exporters.site.view import FEED
from exporters.template_file import TemplateError
from loaders.atomic import write_atomic
from loaders.editions.history import history
from loaders.recipes import RecipeError
from loaders.stores import store_of
from loaders.stores.edition import edition_of
from maps.basemap import read_basemap
from maps.ground import read_ground

_USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    flags = parser().parse_args(arguments)
    try:
        alone = _ALONE.get(flags.command)
        paths = alone(flags) if alone else _COMMANDS[flags.command](flags, _extract(flags))
    except (BasketError, FlagError, OptionError, RecipeError, TemplateError) as error:
        print(error, file=sys.stderr)
        return _USAGE
    except (AtlasError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(paths))
    return 0


def _table(flags: argparse.Namespace, extract: Extract) -> list[str]:
    if flags.marking and flags.format != "xlsx":
        raise FlagError("--marking: only for xlsx")
    path = target(flags.output, extract.file_name(flags.format))
    write_atomic(path, table_bytes(extract, flags.format, flags.marking))
    return [f"{path}: {extract.counts()}"]


def _snapshot(flags: argparse.Namespace, extract: Extract) -> list[str]:
    """One file; a format of single pages gets further files beside it for what needs more."""
    snapshot = _snapshot_of(flags, extract)
    path = target(flags.output, snapshot.file_name(flags.format))
    _preflight(flags, snapshot)
    files = PICTURES[flags.format].make(snapshot)
    paths = [path.with_name(f"{path.stem}{file.tail}{path.suffix}") for file in files]
    for file, one in zip(files, paths, strict=True):
        write_atomic(one, file.data)
    return [f"{one}: {extract.counts()}" for one in paths]


def _preflight(flags: argparse.Namespace, snapshot: Snapshot) -> None:
    """Say on the error stream what is wrong with the pages; `--strict` fails then, and no file is written."""
    if flags.format not in PAGED:
        if flags.report or flags.strict:
            raise FlagError(f"--report, --strict: only for {', '.join(PAGED)}")
        return
    drawn = replace(snapshot, slides=flags.format == "pptx")
    reports = {lang: drawn.report(lang) for lang in snapshot.langs}
    if flags.report:
        told = json.dumps({lang: one.json() for lang, one in reports.items()}, ensure_ascii=False, indent=1)
        write_atomic(target(flags.report, "report.json"), f"{told}\n".encode())
    faults = [f"{lang}: {fault}" for lang, one in reports.items() for fault in one.faults("en")]
    if faults and flags.strict:
        raise LayoutError("\n".join(faults))
    for fault in faults:
        print(f"warning: {fault}", file=sys.stderr)


def _pack(flags: argparse.Namespace, extract: Extract) -> list[str]:
    snapshot = _snapshot_of(flags, extract)
    path = target(flags.output, snapshot.file_name(flags.format))
    write_atomic(path, pack_bytes(snapshot, flags.by, flags.format, _told))
    return [f"{path}: {extract.counts()}"]


def _told(share: float, doing: str) -> None:
    """Progress, on the error stream so that the output stays the list of files."""
    if doing:
        print(f"{share:4.0%} {doing}", file=sys.stderr)


def _snapshot_of(flags: argparse.Namespace, extract: Extract) -> Snapshot:
    langs = RECORD_LANGS if flags.lang == "both" else (flags.lang,)
    options, kind = checked(options_of(flags)), flags.format if flags.template else ""
    if kind not in ("", "pptx", "docx"):
        raise FlagError("--template: only for pptx, docx")
    template = template_at(flags.template) if kind == "pptx" else None
    paper = paper_at(flags.template) if kind == "docx" else None
    base = read_basemap(BASEMAP)
    return Snapshot(extract, base, options, langs, flags.address, template=template, paper=paper)


def _factsheet(flags: argparse.Namespace, extract: Extract) -> list[str]:
    """The fact sheets of some countries and regions, or of all countries, in one file."""
    kind, asked = flags.output.suffix.removeprefix("."), _codes(flags)
    langs = RECORD_LANGS if flags.lang == "both" else (flags.lang,)
    if kind not in FACTS:
        raise FlagError(f"-o: the file has to end in one of: {', '.join(FACTS)}")
    places = all_places(extract) if not asked or "all" in asked else asked
    if kind == "docx" and (len(places) > 1 or len(langs) > 1):
        raise FlagError("-o: a Word file has one country or region and one language")
    options = Options(marking=flags.marking, date=flags.date, colours=flags.colours, qr=flags.qr, size="a4-portrait")
    made = fact_bytes(extract, read_basemap(BASEMAP), options, places, langs, kind, flags.address)
    path = target(flags.output, "")
    write_atomic(path, made)
    return [f"{path}: {', '.join(places)}"]


def _codes(flags: argparse.Namespace) -> list[str]:
    """The countries and regions that are asked for, each once."""
    return list(dict.fromkeys(code for text in (*flags.country, *flags.region) for code in text.split(",") if code))


def _site(flags: argparse.Namespace, extract: Extract) -> list[str]:
    feeds = {} if extract.filter else _feeds(flags.data, extract, flags.address)
    size = write_site(extract, read_ground(BASEMAP), flags.output, link=flags.address, feeds=feeds)
    return [f"{flags.output}: {extract.counts()}, {size / 1e6:.1f} MB"]


def _feeds(data: str, extract: Extract, address: str) -> dict[Lang, bytes]:
    """The feed of the released editions in each language, of which there may be none."""
    with closing(store_of(data, "--data")) as store:
        folder = store.folder or BASEMAP.parent
    names, page = Names(extract.organisations, extract.documents), f"{address.rstrip('/')}/changes"
    news = {lang: history(folder, lang, names) for lang in LANGS}
    return {lang: feed_bytes(news[lang], lang, FEED, page if web(address) else "") for lang in LANGS if news[lang]}


_ALONE: Final[dict[str, Callable[[argparse.Namespace], list[str]]]] = {"briefing": briefing, "schema": schema}
_COMMANDS: Final[dict[str, Callable[[argparse.Namespace, Extract], list[str]]]] = {
    "table": _table, "snapshot": _snapshot, "pack": _pack, "site": _site, "factsheet": _factsheet,
}  # fmt: skip


def _extract(options: argparse.Namespace) -> Extract:
    with closing(store_of(options.data, "--data")) as store:
        edition = edition_of(store.read())
    if options.command == "factsheet":  # it has no filter: what a sheet says is the whole record
        _filter(options, edition.index.allowed() | {"country": [*edition.index.members["country"], "all"]})
    filter_ = Filter() if options.command == "factsheet" else _filter(options, edition.index.allowed())
    lang: Lang = next((one for one in LANGS if one == getattr(options, "lang", "both")), LANGS[0])
    by: By = options.by if options.command == "table" else "sites"
    return extract_of(edition, edition.index.select(filter_), filter_, lang, by)


def _filter(options: argparse.Namespace, allowed: dict[str, list[str]]) -> Filter:
    """The filter of the flags; a code that the data does not know is refused with those that it does."""
    asked = {name: getattr(options, name, []) for name in (*FACETS, "q")}
    filter_, unknown = parse(asked | {"ids": [code for text in asked["ids"] for code in ids_in(text)]}, allowed)
    if unknown:
        raise FlagError("\n".join(_refusal(text, allowed) for text in unknown))
    return filter_


def _refusal(text: str, allowed: dict[str, list[str]]) -> str:
    name, _, value = text.partition("=")
    if name == "q":
        return f"--q: '{value}' is too long"
    if name == "ids":
        return f"--ids: the edition has no initiative '{value}'"
    return f"--{name}: '{value}' is not known; use one or more of: {', '.join(allowed[name])}"


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
