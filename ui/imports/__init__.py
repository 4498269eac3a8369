"""The import page and the list of a session."""
