"""Everything of Streamlit that is not a page: frame, data, state in the URL, filters, map view, record, lists."""
