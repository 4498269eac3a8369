"""The rows of one IATI activity: where it is done and for whom, in the words and codes of the standard, 2.x or 1.x."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from atlas.countries import COUNTRIES
from loaders.lists.formats.grid import cell_text
from loaders.lists.formats.iati.codes import DATES, PRECISION, STATUSES, region_name
from loaders.lists.placing.naming.countrynames import read_countries

Values = dict[str, str]
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ALPHA2: Final = frozenset(country.alpha2 for country in COUNTRIES.values())
_FIRST: Final = ("2", "1", "4", "3")  # actual start, planned start, actual end, planned end
_CLASS: Final = {"1": "admin1", "2": "city", "3": "site", "4": "city"}
_LONGEST: Final = 4_000
_WHOLE: Final = ("", "100", "100.0", "100.00")


def rows_of(activity: Any) -> Iterator[Values]:
    """A row a location, a recipient country without one, a region; a row without a place where there are none."""
    common = _common(activity)
    countries, regions = (_recipients(activity, kind) for kind in ("country", "region"))
    locations = activity.findall("location")
    shares = "; ".join(f"{name} {share}%" if share else name for name, share in countries)
    where = {
        "country": "; ".join(name for name, _ in countries),
        "region": "" if countries else "; ".join(name for name, _ in regions),
    }
    for location in locations:
        yield _filled(common | where | {"note": shares if len(countries) > 1 else ""} | _location(location))
    for kind, recipients in (("country", countries), ("region", regions)):
        if locations and (kind == "country" or not countries):
            continue
        for name, share in recipients:
            yield _filled(common | {kind: name, "note": f"{share}%" if share not in _WHOLE else ""})
    if not (locations or countries or regions):
        yield common


def _filled(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}


def _recipients(activity: Any, kind: str) -> list[tuple[str, str]]:
    """The recipient countries or regions with their shares: the activity's, else those of its transactions."""
    own = activity.findall(f"recipient-{kind}")
    told = own or activity.findall(f"transaction/recipient-{kind}")
    if not own and (activity.find("recipient-country") is not None or activity.find("recipient-region") is not None):
        return []
    names = _country if kind == "country" else _region
    return list(dict.fromkeys((name, _cell(one, "percentage")) for one in told if (name := names(one))))


def _country(element: Any) -> str:
    """The code when it is one and the words do not say another; else both, so that a person sees them."""
    code, words = _cell(element, "code").upper(), _narrative(element)
    if code not in _ALPHA2:
        return f"{code} ({words})" if code and words else code or words
    said = read_countries(words).codes if words else ()
    return f"{code}; {words}" if len(said) == 1 and said != read_countries(code).codes else code


def _region(element: Any) -> str:
    """The region's name by its code, else as the file words it; a code that nobody knows is told as one."""
    code, vocabulary = _cell(element, "code"), _cell(element, "vocabulary")
    return region_name(code, vocabulary) or _narrative(element) or (f"region code {code}" if code else "")


def _common(activity: Any) -> Values:
    dates = {DATES.get(_cell(one, "type"), _cell(one, "type")): one for one in activity.findall("activity-date")}
    days = {kind: _cell(one, "iso-date") or _text(one) for kind, one in dates.items()}
    status = activity.find("activity-status")
    code = _cell(status, "code") if status is not None else ""
    sectors = [*activity.findall("sector"), *activity.findall("transaction/sector")]
    return _filled({
        "id": cell_text(activity.findtext("iati-identifier")),
        **_narratives(activity.findall("title"), "title", activity),
        **_narratives(activity.findall("description"), "summary", activity),
        "themes": "; ".join(dict.fromkeys(_narrative(one) or _cell(one, "code") for one in sectors)),
        "partners": "; ".join(dict.fromkeys(_organisations(activity))),
        "status": STATUSES.get(code) or (_narrative(status) or code if status is not None else ""),
        "date": next((days[kind][:10] for kind in _FIRST if days.get(kind)), ""),
    })  # fmt: skip


def _location(location: Any) -> Values:
    """A place by its point, its number in GeoNames, its name; codes that cannot be looked up here are told."""
    numbers, others = _ids(location)
    old = location.find("coordinates")
    exact = _cell(old, "precision") if old is not None else _code(location, "exactness")
    position = cell_text(location.findtext("point/pos"))
    if old is not None and not position:
        position = " ".join((_cell(old, "latitude"), _cell(old, "longitude"))).strip()
    precision = PRECISION.get(exact, "") if old is not None else _exactness(location, exact)
    found = _narratives(location.findall("name"), "place", location)
    found["note"] = "; ".join(_narratives(location.findall("description"), "x", location).values())[:_LONGEST]
    if precision == "country":  # the point of a capital or of the middle, which stands for the whole
        return _filled({"stands": exact, "note": "; ".join(found.values())})
    return _filled(
        found
        | {"coordinates": position, "precision": precision, "geonames": numbers[0] if numbers else ""}
        | {"codes": "" if position or numbers else ", ".join(others), "country": _of_place(location)}
    )


def _exactness(location: Any, exact: str) -> str:
    kind = _code(location, "location-class")
    if _code(location, "location-reach") == "2":  # where those who benefit live, not where it is done
        return "admin1"
    return "city" if exact == "2" and kind != "1" else _CLASS.get(kind, "")


def _ids(location: Any) -> tuple[list[str], list[str]]:
    """Numbers in GeoNames, and the other codes of a place with their vocabulary; 1.x calls GeoNames GEO."""
    new = [*location.findall("location-id"), *location.findall("administrative")]
    codes = [(_cell(one, "vocabulary"), _cell(one, "code")) for one in new]
    codes += [(_cell(one, "gazetteer-ref"), _text(one)) for one in location.findall("gazetteer-entry")]
    numbers = [code for source, code in codes if source in ("G1", "GEO") and code.isdecimal()]
    return numbers, [f"{source} {code}".strip() for source, code in codes if code and code not in numbers]


def _of_place(location: Any) -> str:
    """The country that a place of 1.x names for itself."""
    codes = [_cell(one, "country").upper() for one in location.findall("administrative")]
    return next((code for code in codes if code in _ALPHA2), "")


def _organisations(activity: Any) -> Iterator[str]:
    for one in activity.findall("participating-org"):
        if name := _narrative(one) or _cell(one, "ref"):
            yield name


def _cell(element: Any, name: str) -> str:
    return cell_text(element.get(name)).strip()


def _code(element: Any, name: str) -> str:
    child = element.find(name)
    return _cell(child, "code") if child is not None else ""


def _text(element: Any) -> str:
    return " ".join(cell_text("".join(element.itertext())).split())[:_LONGEST]


def _narratives(elements: Iterable[Any], name: str, owner: Any) -> Values:
    """The words by language: Japanese, English, else whichever comes first; several elements one after the other."""
    default, found = _inherited(owner), dict[str, str]()
    for element in elements:
        own: Values = {}
        for narrative in element.findall("narrative") or [element]:
            language = (narrative.get(_LANG) or element.get(_LANG) or default).lower()[:2]
            if text := _text(narrative):
                own.setdefault(f"{name}_{language}" if language in ("ja", "en") else name, text)
        for key, text in own.items():
            found[key] = f"{found[key]} {text}"[:_LONGEST] if key in found else text
    return found


def _inherited(element: Any) -> str:
    """The language that holds for an element, from those round it."""
    while element is not None:
        if language := element.get(_LANG):
            return str(language)
        element = element.getparent()
    return ""


def _narrative(element: Any) -> str:
    """The English words, else the first."""
    found = _narratives([element], "x", element)
    return found.get("x_en") or next(iter(found.values()), "")
