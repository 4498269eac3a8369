"""The parts of a record: tags, places, milestones, facts, mentions, related, terms, citation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.progress.milestones import Told, differs_text, told
from atlas.progress.status import paid, progress, progress_text, status_text
from atlas.progress.years import later
from atlas.records import Document
from atlas.related import related as find_related
from atlas.vocab import Lang
from atlas.words.citation import citation
from atlas.words.glossary import GLOSSARY, terms_in
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join, partner_name, place_text, site_text
from maps.symbols import form_of
from ui.assets import short_name
from ui.data import Atlas
from ui.map.view import select
from ui.safe import md

_COLOR = {1: "blue", 2: "orange", 3: "violet", 0: "gray"}


def badges(row: Mapping[Any, Any], lang: Lang) -> None:
    """Focus area and instruments as tags."""
    focus = row["focus_area"]
    tags = [f":{_COLOR[focus]}-badge[{md(vocab.FOCUS_SHORT[focus].text(lang))}]"]
    tags += [f":gray-badge[{md(vocab.INSTRUMENTS[code].text(lang))}]" for code in row["instruments"]]
    st.markdown(f"![](app/static/sym/focus{focus}-site.svg) {' '.join(tags)}")


def standing(sites: pd.DataFrame, lang: Lang, until: str | None) -> None:
    """How far the initiative is, in a line."""
    if said := progress_text(progress(sites.to_dict("records"), lang, until), lang):
        st.markdown(f"**{md(said)}**")


def focus(row: Mapping[Any, Any], lang: Lang) -> None:
    """Whether the focus area is the document's or our reading."""
    reason = row[f"focus_area_reason_{lang}"]
    stated = row["focus_area_basis"] == "stated"
    st.caption(t(lang, "focus_stated") if stated else t(lang, "focus_inferred", reason=md(reason)))


def places(atlas: Atlas, sites: pd.DataFrame, lang: Lang) -> None:
    """Every site: where, how precise, on what basis, with its note and source."""
    st.markdown(f"#### {t(lang, 'places')}")
    for site in sites.to_dict("records"):
        picture = f"![](app/static/sym/focus{site['focus_area']}-{form_of(site['precision'])}.svg)"
        st.markdown(f"{picture} **{md(place_text(site, lang))}**")
        note = f"  \n{md(site[f'note_{lang}'])}" if site[f"note_{lang}"] else ""
        source = f"  \n{source_link(atlas.documents[site['source']], lang)}" if site["source"] else ""
        st.caption(f"{md(site_text(site, lang))}{note}{source}")


def milestones(atlas: Atlas, sites: pd.DataFrame, lang: Lang, until: str | None = None) -> None:
    """The dated steps, each with its source; the same step at several sites stands once.

    What came after the end of the year `until` is greyed and says so.
    """
    steps = told(sites.to_dict("records"), lang)
    if not steps:
        return
    st.markdown(f"#### {t(lang, 'milestones')}")
    with st.container(key="steps"):
        st.markdown("\n\n".join(_step(atlas, one, lang, until) for one in steps))


def _step(atlas: Atlas, one: Told, lang: Lang, until: str | None) -> str:
    step, after = one.step, later(one.step, until)
    where = f" — {md(one.where)}" if one.where else ""
    money = f" — {md(paid(step, lang))}" if step["amount"] else ""
    status = f"**{md(status_text(step, lang))}**{where}{money}"
    note = f"  \n{md(step[f'note_{lang}'])}" if step.get(f"note_{lang}") else ""
    day = md(date_text(step["date"], lang))
    head = f":gray[{day}] {status}{note}"
    if after:
        head = f":gray[{day} {status} — {md(t(lang, 'year_later', year=until))}{note}]"
    dispute = f":gray-badge[{md(differs_text(one.differs, lang))}]  \n" if one.differs else ""
    return f"{head}  \n{dispute}:small[{source_link(atlas.documents[step['source']], lang)}]"


def facts(atlas: Atlas, row: Mapping[Any, Any], lang: Lang) -> None:
    """Partners, themes and the statement's priority area."""
    comma = "、" if lang == "ja" else ", "
    facts = {
        "partners": [partner_name(code, atlas.organisations, lang) for code in row["partners"]],
        "themes": [vocab.THEMES[code].text(lang) for code in row["themes"]],
    }
    if row["priority_area"]:
        facts["priority_area"] = [f"{row['priority_area']}. {vocab.PRIORITY_AREAS[row['priority_area']].text(lang)}"]
    for key, values in facts.items():
        if values:
            st.markdown(f"#### {t(lang, key)}\n{md(comma.join(values))}")


def mentions(atlas: Atlas, row: Mapping[Any, Any], lang: Lang) -> None:
    """Every place in the documents that names it."""
    st.markdown(f"#### {t(lang, 'named_in')}")
    for mention in row["mentions"]:
        document, item = mention.split(":")
        entry = atlas.documents[document].outline[item]
        text = f"{md(entry.heading.text(lang))} — {md(entry.label.text(lang))}"
        st.markdown(f"- **{md(short_name(document, lang))} {md(item)}** {text}")


def related(atlas: Atlas, initiative: str, lang: Lang) -> None:
    """Initiatives that share a place, a theme or a partner; each opens its record."""
    found = find_related(atlas.frame, initiative)
    if not found:
        return
    titles = dict(zip(atlas.frame["initiative"], atlas.frame[f"title_{lang}"], strict=True))
    st.markdown(f"#### {t(lang, 'related')}")
    with st.container(key="related"):
        for other, shared in found:
            why = join([t(lang, f"shared_{kind}") for kind in shared], lang)
            text = f"{md(titles[other])} :gray[— {why}]"
            st.button(text, key=f"related-{other}", type="tertiary", on_click=select, args=(atlas, other))


def terms(row: Mapping[Any, Any], lang: Lang) -> None:
    """The acronyms that stand in the record, explained."""
    found = terms_in(row[f"title_{lang}"], row[f"summary_{lang}"], *_instruments(row, lang))
    if found:
        st.caption("  \n".join(f"**{md(term)}** {md(GLOSSARY[term].text(lang))}" for term in found))


def _instruments(row: Mapping[Any, Any], lang: Lang) -> list[str]:
    return [vocab.INSTRUMENTS[code].text(lang) for code in row["instruments"]]


def links(atlas: Atlas, row: Mapping[Any, Any], address: str, lang: Lang) -> None:
    """The record's own address and its citation, each to copy."""
    titles = {key: document.title.text(lang) for key, document in atlas.sources().items()}
    edition = f"{atlas.id.date or ''} {atlas.id.digest[:8]}".strip()
    st.markdown(f"#### {t(lang, 'link')}")
    st.code(address, language=None, wrap_lines=True)
    st.markdown(f"#### {t(lang, 'cite')}")
    st.code(citation(row, titles, edition, address, lang), language=None, wrap_lines=True)


def source_link(document: Document, lang: Lang) -> str:
    """A source as Markdown: its title, linked when it has an address."""
    text = f"{md(document.publisher.text(lang))}: {md(document.title.text(lang))}"
    return f"[{text}](<{document.address}>)" if document.address else text
