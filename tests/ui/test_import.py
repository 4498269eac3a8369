"""The import page: a list is taken in, shown, settled by hand and given back; only in its own session."""

from __future__ import annotations

import base64
import csv
import io
import json
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from pptx import Presentation
from pptx.oxml.ns import qn
from streamlit.testing.v1 import AppTest

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.print.pictures import PICTURES, Snapshot
from loaders.geojson.schema import PROPERTIES
from tests import catalogue, hostile
from tests.conftest import ROOT
from tests.ui.conftest import Open
from tests.ui.reading import part, texts
from ui.imports.page import files_of
from ui.imports.session import click
from ui.jobs.list_memory import Kept
from ui.safe import md

PAGE = "pages/import.py"
INITIATIVES = len({site["properties"]["initiative"] for site in catalogue.FEATURES})
LIST = (
    "事業名,国,場所,緯度,経度,重点分野\n"
    "警備艇,フィジー,スバ,,,3\n"
    "ケーブル,ツバル,,,,1\n"
    "橋,米国,Springfield,,,2\n"
    "送電線,ケニア,,39.6682,-4.0435,2\n"
    "調査,ズブロフカ,,,,1\n"
)


def _uploaded(open_page: Open, data: bytes | str, name: str = "list.csv", lang: Lang = "en") -> AppTest:
    at = open_page(PAGE, lang=lang)
    content = data.encode() if isinstance(data, str) else data
    at.get("file_uploader")[0].upload(name, content, "text/csv")  # type: ignore[union-attr]
    return at.run()


@pytest.mark.parametrize(
    ("sent", "name"),
    [("甲 %225x7%22 一覧.csv", '甲 "5x7" 一覧.csv'), ("100% %22A%22.csv", '100% "A".csv'), ("a%0D%0Ab.csv", "a b.csv")],
)
def test_a_file_is_called_by_its_own_name(open_page: Open, sent: str, name: str) -> None:
    at = _uploaded(open_page, LIST, sent)
    assert _kept(at).name == name
    assert f"**{md(name)}**" in texts(at)


def _kept(at: AppTest) -> Kept:
    found = at.session_state["list-kept"]
    assert isinstance(found, Kept)
    return found


def _press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def _table(at: AppTest) -> pd.DataFrame:
    (table,) = at.dataframe
    return table.value


def _file(at: AppTest, name: str) -> bytes:
    """What a deferred download gives."""
    (button,) = [one for one in at.get("download_button") if one.proto.id.endswith(f"list-{name}")]
    assert button.proto.deferred_file_id
    found = _kept(at)
    return next(make() for _, make, file, _ in files_of(found, "en", date(2026, 11, 22)) if file == name)


@pytest.mark.parametrize("lang", LANGS)
def test_it_asks_for_a_list_and_offers_templates(open_page: Open, lang: Lang) -> None:
    at = open_page(PAGE, lang=lang)
    assert not at.exception and not at.error
    assert t(lang, "import_title") in texts(at)
    assert len(at.get("file_uploader")) == 1 and len(at.get("download_button")) == 4


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_is_shown_with_its_result_and_reason(open_page: Open, lang: Lang) -> None:
    at = _uploaded(open_page, LIST, lang=lang)
    assert not at.exception and not at.error
    rows = _table(at)
    assert list(rows["row"]) == [2, 3, 4, 5, 6]
    outcomes = ["placed", "country", "choose", "swap", "unplaced"]
    assert [text.casefold() for text in rows["outcome"]] == [t(lang, f"import_outcome_{one}") for one in outcomes]
    assert all(rows["why"])
    other: Lang = "en" if lang == "ja" else "ja"
    assert t(lang, "import_another") in texts(at) and t(other, "import_another") not in texts(at)


def test_rows_can_be_filtered_by_their_result(open_page: Open) -> None:
    at = _press(_uploaded(open_page, LIST), "outcome-swap")
    assert list(_table(at)["row"]) == [5]
    assert len(_table(_press(at, "outcome-all"))) == 5


