"""A reviewed draft as files of the data folder: what is new, what is added to files that are there, what is left."""
