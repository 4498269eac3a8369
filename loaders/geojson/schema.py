"""The properties of a feature: their order in the file and what each may hold."""

from __future__ import annotations

import math
import re
from typing import Any, Final, Literal

Kind = Literal[
    "text", "text or null", "whole number", "whole number or null", "number or null", "yes or no", "texts", "objects"
]  # fmt: skip

PROPERTIES: Final[dict[str, Kind]] = {
    "initiative": "text",
    "site": "text",
    "title_ja": "text",
    "title_en": "text",
    "short_title_ja": "text or null",
    "short_title_en": "text or null",
    "summary_ja": "text",
    "summary_en": "text",
    "focus_area": "whole number",
    "focus_area_basis": "text",
    "priority_area": "text or null",
    "themes": "texts",
    "instruments": "texts",
    "partners": "texts",
    "country": "text or null",
    "countries": "texts",
    "role": "text or null",
    "candidate": "yes or no",
    "region": "text",
    "place_ja": "text",
    "place_en": "text",
    "precision": "text",
    "basis": "text",
    "confidence": "text or null",
    "route_basis": "text or null",
    "uncertainty_km": "number or null",
    "documents": "texts",
    "mentions": "texts",
    "source": "text or null",
    "status": "text or null",
    "milestones": "objects",
    "exactness": "whole number",
    "location_reach": "whole number or null",
    "location_class": "whole number or null",
    "place": "text",
    "focus_area_reason_ja": "text or null",
    "focus_area_reason_en": "text or null",
    "note_ja": "text or null",
    "note_en": "text or null",
}
# The fields of a milestone; editions from before some of them were known lack those.
STEP: Final[dict[str, Kind]] = {
    "date": "text",
    "status": "text",
    "expected": "yes or no",
    "dated_ja": "text or null",
    "dated_en": "text or null",
    "predecessor": "yes or no",
    "candidate": "yes or no",
    "sites": "texts",
    "recipient": "text or null",
    "fiscal_year": "whole number or null",
    "amount": "number or null",
    "currency": "text or null",
    "amount_of_ja": "text or null",
    "amount_of_en": "text or null",
    "source": "text",
    "event": "text or null",
    "note_ja": "text or null",
    "note_en": "text or null",
}
ABSENT: Final[dict[Kind, Any]] = {"yes or no": False, "texts": []}

_BROKEN = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def holds(kind: Kind, value: Any) -> bool:
    """Whether a value read from JSON is of a property's kind."""
    match kind:
        case "text":
            return _is_text(value)
        case "text or null":
            return value is None or _is_text(value)
        case "whole number":
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31
        case "whole number or null":
            return value is None or holds("whole number", value)
        case "number or null":
            return value is None or is_finite(value)
        case "yes or no":
            return isinstance(value, bool)
        case "texts":
            return isinstance(value, list) and all(map(_is_text, value))
        case "objects":
            return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def is_finite(value: Any) -> bool:
    """Whether a value read from JSON is a number that a float can hold."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) < 2**63 if isinstance(value, int) else math.isfinite(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not _BROKEN.search(value)
