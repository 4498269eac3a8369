"""Tables on pages: the tabs of the overview as slides and paper."""
