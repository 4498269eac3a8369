"""The land under the map: every country where it lies, in the tone that says whether anything stands there."""

from __future__ import annotations

from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit

SHOWN, BARE = [203, 212, 207, 255], [223, 228, 224, 255]
# What the canvas holds at the label point of each country in view that is wide enough for a point of its own.
_TONES = """() => {
    const canvas = document.querySelector(".leaflet-land-pane canvas"), box = canvas.getBoundingClientRect();
    const ctx = canvas.getContext("2d"), k = canvas.width / box.width, size = map.getSize();
    const name = Object.keys(parent.atlasFiles).find((one) => one.startsWith("features-"));
    return parent.atlasFiles[name].then(({ countries }) => Object.fromEntries(Object.entries(countries)
        .filter(([, one]) => !one.tiny && one.rank <= RANK)
        .map(([id, one]) => [id, map.latLngToContainerPoint([one.y, one.x])])
        .filter(([, at]) => at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y)
        .map(([id, at]) => [id, [...ctx.getImageData((at.x - box.left) * k, (at.y - box.top) * k, 1, 1).data]])));
}"""


def test_every_country_is_painted_where_it_lies(visit: Open) -> None:
    page = visit("/?lang=en&view=20,150,1.5")
    page.shows(catalogue.FEATURES, "en")
    for view, rank, least in (([20, 150, 1.5], 4, 70), ([5, 118, 4.6], 5, 8), ([-6, 145, 7.4], 9, 1)):
        page.map.evaluate(_LOOK, view)
        page.map.wait_for_function("document.documentElement.layout")
        tones = page.map.evaluate(_TONES.replace("RANK", str(rank)))
        there = {code for one in catalogue.FEATURES for code in one["properties"]["countries"]}
        whole = {code: tone for code, tone in tones.items() if tone[3] == 255}
        assert all(tone[3] for tone in tones.values())  # the narrowest islands fill part of a pixel
        assert len(whole) >= least
        assert whole == {code: SHOWN if code in there else BARE for code in whole}
    _southern_sakhalin_and_the_kurils_take_nobodys_tone(page)


_LOOK = "([lat, lon, zoom]) => { map.setView([lat, lon], zoom, { animate: false }); }"
# The features, as if every site were in Russia and Japan.
_RUSSIA_EVERYWHERE = """() => {
    const files = parent.atlasFiles, name = Object.keys(files).find((one) => one.startsWith("features-"));
    files[name] = files[name].then((data) => ({ ...data,
        sites: data.sites.map((site) => ({ ...site, countries: ["RUS", "JPN"] })) }));
    delete document.documentElement.dataset.shown;
}"""


def _southern_sakhalin_and_the_kurils_take_nobodys_tone(page: Visit) -> None:
    page.map.evaluate(_RUSSIA_EVERYWHERE)
    page.button("focus-1").click()
    page.map.wait_for_function("document.documentElement.dataset.shown")
    page.map.evaluate(_LOOK, [47.6, 149.5, 6.3])
    page.map.wait_for_function("document.documentElement.layout")
    neutral = page.map.evaluate(_AT, [[142.73, 46.96], [143.2, 49.6], [150.068, 45.978], [155.995, 50.572]])
    owned = page.map.evaluate(_AT, [[143.0, 51.0], [157.2, 51.5], [142.9, 43.9], [147.872, 45.085]])
    assert neutral == [BARE] * 4
    assert owned == [SHOWN] * 4


def test_a_filter_changes_the_tone_of_what_it_takes_away(visit: Open) -> None:
    page = visit("/?lang=en&region=pacific")
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    before = page.map.evaluate(_TONES.replace("RANK", "3"))
    page.button("clear").click()
    page.shows(catalogue.FEATURES, "en")
    assert before["AUS"] == BARE
    assert page.map.evaluate(_TONES.replace("RANK", "3"))["AUS"] == SHOWN


# What the canvas holds at some places (lon, lat).
_AT = """(places) => {
    const canvas = document.querySelector(".leaflet-land-pane canvas"), box = canvas.getBoundingClientRect();
    const ctx = canvas.getContext("2d"), k = canvas.width / box.width;
    return places.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]))
        .map((at) => [...ctx.getImageData((at.x - box.left) * k, (at.y - box.top) * k, 1, 1).data]);
}"""


def test_the_finer_coast_comes_with_zoom_six_a_country_at_a_time(visit: Open) -> None:
    """Johor's river mouth is land on the coarser coast, Singapore's east is sea."""
    page = visit("/about?lang=en")
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.page.goto(page.page.url.replace("/about?lang=en", "/?lang=en&view=1.35,103.9,5.9"))
    page.shows(catalogue.FEATURES, "en")
    page.map.wait_for_function("document.documentElement.layout")
    assert [name for name in asked if name.startswith("coast-")] == []
    page.map.evaluate("() => { map.setView([1.35, 103.9], 10, { animate: false }); }")
    page.map.wait_for_function(
        f"(([river, east]) => !river[3] && east[3] === 255)(({_AT})([[104.0012, 1.5725], [103.978, 1.3447]]))"
    )
    assert {name.split("-")[1] for name in asked if name.startswith("coast-")} == {"SGP", "MYS", "IDN", "lines"}


# How many pixels are clearly other than when this was first asked: on edges a box drawn by itself differs by a shade.
_OTHERS = """() => {
    const canvas = document.querySelector(".leaflet-land-pane canvas");
    const now = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const then = (window.then ||= now);
    let others = 0;
    for (let i = 0; i < now.length; i += 4) others += [0, 1, 2, 3].some((k) => Math.abs(now[i + k] - then[i + k]) > 18);
    return others;
}"""


def test_land_painted_anew_in_parts_is_the_same_land(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    frame = page.map
    assert frame.evaluate(_OTHERS) == 0
    page.button("focus-1").click()
    page.shows(catalogue.sites({"focus": ["1"]}), "en")
    assert frame.evaluate(_OTHERS) > 500
    page.button("focus-1").click()
    page.shows(catalogue.FEATURES, "en")
    assert frame.evaluate(_OTHERS) == 0
    assert frame.evaluate(_TONES.replace("RANK", "3"))["AUS"] == SHOWN
    page.choose("region", "pacific")
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    assert frame.evaluate(_TONES.replace("RANK", "3"))["AUS"] == BARE
