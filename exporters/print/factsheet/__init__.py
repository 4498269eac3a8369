"""Fact sheets: a country or a region on A4, from the record alone."""
