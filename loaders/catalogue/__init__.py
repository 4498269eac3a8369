"""The catalogue that people write: YAML files to checked records, and these to the GeoJSON."""
