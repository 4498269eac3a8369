"""What pages are made of: things to draw, type, symbols, lines."""
