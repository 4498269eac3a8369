"""Briefings by recipe: last month's briefing again with this month's data, in one command."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pptx import Presentation

from atlas.edition import Edition
from atlas.vocab import LANGS
from exporters.__main__ import main
from exporters.print.elements.items import Words
from exporters.recipe.book import Briefing
from exporters.recipe.files import MAKERS
from exporters.recipe.kinds import KINDS, MODELS
from exporters.recipe.model import PAGES, ChangesPage, Recipe
from exporters.recipe.schema import recipe_schema, schema_text
from exporters.recipe.tables import changes_of
from loaders.catalogue.yamlfile import parse_yaml
from loaders.editions.named import edition_again, edition_then
from loaders.recipes import RecipeError, read_recipe
from loaders.stores import store_of
from tests import catalogue
from tests.conftest import ROOT
from tests.extracts import base, edition

RECIPES = sorted((ROOT / "recipes").glob("*.yml"))
NOW: Mapping[str, Any] = {"lang": "en", "filter": {"region": ["pacific"]}}
_NEEDED: dict[str, dict[str, object]] = {"comparison": {"of": ["ISL", "NRU"]}, "factsheet": {"place": "ISL"}}


def _briefing(raw: Mapping[str, Any] | bytes, data: Edition | None = None) -> Briefing:
    text = raw if isinstance(raw, bytes) else yaml.safe_dump(dict(raw), allow_unicode=True).encode()
    recipe, pages = read_recipe(text, "briefing.yml", Recipe, MODELS, PAGES)
    return Briefing(recipe, pages, data or edition(), base(), "", partial(edition_then, catalogue.DATA))


@cache
def _shipped(name: str) -> Briefing:
    return _briefing((ROOT / "recipes" / f"{name}.yml").read_bytes())


@pytest.fixture(scope="module", params=[path.stem for path in RECIPES])
def shipped(request: pytest.FixtureRequest) -> Briefing:
    return _shipped(request.param)


def _initiatives(sites: list[dict[str, Any]]) -> set[str]:
    return {site["properties"]["initiative"] for site in sites}


def _then() -> Edition:
    """The project's data of a day before, with fewer sites."""
    found = edition_again(catalogue.DATA, store_of(catalogue.DATA).read(), "c3442725")
    assert found and len(found.frame) < len(edition().frame)
    return found


def _notes(data: bytes) -> list[tuple[str, str]]:
    """The title and the notes of every slide."""
    slides = Presentation(io.BytesIO(data)).slides
    return [(slide.shapes.title.text_frame.text, slide.notes_slide.notes_text_frame.text) for slide in slides]


def test_there_are_recipes_for_a_visit_a_summit_and_each_month() -> None:
    assert [path.stem for path in RECIPES] == ["monthly", "palm", "visit"]


def test_shipped_recipes_lack_nothing_and_no_page_has_a_fault(shipped: Briefing) -> None:
    assert shipped.langs == LANGS and not shipped.said() and not shipped.faults()
    for lang in LANGS:
        assert [one.page.kind for one in shipped.made[lang]] == [page.kind for page in shipped.pages]


def test_shipped_recipes_put_own_notes_before_those_that_are_made(shipped: Briefing) -> None:
    own = [page.notes.text(lang) for lang in LANGS for page in shipped.pages if page.notes]
    found = [sheet.notes for sheet in shipped.sheets() if sheet.notes.split("\n")[0] in own]
    assert [notes.split("\n")[0] for notes in found] == own and all(len(notes.splitlines()) > 2 for notes in found)


def test_order_titles_and_notes_stay_when_the_data_change() -> None:
    now, then = _shipped("palm"), _briefing((ROOT / "recipes" / "palm.yml").read_bytes(), _then())
    assert then.front_extract().edition() != now.front_extract().edition()
    for lang in LANGS:
        before, after = then.made[lang], now.made[lang]
        assert [one.page for one in before] == [one.page for one in after]
        for one, other in zip(before, after, strict=True):
            assert not one.page.notes or one.sheets[0].notes.startswith(one.page.notes.text(lang))
            assert not one.page.title or one.title == other.title
    assert not then.faults()


