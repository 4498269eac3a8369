"""What the words of a document say: countries, organisations, themes, dates; and how they are read."""
