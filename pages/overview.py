"""Answers across the whole atlas: coverage and gaps, published amounts, what is new and what comes next."""

from datetime import date

from ui.frame import foot, open_page
from ui.overview.page import overview

atlas, state = open_page("pages/overview.py")
overview(atlas, state, date.today())
foot(atlas, state)
