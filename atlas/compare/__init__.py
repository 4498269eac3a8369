"""Two editions compared: what changed, and how that is said."""
