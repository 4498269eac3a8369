"""The outline of a document: which part of its text is which item, under which heading, by which code."""
