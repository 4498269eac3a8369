"""The briefing note as a Word document."""
