"""Briefings by recipe: a text file that says which pages a briefing has, made anew from whatever data."""
