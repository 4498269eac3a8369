"""The way out: tables, spreadsheets and geodata of exactly what a filter shows."""
