"""The atlas's own GeoJSON: its rules, its properties, and how it is read back."""
