"""A document in: its text with positions, out of TXT, PDF, DOCX, PPTX and HTML."""