def test_a_candidate_is_chosen_and_the_choice_taken_back(open_page: Open) -> None:
    at = _press(_uploaded(open_page, LIST), "import-next")
    assert "Springfield" in part(at, "import-detail")
    at.radio(key="candidate-4").set_value(1).run()
    at = _press(at, "import-use")
    placement = _kept(at).entries[2].line.placement
    assert placement.outcome == "placed" and placement.spot == placement.candidates[1]
    assert list(_table(_press(at, "outcome-placed"))["row"]) == [2, 4]
    at = _press(at, "import-undo")
    assert _kept(at).entries[2].line.placement.outcome == "choose"


def test_a_swap_is_accepted(open_page: Open) -> None:
    at = _press(_press(_uploaded(open_page, LIST), "outcome-swap"), "import-next")
    at = _press(at, "import-use")
    spot = _kept(at).entries[3].line.placement.spot
    assert spot is not None and (spot.lon, spot.lat) == (39.6682, -4.0435)


def test_all_swaps_at_once(open_page: Open) -> None:
    at = _uploaded(open_page, LIST + "送電線２,ケニア,,39.67,-4.04,2\n")
    at = _press(at, "import-swaps")
    assert [entry.line.placement.outcome for entry in _kept(at).entries].count("swap") == 0


def test_the_map_has_the_list_beside_the_atlas(open_page: Open, drawn: list[dict[str, Any]]) -> None:
    at = _press(_uploaded(open_page, LIST), "import-next")
    assert not at.exception
    own = _own(drawn[-1])
    assert [site["title"] for site in own["sites"]] == ["警備艇", "ケーブル"]
    assert all(site["own"] for site in own["sites"])
    assert [one["letter"] for one in own["options"]] == ["A", "B", "C"]


def test_a_click_on_the_map_chooses_a_candidate_or_a_row(open_page: Open) -> None:
    at = _press(_uploaded(open_page, LIST), "import-next")
    found = _kept(at)
    with pytest.MonkeyPatch.context() as patch:
        state: dict[str, Any] = {"list-row": 4}
        patch.setattr(st, "session_state", state)
        click({"option": 2}, found)
        click({"option": 9}, found)
        click("nonsense", found)
        assert state == {"list-row": 4, "candidate-4": 2}
        click({"id": found.entries[0].id}, found)
        assert state["list-row"] == 2


def _own(sent: dict[str, Any]) -> Any:
    script = str(sent["feature_group"])
    text = script.split('atlas.show("', 1)[1].split('")', 1)[0]
    scene = json.loads(text.encode().decode("unicode_escape"))
    return scene["own"] | {"sites": json.loads(zlib.decompress(base64.b64decode(scene["own"]["sites"])))}


def test_the_files_hold_the_list_as_it_was_settled(open_page: Open) -> None:
    at = _press(_press(_uploaded(open_page, LIST), "import-next"), "import-use")
    report = list(csv.DictReader(io.StringIO(_file(at, "report.csv").decode("utf-8-sig"), newline="")))
    assert [line["outcome"] for line in report] == ["placed", "country", "placed", "swap", "unplaced"]
    assert len(json.loads(_file(at, "placed.geojson"))["features"]) == 3
    with zipfile.ZipFile(io.BytesIO(_file(at, "catalogue.zip"))) as archive:
        assert len([name for name in archive.namelist() if name.startswith("catalogue/")]) == 5


def test_the_list_is_a_frame_for_exports_and_only_in_its_session(open_page: Open) -> None:
    at = _uploaded(open_page, LIST)
    frame = _kept(at).frame
    assert list(frame.columns) == [*PROPERTIES, "geometry"] and len(frame) == 5
    assert list(frame.geometry.isna()) == [False, False, True, True, True]
    other = open_page(PAGE, lang="en")
    assert "list-kept" not in other.session_state and len(other.get("file_uploader")) == 1


