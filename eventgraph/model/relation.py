"""Two entities that hang together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """Two entities that hang together, and the events behind it."""

    source: str
    target: str
    kind: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    weight: float
