"""The map of what moved: recounted from the record, by country; no candidates, plans or corrections among it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from atlas.countries import country_name
from atlas.filter import Filter
from atlas.vocab import LANGS, STAGES, Lang
from exporters.__main__ import main
from exporters.print.content.brief import gather
from exporters.print.content.callouts import callouts_of
from exporters.print.content.moved import moved_extract
from tests import catalogue
from tests.exporters.snapshot.conftest import Take

SINCE = "2025-11-27"


def _moved() -> dict[tuple[str, str], tuple[int, int]]:
    """Every initiative that moved in a country with the stages before and since, from the released file alone."""
    stages = {code: stage for stage, codes in enumerate(STAGES, 1) for code in codes}
    steps: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for site in catalogue.FEATURES:
        about: dict[str, Any] = site["properties"]
        for step in about["milestones"]:
            if step["expected"] or step["predecessor"] or step["candidate"]:
                continue
            month = "04" if len(step["date"]) == 4 and str(step["fiscal_year"]) == step["date"] else "01"
            first = f"{step['date']}-{month}-01"[:10] if len(step["date"]) == 4 else f"{step['date']}-01"[:10]
            for country in about["countries"]:
                steps.setdefault((about["initiative"], country), []).append((first, stages.get(step["status"], 0)))
    found = {}
    for unit, some in steps.items():
        new = [stage for day, stage in some if day >= SINCE]
        if new:
            found[unit] = (max((stage for day, stage in some if day < SINCE), default=-1), max(new))
    return found


def _shown(take: Take, lang: Lang) -> Iterator[tuple[str, str]]:
    snapshot = take(Filter(), lang, style="boxes", since=SINCE)
    brief = gather(moved_extract(snapshot.extract, SINCE), snapshot.base, snapshot.options)
    for callout in callouts_of(brief):
        for item in callout.items:
            yield from ((code, country) for code in item.codes for country in callout.countries)


@pytest.mark.parametrize("lang", LANGS)
def test_every_initiative_that_moved_in_a_country_stands_in_its_box_and_no_other(take: Take, lang: Lang) -> None:
    assert {*_shown(take, lang)} == set(_moved())


@pytest.mark.parametrize("lang", LANGS)
def test_the_title_counts_countries_and_those_with_a_further_stage(take: Take, lang: Lang) -> None:
    moved = _moved()
    countries = {country for _, country in moved}
    further = {country for (_, country), (before, after) in moved.items() if after > before >= 0}
    placed = {code for code, _ in moved}
    snapshot = take(Filter(), lang, style="boxes", since=SINCE)
    title = snapshot.sheets(lang)[0].title.plain()
    told = {
        "ja": (f"うち{len(countries)}か国に{len(placed)}件", f"前の段階から進んだのは{len(further)}か国"),
        "en": (f"{len(placed)} of them in {len(countries)} countries", f"{len(further)} countries saw a further"),
    }
    assert all(text in " ".join(title.split()) for text in told[lang])
    assert not snapshot.report(lang).faults("en")


def test_an_arrow_leads_from_what_was_reached_before_to_what_is_reached_now(take: Take) -> None:
    snapshot = take(Filter(country=("BGD", "TON", "THA")), "ja", style="boxes", since=SINCE)
    brief = gather(moved_extract(snapshot.extract, SINCE), snapshot.base, snapshot.options)
    news = {callout.heading: [item.news for item in callout.items] for callout in callouts_of(brief)}
    assert news[country_name("BGD", "ja")] == ["署名 → 引渡し 2026年7月3日（報道日）"]
    assert news[country_name("TON", "ja")] == ["記録なし → 署名 2025年12月5日、3億円"]
    assert news[country_name("THA", "ja")] == ["新たに2025年12月26日 発表"]


def test_a_day_that_is_none_is_refused_in_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Any) -> None:
    flags = ["snapshot", "--format", "png", "--since", "May", "-o", str(tmp_path / "a.png")]
    assert main(flags) == 2 and "--since: 'May' is no day" in capsys.readouterr().err