def test_a_folder_gets_every_kind_of_file_and_the_same_bytes_each_time(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, out, again = tmp_path / "one.yml", tmp_path / "out", tmp_path / "again"
    pages = [{"kind": "gaps", "title": "Gaps"}, {"kind": "map", "notes": "Say this"}, {"kind": "amounts"},
             {"kind": "changes"}, {"kind": "sources"}]  # fmt: skip
    recipe.write_text(yaml.safe_dump({"lang": "both", "filter": {"country": ["TON"]}, "pages": pages}))
    for folder in (again, out):
        folder.mkdir()
        capsys.readouterr()
        assert main(["briefing", str(recipe), "--data", str(real_data), "-o", str(folder)]) == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".docx", ".docx", ".pdf", ".pptx"]
    assert not [path.name for path in out.iterdir() if path.read_bytes() != (again / path.name).read_bytes()]
    said = capsys.readouterr().out
    assert all(f"{path}: " in said for path in out.iterdir())
    slides = _notes(next(out.glob("*.pptx")).read_bytes())
    titles = [title for title, _ in slides]
    assert titles.index("目次") < titles.index("Gaps") < titles.index("Contents")
    assert [len(notes.splitlines()) > 2 for _, notes in slides if notes.startswith("Say this\n")] == [True] * 2


