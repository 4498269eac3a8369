"""A record as a citation, plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from atlas.vocab import Lang


def citation(row: Mapping[Any, Any], documents: Mapping[str, str], edition: str, address: str, lang: Lang) -> str:
    """How to cite an initiative: title, the documents that name it, the data edition, the address.

    `documents` maps a document's key to its full title; `row` is any site of the initiative.
    """
    names = {key: [m.split(":")[1] for m in row["mentions"] if m.startswith(f"{key}:")] for key in row["documents"]}
    if lang == "ja":
        where = "、".join(f"『{documents[key]}』{'・'.join(items)}" for key, items in names.items())
        return f"FOIPアトラス「{row['title_ja']}」（{where}）、データ版{edition}、{address}"
    where = "; ".join(f"{documents[key]}, {', '.join(items)}" for key, items in names.items())
    return f"FOIP Atlas, “{row['title_en']}” ({where}), data edition {edition}, {address}"
