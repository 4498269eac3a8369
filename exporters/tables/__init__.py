"""Tables: CSV and XLSX of exactly what a filter shows."""
