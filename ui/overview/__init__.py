"""The overview: where something is listed and where nothing is, published amounts, what moved and what comes."""
