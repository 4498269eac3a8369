"""The pages of the static site in one language, as path → HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from atlas.filter import Filter
from atlas.words.glossary import GLOSSARY
from atlas.words.i18n import t
from atlas.words.phrases import date_text, none_text
from atlas.words.prose import METHOD
from exporters.clean import web
from exporters.site.bundle import foot
from exporters.site.inline import templates
from exporters.site.view import View

Page = tuple[str, str]


def pages(view: View, words: dict[str, dict[str, str]], files: list[dict[str, str]]) -> Iterator[Page]:
    """Every page of one language; `words` are the map page's, `files` the downloads."""
    total = t(view.lang, "site_total", n=len(view.records))
    common: dict[str, Any] = {"groups": view.groups(view.records), "total": total}
    yield _page(view, "index.html", "site_map.html", lang=view.lang, words=words, policy=_policy(), **common)
    yield _page(view, "list.html", "site_list.html", title=t(view.lang, "page_table"), records=view.records, **common)
    yield _page(view, "regions.html", "site_regions.html", title=t(view.lang, "page_regions"), regions=view.regions())
    yield _page(view, "downloads.html", "site_downloads.html", title=t(view.lang, "site_downloads"), files=files)
    yield _about(view)
    yield from _regions(view)
    yield from _records(view)


def _policy() -> str:
    module: Any = templates().get_template("site_parts.html").module
    return str(module.policy())


def _page(view: View, file: str, template: str, *, depth: int = 1, **values: Any) -> Page:
    values = {"title": t(view.lang, "name"), "description": t(view.lang, "tagline")} | values
    page = templates().get_template(template).render(site=view.page(file, depth), **values)
    return f"{view.lang}/{file}", page


def _records(view: View) -> Iterator[Page]:
    for one in view.records:
        sites = view.extract.sites[view.extract.sites["initiative"] == one["id"]]
        yield _page(
            view, f"initiatives/{one['id']}.html", "site_record.html", depth=2, title=one["title"],
            description=one["summary"], one=one, bounds=view.frame(sites), related=view.related(one["id"]),
        )  # fmt: skip


def _regions(view: View) -> Iterator[Page]:
    for region in view.regions():
        yield _subject(view, "region", region, region["countries"], None)
        above = {"href": f"../regions/{region['code']}.html", "name": region["name"]}
        for country in region["countries"]:
            yield _subject(view, "country", country, [], above)


def _subject(view: View, facet: str, about: dict[str, Any], countries: Any, above: dict[str, str] | None) -> Page:
    sites = view.sites(Filter().with_codes(facet, (about["code"],)))
    records = view.of(sites)
    folder = "regions" if facet == "region" else "countries"
    total = t(view.lang, "site_total", n=len(records))
    return _page(
        view, f"{folder}/{about['code']}.html", "site_region.html", depth=2, title=about["name"], total=total,
        description=f"{about['name']}: {total}", facet=facet, code=about["code"], countries=countries, above=above,
        bounds=view.frame(sites, about["code"]), groups=view.groups(records), steps=view.steps(records),
    )  # fmt: skip


def _about(view: View) -> Page:
    lang = view.lang
    return _page(
        view, "about.html", "site_about.html", title=t(lang, "about_title"), documents=_documents(view),
        method=[line.text(lang) for line in METHOD], foot=foot(view.extract, view.link),
        terms=[(term, words.text(lang)) for term, words in GLOSSARY.items()],
    )  # fmt: skip


def _documents(view: View) -> list[dict[str, Any]]:
    """The source documents with their outlines: every item and the records that cover it."""
    lang, covered = view.lang, defaultdict(list)
    by_id = {one["id"]: one for one in view.records}
    rows = view.extract.sites[~view.extract.sites["initiative"].duplicated()]
    for id_, mentions in zip(rows["initiative"], rows["mentions"], strict=True):
        for mention in mentions:
            covered[mention].append(by_id[id_])
    head = [t(lang, f"about_{key}") for key in ("code", "heading", "item", "initiatives")]
    return [
        {
            "title": one.title.text(lang), "publisher": one.publisher.text(lang), "head": head,
            "address": web(one.address),
            "scope": t(lang, "about_scope", scope=one.scope.text(lang)) if one.scope else "",
            "date": date_text(one.date, lang) if one.date else t(lang, "date_unknown"),
            "items_": [(code, item.heading.text(lang), item.label.text(lang), covered[f"{key}:{code}"],
                        none_text(item, lang))
                       for code, item in one.outline.items()],
        }
        for key, one in view.extract.cited().items() if one.kind == "document"
    ]  # fmt: skip
