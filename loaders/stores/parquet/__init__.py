"""Editions as GeoParquet."""
