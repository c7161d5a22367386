"""Events at the places that have coordinates, for the formats that are maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.model import Corpus, Entity, Event


@dataclass(frozen=True, slots=True)
class Located:
    """An event at one of its places.

    Attributes:
        event: The event.
        place: The place entity.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    event: Event
    place: Entity
    latitude: float
    longitude: float

    @property
    def id(self) -> str:
        """One id per pair, for an event may have several places."""
        return f"{self.event.id}-{self.place.id}"


def located(corpus: Corpus) -> Iterator[Located]:
    """Each event at each of its places that has coordinates, in order of time."""
    places = {entity.id: entity for entity in corpus.entities if entity.coordinates}
    for event in sorted(corpus.events, key=lambda event: event.chronology):
        for place in (places[id_] for id_ in event.places if id_ in places):
            if place.coordinates:
                yield Located(event, place, *place.coordinates)


def unlocated(corpus: Corpus) -> int:
    """How many events no map can show."""
    return len(corpus.events) - len({at.event.id for at in located(corpus)})
