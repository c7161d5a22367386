"""Large towns around the places of a corpus, so that a reader of the map knows where this is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventgraph.knowledge import Entry, entries

_MOST = 90
_LEAST = 400_000  # inhabitants
_MARGIN = 6.0  # degrees around the outermost places


def around(
    coordinates: Sequence[tuple[float, float]], language: str
) -> list[tuple[str, float, float]]:
    """The most populous towns near any of those places: name, latitude, longitude.

    Args:
        coordinates: Latitudes and longitudes in degrees.
        language: ISO 639-1 code that towns are named in, where a name is known.

    >>> around([], "en")
    []
    >>> "Cairo" in [name for name, _, _ in around([(30.0, 31.0)], "en")]
    True
    """
    if not coordinates:
        return []
    towns = sorted(_inside(coordinates), key=lambda town: (-town.population, town.id))
    return [
        (town.name(language), round(town.latitude, 2), round(town.longitude, 2))
        for town in towns[:_MOST]
        if town.latitude is not None and town.longitude is not None
    ]


def _inside(coordinates: Sequence[tuple[float, float]]) -> Iterable[Entry]:
    south, north = min(c[0] for c in coordinates), max(c[0] for c in coordinates)
    west, east = min(c[1] for c in coordinates), max(c[1] for c in coordinates)
    for entry, _ in entries.read("cities.tsv", "place", 0, {}):
        if entry.population < _LEAST or entry.latitude is None or entry.longitude is None:
            continue
        if (
            south - _MARGIN <= entry.latitude <= north + _MARGIN
            and west - _MARGIN <= entry.longitude <= east + _MARGIN
        ):
            yield entry
