"""Two entities that hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal["acts", "together", "place", "speech", "location", "office"]
Direction = Literal["forward", "mutual"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two entities that hang together, and the events behind it.

    Attributes:
        source: Entity id.
        target: Entity id.
        kind: ``acts``: the source does something to the target, or both to one another; ``together``: both
            have a part in events and neither acts on the other; ``place``: the source has a part in events at
            the target; ``speech``: the source speaks of the target; ``location``: the source lies in the
            target; ``office``: the source holds an office of the target.
        events: Ids of the events behind it, sorted; none where articles state it by themselves.
        articles: Ids of the articles behind it, sorted.
        weight: Independent articles behind it.
        event_type: Of the events; empty where they may be of any type, or where there are none.
        direction: ``mutual`` where source and target may change places.
        role: Role id of an office.
    """

    source: str
    target: str
    kind: RelationKind
    events: tuple[str, ...]
    articles: tuple[str, ...]
    weight: float
    event_type: str = ""
    direction: Direction = "forward"
    role: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is sorted by and known by."""
        return self.source, self.target, self.phrase

    @property
    def phrase(self) -> str:
        """What it says in English, for tables and formats without fields for it.

        >>> Relation("a", "b", "place", (), (), 1.0, "attack").phrase
        'attack in'
        """
        return {
            "acts": self.event_type,
            "together": f"together in {self.event_type}",
            "place": f"{self.event_type} in",
            "speech": "speaks of",
            "location": "located in",
            "office": f"{self.role} of",
        }[self.kind]
