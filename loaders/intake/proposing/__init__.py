"""From the items of a document to what each may be: clues with where they stand, and an entry for the catalogue."""