def test_what_the_edition_lacks_is_said_and_the_page_stays(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, out = tmp_path / "one.yml", tmp_path / "out.pptx"
    gone = {"osa-fiji-2024": "Boats", "osa-fiji-2023": "Patrol boats, in our words"}
    pages = [
        {"kind": "map", "title": "Map", "callouts": gone, "emphasise": ["osa-fiji-2023"]},
        {"kind": "amounts", "title": "Money", "filter": {"country": ["ISL"]}},
        {"kind": "changes", "title": "News", "since": "0badbad0"},
    ]
    recipe.write_text(yaml.safe_dump({**NOW, "edition": "1999-01-01", "pages": pages}))
    assert main(["briefing", str(recipe), "--data", str(real_data), "-o", str(out)]) == 0
    said, slides = capsys.readouterr().err, dict(_notes(out.read_bytes()))
    for title, word in (("Map", "osa-fiji-2024"), ("Money", "Iceland (ISL)"), ("News", "0badbad0")):
        assert word in said and word in slides[title].split("\n\n")[0]
    assert "Is osa-fiji-2023 meant?" in said and "1999-01-01" in said
    strict = ["briefing", str(recipe), "--data", str(real_data), "-o", str(tmp_path / "no.pptx"), "--strict"]
    assert main(strict) == 1 and not (tmp_path / "no.pptx").exists()


def test_an_edition_whose_sources_are_gone_is_not_taken_silently() -> None:
    assert edition_again(catalogue.DATA, store_of(catalogue.DATA).read(), "2417684f") is None


def test_own_words_stand_in_the_boxes_and_what_is_stressed_is_underlined() -> None:
    raw = {**NOW, "pages": [{"kind": "map", "callouts": {"osa-fiji-2023": "Our own words"},
                             "emphasise": ["osa-fiji-2023"]}]}  # fmt: skip
    [page] = _briefing(raw).made["en"]
    runs = [run for sheet in page.sheets for item in sheet.items() if isinstance(item, Words)
            for line in item.lines for run in line]  # fmt: skip
    assert {run.text for run in runs if run.rule == "under"} == {"Our own words"}
    note = docx.Document(io.BytesIO(MAKERS["docx"](_briefing(raw))[0].data))
    words = [run for table in note.tables for cell in table.column_cells(0) for p in cell.paragraphs for run in p.runs]
    assert [run.text for run in words if run.underline] == ["③ Our own words"]


def test_a_page_keeps_what_its_filter_asks_for_over_that_of_the_recipe() -> None:
    raw = {**NOW, "pages": [{"kind": "list", "filter": {"instrument": ["osa"]}},
                            {"kind": "list", "filter": {"region": ["asean"]}},
                            {"kind": "list", "ids": ["osa-tonga-2025", "osa-fiji-2023"]}]}  # fmt: skip
    first, second, third = (page.context.extract(page.context.filter(page.page)) for page in _briefing(raw).made["en"])
    assert {*first.groups} == _initiatives(catalogue.sites({"region": ["pacific"], "instrument": ["osa"]}))
    assert {*second.groups} == _initiatives(catalogue.sites({"region": ["asean"]}))
    assert [*third.groups] == ["osa-tonga-2025", "osa-fiji-2023"]


def test_changes_of_a_filter_are_those_of_its_initiatives() -> None:
    [page] = _briefing({**NOW, "pages": [{"kind": "changes", "since": "2026-11-22"}]}).made["en"]
    assert isinstance(page.page, ChangesPage) and page.sheets[0].alt.startswith("Region: Pacific Islands")
    lines = changes_of(page.page, page.context).lines
    known = _initiatives(catalogue.sites({"region": ["pacific"]}))
    assert {line.initiative for line in lines if line.kind != "removed"} <= known
    assert "osa-tonga-2025" in {line.initiative for line in lines if line.kind == "added"}
    assert not [line for line in lines if line.wording]
    whole = changes_of(page.page.model_copy(update={"wording": True}), page.context).lines
    assert {*lines} < {*whole} and [line for line in whole if line.wording]


def test_every_kind_of_page_can_be_empty() -> None:
    raw = {"lang": "ja", "filter": {"country": ["ISL"]},
           "pages": [{"kind": kind, "title": kind} | _NEEDED.get(kind, {})
                     for kind in KINDS]}  # fmt: skip
    briefing = _briefing(raw)
    assert [one.title for one in briefing.made["ja"]] == [*KINDS] and briefing.said()
    assert all(make(briefing)[0].data for make in MAKERS.values())


@pytest.mark.parametrize("size", ["a4-landscape", "a3-landscape"])
def test_pages_of_tables_have_the_size_that_maps_have(size: str) -> None:
    raw = {**NOW, "size": size, "marking": "DRAFT", "pages": [{"kind": kind} | _NEEDED.get(kind, {}) for kind in KINDS]}
    briefing = _briefing(raw)
    assert len({(sheet.width, sheet.height) for sheet in briefing.sheets()}) == 1
    assert not [fault for fault in briefing.faults() if not fault.startswith("en: 1. ")]  # a map's are the map's own
    for sheet in briefing.sheets():
        assert "DRAFT" in {item.plain() for item in sheet.items() if isinstance(item, Words)}


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_the_schema_takes_what_the_command_takes(path: Path) -> None:
    raw = parse_yaml(path.read_bytes(), path.name)[0]
    assert not list(Draft202012Validator(recipe_schema()).iter_errors(raw))


@pytest.mark.parametrize("wrong", [{"pages": []}, {"titel": "x"}, {"pages": [{"kind": "maps"}]},
                                   {"pages": [{"kind": "map", "frames": "auto"}]}, {"filter": {"focus": [9]}},
                                   {"pages": [{"kind": "comparison", "of": ["FJI"]}]}], ids=str)  # fmt: skip
def test_the_schema_refuses_what_the_command_refuses(wrong: dict[str, Any]) -> None:
    raw = {"lang": "en", "pages": [{"kind": "map"}], **wrong}
    assert list(Draft202012Validator(recipe_schema()).iter_errors(raw))
    with pytest.raises(RecipeError):
        _briefing(raw)


def test_the_schema_for_editors_is_the_one_that_the_models_make() -> None:
    assert (ROOT / "docs" / "briefing.schema.json").read_text(encoding="utf-8") == schema_text()
