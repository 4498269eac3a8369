"""The review of a new document: asked for here, gone through in the visitor's browser."""
