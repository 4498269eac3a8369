"""The briefing page, and the button that saves what is on screen as a picture."""
