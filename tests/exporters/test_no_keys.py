"""What is said of changes names things as readers know them: no key of a site, initiative, source, event or field."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from atlas.compare.editions import FIELDS, Changes, compare
from atlas.compare.groups import GROUPINGS
from atlas.compare.markdown import markdown
from atlas.compare.sentences import sheet
from atlas.compare.values import Names
from atlas.countries import is_country
from atlas.vocab import LANGS, Lang
from exporters.print.changes import changes_sheets
from exporters.print.elements.items import Words
from loaders.editions.released import released
from loaders.geojson.reader import read_documents, read_organisations
from maps.changes import scene_of
from tests import hostile
from tests.editions import Feature, Features, features, frame, of

NAMES = ("initiative", "site", "place", "source", "event")


def key(text: str | None) -> str | None:
    """A key that no text can hold by chance."""
    return f"qx7{text.encode().hex()}" if text else text


def keyed(feature: Feature) -> Feature:
    """A feature under other keys."""
    about = feature["properties"]
    about |= {name: key(about[name]) for name in NAMES if name in about}
    about["partners"] = [code if is_country(code) else key(code) for code in about["partners"]]
    for step in about["milestones"]:
        step |= {name: key(step[name]) for name in NAMES if name in step}
        step["sites"] = list(map(key, step.get("sites") or ()))
    return feature | {"id": f"{about['initiative']}/{about['site']}"}


def edition(found: Features) -> Any:
    """Features under other keys, as an edition."""
    return frame({one["id"]: one for one in map(keyed, found.values())})


@pytest.fixture(scope="module")
def names(real_data: Path) -> Names:
    """The names of organisations and sources under other keys."""
    found: list[Mapping[str, Any]] = [
        {str(key(code)): one for code, one in known.items()}
        for known in (read_organisations(real_data / "organisations.yml"), read_documents(real_data / "documents.yml"))
    ]
    return Names(*found)


def everything(changes: Changes, names: Names, lang: Lang) -> Iterator[str]:
    """All that a reader meets: page, Markdown, slides, the map's popups."""
    said = sheet(changes, "old", "new", lang, names)
    for by in GROUPINGS:
        yield markdown(said, by, lang).replace("\\", "")
    yield from (item.plain() for one in changes_sheets(said, "kind", lang) for item in one.items()
                if isinstance(item, Words))  # fmt: skip
    for mark in scene_of(changes, lang, {})["marks"]:
        yield f"{mark['title']} {mark['text']} {mark['name']}"


def without_keys(changes: Changes, names: Names, lang: Lang) -> None:
    whole = "\n".join(everything(changes, names, lang))
    assert changes and "qx7" not in whole
    assert not [field for field in FIELDS if "_" in field and field in whole]


@pytest.fixture(scope="module")
def pairs(real_data: Path) -> list[Changes]:
    """What changed from each released edition to the next, and to the present one."""
    packed = [real_data / "editions" / f"{name}.geojson.gz" for name in released(real_data)]
    found = [json.loads(gzip.decompress(path.read_bytes()))["features"] for path in packed]
    frames = [edition({one["id"]: one for one in some}) for some in (*found, list(features().values()))]
    between = [changes for old, new in pairwise(frames) if (changes := compare(old, new))]  # the last may be released
    assert len(between) >= len(packed) - 1
    return between


@pytest.mark.parametrize("lang", LANGS)
def test_between_released_editions(pairs: list[Changes], names: Names, lang: Lang) -> None:
    for changes in pairs:
        without_keys(changes, names, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_codes_that_nobody_knows_and_hostile_text(names: Names, lang: Lang) -> None:
    found = features()
    for feature in (*of(found, "tuvalu-cable"), *of(found, "palau-airport")):
        step = {"date": "2026", "status": "qx7", "source": "gone", "event": "e", "recipient": "qx7", "note_en": "x"}
        feature["properties"] |= {
            "themes": ["qx7"], "partners": ["gone"], "source": "gone", "mentions": ["qx7:D1"], "countries": ["QX7"],
            "country": "qx7", "precision": "qx7", "region": "qx7", "role": "qx7", "place_ja": "", "place_en": "",
            "title_ja": hostile.TEXT, "title_en": hostile.TEXT, "note_ja": hostile.TEXT, "note_en": hostile.TEXT,
            "milestones": [step],
        }  # fmt: skip
    old, new = edition(features()), edition(found)
    for changes in (compare(old, new), compare(new, old)):
        without_keys(changes, names, lang)
        for text in (hostile.STRINGS[3], hostile.STRINGS[10], hostile.STRINGS[14]):
            assert text not in markdown(sheet(changes, "old", "new", lang, names), "place", lang)
