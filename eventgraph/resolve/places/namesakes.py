"""Places that are named after the place around them: "Beirut port", "Port of Beirut", "مطار كابل"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from eventgraph.languages import language
from eventgraph.model import Entity
from eventgraph.names import fold


def named_within(entities: Sequence[Entity]) -> set[tuple[str, str]]:
    """Pairs of a place and the one that its name begins or ends with, unless they lie in two countries.

    >>> port = Entity("n1", "place", "Beirut port", (("en", ("Beirut port",)),), ())
    >>> city = Entity("n2", "place", "Beirut", (("en", ("Beirut",)),), ())
    >>> named_within([port, city])
    {('n1', 'n2')}
    >>> named_within([Entity("n3", "place", "Gulf of Beirut", (("en", ("Gulf of Beirut",)),), ()), city])
    set()
    """
    places = [entity for entity in entities if entity.type == "place"]
    bearers: dict[str, dict[str, Entity]] = defaultdict(dict)
    for place in places:
        for _, name in _names(place):
            bearers[name][place.id] = place
    return {
        (place.id, other.id)
        for place in places
        for code, name in _names(place)
        for inner in _inner(name, code)
        for other in bearers.get(inner, {}).values()
        if len(bearers[inner]) == 1 and _may_be_near(place, other)
    }


def _may_be_near(place: Entity, other: Entity) -> bool:
    return place is not other and place.country in (None, other.country)


def _names(place: Entity) -> Iterator[tuple[str, str]]:
    for code, names in place.names:
        yield from ((code, fold(name)) for name in names)


def _inner(name: str, code: str) -> Iterator[str]:
    """What is left of a name without the word for its kind at either end."""
    for heads, strip in zip(_kinds(code), (str.removesuffix, str.removeprefix), strict=True):
        for head in heads:
            inner = strip(name, head)
            if inner != name and inner:
                yield inner


@cache
def _kinds(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that end and that open names of places on land, with the blank beside them."""
    places = language(code).section("names").get("places", {})
    waters = frozenset(places.get("waters", ()))  # the Gulf of Aden is not in Aden
    ends: Iterable[str] = [word for word in places.get("heads", ()) if word not in waters]
    opens: Iterable[str] = [word for word in places.get("before", ()) if word not in waters]
    return (
        frozenset(" " + fold(word) for word in ends),
        frozenset(fold(word) + " " for word in opens),
    )
