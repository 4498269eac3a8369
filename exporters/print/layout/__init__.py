"""Where things stand on pages: head and foot, lists, boxes and their lines, what goes on which page."""
