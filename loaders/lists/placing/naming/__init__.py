"""Names of countries and regions: how they are written, and which region one means."""
