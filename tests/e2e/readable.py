"""What axe finds on a page and in its frames."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A frame has no say in the zoom of the page that holds it: streamlit-folium's own line there does nothing.
_ALL_BUT = {"exclude": [["iframe", "meta[name=viewport]"]]}
_RUN = """([context, rules]) => axe.run(context, {
    resultTypes: ["violations"], // what passes is not described node by node
    ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}),
}).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]))"""


def faults(page: Page, *rules: str) -> list[tuple[str, str]]:
    """Rules that a page breaks, of all or of some, with the element; frames are looked into as well."""
    for frame in page.frames:
        if frame.url != "about:blank" and not frame.evaluate("'axe' in window"):
            frame.evaluate(Axe().axe_script)
    return [(rule, node) for rule, node in page.evaluate(_RUN, [_ALL_BUT, rules])]
