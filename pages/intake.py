"""A new document, item by item, from a draft to the catalogue; for this session only."""

from ui.frame import foot, open_page
from ui.intake.page import intake_page
from ui.visitors import may_edit

atlas, state = open_page("pages/import.py")
if may_edit(state.lang):
    intake_page(atlas, state)
foot(atlas, state)
