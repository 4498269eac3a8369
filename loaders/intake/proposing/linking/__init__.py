"""Which items of a document tell of one initiative, and which of one that the atlas has."""
