"""Places for the gazetteer from offline sources, at build time."""
