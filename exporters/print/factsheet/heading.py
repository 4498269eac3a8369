"""What stands over and under a fact sheet: title, subtitle, foot."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.words.phrases import date_text
from exporters.print.elements.fonts import clean
from exporters.print.factsheet.facts import Facts
from exporters.print.options import Options


def title_of(facts: Facts) -> str:
    """The title of a sheet."""
    return facts.t(f"fact_title_{facts.about.facet}", name=facts.name)


def subtitle(facts: Facts) -> Iterator[str]:
    """The other language's name, the region, what this is about."""
    yield facts.about.name("en" if facts.whole.lang == "ja" else "ja")
    if facts.about.facet == "country" and facts.about.region != "global":
        yield facts.region
    yield facts.t("fact_about")


def foot_parts(facts: Facts, options: Options) -> Iterator[tuple[str, str, str]]:
    """Edition, date, what a candidate is, boundaries, link: heading, text, where it leads."""
    said = {"snap_edition_head": facts.whole.edition(), "snap_date_head": _date(options.date, facts),
            "fact_candidate": facts.t("fact_candidate_note") if facts.unsure() else "",
            "snap_boundaries_head": facts.t("snap_boundaries"), "snap_link_head": clean(options.link)}  # fmt: skip
    for key, text in said.items():
        if text:
            yield _capital(facts.t(key)), text, text if key == "snap_link_head" else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _date(iso: str, facts: Facts) -> str:
    try:
        return date_text(iso, facts.whole.lang) if iso else ""
    except ValueError:
        return clean(iso)[:40]
