"""The pages that the atlas is measured beside; each is a script of its own."""
