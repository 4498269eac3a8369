"""The map of a page: frame, projection, land, where marks and names stand, insets; and how it is drawn."""
