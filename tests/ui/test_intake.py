"""The review's server side: what a browser sends is not trusted, and a draft in a briefing says that it is one."""

from __future__ import annotations

import base64
import gzip
from datetime import date

import pytest

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.jobs.worker_process import WorkError
from exporters.print.pictures import Snapshot
from loaders.intake.draftfile import MAX_BYTES, draft_bytes, read_draft
from loaders.intake.drafting import draft_of
from loaders.intake.finding import find_places
from loaders.intake.preview import preview
from loaders.lists.remark import ListError
from tests import catalogue
from tests.e2e.statement import statement
from tests.ui.conftest import Open
from ui.intake.preview import DraftOnMap
from ui.intake.session import unpacked


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def test_a_draft_comes_back_as_the_browser_packs_it() -> None:
    draft = draft_of(statement("ja").encode(), "a.txt", None, ("FJI",), catalogue.DATA)
    assert read_draft(unpacked(_packed(draft_bytes(draft)))) == draft


@pytest.mark.parametrize("sent", [None, 7, "", "%%%", "bm8=", _packed(bytes(MAX_BYTES + 1)), _packed(b"{}" * 9)[:-12]])
def test_what_is_no_packed_draft_or_a_bomb_is_refused(sent: object) -> None:
    with pytest.raises(ListError):
        unpacked(sent)


def test_a_place_beyond_the_gazetteer_is_found_in_the_country_or_nowhere_else() -> None:
    found = find_places("Labasa", ["FJI"], catalogue.DATA)
    assert [(one.country, round(one.lat), one.name.en) for one in found] == [("FJI", -16, "Labasa")]
    assert find_places("Suva", ["FJI"], catalogue.DATA) == (), "the gazetteer has it"
    assert find_places("Nowhere at all", [], catalogue.DATA) == ()


@pytest.mark.parametrize("lang", LANGS)
def test_a_draft_in_a_briefing_is_marked_as_one(open_page: Open, monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    seen: list[Snapshot] = []

    def held(snapshot: Snapshot, key: object, session: str) -> None:
        seen.append(snapshot)
        raise WorkError("enough was seen")

    draft = draft_of(statement(lang).encode(), "a.txt", None, ("FJI",), catalogue.DATA)
    at = open_page("pages/briefing.py", lang=lang, country="FJI")
    monkeypatch.setattr("ui.briefing.page._preview", held)
    at.run()
    found = preview(draft, catalogue.DATA, date(2027, 5, 1))
    at.session_state["intake-preview-drawn"] = DraftOnMap(draft.source.key, draft.source.sha256[:12], found)
    at.run()
    before, after = seen
    assert (before.own, before.options.marking) == (False, "")
    assert (after.own, after.options.marking) == (True, t(lang, "intake_marking"))
    assert after.options.title == t(lang, "intake_draft_title", title=draft.source.title.model_dump()[lang])
    titles = after.extract.sites[f"title_{lang}"]
    assert len(titles) and titles.str.startswith(t(lang, "intake_draft_title", title="")).all()
