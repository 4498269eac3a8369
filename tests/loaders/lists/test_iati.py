"""IATI activity XML: locations, countries, words, partners, dates; streamed, and safe from entities."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.lists.importing import Imported
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
        ("country", "FJI"), ("country", "TON"), ("placed", "FJI"), ("placed", "TON"), ("placed", None),
        ("unplaced", None),
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


def _activity(inner: str) -> str:
    return f"<iati-activity><title><narrative>x</narrative></title>{inner}</iati-activity>"


def _take(take: Take, *inner: str, head: str = HEAD) -> Imported:
    return take(head + "".join(map(_activity, inner)) + "</iati-activities>")


OLD = """<iati-activity xml:lang="en"><iati-identifier>XX-1</iati-identifier><title>Wharf</title><title xml:lang="ja">岸壁</title>
 <description type="1">Works.</description><description type="2">Training.</description>
 <activity-status code="3"/><activity-date type="end-actual" iso-date="2015-02-01"/>
 <activity-date type="start-planned" iso-date="2013-04-01"/><participating-org role="Funding">Asian Development Bank</participating-org>
 <recipient-country code="WS" percentage="100">Samoa</recipient-country>
 <location><name>Apia</name><coordinates latitude="-13.8333" longitude="-171.7667" precision="{precision}"/></location>
