"""Entities as the store holds them: the evidence, which may be of thousands of articles, stands apart."""

from __future__ import annotations

from dataclasses import replace

from eventgraph.model import Entity, Evidence
from eventgraph.store.packing import pack, plain, unpack
from eventgraph.store.split_records import Halved, Halves


class Entities(Halved[Entity]):
    """Entities whose heads lack their evidence.

    >>> oslo = Entity("e1", "place", "Oslo", (), ())
    >>> Entities([halves(oslo)])[0] == oslo
    True
    """

    @staticmethod
    def head(data: bytes) -> Entity:
        """The entity without its evidence."""
        return unpack(Entity, data)

    @staticmethod
    def whole(head: bytes, rest: bytes) -> Entity:
        """The entity."""
        return replace(unpack(Entity, head), evidence=unpack(tuple[Evidence, ...], rest))


def halves(entity: Entity) -> Halves:
    """An entity without its evidence, and this."""
    return plain(replace(entity, evidence=())), pack(entity.evidence)
