"""A new document: read, proposed item by item, reviewed by an officer, taken into the catalogue."""
