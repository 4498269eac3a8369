"""The atlas with response headers and a log: `streamlit run serve.py`, which is what `make run` does."""

import streamlit as st

from server.first_look import routes
from server.lifespan import MIDDLEWARE, life, require_project, told

require_project()
app = st.App("app.py", routes=routes(), middleware=MIDDLEWARE, lifespan=life, on_script_error=told)
