"""People, organisations and places of the real world."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model.evidence import Evidence
from eventgraph.model.mention import EntityType


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the real world.

    Attributes:
        id: Content hash.
        type: Entity type.
        name: Canonical name.
        names: Names per language code, most frequent first.
        evidence: Its mentions, sorted by article and offset.
        reasons: Why these mentions are one entity, for people.
        knowledge: Id in the knowledge base, if it is known there.
        country: ISO 3166 alpha-2 code, if known.
        coordinates: Latitude and longitude in degrees, if known.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...] = ()
    knowledge: str | None = None
    country: str | None = None
    coordinates: tuple[float, float] | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that name it, sorted."""
        return tuple(sorted({evidence.article for evidence in self.evidence}))
