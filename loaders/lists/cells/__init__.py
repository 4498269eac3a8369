"""Cells of a list read whole: amounts, dates, words of the vocabularies."""
