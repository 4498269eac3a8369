"""Pictures, slides and packs of a filter: what stands where on a page, and its files."""
