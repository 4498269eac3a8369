"""A list of the visitor's own on the map, for this session only."""

from ui.frame import foot, open_page, today
from ui.imports.brought import remember
from ui.imports.page import import_page
from ui.visitors import may_edit

atlas, state = open_page("pages/import.py")
if may_edit(state.lang):
    remember(state.lang, asks=True)
    import_page(atlas, state, today())
foot(atlas, state)
