"""What `adapters/leaflet.js` leans on still holds; each failure says what an upgrade of Leaflet broke."""

from __future__ import annotations

from importlib.resources import files

import pytest

from maps.scripts import join
from tests.conftest import ROOT
from tests.e2e.servers import chromium

BROKEN = {
    "waits": "afterZoom acts during an animated zoom, which overrules it: what tells of one, if not _animatingZoom?",
    "arrives": "an animated zoom no longer ends where it was sent: the test itself needs another way to start one",
    "limits": "leastZoom: setting the option minZoom no longer holds, or moves the map: see what setMinZoom does now",
    "exact": "viewExactly pans by whole pixels: setView has no option reset any more that keeps it from that",
    "popups": "popupIntoView does not bring a popup into a map that became smaller: what has become of _adjustPan?",
    "flat": "marks move in three dimensions again, a layer each: what has become of Marker._setPos and _icon?",
    "drawn": "countries are not drawn: see what Canvas asks of a path (_project, _pxBounds, _update, _updatePath)",
    "blue": "countries keep their tone when it changes: see Canvas._redraw, _redrawBounds and _updatePaths",
    "apart": "all that lies between two countries is drawn anew: see Canvas._extendRedrawBounds and _redrawBounds",
    "follows": "the finer coast is not drawn when it comes: does Path.redraw no longer project the path?",
}


@pytest.fixture(scope="module")
def found() -> dict[str, bool]:
    """What a page with Leaflet answers."""
    leaflet = files("xstatic.pkg.leaflet") / "data"
    with chromium() as browser:
        page = browser.new_page()
        page.add_style_tag(content=(leaflet / "leaflet.css").read_text("utf-8"))
        for text in ((leaflet / "leaflet.js").read_text("utf-8"), join(ROOT / "tests" / "adapters" / "leaflet.js")):
            page.add_script_tag(content=text)
        answers: dict[str, bool] = page.evaluate("tried()")
        return answers


@pytest.mark.parametrize("name", BROKEN)
def test_leaflet_does_inside_what_the_map_leans_on(found: dict[str, bool], name: str) -> None:
    assert found[name], BROKEN[name]


def test_every_question_is_asked(found: dict[str, bool]) -> None:
    assert set(found) == set(BROKEN)
