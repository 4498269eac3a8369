"""Geodata: GeoPackage, GeoJSON and KML."""
