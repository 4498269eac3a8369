"""A page per region and per country."""

from ui.frame import foot, open_page

atlas, state = open_page("pages/regions.py")
foot(atlas, state)
