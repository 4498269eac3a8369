"""All sites or initiatives of the filter, sortable."""

from ui.frame import foot, open_page

atlas, state = open_page("pages/table.py")
foot(atlas, state)
