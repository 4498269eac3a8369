"""Activities as the IATI standard writes them."""
