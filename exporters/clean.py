"""Text fit for any page or file: one line, without control characters and lone surrogates."""

from __future__ import annotations

import re
from typing import Final

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str | None) -> str:
    """The text with what neither XML nor a page can hold made blank, in one line."""
    return " ".join(_CONTROL.sub(" ", text or "").split())


def bounded(text: str, most: int) -> str:
    """At most so many characters; what is cut off ends in an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def web(address: str | None) -> str:
    """The address when it is one of the web, else nothing: no other kind ever becomes a link."""
    return address if address and address.startswith(("http://", "https://")) else ""
