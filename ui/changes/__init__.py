"""The page "What changed"."""
