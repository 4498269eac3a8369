"""What stands over and under a fact sheet: title, subtitle, foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from atlas.words.phrases import date_text
from exporters.print.elements.fonts import clean
from exporters.print.factsheet.facts import Facts
from exporters.print.options import Options
from maps.symbols import form_of

_FORMS: Final = {"city": "fact_open", "country": "snap_plates", "route": "snap_schematic"}


def title_of(facts: Facts) -> str:
    """The title of a sheet."""
    return facts.t(f"fact_title_{facts.about.facet}", name=facts.name)


def subtitle(facts: Facts) -> Iterator[str]:
    """The other language's name, the region, what this is about."""
    yield facts.about.name("en" if facts.whole.lang == "ja" else "ja")
    if facts.about.facet == "country" and facts.about.region != "global":
        yield facts.region
    yield facts.t("fact_about")


def foot_parts(facts: Facts, options: Options, brief: bool = False) -> Iterator[tuple[str, str, str]]:
    """Edition, date, what a candidate is, places, boundaries, link: heading, text, where it leads.

    `brief` says of the link only its host, where a QR code has the whole.
    """
    link = clean(options.link)
    said = {"snap_edition_head": facts.whole.edition(), "snap_date_head": _date(options.date, facts),
            "fact_candidate": facts.t("fact_candidate_note") if facts.unsure() else "",
            "snap_precision_head": _precision(facts), "snap_boundaries_head": facts.t("snap_boundaries"),
            "snap_link_head": urlsplit(link).netloc if brief and options.qr else link}  # fmt: skip
    for key, text in said.items():
        if text:
            yield _capital(facts.t(key)), text, link if key == "snap_link_head" else ""


def _precision(facts: Facts) -> str:
    """What is to be known of the forms on the map."""
    forms = {form_of(row["precision"]) for row in facts.extract.rows}
    return ("" if facts.whole.lang == "ja" else " ").join(facts.t(key) for form, key in _FORMS.items() if form in forms)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _date(iso: str, facts: Facts) -> str:
    try:
        return date_text(iso, facts.whole.lang) if iso else ""
    except ValueError:
        return clean(iso)[:40]
