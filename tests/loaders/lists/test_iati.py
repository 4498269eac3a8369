"""IATI activity XML: locations, countries, words, partners, dates; streamed, and safe from entities."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.lists.remark import ListError
from tests.conftest import ROOT
from tests.loaders.lists.conftest import Take

ACTIVITY = """<iati-activity default-currency="JPY" xml:lang="en">
 <iati-identifier>XM-DAC-701-2-{n}</iati-identifier>
 <title><narrative>Suva port works {n}</narrative><narrative xml:lang="ja">スバ港の整備{n}</narrative>
  <narrative xml:lang="fr">Port de Suva</narrative></title>
 <description type="1"><narrative>Works &amp; training.</narrative></description>
 <participating-org ref="XM-DAC-701-2" type="10" role="1"><narrative>Japan International Cooperation Agency</narrative></participating-org>
 <participating-org ref="XM-DAC-46004" role="4"><narrative xml:lang="en">Asian Development Bank</narrative></participating-org>
 <activity-status code="2"/>
 <activity-date type="1" iso-date="2024-04-01"/><activity-date type="2" iso-date="2024-05-18"/>
 {where}
 <sector vocabulary="1" code="21040"><narrative>Water transport</narrative></sector>
 <transaction><value currency="JPY" value-date="2024-05-18">400000000</value></transaction>
</iati-activity>
"""
LOCATION = """<recipient-country code="FJ" percentage="100"/>
 <location ref="a"><location-reach code="1"/><location-id vocabulary="G1" code="2198148"/>
  <name><narrative>Suva</narrative></name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>{pos}</pos></point>
  <exactness code="{exact}"/><location-class code="{kind}"/></location>"""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">'


def _file(*where: str) -> str:
    return HEAD + "".join(ACTIVITY.format(n=n, where=one) for n, one in enumerate(where)) + "</iati-activities>"


def test_an_activity_with_a_location(take: Take) -> None:
    (entry,) = take(_file(LOCATION.format(pos="-18.1416 178.4415", exact=1, kind=3))).entries()
    assert entry.title == {"en": "Suva port works 0", "ja": "スバ港の整備0"}
    assert entry.summary == {"en": "Works & training."}
    assert entry.line.values["id"] == "XM-DAC-701-2-0"
    assert (entry.partners, entry.status, entry.date) == (("adb",), "under-way", "2024-05-18")
    assert "Water transport" in entry.missed[0].text("en")
    placement = entry.line.placement
    assert (placement.outcome, placement.country) == ("placed", "FJI")
    assert placement.spot and (placement.spot.lon, placement.spot.lat) == (178.4415, -18.1416)
    assert (placement.spot.precision, placement.spot.name_en) == ("site", "Suva")


@pytest.mark.parametrize(
    ("exact", "kind", "precision"), [(1, 3, "site"), (2, 3, "city"), (1, 2, "city"), (1, 1, "admin1"), (2, 1, "admin1")]
)
def test_exactness_and_class_bound_the_precision(take: Take, exact: int, kind: int, precision: str) -> None:
    (line,) = take(_file(LOCATION.format(pos="-18.1416 178.4415", exact=exact, kind=kind))).lines
    assert line.placement.spot and line.placement.spot.precision == precision


def test_countries_with_shares_places_by_name_regions_and_nothing(take: Take) -> None:
    lines = take(_file(
        '<recipient-country code="FJ" percentage="60"/><recipient-country code="TO" percentage="40"/>',
        '<recipient-country code="FJ"/><location><name><narrative>Suva</narrative></name></location>',
        '<recipient-country code="FJ"/><recipient-country code="TO"/><location><point><pos>-21.14 -175.2</pos></point></location>',
        '<recipient-region code="298"><narrative>Africa</narrative></recipient-region>', "",
        LOCATION.format(pos="178.4415 -18.1416", exact=1, kind=3),
    )).lines  # fmt: skip
    assert [(line.placement.outcome, line.placement.country) for line in lines] == [
        ("country", "FJI"), ("country", "TON"), ("placed", "FJI"), ("placed", "TON"), ("placed", None), ("unplaced", None),
        ("swap", "FJI"),
    ]  # fmt: skip
    assert [line.values.get("note") for line in lines[:2]] == ["60%", "40%"]
    assert lines[4].placement.region == "africa"
    assert [line.number for line in lines] == list(range(1, 8))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]>' + _file("&x;").removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n'), "xml_doctype"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><iati-activities/>', "xml_doctype"),
        ("<iati-organisations/>", "not_iati"), (_file("")[:-30], "xml_broken"), (HEAD + "<" * 50, "xml_broken"),
        (HEAD + "<a>" * 5_000, "xml_broken"), (HEAD + "</iati-activities>", "no_rows"),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_are_refused(take: Take, text: str, key: str) -> None:
    with pytest.raises(ListError) as caught:
        take(text)
    assert caught.value.said.key == key


def test_a_large_file_is_streamed(tmp_path: Path) -> None:
    padding = f"<transaction><value>{'1' * 200}</value></transaction>" * 30
    with (tmp_path / "large.xml").open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for number in range(1_500):
            stream.write(
                ACTIVITY.format(n=number, where=LOCATION.format(pos="-18.1416 178.4415", exact=1, kind=3) + padding)
            )
        stream.write("</iati-activities>")
    assert (tmp_path / "large.xml").stat().st_size > 10_000_000
    code = (
        "import resource, sys\nfrom loaders.lists.formats.iati import read_iati\n"
        "data = open(sys.argv[1], 'rb').read()\nbefore = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "rows = read_iati(data)\nprint(len(rows), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "large.xml"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    rows, grown = map(int, run.stdout.split())
    assert rows == 1_500
    assert grown < 40_000, f"{grown} kB more for a file of 10 MB"
