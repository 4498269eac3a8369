"""One initiative in full, beside the map and on its own page."""
