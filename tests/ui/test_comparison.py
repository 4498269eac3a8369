"""The comparison recounted from the catalogue's features: nothing lost, nothing twice, every gap and every sum."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas import vocab
from atlas.regional import Subject, subject
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.ui.conftest import Open
from tests.ui.reading import literal, mounted, part, parts, tell, texts

PAGE = "pages/overview.py"
WISHES: tuple[dict[str, str], ...] = (
    {},
    {"focus": "3"},
    {"focus": "1,3", "status": "signed,announced"},
    {"theme": "osa-equipment,cybersecurity"},
    {"year": "2024"},
    {"instrument": "loan", "focus": "0"},
)
TOGETHER = (
    ("VNM", "PHL"),
    ("FJI", "TON", "asean"),
    ("IDN", "VNM", "THA", "PHL"),
    ("BRN", "SGP"),
    ("FJI", "pacific"),
    ("THA", "FJI", "VNM"),
)
Table = dict[str, Any]


class Recount:
    """What the features say of some subjects under a filter."""

    def __init__(self, codes: tuple[str, ...], wish: dict[str, str]) -> None:
        self.wish = {facet: values.split(",") for facet, values in wish.items()}
        self.subjects = [subject(code) for code in codes]
        self.own = [self._ids({one.facet: [one.code]}) for one in self.subjects]
        self.every = set[str]().union(*self.own)

    def _ids(self, more: catalogue.Wish) -> set[str]:
        return {site["properties"]["initiative"] for site in catalogue.sites({**self.wish, **more})}

    def wide(self, region: str) -> set[str]:
        """What stands for a whole region."""
        return self._ids({"region": [region], "precision": ["region"]})

    def common(self, some: set[str]) -> int:
        """How many of some initiatives more than one subject has."""
        return sum(sum(id_ in own for own in self.own) > 1 for id_ in some)


def _first(initiative: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = [site["properties"] for site in catalogue.FEATURES]
    return next(row for row in rows if row["initiative"] == initiative)


def _tables(open_page: Open, codes: tuple[str, ...], wish: dict[str, str], lang: Lang) -> dict[str, Table]:
    at = open_page(PAGE, lang=lang, tab="compare", compare=",".join(codes), **wish)
    assert not at.exception and not at.warning
    return {one["key"]: one for one in mounted(at)["tables"]["tables"]}


def _columns(row: list[dict[str, Any]]) -> list[tuple[dict[str, Any], set[int]]]:
    """The cells of a row of themes with the subjects that they stand under."""
    spans = [cell.get("span", 1) for cell in row]
    ends = list(accumulate(spans))
    return [(cell, set(range(end - span - 1, end - 1))) for cell, span, end in zip(row, spans, ends, strict=True)][1:]


@pytest.mark.parametrize("wish", WISHES, ids=str)
@pytest.mark.parametrize("codes", TOGETHER, ids=",".join)
def test_each_initiative_stands_once_under_its_main_theme(
    open_page: Open, codes: tuple[str, ...], wish: dict[str, str]
) -> None:
    told, table = Recount(codes, wish), _tables(open_page, codes, wish, "en")["compare"]
    stood: dict[str, set[int]] = {}
    theme, seen = "", list[str]()
    for row in table["rows"]:
        theme = row[0]["text"] or theme
        assert sum(cell.get("span", 1) for cell in row) == len(codes) + 1
        for cell, columns in _columns(row):
            if "id" in cell:
                seen.append(cell["id"])
                stood[cell["id"]] = columns
                assert vocab.THEMES[_first(cell["id"])["themes"][0]].en == theme
            if cell.get("kind") == "again":
                [id_] = [id_ for id_ in stood if catalogue.title(id_, "en") == cell["text"]]
                stood[id_] |= columns
    assert sorted(seen) == sorted(told.every)
    assert stood == {id_: {at for at, own in enumerate(told.own) if id_ in own} for id_ in told.every}


@pytest.mark.parametrize("wish", WISHES, ids=str)
@pytest.mark.parametrize("codes", TOGETHER, ids=",".join)
def test_the_numbers_add_up(open_page: Open, codes: tuple[str, ...], wish: dict[str, str]) -> None:
    told, tables = Recount(codes, wish), _tables(open_page, codes, wish, "ja")
    rows = [*tables["compare-numbers"]["rows"], *tables["compare-numbers"]["foot"]]
    asked = told.wish.get("focus", list("1230"))
    areas = [code for code in "1230" if code in asked and len(asked) > 1]
    for some, row in zip([*told.own, told.every], rows, strict=True):
        common = told.common(some)
        by_area = [sum(str(_first(id_)["focus_area"]) == code for id_ in some) for code in areas]
        assert [cell["value"] for cell in row[1:-1]] == [len(some), *by_area, common, len(some) - common]
    also = [len(told.wide(one.region) - own) if one.facet == "country" else None
            for one, own in zip(told.subjects, told.own, strict=True)]  # fmt: skip
    assert [row[-1].get("value") for row in rows[:-1]] == also
    apart = {key: {row[0].get("id") for row in one["rows"]} for key, one in tables.items()}
    regions = {one.region for one in told.subjects if one.facet == "country"}
    expected = {f"compare-{code}": told.wide(code) - told.every for code in regions}
    assert {key: apart[key] for key in apart.keys() - {"compare", "compare-numbers"}} == {
        key: found for key, found in expected.items() if found
    }
    assert rows[-1][-1]["value"] == sum(map(len, expected.values()))
    for key, found in expected.items():
        reached = [told.wide(key[8:]) - own for one, own in zip(told.subjects, told.own, strict=True)
                   if one.facet == "country" and one.region == key[8:]]  # fmt: skip
        above = len(set[str]().union(*reached) & told.every)
        said = t("ja", "compare_wide", n=len(found)) + (t("ja", "compare_above", n=above) if above else "")
        assert not found or tables[key]["note"] == said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("codes", TOGETHER, ids=",".join)
def test_a_gap_is_where_a_subject_has_nothing_under_a_theme(
    open_page: Open, codes: tuple[str, ...], lang: Lang
) -> None:
    told, table = Recount(codes, {}), _tables(open_page, codes, {}, lang)["compare"]
    found, theme = set[tuple[str, int]](), ""
    for row in table["rows"]:
        theme = row[0]["text"] or theme
        for cell, columns in _columns(row):
            if cell.get("kind") == "gap":
                [at] = columns
                found.add((theme, at))
                assert cell["text"] == t(lang, "compare_gap", name=told.subjects[at].name(lang))
                assert cell["sub"] == _beside(told, theme, at, lang)
    main = {id_: vocab.THEMES[_first(id_)["themes"][0]].text(lang) for id_ in told.every}
    assert found == {
        (theme, at)
        for theme in main.values()
        for at, own in enumerate(told.own)
        if theme not in {main[id_] for id_ in own}
    }


def _beside(told: Recount, theme: str, at: int, lang: Lang) -> str:
    """What a gap says of the same theme elsewhere."""
    one, [code] = told.subjects[at], [code for code, name in vocab.THEMES.items() if name.text(lang) == theme]
    other = sum(code in _first(id_)["themes"] for id_ in told.own[at])
    wide = told.wide(one.region) - told.own[at] if one.facet == "country" else set()
    reached = sum(_first(id_)["themes"][0] == code for id_ in wide)
    said = [t(lang, "compare_other", n=other)] * bool(other)
    said += [t(lang, "compare_reached", n=reached, name=Subject("region", one.region).name(lang))] * bool(reached)
    return ("／" if lang == "ja" else " · ").join(said)


def test_viet_nam_beside_the_philippines_on_security(open_page: Open) -> None:
    """Read by hand from the catalogue's files."""
    tables = _tables(open_page, ("VNM", "PHL"), {"focus": "3"}, "ja")
    assert [[cell["text"] for cell in row] for row in tables["compare-numbers"]["rows"]] == [
        ["ベトナム", "3", "1", "2", "8"], ["フィリピン", "14", "1", "13", "7"]]  # fmt: skip
    cells = [[(cell["text"], cell.get("sub", "")) for cell in row] for row in tables["compare"]["rows"]]
    more = ("", "")
    assert cells == [
        [("OSA供与", "4件"), ("OSAの規模・対象国・分野の拡大", "発表 2025年4月28日"),
         ("フィリピンへの沿岸監視レーダー供与（OSA、令和5年度）", "引渡し 2026年2月11日\u30006億円（2023年）")],
        [more, more,
         ("フィリピンへの複合艇・沿岸監視レーダー等供与（OSA、令和6年度）", "署名 2024年12月5日\u300016億円")],
        [more, more, ("フィリピンへの複合艇格納施設・進水路の整備（OSA、令和7年度）", "署名 2026年1月15日\u30009億円")],
        [("海洋状況把握", "2件"),
         ("ASEANへの海洋監視システムの導入", "両国に共通の一つの取組／日付の記録なし／連携：海上保安庁")],
        [more, more, ("海洋状況把握（MDA）の日米比協力", "発表 2024年4月11日／連携：米国")],
        [("災害管理", "2件"),
         ("日米豪印人道支援・災害救援（HADR）パートナーシップ", "発表 2024年9月21日／連携：米国、豪州ほか1"),
         ("日米比の人道支援・災害救援訓練", "発表 2024年4月11日／連携：米国")],
        [("サイバー", "3件"), ("ベトナムの記載なし", "ASEAN全体の取組3件が及ぶ"),
         ("日米豪比のサイバー演習", "日付の記録なし／連携：米国、豪州")],
        [more, more, ("日米比サイバー・デジタル対話", "発表 2024年4月11日／連携：米国")],
        [more, more, ("日米豪印サイバー・チャレンジと能力構築", "日付の記録なし／連携：米国、豪州ほか1")],
        [("海上保安", "2件"),
         ("ベトナムの記載なし", "このテーマも含む取組1件がほかの行にある／ASEAN全体の取組1件が及ぶ"),
         ("日米比海上保安機関の合同訓練", "発表 2024年4月11日／連携：米国、海上保安庁ほか2")],
        [more, more, ("フィリピン沿岸警備隊への巡視船供与", "実施中 2024年4月11日／連携：フィリピン沿岸警備隊")],
        [("防衛協力", "1件"), ("ベトナムの記載なし", ""),
         ("日米比の海上共同訓練・防衛協力", "発表 2024年4月11日／連携：米国、豪州")],
        [("法執行", "1件"), ("ベトナムの記載なし", ""),
         ("域内諸国への海上法執行の研修・支援（日米比）", "発表 2024年4月11日／連携：米国")],
        [("外交・枠組み", "1件"), ("ベトナムの記載なし", ""),
         ("日米フィリピン海洋協議", "発表 2024年4月11日／連携：米国")],
    ]  # fmt: skip


