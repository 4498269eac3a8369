"""Editions in PostgreSQL with PostGIS."""
