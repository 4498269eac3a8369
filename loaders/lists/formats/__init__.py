"""What people upload, read as rows of text: kinds told by content, limits on every byte."""
