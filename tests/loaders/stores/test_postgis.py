"""PostGIS alone: the index is used, readers need no more than to read, and every fault is one sentence of our own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import psycopg
import pytest

from atlas.errors import DataError
from atlas.filter import Filter
from atlas.geo.box import Box
from benchmarks.stores import copy_sites, indexes, scans
from loaders.stores import Contents, store_of
from loaders.stores.postgis import store as postgis
from loaders.stores.postgis.asking import current
from loaders.stores.postgis.connection import connected, parameters_of
from loaders.stores.postgis.store import PostgisStore
from loaders.stores.postgis.write import write_postgis
from scripts.postgis import cluster, restart
from tests import catalogue
from tests.conftest import PASSWORD
from tests.loaders.stores import databases
from tests.loaders.stores.conftest import changed, held

FIJI = Box(176, -20, -178, -15)


@pytest.fixture
def store(home: str, edition: Contents) -> Iterator[PostgisStore]:
    """A database with the committed catalogue."""
    write_postgis(home, held(edition))
    found = PostgisStore(home)
    yield found
    found.close()


def fault(do: Any) -> str:
    """The one sentence that something fails with; it never has the password in it."""
    with pytest.raises(DataError) as caught:
        do()
    told = str(caught.value)
    assert len(caught.value.problems) == 1 and "\n" not in told
    assert PASSWORD not in told and "secret" not in repr(caught.value) and caught.value.__cause__ is None
    return told


def test_the_box_query_uses_the_index_at_fifty_thousand_rows(store: PostgisStore, home: str, edition: Contents) -> None:
    with connected(parameters_of(home, "x"), write=True, seconds=60) as line:
        copy_sites(line, held(edition), 50_000)
    for filter_ in (Filter(), Filter(focus=("3",))):
        for box, least in ((FIJI, 100), (Box(178, -19, 179, -18), 10)):
            plan = store.plan(filter_, box)["Plan"]
            assert "site_geom" in set(indexes(plan)) and "Seq Scan" not in set(scans(plan))
            assert len(store.select(filter_, box)) > least
    plan = store.plan(Filter(country=("TON",), instrument=("osa",)))["Plan"]
    assert set(indexes(plan)) == {"site_words"}


def test_a_reader_needs_no_more_than_to_read(store: PostgisStore, home: str, postgis_server: str) -> None:
    address = databases.reader(postgis_server, home)
    reader = PostgisStore(address)
    assert reader.read() == store.read() and reader.select(Filter(), FIJI) == store.select(Filter(), FIJI)
    assert len(list(reader.features(Filter(focus=("3",))))) == len(catalogue.sites({"focus": ["3"]}))
    assert "does not let this user" in fault(lambda: write_postgis(address, held(store.read())))
    refused = pytest.raises(psycopg.errors.ReadOnlySqlTransaction)
    with connected(parameters_of(home, "x")) as line, refused, line.transaction():
        line.execute("DELETE FROM foip_atlas.current")
    write_postgis(home, held(reader.read()))
    assert len(reader.select(Filter())) == len(catalogue.FEATURES), "grants outlive an edition"
    reader.close()


def test_a_gis_sees_the_current_edition(store: PostgisStore, home: str) -> None:
    write_postgis(home, held(store.read()))
    with psycopg.connect(home) as line:
        rows = line.execute("SELECT id, title_ja, focus_area, ST_AsText(geom) FROM foip_atlas.current_site").fetchall()
    known = {site["id"]: site["properties"] for site in catalogue.FEATURES}
    assert {row[:3] for row in rows} == {(key, one["title_ja"], one["focus_area"]) for key, one in known.items()}


def test_an_edition_that_fails_half_way_leaves_the_old_one(
    store: PostgisStore, home: str, edition: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = held(changed(edition, lambda properties: properties.update(title_en="Never seen")))
    monkeypatch.setattr("loaders.stores.postgis.write._POINT", "SELECT %s / 0")
    assert fault(lambda: write_postgis(home, other)) == "PostGIS: the database answers with an error (SQLSTATE 22012)"
    assert store.read() == edition
    with psycopg.connect(home) as line:
        assert line.execute("SELECT count(*) FROM foip_atlas.edition").fetchall() == [(1,)]


def test_two_publishers_take_turns(
    store: PostgisStore, home: str, edition: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = [changed(edition, partial(dict.update, title_en=f"By {n}")) for n in range(3)]
    ready = [held(one) for one in editions]
    threads = [threading.Thread(target=write_postgis, args=(home, one)) for one in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.read() in editions
    monkeypatch.setattr("loaders.stores.postgis.connection.CONNECT_SECONDS", 1)
    with psycopg.connect(home) as line:
        line.execute("SELECT pg_advisory_xact_lock(4207197335)")
        assert "being published to by another" in fault(lambda: write_postgis(home, ready[0]))


def test_every_fault_is_a_sentence_without_the_password(home: str, postgis_server: str, edition: Contents) -> None:
    store = PostgisStore(home)
    assert "secret" not in f"{store!r} {vars(store)['_line']!r}"
    assert fault(store.read) == "PostGIS: the database holds no edition yet; python -m loaders publish fills it"
    wrong = home.replace("postgres:", "postgres:wrong-")
    assert "refuses this user or password" in fault(PostgisStore(wrong).read)
    nowhere = databases.address(postgis_server, "nowhere")
    assert "no database of this name" in fault(lambda: PostgisStore(nowhere).select(Filter()))
    away = "postgresql://atlas:secret@127.0.0.1:9/atlas"
    for do in (PostgisStore(away).stamp, PostgisStore(away).read, lambda: list(PostgisStore(away).features(Filter()))):
        assert "cannot be reached" in fault(do)
    for bad in ("postgresql://[secret", "postgresql://h/?secret=1", "postgresql://h:1/d?sslmode"):
        assert fault(partial(store_of, bad)).startswith("ATLAS_DATA: is no address")
    store.close()


def test_a_database_without_postgis_or_of_another_layout(postgis_server: str, edition: Contents) -> None:
    with databases.database(postgis_server, spatial=False) as here:
        write_postgis(here, held(edition))  # its owner may add PostGIS
        with psycopg.connect(here) as line:
            line.execute("UPDATE foip_atlas.version SET number = 99")
        store, begun = PostgisStore(here), time.monotonic()
        for do in (store.read, store.stamp, lambda: write_postgis(here, held(edition))):
            assert "another layout than this atlas (4)" in fault(do)
        assert time.monotonic() - begun < postgis.AWAY_SECONDS, "a page that could not read asks for no second answer"
        store.close()
    with databases.database(postgis_server, spatial=False) as here:
        databases.run(here, "CREATE SCHEMA foip_atlas")
        user = databases.reader(postgis_server, here)
        assert "its keeper installs it and runs CREATE EXTENSION" in fault(lambda: write_postgis(user, held(edition)))


def test_the_database_is_asked_once_a_second_by_one(store: PostgisStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[float]()

    def counted(line: Any) -> Any:
        asked.append(time.monotonic())
        return current(line)

    monkeypatch.setattr("loaders.stores.postgis.store.current", counted)
    threads = [threading.Thread(target=lambda: [store.stamp() for _ in range(2000)]) for _ in range(4)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(asked) <= 1 + (time.monotonic() - begun) / postgis.ASKED_SECONDS


def test_what_is_too_large_or_takes_too_long_is_refused(
    store: PostgisStore, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgis, "MAX_BYTES", 100_000)
    assert "ask it by python -m loaders query" in fault(store.read)
    assert len(store.select(Filter())) == len(catalogue.FEATURES)
    with connected(parameters_of(home, "x"), seconds=1) as line:
        monkeypatch.setattr(store._line, "_connection", line)
        assert "took too long" in fault(lambda: store._line.ask(lambda one: one.execute("SELECT pg_sleep(9)")))


def test_a_server_that_goes_and_comes_back(edition: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgis, "ASKED_SECONDS", 0.0)
    monkeypatch.setattr(postgis, "AWAY_SECONDS", 0.0)
    with cluster() as address:
        write_postgis(address, held(edition))
        store = PostgisStore(address)
        before = store.stamp()
        restart(address, "stop")
        assert "cannot be reached" in fault(store.stamp) and "cannot be reached" in fault(store.read)
        restart(address, "start")
        assert store.stamp() == before and store.read() == edition
        restart(address, "stop")
        restart(address, "start")
        assert store.stamp() == before, "a connection that broke meanwhile is made anew"
        store.close()
