"""A page per region and per country."""

from datetime import date

from ui.frame import foot, open_page
from ui.regions.page import regions

atlas, state = open_page("pages/regions.py")
regions(atlas, state, date.today())
foot(atlas, state)
