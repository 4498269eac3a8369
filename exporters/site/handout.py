"""The handout: one HTML file with the map, the list and filters that work by themselves, without any network."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from markupsafe import Markup

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.clean import clean
from exporters.extract import Extract
from exporters.site.bundle import json_text, shared, spoken
from exporters.site.inline import policy, script, style, templates
from maps.ground import Ground

_POPUP: Final = ("summary", "place", "how", "said", "mentions")


def handout_bytes(
    extract: Extract, ground: Ground, *, title: str = "", subtitle: str = "", marking: str = "", link: str = ""
) -> bytes:
    """The handout of exactly the sites of an extract, opening in its language; the other is a click away.

    Empty texts get their defaults from the filter; `link` is the live atlas's address of the same filter.
    """
    code, look = script("handout.js"), style("page.css")
    words = {lang: page_words(extract, lang, title, subtitle) for lang in LANGS}
    languages = {lang: _lean(spoken(extract, ground, lang, link)) for lang in LANGS}
    data = {"shared": shared(extract, ground), "spoken": languages, "lang": extract.lang, "words": words}
    page = templates().get_template("handout.html").render(
        lang=extract.lang, words=words, marking=clean(marking), policy=policy([code], [look]),
        style=Markup(look), script=Markup(code), land=Markup(ground.text), data=Markup(json_text(data)),
    )  # fmt: skip
    return page.encode("utf-8", "replace")


def _lean(data: dict[str, Any]) -> dict[str, Any]:
    """Without what only popups say: here the list and the record say it."""
    sites = [{key: value for key, value in site.items() if key not in _POPUP} for site in data["features"]["sites"]]
    return data | {"features": data["features"] | {"sites": sites}}


def page_words(extract: Extract, lang: Lang, title: str, subtitle: str) -> dict[str, str]:
    """The words of the page's frame in one language."""
    there = replace(extract, lang=lang)
    words = {key: t(lang, f"page_{key}") for key in ("skip", "noscript", "language")}
    return words | {
        "title": clean(title) or f"{t(lang, 'name')}{'：' if lang == 'ja' else ': '}{there.words()}",
        "subtitle": clean(subtitle) or f"{there.counts()} | {t(lang, 'foot_edition')} {there.edition()}",
        "filters": t(lang, "filters"), "map": t(lang, "page_map_label"), "record": t(lang, "record"),
    }  # fmt: skip
