"""The about page's parts: documents with their coverage, method, precision, boundaries, attributions, records."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.records import Document
from atlas.vocab import Lang, text_of
from atlas.words.glossary import GLOSSARY
from atlas.words.i18n import t
from atlas.words.phrases import date_text, none_text
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES, METHOD, PRECISION
from maps.symbols import form_of
from ui.data import Atlas
from ui.safe import md


def documents(atlas: Atlas, lang: Lang) -> None:
    """Each source document with its outline: every item and the initiatives that cover it."""
    st.markdown(f"### {t(lang, 'about_documents')}")
    covered = _coverage(atlas, lang)
    for key, document in atlas.sources().items():
        with st.container(border=True):
            _document(atlas, key, document, covered, lang)


def _document(atlas: Atlas, key: str, document: Document, covered: dict[str, list[str]], lang: Lang) -> None:
    members = atlas.index.members["document"]
    count = atlas.index.count(members[key]) if key in members else 0
    st.markdown(f"**{md(document.title.text(lang))}**")
    st.caption(f"{md(document.publisher.text(lang))} | {_when(document, lang)}")
    refused = sum(item.not_initiative is not None for item in document.outline.values())
    counts = t(lang, "about_document_counts", items=len(document.outline), n=count)
    st.markdown(counts + (t(lang, "about_refused", n=refused) if refused else ""))
    if document.scope:
        st.markdown(md(t(lang, "about_scope", scope=document.scope.text(lang))))
    with st.expander(t(lang, "about_outline")):
        rows = [
            {
                t(lang, "about_code"): code,
                t(lang, "about_heading"): item.heading.text(lang),
                t(lang, "about_item"): item.label.text(lang),
                t(lang, "about_initiatives"): " / ".join(covered[f"{key}:{code}"]) or none_text(item, lang),
            }
            for code, item in document.outline.items()
        ]
        st.table(pd.DataFrame([{md(k): md(v) for k, v in row.items()} for row in rows]), hide_index=True)


def _coverage(atlas: Atlas, lang: Lang) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in atlas.initiatives().to_dict("records"):
        for mention in row["mentions"]:
            found[mention].append(text_of(row, "title", lang))
    return found


def method(lang: Lang) -> None:
    """How the catalogue is made and what the precisions mean."""
    st.markdown(f"### {t(lang, 'about_method')}")
    st.markdown("\n".join(f"- {md(line.text(lang))}" for line in METHOD))
    st.markdown(f"### {t(lang, 'about_precision')}")
    for code, words in PRECISION.items():
        picture = f"![](app/static/sym/precision-{form_of(code)}.svg)"
        st.markdown(f"{picture} **{md(vocab.PRECISIONS[code].text(lang))}** — {md(words.text(lang))}")


def notes(lang: Lang) -> None:
    """Boundaries, attributions and licences."""
    for key, lines in (("about_boundaries", BOUNDARIES), ("about_attributions", ATTRIBUTIONS)):
        st.markdown(f"### {t(lang, key)}")
        st.markdown("\n".join(f"- {md(line.text(lang))}" for line in lines))


def terms(lang: Lang) -> None:
    """Every acronym, explained."""
    st.markdown(f"### {t(lang, 'about_terms')}")
    st.markdown("\n".join(f"- **{md(term)}** {md(words.text(lang))}" for term, words in GLOSSARY.items()))


def records(atlas: Atlas, lang: Lang) -> None:
    """Every public record that a place or a milestone rests on."""
    cited = [document for document in atlas.documents.values() if document.kind == "record"]
    st.markdown(f"### {t(lang, 'about_records')} :gray[{len(cited)}]")
    cited.sort(key=lambda document: (document.publisher.text(lang), document.date or ""))
    st.markdown("\n".join(f"- {source_link(document, lang)} :gray[{_when(document, lang)}]" for document in cited))


def _when(document: Document, lang: Lang) -> str:
    return md(date_text(document.date, lang)) if document.date else t(lang, "date_unknown")


def source_link(document: Document, lang: Lang) -> str:
    """A source as Markdown: its title, linked when it has an address."""
    text = f"{md(document.publisher.text(lang))}: {md(document.title.text(lang))}"
    return f"[{text}](<{document.address}>)" if document.address else text
