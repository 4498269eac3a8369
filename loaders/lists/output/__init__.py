"""An import on its way out: features, catalogue files, the report, the empty list."""
