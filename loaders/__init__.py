"""The way in: catalogue YAML to checked records to GeoJSON, and the GeoJSON back to frames."""
