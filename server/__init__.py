"""What stands around Streamlit: a gate, headers, the first look, a probe, and what happens at start."""
