"""Pages as they are composed: nothing over anything else, nothing off the page, nothing left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from atlas.filter import Filter
from atlas.vocab import LANGS, REGIONS, Lang
from atlas.words.i18n import t
from exporters.print.content.brief import gather
from exporters.print.content.callouts import callouts_of
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import Area, Sign, Words, flat
from exporters.print.elements.sheet import Sheet
from exporters.print.report import outside, overlaps, smallest
from tests import catalogue
from tests.exporters.snapshot.conftest import Take

EVOLVED = Filter(document=("evolved-foip",))
PLACES = [code for code in REGIONS if code != "global"]
CASES = [(region, "123"[n % 3], LANGS[n % 2]) for n, region in enumerate(PLACES)]


def _said(sheets: list[Sheet]) -> str:
    return "".join(
        item.plain().replace("\n", "") for sheet in sheets for item in sheet.items() if isinstance(item, Words)
    )


def _sound(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        assert not overlaps(sheet)
        assert not outside(sheet)
    assert smallest(sheets, sheets[0].width / 144) >= 8.5 - 1e-6


@pytest.mark.parametrize(("region", "focus", "lang"), CASES)
def test_a_region_and_focus_area_collide_nowhere_and_name_everything(
    take: Take, region: str, focus: str, lang: Lang
) -> None:
    snapshot = take(Filter(region=(region,), focus=(focus,)), lang, style="numbered")
    sheets = snapshot.sheets(lang)
    _sound(sheets)
    said = _said(sheets).replace(" ", "")
    assert all(clean(title).replace(" ", "") in said for title in snapshot.extract.sites[f"title_{lang}"])


@pytest.mark.parametrize("lang", LANGS)
def test_the_deck_in_boxes_says_every_item_in_every_country_that_its_source_names(take: Take, lang: Lang) -> None:
    snapshot = take(EVOLVED, lang, style="boxes")
    sheets = snapshot.sheets(lang)
    _sound(sheets)
    assert len(sheets) > 1 and all(f"{n}" in _said([sheet]) for n, sheet in enumerate(sheets, 1))
    wished = {
        (site["properties"]["initiative"], country)
        for site in catalogue.sites({"document": ("evolved-foip",)})
        for country in site["properties"]["countries"]
    }
    found = {
        (said.code, country)
        for callout in callouts_of(gather(snapshot.extract, snapshot.base, snapshot.options))
        for said in callout.items
        for country in callout.countries
    }
    assert wished <= found
    drawn = Counter(item.name for sheet in sheets for layer in sheet.layers if layer.name == "boxes"
                    for item in flat(layer.items) if isinstance(item, Sign))  # fmt: skip
    assert sum(drawn.values()) >= len({code for code, _ in found})


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("style", ("numbered", "symbols"))
def test_candidates_have_dashed_signs_that_the_legend_explains(take: Take, lang: Lang, style: str) -> None:
    for region in ("pacific", "europe"):
        [sheet, *_] = take(Filter(region=(region,)), lang, style=style, frame=region).sheets(lang)
        items = [item for layer in sheet.layers if layer.name == "marks" for item in flat(layer.items)]
        wanted = any(site["properties"]["candidate"] for site in catalogue.sites({"region": (region,)}))
        assert any(isinstance(item, Sign) and item.unsure for item in items) == wanted
        legend = _said([replace(sheet, layers=[layer for layer in sheet.layers if layer.name == "legend"])])
        assert (t(lang, "snap_candidate_sign") in legend) == wanted


def test_no_text_says_and_so_many_others_and_none_is_cut(take: Take) -> None:
    said = _said(take(Filter(region=("asean",)), "en", style="boxes").sheets("en"))
    assert "…" not in said and " and 2 others" not in said


def test_region_wide_and_unplaced_initiatives_are_listed_in_every_style(take: Take) -> None:
    placed = {site["properties"]["initiative"] for site in catalogue.FEATURES if site["geometry"]}
    off = {site["properties"]["title_en"] for site in catalogue.sites({"document": ("evolved-foip",)})
           if site["properties"]["initiative"] not in placed}  # fmt: skip
    for style in ("symbols", "numbered"):
        said = _said(take(EVOLVED, "en", style=style).sheets("en")).replace(" ", "")
        assert off and not [title for title in off if title.replace(" ", "") not in said]


def test_an_empty_filter_says_so(take: Take) -> None:
    sheets = take(Filter(country=("TUV",), focus=("3",)), "ja").sheets("ja")
    assert "条件に合う取組はない" in _said(sheets)


def test_the_foot_tells_filter_counts_sources_edition_and_link(take: Take) -> None:
    snapshot = take(Filter(focus=("3",), region=("pacific",)), "en")
    said = _said(snapshot.sheets("en"))
    wanted = ("Security cooperation", "FOIP deck", snapshot.extract.edition(), "Natural Earth", "GeoNames",
              "https://atlas.example/?lang=en&focus=3&region=pacific")  # fmt: skip
    assert all(word in said for word in wanted)


def test_marking_title_subtitle_and_date_stand_on_the_page(take: Take) -> None:
    words = {"title": "表題" * 40, "subtitle": "副題", "marking": "取扱注意", "date": "2026-11-22"}
    sheets = take(Filter(country=("FJI",)), "ja", **words).sheets("ja")
    _sound(sheets)
    assert all(word in _said(sheets) for word in ("表題表題", "副題", "取扱注意", "2026年11月22日"))


@pytest.mark.parametrize("address", ["", "http://localhost:8501/", "http://127.0.0.1/", "http://[::1]:8501/atlas/"])
def test_without_an_address_of_its_own_there_is_no_code_and_no_link(take: Take, address: str) -> None:
    snapshot = replace(take(Filter(country=("FJI",)), "en"), address=address)
    sheet = snapshot.sheets("en")[0]
    assert not _coded(sheet) and "http" not in _said([sheet]) + sheet.notes.split("\n\n")[0]
    assert not snapshot.facts("en")["Link"]


def test_an_address_of_its_own_is_a_link_and_a_code_if_asked_for(take: Take) -> None:
    plain, coded = (take(Filter(country=("FJI",)), "en", qr=qr).sheets("en")[0] for qr in (False, True))
    links = {run.link for item in coded.items() if isinstance(item, Words) for line in item.lines for run in line}
    assert not _coded(plain) and _coded(coded) and links == {"", "https://atlas.example/?lang=en&country=FJI"}


def _coded(sheet: Sheet) -> bool:
    return any(isinstance(item, Area) and item.name == "QR" for item in sheet.items())


def test_grey_print_shows_counts_beside_signs_instead_of_rings(take: Take) -> None:
    sheet = take(Filter(country=("IDN",)), "en", colours="print").sheets("en")[0]
    plates = [*flat(next(layer for layer in sheet.layers if layer.name == "marks").items)]
    assert not [item for item in plates if isinstance(item, Area)]
    assert [item for item in plates if isinstance(item, Sign)]


@pytest.mark.parametrize("where", ["indo-pacific", "pacific", "FJI", "-18.1,178.4,6", "europe"])
def test_what_lies_outside_a_frame_is_listed(take: Take, where: str) -> None:
    snapshot = take(EVOLVED, "en", style="numbered", frame=where)
    sheets = snapshot.sheets("en")
    _sound(sheets)
    said = _said(sheets).replace(" ", "")
    assert all(str(title).replace(" ", "") in said for title in snapshot.extract.sites["title_en"])
