"""Answers across the whole atlas: coverage and gaps, published amounts, what is new and what comes next."""

from ui.frame import foot, open_page, today
from ui.overview.page import overview

atlas, state = open_page("pages/overview.py")
overview(atlas, state, today())
foot(atlas, state)
