"""Which entities hang together: by the events that they share, weighted by independent articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from eventgraph.model import Direction, Event, Participant, Relation, RelationKind

# What two roles in an event make of their bearers; all others are only together in it.
_BETWEEN: Mapping[frozenset[str], RelationKind] = {
    frozenset({"agent", "patient"}): "acts",
    frozenset({"agent", "participant"}): "acts",
    frozenset({"participant"}): "acts",
    frozenset({"agent", "beneficiary"}): "acts",
    frozenset({"source", "agent"}): "speech",
    frozenset({"source", "patient"}): "speech",
}


class Tie(NamedTuple):
    """Two entities and what some events make of them; see `Relation`."""

    source: str
    target: str
    kind: RelationKind
    event_type: str


MOST = (
    12  # participants of one event that are paired; a list of forty names says nothing of any two
)


def relate(events: Sequence[Event], independent: Mapping[str, str]) -> tuple[Relation, ...]:
    """Relations between entities that take part in the same events, sorted.

    Args:
        events: Of the corpus.
        independent: Article id to the id of the first of its syndicated copies: copies of one text
            count once.
    """
    found: dict[Tie, set[str]] = defaultdict(set)
    forward: set[Tie] = set()  # those where the source acts on the target in one event at least
    for event in events:
        if event.status != "negated":
            for tie, direction in _pairs(event):
                found[tie].add(event.id)
                if direction == "forward":
                    forward.add(tie)
    articles = {event.id: event.articles for event in events}
    made = (
        _relation(
            tie, "forward" if tie in forward else "mutual", sorted(ids), articles, independent
        )
        for tie, ids in found.items()
    )
    return tuple(sorted(made, key=lambda relation: relation.key))


def _pairs(event: Event) -> Iterator[tuple[Tie, Direction]]:
    roles: dict[str, str] = {}
    for participant in (*event.participants, *(Participant(p, "place") for p in event.places)):
        roles.setdefault(participant.entity, participant.role)
    chosen = sorted(roles, key=lambda entity: (roles[entity] == "place", entity))[:MOST]
    for a, b in combinations(sorted(chosen), 2):
        if roles[b] == "agent" and roles[a] != "agent":
            a, b = b, a  # noqa: PLW2901 - who acts stands first
        yield _tie(event.type, (a, roles[a]), (b, roles[b]))


def _tie(event_type: str, first: tuple[str, str], second: tuple[str, str]) -> tuple[Tie, Direction]:
    """What an event makes of two entities with their roles in it; who acts stands first, places last."""
    (a, one), (b, other) = first, second
    if "place" in (one, other):
        kind: RelationKind = "together" if one == other else "place"
        if one == "place" != other:
            a, b = b, a
    else:
        kind = _BETWEEN.get(frozenset({one, other}), "together")
    if kind == "speech":
        event_type = ""
        if other == "source":
            a, b = b, a
    mutual = kind == "together" or one == other
    return Tie(a, b, kind, event_type), "mutual" if mutual else "forward"


def _relation(
    tie: Tie,
    direction: Direction,
    events: Sequence[str],
    articles: Mapping[str, tuple[str, ...]],
    independent: Mapping[str, str],
) -> Relation:
    behind = sorted({article for event in events for article in articles[event]})
    weight = len({independent.get(article, article) for article in behind})
    return Relation(
        tie.source,
        tie.target,
        tie.kind,
        tuple(events),
        tuple(behind),
        float(weight),
        tie.event_type,
        direction,
    )
