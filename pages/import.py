"""A list of the visitor's own on the map, for this session only."""

from datetime import date

from ui.frame import foot, open_page
from ui.import_page import import_page

atlas, state = open_page("pages/import.py")
import_page(atlas, state, date.today())
foot(atlas, state)
