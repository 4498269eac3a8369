"""The static site as files: every page, every link, nothing from elsewhere, written whole or not at all."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from atlas.filter import Filter
from atlas.records import Item, Text
from atlas.vocab import LANGS
from atlas.words.i18n import t
from exporters.site.files import MARK, SiteError, site_files, write_site
from maps.ground import Ground, read_ground
from tests import catalogue, hostile
from tests.exporters.conftest import Make
from tests.exporters.hostile import SITE, spoilt
from tests.extracts import DATA

LIMIT = 12_500_000
Files = Mapping[str, bytes]
TEXT = Text(ja=hostile.STRINGS[3], en=hostile.STRINGS[3])
PACIFIC = Filter(region=("pacific",))


class Links(HTMLParser):
    """The addresses that a page names, and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, value or "") for name, value in attrs if name in ("href", "src")]


@pytest.fixture(scope="module")
def ground() -> Ground:
    return read_ground(DATA / "basemap")


@pytest.fixture(scope="module")
def files(make: Make, ground: Ground) -> Files:
    return dict(site_files(make(by="initiatives"), ground, "https://atlas.example/"))


def test_it_is_whole_and_small(files: Files) -> None:
    assert sum(map(len, files.values())) < LIMIT
    every = {site["properties"]["initiative"] for site in catalogue.FEATURES}
    for lang in ("ja", "en"):
        assert {name for name in files if name.startswith(f"{lang}/initiatives/")} == {
            f"{lang}/initiatives/{id_}.html" for id_ in every
        }
        assert f"{lang}/countries/FJI.html" in files and f"{lang}/regions/global.html" in files
        assert {f"downloads/foip-atlas_{lang}.{kind}" for kind in ("csv", "xlsx", "kmz")} <= set(files)


def test_every_link_leads_somewhere_and_stays_relative(files: Files) -> None:
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        for tag, address in Links(data.decode()).found:
            if address.startswith(("#", "https://", "http://")):
                assert tag == "a", (path, address)
                continue
            assert not address.startswith(("/", "javascript:", "data:")), (path, address)
            assert normpath(join(dirname(path), re.split(r"[?#]", address)[0])) in files, (path, address)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_record_can_be_read_without_scripts(files: Files, lang: str) -> None:
    page = html.unescape(files[f"{lang}/initiatives/tuvalu-cable.html"].decode())
    site = next(one["properties"] for one in catalogue.FEATURES if one["properties"]["initiative"] == "tuvalu-cable")
    assert f'<html lang="{lang}"' in page and f"<h1>{site[f'title_{lang}']}</h1>" in page
    assert site[f"summary_{lang}"] in page and "https://" in page
    assert f'hreflang="{"en" if lang == "ja" else "ja"}"' in page


def test_a_regions_page_has_its_own_and_only_its_own(files: Files) -> None:
    page = files["en/regions/pacific.html"].decode()
    linked = set(re.findall(r'class="entry" href="\.\./\.\./en/initiatives/([a-z0-9-]+)\.html"', page))
    assert linked == {one["properties"]["initiative"] for one in catalogue.sites({"region": ["pacific"]})}


def test_the_same_bytes_again(make: Make, ground: Ground) -> None:
    first, second = (dict(site_files(make(PACIFIC, by="initiatives"), ground, "")) for _ in range(2))
    assert first == second and len(first) > 50


def test_hostile_words_stay_words(make: Make, ground: Ground) -> None:
    bad = make(sites=spoilt(make().sites, hostile.TEXT))
    files = dict(site_files(bad, ground, "javascript:alert(1)"))
    id_ = SITE.split("/")[0]
    for lang in ("ja", "en"):
        page = files[f"{lang}/initiatives/{id_}.html"].decode()
        assert html.escape(hostile.STRINGS[3]) in page and "1337" not in page
        assert page.count("<script") == 4 and "onload=window" not in re.sub(r"&lt;.*?&gt;", "", page)
        assert not [address for tag, address in Links(page).found if address.startswith("javascript")]
    for name in ("shared", "ja", "en"):
        assert b"</script" not in files[f"assets/{name}.js"]


def test_a_document_says_its_scope_and_why_an_item_is_no_initiative(make: Make, ground: Ground) -> None:
    extract = make(PACIFIC)
    item = Item(heading=TEXT, label=TEXT, not_initiative=TEXT)
    found = extract.documents["evolved-foip"]
    changed = found.model_copy(update={"scope": TEXT, "outline": {**found.outline, "9.9.9": item}})
    files = dict(site_files(replace(extract, documents={**extract.documents, "evolved-foip": changed}), ground, ""))
    for lang in LANGS:
        page, said = files[f"{lang}/about.html"].decode(), html.escape(hostile.STRINGS[3])
        assert html.escape(t(lang, "about_scope", scope=hostile.STRINGS[3])) in page
        assert f"{html.escape(t(lang, 'about_no_initiative', reason=hostile.STRINGS[3]))}</td>" in page
        assert said in page and hostile.STRINGS[3] not in page


def test_an_older_site_is_replaced_and_nothing_else(make: Make, ground: Ground, tmp_path: Path) -> None:
    extract, folder = make(PACIFIC, by="initiatives"), tmp_path / "site"
    size = write_site(extract, ground, folder)
    assert size == sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert json.loads((folder / MARK).read_text("utf-8"))["filter"] == {"region": "pacific"}
    (folder / "stale.html").write_text("old")
    write_site(extract, ground, folder)
    assert not (folder / "stale.html").exists() and [path.name for path in tmp_path.iterdir()] == ["site"]
    assert folder.stat().st_mode & 0o755 == 0o755


def test_a_folder_with_something_else_is_left_alone(make: Make, ground: Ground, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SiteError, match="something else"):
        write_site(make(PACIFIC), ground, tmp_path)
    with pytest.raises(SiteError, match="does not exist"):
        write_site(make(PACIFIC), ground, tmp_path / "no" / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
