"""The atlas with response headers and a log: `streamlit run serve.py`, which is what `make run` does."""

import streamlit as st

from server.first_look import routes
from server.lifespan import MIDDLEWARE, life, told

app = st.App("app.py", routes=routes(), middleware=MIDDLEWARE, lifespan=life, on_script_error=told)
