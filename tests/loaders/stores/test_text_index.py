"""Free text in PostGIS: on an index where the database has trigrams of Japanese, and right without."""

from __future__ import annotations

from contextlib import closing

import psycopg
import pytest

from atlas.filter import Filter
from loaders.stores import Contents
from loaders.stores.command import publish
from loaders.stores.postgis import write
from loaders.stores.postgis.sql import lines
from loaders.stores.postgis.store import PostgisStore
from tests import catalogue
from tests.loaders.stores import databases
from tests.loaders.stores.conftest import held

# One and two letters have no trigram, the rest have.
TEXTS = (
    "海",
    "豪",
    "安全",
    "od",
    "フィジー",
    "サイバーセキュリティ",
    "fiji",
    "patrol boats フィジー",
    "ＯＳＡ供与",
    "ｼﾝｶﾞﾎﾟｰﾙ",
)


def _right(home: str) -> None:
    with closing(PostgisStore(home)) as store:
        for text in TEXTS:
            assert store.select(Filter(q=text)) == [one["id"] for one in catalogue.sites({}, text)], text


def test_long_words_use_the_index_and_short_ones_are_right(home: str, edition: Contents) -> None:
    assert write.write_postgis(home, held(edition)).indexed
    _right(home)
    with psycopg.connect(home) as line:
        line.execute("INSERT INTO foip_atlas.word SELECT edition, 1000000 + n, NULL, ' harbour no. ' || n"
                     " FROM foip_atlas.current, generate_series(1, 50000) AS n")  # fmt: skip
        line.execute("ANALYZE foip_atlas.word")
        ((edition_now,),) = line.execute("SELECT edition FROM foip_atlas.current").fetchall()
        asked = lines(edition_now, ("フィジー",))
        assert asked
        plan = "\n".join(row for (row,) in line.execute("EXPLAIN " + asked.text, asked.values))
    assert "word_line" in plan


def test_without_trigrams_it_is_said_and_right(
    postgis_server: str, edition: Contents, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(write, "_EXTENSION", "CREATE EXTENSION atlas_has_none_of_this_name")
    with databases.database(postgis_server) as home:
        assert publish(home, str(catalogue.DATA)) == 0
        told = capsys.readouterr()
        assert "pg_trgm" in told.err and f"{len(catalogue.FEATURES)} sites published" in told.out
        _right(home)


def test_a_locale_that_knows_no_letters_of_japanese_is_told(postgis_server: str, edition: Contents) -> None:
    databases.run(postgis_server, "CREATE DATABASE atlas_c TEMPLATE template0 LOCALE 'C'")
    home = databases.address(postgis_server, "atlas_c")
    try:
        assert not write.write_postgis(home, held(edition)).indexed
        _right(home)
    finally:
        databases.run(postgis_server, "DROP DATABASE atlas_c WITH (FORCE)")
