"""What axe finds on a page and in its frames."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conftest import ROOT

# A frame has no say in the zoom of the page that holds it: streamlit-folium's own line there does nothing.
_ALL_BUT = {"exclude": [["iframe", "meta[name=viewport]"]]}
_MARK = (ROOT / "tests" / "e2e" / "looks.js").read_text("utf-8").split("*/", 1)[1].strip()
_MARKED = {"include": [["[data-look]"], ["iframe", "[data-look], html:not(:has([data-look]))"]]}
_RUN = """([context, rules]) => axe.run(context, {
    resultTypes: ["violations"], // what passes is not described node by node
    ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}),
}).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]))"""


def faults(page: Page) -> list[tuple[str, str]]:
    """Rules that a page breaks, with the element; frames are looked into as well."""
    return _told(page, _ALL_BUT)


def faint(page: Page) -> list[tuple[str, str]]:
    """Texts that cannot be read where they stand; of texts that look the same in all, six are looked at."""
    for frame in page.frames:
        if frame.url != "about:blank":
            frame.evaluate(_MARK)
    return _told(page, _MARKED if len(page.frames) > 1 else {"include": _MARKED["include"][:1]}, "color-contrast")


def _told(page: Page, context: dict[str, list[list[str]]], *rules: str) -> list[tuple[str, str]]:
    for frame in page.frames:
        if frame.url != "about:blank" and not frame.evaluate("'axe' in window"):
            frame.evaluate(Axe().axe_script)
    return [(rule, node) for rule, node in page.evaluate(_RUN, [context, rules])]
