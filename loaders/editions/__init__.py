"""Released editions: kept, compared, and refused when they have lost too much."""
