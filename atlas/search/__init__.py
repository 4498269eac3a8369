"""The search: what has to be found of a query, what the catalogue's things are called, and what was meant."""
