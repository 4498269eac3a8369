"""Foreign ground: what leans on the inside of a library that does not promise it, one file a library."""
