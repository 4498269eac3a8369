"""The map on a page: the component, its scene, and the same in words."""
