"""The values of changed fields in words: labels instead of codes, milestones as sentences, nothing that can't print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from atlas import vocab
from atlas.countries import country_name, is_country
from atlas.progress.status import paid, status_text
from atlas.vocab import Label, Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join, mention_text, partner_name

NONE: Final = "—"
_FOCUS_BASES: Final = {
    "stated": Label("資料に明記", "Stated in the document"),
    "inferred": Label("推定", "Our reading"),
}
_CANDIDATES: Final = {True: Label("候補", "Candidate"), False: Label("候補ではない", "Not a candidate")}
_LABELS: Final[Mapping[str, Mapping[Any, Label]]] = {
    "focus_area": vocab.FOCUS_SHORT, "focus_area_basis": _FOCUS_BASES, "priority_area": vocab.PRIORITY_AREAS,
    "themes": vocab.THEMES, "instruments": vocab.INSTRUMENTS, "region": vocab.REGIONS, "basis": vocab.BASES,
    "precision": vocab.PRECISIONS, "confidence": vocab.CONFIDENCES, "route_basis": vocab.ROUTE_BASES,
    "status": vocab.STATUSES, "role": vocab.ROLES, "candidate": _CANDIDATES,
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names of partner organisations and of sources, by key."""

    organisations: Mapping[str, Any] = field(default_factory=dict)
    documents: Mapping[str, Any] = field(default_factory=dict)

    def source(self, key: str, lang: Lang) -> str:
        """A source's publisher and title; one that the atlas no longer cites is called that."""
        known = self.documents.get(key)
        return f"{known.publisher.text(lang)}: {known.title.text(lang)}" if known else t(lang, "source_gone")

    def partner(self, code: str, lang: Lang) -> str:
        """An organisation of the catalogue or a country."""
        known = code in self.organisations or is_country(code)
        return partner_name(code, self.organisations, lang) if known else t(lang, "value_unknown")

    def mention(self, mention: str, lang: Lang) -> str:
        """A document in short and the item in it: 進化したFOIP D2.1."""
        document, _, item = mention.partition(":")
        known = self.documents.get(document)
        return mention_text(
            f"{document}:{item}", {document: known.named(lang) if known else self.source(document, lang)}
        )


def printable(text: object) -> str:
    """Text on one line without characters that a terminal or a file could take for a command."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(str(text).split()))


def value_text(name: str, value: Any, lang: Lang, names: Names) -> str:
    """A field's value in words; never a code: a dash when it is empty, unknown when no vocabulary has it."""
    if value is None or value in ("", []):
        return NONE
    values = value if isinstance(value, list) else [value]
    if name == "milestones":
        return printable(("／" if lang == "ja" else "; ").join(_milestone(one, lang, names) for one in values))
    return printable(join([_word(name, one, lang, names) for one in values], lang))


def place_name(row: Mapping[Any, Any], lang: Lang) -> str:
    """What a site's place is called, on one line."""
    return printable(text_of(row, "place", lang) or t(lang, "place_unnamed"))


def place_words(row: Mapping[Any, Any], lang: Lang) -> str:
    """A site's place with its country and how precise it is: スバ（フィジー、都市・おおよそ）."""
    place = place_name(row, lang)
    if row["precision"] == "region":
        return place
    exact = _known(vocab.PRECISIONS, row["precision"], lang)
    country = _country(row["country"], lang) if row["country"] and row["precision"] != "country" else ""
    inside = join([part for part in (country, exact) if part], lang)
    return f"{place}（{inside}）" if lang == "ja" else f"{place} ({inside})"


def kilometres(km: float, lang: Lang) -> str:
    """A distance as one says it: 850 m, 3.2 km, 1,240 km."""
    metres = f"{max(km * 1000, 1):.0f} m"
    text = metres if km < 1 else f"{km:,.1f} km" if km < 10 else f"{km:,.0f} km"
    return text.replace(" ", "") if lang == "ja" else text


def steps(old: Any, new: Any) -> tuple[list[Any], list[Any]]:
    """The milestones that only the older and only the newer list has."""
    before, after = (value if isinstance(value, list) else [] for value in (old, new))
    return [one for one in before if one not in after], [one for one in after if one not in before]


def _word(name: str, value: Any, lang: Lang, names: Names) -> str:
    if name in _LABELS:
        return _known(_LABELS[name], value, lang)
    match name:
        case "country" | "countries":
            return _country(value, lang)
        case "partners":
            return names.partner(value, lang)
        case "mentions":
            return names.mention(value, lang)
        case "source":
            return names.source(value, lang)
        case "uncertainty_km":
            return t(lang, "within", km=f"{value:g}")
        case _:
            return str(value)


def _country(code: str, lang: Lang) -> str:
    return country_name(code, lang) if is_country(code) else t(lang, "value_unknown")


def _known(labels: Mapping[Any, Label], code: Any, lang: Lang) -> str:
    label = labels.get(code)
    return label.text(lang) if label else t(lang, "value_unknown")


def _milestone(step: Mapping[str, Any], lang: Lang, names: Names) -> str:
    status = status_text(step, lang) if step.get("status") in vocab.STATUSES else t(lang, "value_unknown")
    grant = [_country(step["recipient"], lang)] if step.get("recipient") else []
    dated = text_of(step, "dated", lang)
    year = step.get("fiscal_year") if not (dated and step.get("expected")) else None
    grant += [t(lang, "overview_fiscal", year=year)] if year else []
    event = t(lang, "changes_event") if step.get("event") else ""
    note = str(text_of(step, "note", lang) or "")
    when = dated or _date(str(step.get("date", "")), lang)
    parts = [when, status, join(grant, lang), _money(step, lang), note, event]
    source = names.source(str(step["source"]), lang) if step.get("source") else ""
    said = " ".join(part for part in parts if part)
    return f"{said}（{source}）" if lang == "ja" and source else f"{said} ({source})" if source else said


def _date(iso: str, lang: Lang) -> str:
    try:
        return date_text(iso, lang)
    except ValueError:
        return iso


def _money(step: Mapping[str, Any], lang: Lang) -> str:
    sound = isinstance(step.get("amount"), int | float) and isinstance(step.get("currency"), str)
    return paid(step, lang) if sound else ""
