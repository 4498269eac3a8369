"""Filters, cards, lists and the table: what the map page and the table page share."""
