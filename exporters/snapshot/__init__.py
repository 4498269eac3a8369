"""The picture of a filter: what stands where on a page, before anybody draws it."""
