"""The Fluent files of words: read whole, alike in every language, a fault said in a sentence."""

from __future__ import annotations

import pytest

from atlas.errors import DataError
from atlas.vocab import LANGS, Lang
from atlas.words import i18n
from atlas.words.i18n import keys, load, spoken, t

LANGUAGE_FREE = {"unit"}  # "131件" is "131" in English
HEAD = "alike = { $n }\n"
PLURAL = HEAD + "places = { $n } { $n ->\n    [0] none\n    [one] place\n   *[other] places, { NUMBER($n) }\n }\n"


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_says_something(lang: Lang) -> None:
    silent = {key for key in keys() if not i18n._WORDS[lang][key] or i18n._WORDS[lang][key] == [" "]}
    assert silent <= LANGUAGE_FREE and len(keys()) > 600


def test_a_number_chooses_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_WORDS", load(dict.fromkeys(LANGS, PLURAL)))
    said = ["0 none", "1 place", "2 places, 2", "2000 places, 2,000"]
    assert [t("en", "places", n=n) for n in (0, 1, 2, 2000)] == said
    assert t("ja", "places", n=1) == "1 places, 1"  # Japanese knows one form
    assert t("en", "alike", n="{ $n }") == "{ $n }"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD, "en.ftl: places: this entry is missing"),
        (PLURAL + "more = { $n }\n", "en.ftl: more: no other language has this entry"),
        (PLURAL.replace("alike = { $n }", "alike = { $m }"), "en.ftl: alike: fills in ['m'], where"),
        (PLURAL + "broken = { $n\n", "en.ftl: line 7: this is no entry of a Fluent file"),
        (PLURAL + "alike = { $n }\n", "en.ftl: line 7: an entry of this name stands above"),
        (PLURAL + "-term = Atlas\n", "en.ftl: line 7: terms and attributes are not read"),
        (PLURAL + "other = { alike }\n", "en.ftl: line 7: only variables, texts, NUMBER($n) and plural forms"),
        (PLURAL + "other = { NUMBER(1) }\n", "en.ftl: line 7: a number or a plural form follows one variable"),
    ],
)
def test_a_fault_is_told_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(DataError) as caught:
        load({"ja": PLURAL, "en": text})
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("lang", LANGS)
def test_the_browser_gets_text_and_forms_apart(lang: Lang) -> None:
    sent = spoken(lang, ("legend", "many"), "map_")
    assert sent["text"] == {"legend": t(lang, "map_legend")} and list(sent["forms"]) == ["many"]
