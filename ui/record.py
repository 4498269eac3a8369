"""The record: one initiative in full, beside the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.i18n import t
from atlas.index import Mask
from atlas.phrases import date_text, money_text, partner_name, place_text, precision_text
from atlas.records import Document
from atlas.vocab import Lang
from maps.symbols import form_of
from ui.assets import short_name
from ui.data import Atlas
from ui.mapview import select
from ui.safe import md
from ui.state import State

_COLOR = {1: "blue", 2: "orange", 3: "violet", 0: "gray"}


def record(atlas: Atlas, state: State, mask: Mask) -> None:
    """The chosen initiative: what, why it is where it is, milestones, and who says so."""
    if state.selected is None:
        return
    sites = atlas.frame[atlas.frame["initiative"] == state.selected]
    row, lang = sites.iloc[0].to_dict(), state.lang
    with st.container(border=True, key="record"):
        _bar(atlas, state, mask)
        _badges(row, lang)
        st.subheader(md(row[f"title_{lang}"]), anchor=False)
        st.caption(md(row["title_en" if lang == "ja" else "title_ja"]))
        st.markdown(md(row[f"summary_{lang}"]))
        _focus(row, lang)
        _places(atlas, sites, lang)
        _milestones(atlas, sites, lang)
        _facts(atlas, row, lang)
        _mentions(atlas, row, lang)
        _link(state)


def _bar(atlas: Atlas, state: State, mask: Mask) -> None:
    shown = list(dict.fromkeys(atlas.frame["initiative"][mask]))
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if state.selected in shown:
            at = shown.index(state.selected)
            before, after = shown[at - 1], shown[(at + 1) % len(shown)]
            st.button("", icon=":material/chevron_left:", key="previous", help=t(lang, "previous"), type="tertiary",
                      on_click=select, args=(atlas, before))  # fmt: skip
            st.markdown(f":gray[{t(lang, 'position', i=at + 1, n=len(shown))}]", width="content")
            st.button("", icon=":material/chevron_right:", key="next", help=t(lang, "next"), type="tertiary",
                      on_click=select, args=(atlas, after))  # fmt: skip
        else:
            st.markdown(f":gray[{t(lang, 'hidden')}]", width="content")
        st.space("stretch")
        st.button(t(lang, "close"), icon=":material/close:", key="close", type="tertiary", on_click=select,
                  args=(atlas, None))  # fmt: skip


def _badges(row: Mapping[Any, Any], lang: Lang) -> None:
    focus = row["focus_area"]
    tags = [f":{_COLOR[focus]}-badge[{md(vocab.FOCUS_SHORT[focus].text(lang))}]"]
    tags += [f":gray-badge[{md(vocab.INSTRUMENTS[code].text(lang))}]" for code in row["instruments"]]
    st.markdown(f"![](app/static/sym/focus{focus}-site.svg) {' '.join(tags)}")


def _focus(row: Mapping[Any, Any], lang: Lang) -> None:
    reason = row[f"focus_area_reason_{lang}"]
    stated = row["focus_area_basis"] == "stated"
    st.caption(t(lang, "focus_stated") if stated else t(lang, "focus_inferred", reason=md(reason)))


def _places(atlas: Atlas, sites: pd.DataFrame, lang: Lang) -> None:
    st.markdown(f"###### {t(lang, 'places')}")
    for site in sites.to_dict("records"):
        picture = f"![](app/static/sym/focus{site['focus_area']}-{form_of(site['precision'])}.svg)"
        st.markdown(f"{picture} **{md(place_text(site, lang))}**")
        note = f"  \n{md(site[f'note_{lang}'])}" if site[f"note_{lang}"] else ""
        source = f"  \n{source_link(atlas.documents[site['source']], lang)}" if site["source"] else ""
        st.caption(f"{md(precision_text(site, lang))}{note}{source}")


def _milestones(atlas: Atlas, sites: pd.DataFrame, lang: Lang) -> None:
    steps: dict[tuple[str, str, str], tuple[dict[str, Any], list[str]]] = {}
    for site in sites.to_dict("records"):
        for step in site["milestones"]:
            key = (step["date"], step["source"], str(step.get(f"note_{lang}")) + str(step["amount"]))
            steps.setdefault(key, (step, []))[1].append(str(site[f"place_{lang}"]))
    if not steps:
        return
    st.markdown(f"###### {t(lang, 'milestones')}")
    for _, (step, places) in sorted(steps.items(), key=lambda item: item[0]):
        where = "" if len(places) == len(sites) else f"（{md(places[0])}）" if lang == "ja" else f" ({md(places[0])})"
        money = f" — {md(money_text(step['amount'], step['currency'], lang))}" if step["amount"] else ""
        note = f"  \n{md(step[f'note_{lang}'])}" if step.get(f"note_{lang}") else ""
        status = vocab.STATUSES[step["status"]].text(lang)
        st.markdown(f":gray[{md(date_text(step['date'], lang))}] **{md(status)}**{where}{money}{note}  \n"
                    f":small[{source_link(atlas.documents[step['source']], lang)}]")  # fmt: skip


def _facts(atlas: Atlas, row: Mapping[Any, Any], lang: Lang) -> None:
    comma = "、" if lang == "ja" else ", "
    facts = {
        "partners": [partner_name(code, atlas.organisations, lang) for code in row["partners"]],
        "themes": [vocab.THEMES[code].text(lang) for code in row["themes"]],
    }
    if row["priority_area"]:
        facts["priority_area"] = [f"{row['priority_area']}. {vocab.PRIORITY_AREAS[row['priority_area']].text(lang)}"]
    for key, values in facts.items():
        if values:
            st.markdown(f"###### {t(lang, key)}\n{md(comma.join(values))}")


def _mentions(atlas: Atlas, row: Mapping[Any, Any], lang: Lang) -> None:
    st.markdown(f"###### {t(lang, 'named_in')}")
    for mention in row["mentions"]:
        document, item = mention.split(":")
        entry = atlas.documents[document].outline[item]
        text = f"{md(entry.heading.text(lang))} — {md(entry.label.text(lang))}"
        st.markdown(f"- **{md(short_name(document, lang))} {md(item)}** {text}")


def _link(state: State) -> None:
    params = "&".join(f"{name}={value}" for name, value in state.params().items())
    st.markdown(f"###### {t(state.lang, 'link')}")
    st.code(f"/?{params}", language=None)


def source_link(document: Document, lang: Lang) -> str:
    """A source as Markdown: its title, linked when it has an address."""
    text = f"{md(document.publisher.text(lang))}: {md(document.title.text(lang))}"
    return f"[{text}](<{document.address}>)" if document.address else text
