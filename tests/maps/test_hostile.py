"""Any text reaches the browser as data: the map's script names none of it, and no template reads it."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from atlas import vocab
from maps.own import Option, OwnScene, drawn_options, own_sites
from maps.payload import payload
from maps.world import Scene, visible, world_map
from tests.exporters.worlds import BASE
from tests.maps.conftest import Context
from tests.strategies import HostileWorld, few, raw, texts, worlds

SCENE = Scene("features-x.json", "land-x.json", None, "failed")


@given(world=worlds(BASE, keys=True))
@few(8)
def test_the_payload_holds_every_word_as_it_is(world: HostileWorld, context: Context) -> None:
    for lang in vocab.LANGS:
        text = json.dumps(payload(world.sites, lang, context, {}), ensure_ascii=False, allow_nan=False)
        for site, (key, row) in zip(json.loads(text)["sites"], world.sites.iterrows(), strict=True):
            assert (site["id"], site["initiative"]) == (key, row["initiative"])
            assert (site["title"], site["summary"]) == (row[f"title_{lang}"], row[f"summary_{lang}"])
            assert site["place"].startswith(row[f"place_{lang}"])


@given(world=worlds(BASE, keys=True), words=st.lists(texts(), min_size=2, max_size=2), chosen=raw())
@few(8)
def test_the_call_is_one_literal_that_nothing_reads_as_markup(
    world: HostileWorld, words: list[str], chosen: str, context: Context
) -> None:
    sites = own_sites(world.sites, {}, "en", context)
    own = OwnScene(sites=sites, options=drawn_options([Option("A", words[0], 1.0, 2.0)]))
    told = [site["title"] for site in json.loads(zlib.decompress(base64.b64decode(sites)))]
    assert told == world.sites["title_en"].tolist() and own["options"][0]["text"] == words[0]
    scene = replace(SCENE, selected=chosen, failed=words[1], own=own)
    group = visible(np.ones(3, dtype=bool), scene)
    (call,) = [child.code for child in group._children.values() if hasattr(child, "code")]
    found = re.fullmatch(r'atlas\.show\("((?:[A-Za-z0-9]|\\u[0-9a-f]{4})*)"\);', call)
    assert found, call[:300]
    sent = json.loads(json.loads(f'"{found[1]}"'))
    assert (sent["selected"], sent["failed"], sent["own"]) == (chosen, words[1], own)


def test_the_map_itself_is_the_same_for_all_data() -> None:
    first, second = (re.sub(r"[0-9a-f]{32}", "", str(world_map().get_root().render())) for _ in range(2))
    assert first == second and not [text for text in ("1337", "evil.example") if text in first]
