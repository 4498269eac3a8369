"""Five initiatives gathered by keys alone, and the slide of exactly these, in the order of choice."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.basket import ids_in
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.visit import Visit, plain

FIVE = ("osa-tonga-2025", "osa-fiji-2023", "osa-bangladesh-2023", "osa-mongolia-2024", "osa-djibouti-2024")


@pytest.mark.parametrize("lang", LANGS)
def test_five_by_keys_to_a_slide_in_three_clicks_more(visit: Open, lang: Lang) -> None:
    page = visit(f"/?lang={lang}")
    page.shows(catalogue.FEATURES, lang)
    page.rests()
    page.page.evaluate("addEventListener('click', () => { window.clicks = (window.clicks || 0) + 1; }, true)")
    page.button("more-focus-3").press("Enter")
    for number, id_ in enumerate(FIVE, 1):
        box = page.button(f"gather-{id_}")
        box.press("Enter")
        expect(box).to_have_attribute("aria-pressed", "true")
        expect(box).to_be_focused()
        expect(page.page.locator(".atlas-basket b")).to_have_text(t(lang, "basket", n=number))
    assert page.url()["basket"] == ",".join(FIVE)
    page.rests()
    assert lang == "en" or faults(page.page) == []
    page.button("basket-brief").press("Enter")
    page.url_is("/briefing")
    assert page.url()["ids"] == page.url()["basket"] == ",".join(FIVE)
    expect(page.part("preview").locator("img")).to_be_visible()
    page.rests()
    with page.page.expect_download() as found:
        page.part("downloads").get_by_role("button", name="PowerPoint").press("Enter")
    assert page.page.evaluate("window.clicks") == len(FIVE) + 3
    deck = Presentation(io.BytesIO(found.value.path().read_bytes()))
    assert len(deck.slides) == 1
    said = _solid(" ".join(shape.text_frame.text for slide in deck.slides for shape in _flat(slide.shapes)
                          if shape.has_text_frame))  # fmt: skip
    at = [said.find(_solid(catalogue.title(id_, lang))) for id_ in FIVE]
    assert -1 not in at and at == sorted(at)
    others = {one["properties"]["initiative"] for one in catalogue.FEATURES} - set(FIVE)
    assert not [id_ for id_ in others if _solid(catalogue.title(id_, lang)) in said]


def _solid(text: str) -> str:
    """Without the spaces at which lines end."""
    return "".join(plain(text).split())


def _flat(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield from _flat(shape.shapes) if shape.shape_type == 6 else [shape]


def test_what_the_edition_does_not_have_is_named_and_a_full_basket_is_emptied(visit: Open) -> None:
    page = visit("/?lang=en&basket=osa-tonga-2025,nobody")
    expect(page.page.get_by_text("basket=nobody")).to_be_visible()
    expect(page.page.locator(".atlas-basket b")).to_have_text(t("en", "basket", n=1))
    expect(page.map.locator(".mark.gathered")).to_have_text(
        [f"{catalogue.initiatives(catalogue.sites({'country': ['TON']}))}Tonga"]
    )
    expect(page.map.locator(".atlas-mark[aria-description]")).to_have_attribute(
        "aria-description", t("en", "basket_in")
    )
    page.map.locator(".legend summary").click()
    expect(page.map.locator(".legend .gathered")).to_have_text(t("en", "basket_in"))
    page.button("basket-show").click()
    page.draws(catalogue.sites({"ids": ["osa-tonga-2025"]}))
    page.button("basket-clear").click()
    expect(page.page.locator(".atlas-basket b")).to_have_count(0)
    expect(page.map.locator(".mark.gathered")).to_have_count(0)
    expect(page.map.locator(".legend .gathered")).to_be_hidden()
    assert "basket" not in page.url()


def _gathered(page: Visit) -> str:
    return page.url().get("basket", "")


def test_the_order_is_changed_by_keys_and_the_keyboard_stays(visit: Open) -> None:
    tonga, fiji, dhaka = FIVE[:3]
    page = visit(f"/?lang=ja&basket={tonga},{fiji},{dhaka}")
    page.button("basket-order").press("Enter")
    down = f"order1-{tonga}", f"order1-{tonga}", f"order1-{tonga}"
    orders = (fiji, tonga, dhaka), (fiji, dhaka, tonga), (fiji, dhaka, tonga), (dhaka, fiji, tonga)
    for key, left in zip((*down, f"order-1-{dhaka}"), orders, strict=True):
        page.button(key).press("Enter")
        expect(page.button(key)).to_be_focused()
        assert _gathered(page) == ",".join(left)
    titles = [plain(catalogue.title(id_, "ja")) for id_ in (dhaka, fiji, tonga)]
    expect(page.page.locator(".atlas-order li .atlas-name")).to_have_text(titles)
    expect(page.page.locator(".atlas-order p")).to_have_text(t("ja", "basket_order_note"))
    page.rests()
    assert faults(page.page) == []
    page.button(f"out-{fiji}").press("Enter")
    expect(page.button(f"out-{tonga}")).to_be_focused()
    assert _gathered(page) == f"{dhaka},{tonga}"


def test_a_saved_basket_is_loaded_and_what_cannot_be_is_named(visit: Open, tmp_path: Path) -> None:
    page, path = visit(f"/?lang=ja&basket={','.join(FIVE[:3])}"), tmp_path / "saved.json"
    page.button("basket-order").click()
    with page.page.expect_download() as found:
        page.button("basket-save").click()
    assert found.value.suggested_filename.startswith("foip-atlas-basket_2")
    found.value.save_as(path)
    assert ids_in(f"@{path}") == list(FIVE[:3])
    page.button("basket-clear").click()
    _load(page, path, FIVE[:3])
    _says(page, t("ja", "basket_loaded", n=3))
    broken = tmp_path / "broken.json"
    broken.write_text('{"ids": ["osa-djibouti-2024"]}')
    _load(page, broken, FIVE[:3])
    _says(page, t("ja", "basket_broken", name="broken.json"))
    whole, names = json.loads(path.read_text("utf-8")), {"ja": "nobody、<b>", "en": "nobody, <b>"}
    for n, lang in enumerate(LANGS, 4):
        page.button(f"lang-{lang}").click()
        expect(page.button("basket-load")).to_have_text(t(lang, "basket_load"))
        path.write_text(json.dumps(whole | {"ids": [FIVE[n - 1], "nobody", "<b>"]}))
        _load(page, path, FIVE[:n])
        left = t(lang, "basket_unknown", n=2, names=names[lang], edition=whole["edition"])
        _says(page, t(lang, "basket_loaded", n=1), left)


def _load(page: Visit, path: Path, ids: tuple[str, ...]) -> None:
    with page.page.expect_file_chooser() as asked:
        page.button("basket-load").click()
    asked.value.set_files(path)
    expect(page.page.locator(".atlas-basket b")).to_contain_text(str(len(ids)))
    assert _gathered(page) == ",".join(ids)


def _says(page: Visit, *words: str) -> None:
    """Waits for what the basket says: the words of a file before it stand until the next is read."""
    expect(page.page.locator('.atlas-basket [role="status"]')).to_have_text(list(words))


def test_more_than_an_address_holds_is_offered_as_a_file(visit: Open, tmp_path: Path) -> None:
    page, path = visit(f"/?lang=en&basket={FIVE[0]}"), tmp_path / "saved.json"
    expect(page.button("basket-order")).to_be_visible()
    page.page.evaluate("atlasFront.basket().turn('x'.repeat(6001))")
    expect(page.page.locator('.atlas-basket [role="alert"]')).to_contain_text(t("en", "basket_long", n=2))
    with page.page.expect_download() as found:
        page.button("basket-save-all").click()
    found.value.save_as(path)
    assert ids_in(f"@{path}") == [FIVE[0], "x" * 6001] and _gathered(page) == FIVE[0]


OVERTAKEN = """async () => {
    const names = Object.keys(window.atlasFiles), of = (word) => names.find((name) => name.includes(word));
    const given = { lang: "en", index: of("index"), catalogue: of("catalogue"), features: of("features") };
    const module = document.querySelector("script[src*='live.js']").src, { default: mount } = await import(module);
    const parentElement = document.querySelector(".atlas-part-panel").parentElement;
    mount({ data: { part: "panel", listed: true, ground: {}, given }, parentElement, setTriggerValue() {} })();
}"""


def test_an_answer_that_the_next_one_overtakes_leaves_the_list_as_it_was_opened(visit: Open) -> None:
    """Streamlit ends what an overtaken answer has mounted, in the element where the next one stands: quick clicks."""
    page = visit("/?lang=en&instrument=osa&theme=osa-equipment")
    page.rests()
    page.page.locator(".atlas-more").press("Enter")
    expect(page.entry("osa-djibouti-2024")).to_be_visible()
    page.page.evaluate(OVERTAKEN)
    page.page.wait_for_timeout(300)
    expect(page.entry("osa-djibouti-2024")).to_be_visible()


def test_a_popup_of_the_map_gathers_and_gives_up_and_stays_open(visit: Open) -> None:
    page = visit("/regions?lang=ja&country=FJI&basket=osa-tonga-2025")
    page.draws(catalogue.sites({"country": ["FJI"]}))
    page.map.wait_for_function("map.getZoom() > 4")
    page.rests()
    page.mark("FJI").click()
    box = page.popup.locator('[data-gathers="osa-fiji-2023"]')
    title = catalogue.title("osa-fiji-2023", "ja")
    for number, key in enumerate(("basket_add", "basket_take", "basket_add")):
        expect(box).to_have_attribute("aria-label", f"{t('ja', key)}: {title}")
        assert page.url()["basket"] == "osa-tonga-2025" + number % 2 * ",osa-fiji-2023"
        page.rests()
        assert number or faults(page.page) == []
        box.press("Enter")
