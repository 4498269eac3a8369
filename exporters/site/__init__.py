"""Pages that need no server: the static site and the handout."""