</iati-activity>"""


@pytest.mark.parametrize("version", ["1.01", "1.03", "1.05"])
def test_version_1_is_read_with_its_own_words(take: Take, version: str) -> None:
    found = take(f'<iati-activities version="{version}">{OLD.format(precision=1)}</iati-activities>')
    (entry,) = found.entries()
    assert [(note.key, note.values["version"]) for note in found.notes] == [("iati_old", version)]
    assert (entry.title, entry.summary) == ({"en": "Wharf", "ja": "岸壁"}, {"en": "Works. Training."})
    assert (entry.status, entry.date, entry.partners) == ("completed", "2013-04-01", ("adb",))
    spot = entry.line.placement.spot
    assert spot and (spot.lat, spot.lon, spot.country, spot.precision) == (-13.8333, -171.7667, "WSM", "site")


@pytest.mark.parametrize(
    ("precision", "outcome"), [(2, "city"), (3, "admin1"), (4, "admin1"), (6, "country"), (9, "country")]
)
def test_precision_of_version_1_is_believed(take: Take, precision: int, outcome: str) -> None:
    (line,) = take(f'<iati-activities version="1.05">{OLD.format(precision=precision)}</iati-activities>').lines
    assert line.placement.spot and line.placement.spot.precision == outcome
    assert ("place_stands" in [said.key for said in line.placement.reasons]) is (outcome == "country")


@pytest.mark.parametrize("version", ["", "3.01", "two"])
def test_a_version_that_nobody_knows_is_said(take: Take, version: str) -> None:
    found = _take(take, '<recipient-country code="FJ"/>', head=f'<iati-activities version="{version}">')
    assert [note.key for note in found.notes] == ["iati_version"]


def test_regions_by_code_of_the_oecd_and_of_the_un(take: Take) -> None:
    codes = [
        ("1", 289),
        ("1", 679),
        ("1", 1033),
        ("", 498),
        ("2", 35),
        ("2", "030"),
        ("1", 889),
        ("1", 798),
        ("99", 498),
        ("1", 4242),
    ]
    lines = _take(take, *(f'<recipient-region vocabulary="{of}" code="{code}"/>' for of, code in codes)).lines
    assert [line.placement.region for line in lines[:6]] == [
        "africa", "south-asia", "pacific", "americas", "asean", "east-asia",
    ]  # fmt: skip
    assert [line.placement.outcome for line in lines[6:]] == ["choose", "unplaced", "unplaced", "unplaced"]
    assert [line.placement.reasons[-1].key for line in lines[7:]] == ["wide_region", "region_unknown", "region_unknown"]
    assert "4242" in lines[-1].placement.reasons[-1].text("ja")


def test_recipients_are_all_told(take: Take) -> None:
    point = "<location><point><pos>-18.1416 178.4415</pos></point></location>"
    lines = _take(
        take,
        '<recipient-country code="TO" percentage="70"/><recipient-region code="679" percentage="30"/>',
        f'<recipient-country code="FJ" percentage="70"/><recipient-country code="TO" percentage="30"/>{point}',
        f'<recipient-country code="FJ" percentage="70"/><recipient-region code="298" percentage="30"/>{point}',
        '<transaction><recipient-country code="WS"/></transaction><transaction><recipient-country code="WS"/></transaction>'
        '<transaction><recipient-country code="VU"/></transaction>',
        '<transaction><recipient-region code="298"/></transaction>', f'<recipient-region code="298"/>{point}',
    ).lines  # fmt: skip
    assert [(line.placement.country or line.placement.region, line.values.get("note")) for line in lines[:5]] == [
        ("TON", "70%"), ("south-asia", "30%"), ("FJI", "FJ 70%; TO 30%"), ("FJI", None), ("africa", "30%"),
    ]  # fmt: skip
    assert [line.placement.country or line.placement.region for line in lines[5:8]] == ["WSM", "VUT", "africa"]
    assert lines[8].placement.reasons[0].key == "outside_region"


def test_a_code_that_is_none_or_says_another_is_asked(take: Take) -> None:
    codes = [("YU", "Yugoslavia"), ("FJ", "Tonga"), ("", "Samoa"), ("fj", "Fidschi"), ("KR", "Korea, Republic of")]
    lines = _take(
        take,
        *(
            f'<recipient-country code="{code}"><narrative>{name}</narrative></recipient-country>'
            for code, name in codes
        ),
    ).lines
    assert [line.placement.country for line in lines] == [None, None, "WSM", "FJI", "KOR"]
    assert "Yugoslavia" in lines[0].placement.reasons[0].text("en")
    assert [spot.country for spot in lines[1].placement.candidates] == ["FJI", "TON"]


def test_places_by_their_number_are_found_or_said(take: Take) -> None:
    where = '<recipient-country code="{}"/><location><location-id vocabulary="{}" code="{}"/></location>'
    known = [("FJ", "G1", 2198148), ("FJ", "G1", 999999999), ("TO", "G1", 2198148), ("FJ", "A1", 1234)]
    lines = _take(
        take, *(where.format(*one) for one in known), '<location><location-id vocabulary="G1" code="2198148"/></location>',
        where.format("FJ", "G2", "n1").replace("</location>", "<name><narrative>Suva</narrative></name></location>"),
    ).lines  # fmt: skip
    assert [(line.placement.outcome, line.placement.country) for line in lines] == [
        ("placed", "FJI"), ("country", "FJI"), ("country", "TON"), ("country", "FJI"), ("placed", "FJI"), ("placed",
        "FJI"),
    ]  # fmt: skip
    assert [line.placement.reasons[0].key for line in lines[1:4]] == [
        "number_unknown",
        "number_elsewhere",
        "place_codes",
    ]
    assert lines[0].placement.spot and lines[0].placement.spot.name_en == "Suva"
    assert "G2 n1" in lines[5].placement.reasons[0].text("en")


def test_statuses_that_the_atlas_has_no_word_for_are_told(take: Take) -> None:
    entries = _take(take, *(f'<activity-status code="{code}"/>' for code in (1, 5, 6, 9))).entries()
    told = [entry.missed[0].text("en") if entry.missed else "" for entry in entries]
    assert [entry.status for entry in entries] == ["announced", None, None, None]
    assert [word in text for word, text in zip(("", "cancelled", "suspended", "9"), told, strict=True)] == [True] * 4


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("UTF-16", "utf-16"), ("Shift_JIS", "cp932"), ("Windows-31J", "cp932"), ("EUC-JP", "euc_jp"), ("UTF-8",
    "utf-8-sig")],
)  # fmt: skip
def test_encodings_that_the_file_declares(take: Take, encoding: str, codec: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><iati-activities version="2.03">{_activity("")}</iati-activities>'
    )
    sign = "①" if codec == "cp932" else ""
    (entry,) = take(text.replace(">x<", f">道路整備{sign}<").encode(codec)).entries()
    assert entry.title == {"ja": f"道路整備{sign}"}


def test_an_encoding_that_is_not_the_file_s_own_is_said(take: Take) -> None:
    text = HEAD.replace("UTF-8", "X-UNKNOWN") + "</iati-activities>"
    for data in (text.encode(), (HEAD + _activity("").replace("x", "道路") + "</iati-activities>").encode("cp932")):
        with pytest.raises(ListError) as caught:
            take(data)
        assert caught.value.said.key == "xml_encoding"


@pytest.mark.parametrize(
    "head", ['<iati-activities version="2.03" xmlns="http://example.org/iati" xmlns:ex="http://example.org/ex">',
             '<i:iati-activities version="2.03" xmlns:i="http://example.org/iati" xmlns:ex="http://example.org/ex">'],
)  # fmt: skip
def test_a_namespace_of_the_file_s_own_is_passed_over_and_others_are_not_read(take: Take, head: str) -> None:
    body = _activity('<ex:recipient-country code="TO"/><recipient-country code="FJ"/>') + "</iati-activities>"
    if head.startswith("<i:"):
        body = re.sub(r"<(/?)(?!ex:)", r"<\1i:", body)
    (line,) = take(head + body).lines
    assert (line.placement.country, line.values["title"]) == ("FJI", "x")


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
        "import resource, sys\nfrom loaders.lists.formats.iati.activities import read_iati\n"
        "data = open(sys.argv[1], 'rb').read()\nbefore = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "rows, _ = read_iati(data)\nprint(len(rows), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "large.xml"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    rows, grown = map(int, run.stdout.split())
    assert rows == 1_500
    assert grown < 40_000, f"{grown} kB more for a file of 10 MB"