def _pills(at: AppTest) -> Any:
    [found] = [one for one in at.get("button_group") if "compare" in str(one.key)]
    return found


def _url(at: AppTest) -> dict[str, str]:
    return {name: one if isinstance(one, str) else ",".join(one) for name, one in dict(at.query_params).items()}


@pytest.mark.parametrize("lang", LANGS)
def test_without_codes_it_invites_and_a_second_click_answers(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, tab="compare", focus="3")
    assert not at.exception and "tables" not in mounted(at) and not at.get("download_button")
    assert t(lang, "compare_first") in part(at, "overview-choice")
    assert subject("asean").name(lang) in _pills(at).options and subject("BRN").name(lang) in _pills(at).options
    at = _pills(at).set_value(["VNM"]).run()
    assert literal(t(lang, "compare_second", name=subject("VNM").name(lang))) in literal(part(at, "overview-choice"))
    at = _pills(at).set_value(["PHL", "VNM"]).run()
    assert _url(at) == {"lang": lang, "focus": "3", "tab": "compare", "compare": "VNM,PHL"}
    assert mounted(at)["tables"]["tables"][1]["rows"] and "overview-choice" not in parts(at)


def test_what_is_filtered_for_is_compared_until_somebody_chooses(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", tab="compare", country="VNM,PHL", region="asean")
    heads = [cell["text"] for cell in mounted(at)["tables"]["tables"][1]["head"][0][1:]]
    assert heads == [subject(code).name("en") for code in _url(at)["country"].split(",")]
    at = _pills(at).set_value(["PHL", "VNM", "FJI"]).run()
    assert _url(at) == {"lang": "en", "tab": "compare", "compare": "VNM,PHL,FJI"}


def test_a_fifth_is_not_taken(open_page: Open) -> None:
    at = open_page(PAGE, lang="en", tab="compare", compare="VNM,PHL,FJI,TON")
    at = _pills(at).set_value(["VNM", "PHL", "FJI", "TON", "SGP"]).run()
    assert _url(at)["compare"] == "VNM,PHL,FJI,TON" and sorted(_pills(at).value) == ["FJI", "PHL", "TON", "VNM"]


@pytest.mark.parametrize("lang", LANGS)
def test_codes_that_mean_nothing_are_named_in_a_sentence(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang, tab="compare", compare="VNM,<b>mars</b>,PHL,vnm")
    assert not at.exception and len(at.warning) == 1
    said = literal(at.warning[0].value)
    assert said == literal(t(lang, "unknown", values="")) + "compare=<b>mars</b> compare=vnm"
    assert mounted(at)["tables"]["tables"][1]["rows"]


def test_nothing_under_a_filter_is_said(open_page: Open) -> None:
    tables = _tables(open_page, ("NRU", "BTN"), {"focus": "3"}, "ja")
    assert tables["compare"]["rows"] == [] and tables["compare"]["empty"] == t("ja", "compare_none")


def test_a_country_of_the_list_and_of_its_page_leads_there(open_page: Open) -> None:
    at = tell(open_page(lang="en", country="VNM", focus="3"), "panel", visit="compare:VNM")
    assert not at.exception and "overview-choice" in parts(at) and subject("VNM").name("en") in texts(at)
    assert _url(at) == {"lang": "en", "focus": "3", "tab": "compare", "compare": "VNM"}
