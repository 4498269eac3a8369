"""What axe finds on a page and in its frames."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A frame has no say in the zoom of the page that holds it: streamlit-folium's own line there does nothing.
_ALL_BUT = {"exclude": [["iframe", "meta[name=viewport]"]]}


def faults(page: Page) -> list[tuple[str, str]]:
    """Rules that a page breaks, with the element; frames are looked into as well."""
    for frame in page.frames[1:]:
        if frame.url != "about:blank":
            frame.evaluate(Axe().axe_script)
    found = Axe().run(page, context=_ALL_BUT).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]
