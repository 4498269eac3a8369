"""`python -m loaders intake FILE | accept DRAFT | score FILE…`: a new document, from its file to the catalogue."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from atlas.vocab import RECORD_LANGS, Lang
from loaders.clock import today

if TYPE_CHECKING:
    from loaders.intake.draft import Draft

_MOST: Final = 100_000_000  # bytes of a document; what reads it has limits of its own


def commands(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What stands on the command line."""
    parser = parsers.add_parser(
        "intake", help="take in a new document", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="intake FILE\tpropose what each item of a document is, as a draft to review\n"
        "intake accept DRAFT\twrite a reviewed draft into the data folder\n"
        "intake score FILE...\thow well it proposes, beside what is known of the documents",
    )  # fmt: skip
    parser.add_argument("what", nargs="+", help="a document; or accept and a draft; or score and documents")
    parser.add_argument("--lang", choices=RECORD_LANGS, help="the document's language, and that of what is said")
    parser.add_argument("--party", action="append", default=[], metavar="ISO3", help="the other side of a statement")
    parser.add_argument("--key", help="the document's key in documents.yml (default: from the file's name)")
    for lang in RECORD_LANGS:
        parser.add_argument(f"--title-{lang}", help="the document's title")
        parser.add_argument(f"--short-{lang}", help="its short name")
        parser.add_argument(f"--publisher-{lang}", help="who published it")
        parser.add_argument(f"--scope-{lang}", help="which part of it the file has, when not the whole")
    parser.add_argument("--date", help="its day, for example 2026-03-18")
    parser.add_argument("--address", help="where it is published")
    parser.add_argument("-o", "--output", type=Path, metavar="DRAFT", help="the draft (default: FILE.intake.json)")
    parser.add_argument(
        "--part", action="store_true", help="accept: only what is decided on; the rest is for hand work"
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")


def run(options: argparse.Namespace) -> int:
    """Runs the command; returns the exit status. Raises OSError and AtlasError."""
    from loaders.lists.remark import DocumentError

    try:
        match options.what:
            case ["accept", draft]:
                return _accept(Path(draft), options)
            case ["score", *files] if files:
                return _score(files, options)
            case [file] if file not in ("accept", "score"):
                return _draft(Path(file), options)
    except DocumentError as error:
        print(f"{options.what[-1]}: {error.said.text(options.lang or 'en')}", file=sys.stderr)
        return 1
    print("intake needs FILE, or accept DRAFT, or score FILE...", file=sys.stderr)
    return 2


def _draft(path: Path, options: argparse.Namespace) -> int:
    from loaders.atomic import write_atomic
    from loaders.intake.draftfile import draft_bytes
    from loaders.intake.drafting import draft_of

    draft = _told(draft_of(_read(path, _MOST), path.name, options.lang, tuple(options.party), options.data), options)
    target = options.output or path.with_name(f"{path.stem}.intake.json")
    write_atomic(target, draft_bytes(draft))
    sure = Counter(item.sure for item in draft.items)
    counts = {name: sure[name] for name in ("low", "medium", "high")}
    _say(options.lang or "en", "drafted", file=target, items=len(draft.items), **counts)
    return 0


def _told(draft: Draft, options: argparse.Namespace) -> Draft:
    """The draft with what the command line says of the document."""
    from loaders.intake.draftfile import read_draft
    from loaders.lists.remark import DocumentError

    raw: dict[str, Any] = draft.model_dump(mode="json")
    source = raw["source"]
    for name in ("key", "date", "address"):
        source[name] = getattr(options, name) or source[name]
    for name, field in (("title", "title"), ("short", "short_title"), ("publisher", "publisher"), ("scope", "scope")):
        for lang in RECORD_LANGS:
            source[field][lang] = getattr(options, f"{name}_{lang}") or source[field][lang]
    try:
        return read_draft(json.dumps(raw).encode())
    except DocumentError as error:
        field = str(error.said.values.get("field", "")).removeprefix("source.")
        raise DocumentError("draft_option", field=field) from None


def _accept(path: Path, options: argparse.Namespace) -> int:
    from loaders.intake.accepting.accepted import accepted
    from loaders.intake.accepting.written import write_accepted
    from loaders.intake.draftfile import MAX_BYTES, read_draft

    found = accepted(read_draft(_read(path, MAX_BYTES)), options.data, today(), options.part)
    write_accepted(found, options.data)
    print(found.diff, end="")
    for name in found.new:
        print(f"+ {options.data.name}/{name}")
    _say(options.lang or "en", "accept_written", n=len(found.files), new=len(found.new))
    for problem in found.by_hand:
        print(problem)
    if found.open:
        _say(options.lang or "en", "accept_pending", codes=", ".join(found.open))
    return 0


def _score(files: list[str], options: argparse.Namespace) -> int:
    from loaders.intake.proposing.knowledge import read_knowledge
    from loaders.intake.score import score, table

    knowledge = read_knowledge(options.data)
    paths = [Path(file) for file in files]
    found = [
        score(_read(path, _MOST), path.name, options.data, knowledge, options.key, options.party) for path in paths
    ]
    print(table(found, options.lang or "en"))
    return 0


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(most + 1)


def _say(lang: Lang, key: str, **values: object) -> None:
    from loaders.lists.remark import DocumentError, Remark

    print(Remark(key, values, DocumentError.topic).text(lang))
