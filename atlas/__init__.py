"""The domain of the FOIP Atlas: records, vocabularies, filters, counts, words."""
