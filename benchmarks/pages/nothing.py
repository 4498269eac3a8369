"""The floor with a server: a page whose rerun draws nothing but one changed word."""

import streamlit as st

st.set_page_config(layout="wide")
st.session_state.setdefault("n", 0)


def _count() -> None:
    st.session_state["n"] += 1


st.button("Filter", key="filter", on_click=_count)
with st.container(key="said"):
    st.text(f"run {st.session_state['n']}")
