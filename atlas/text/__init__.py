"""Text on its way in and out: folded for the search, escaped for Markdown and spreadsheets."""
