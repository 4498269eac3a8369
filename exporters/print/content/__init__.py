"""What a picture says: places, initiatives, what stands in which box."""
