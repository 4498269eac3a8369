"""Streamlit's log-in cookie, read outside of a page: its files must not be open to whoever knows their names.

Streamlit tells pages who is logged in (`st.user`), but no middleware. Tried with 1.67; tests/access/test_oidc.py fails
where a later one writes its cookie in another way, and nobody is let in then: pages say so, files stay closed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

_COOKIE: Final = "_streamlit_user"


def claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said of whoever sends these cookies; nothing where the signature is not the server's."""
    from streamlit.auth_util import get_origin_from_redirect_uri
    from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

    try:
        found = json.loads(_get_signed_cookie_with_chunks(dict(cookies), _COOKIE) or b"{}")
    except ValueError:
        return {}
    known = found.get("is_logged_in") is True and found.get("origin") == get_origin_from_redirect_uri()
    return found if known else {}
