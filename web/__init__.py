"""The front end: ES modules for live pages, handout and static site alike, and the data that they read."""