def test_a_briefing_shows_the_list_the_atlas_or_both(open_page: Open) -> None:
    at = _uploaded(open_page, LIST).switch_page("pages/briefing.py").run()
    for source, number in (("list", 5), ("both", 5 + INITIATIVES), ("atlas", INITIATIVES)):
        at.segmented_control(key="brief-data").set_value(source).run()
        assert not at.exception and t("en", "brief_check_all", n=number) in texts(at)
        assert bool(at.code) == (source == "atlas"), "no command can make a picture of a list that lies nowhere"


def test_a_briefing_of_the_list_names_it_and_leads_nowhere(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Snapshot] = []

    def noted(*values: Any) -> Snapshot:
        made.append(Snapshot(*values))
        return made[-1]

    monkeypatch.setattr("ui.briefing.page.Snapshot", noted)
    at = _uploaded(open_page, LIST, "予定 <b>.csv").switch_page("pages/briefing.py").run()
    assert not at.exception and made[-1].file_name("pptx").startswith("foip-atlas-list_")
    (file,) = PICTURES["pptx"].make(made[-1])
    slide = Presentation(io.BytesIO(file.data)).slides[0]
    words = "".join(node.text or "" for node in slide._element.iter(qn("a:t")))
    assert "予定 <b>.csv" in words and "http" not in words
    assert all(title in words for title in _kept(at).frame["title_en"])


def test_a_filter_that_the_list_knows_nothing_of_shows_none_of_it(open_page: Open) -> None:
    at = _uploaded(open_page, LIST)
    at.query_params["country"] = "VNM"
    at.switch_page("pages/briefing.py").run()
    assert t("en", "brief_check_all", n=0) in texts(at)


def test_another_list_takes_its_place(open_page: Open) -> None:
    at = _press(_uploaded(open_page, LIST), "import-another")
    assert "list-kept" not in at.session_state and len(at.get("file_uploader")) == 1


BAD = {"x.pdf": b"%PDF-1.7", "../../etc/passwd": b"root:x:0:0", "![a](http://127.0.0.1:9/p.png).csv": b"{{7*191}}"}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_list_gives_one_sentence(open_page: Open, name: str) -> None:
    at = _uploaded(open_page, BAD[name], name)
    assert not at.exception and "list-kept" not in at.session_state
    (error,) = at.error
    assert md(name.rsplit("/", 1)[-1]) in error.value or md(name) in error.value
    assert error.value.endswith("\\.")


def _snapshot() -> set[tuple[str, int, int]]:
    folders = (ROOT / "data", ROOT / "static", ROOT / ".cache")
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    found = [path for path in found if not path.name.startswith("coast-")]  # of any map that is drawn beside this test
    return {(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in found}


@pytest.mark.usefixtures("processes")
def test_an_upload_touches_no_file_of_the_server(open_page: Open, tmp_path: Path) -> None:
    _uploaded(open_page, LIST)  # whatever the first visit of all writes
    before = _snapshot()
    _press(_press(_uploaded(open_page, LIST), "import-next"), "import-use")
    assert _snapshot() == before


@pytest.mark.parametrize("text", [hostile.TEXT, "=1+1"])
def test_hostile_text_is_literal_wherever_the_page_says_it(
    open_page: Open, drawn: list[dict[str, Any]], text: str
) -> None:
    quoted = text.replace('"', '""')
    data = f'事業名,国,場所,備考\n"{quoted}","{quoted}","{quoted}","{quoted}"\n"{quoted}",フィジー,"{quoted}",\n'
    at = _uploaded(open_page, data)
    assert not at.exception
    assert text[:300] in set(_table(at)["title"])
    at.session_state["list-row"] = 3
    at = at.run()
    assert not at.exception
    assert part(at, "import-detail").count(md(text)) >= 2
    assert hostile.EVALUATED not in texts(at)
    assert [site["title"] for site in _own(drawn[-1])["sites"]] == [text]
