"""Which entities hang together: by the events that they share, weighted by independent articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from eventgraph.model import Event, Participant, Relation

# What two roles in an event of a type make of their bearers; {type} is the event's type.
_BETWEEN: Mapping[frozenset[str], str] = {
    frozenset({"agent", "patient"}): "{type}",
    frozenset({"agent", "participant"}): "{type}",
    frozenset({"participant"}): "{type}",
    frozenset({"agent", "beneficiary"}): "{type}",
    frozenset({"source", "agent"}): "speaks of",
    frozenset({"source", "patient"}): "speaks of",
}
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
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for event in events:
        if event.status != "negated":
            for source, target, kind in _pairs(event):
                found[source, target, kind].add(event.id)
    articles = {event.id: event.articles for event in events}
    return tuple(
        _relation(key, sorted(ids), articles, independent) for key, ids in sorted(found.items())
    )


def _pairs(event: Event) -> Iterator[tuple[str, str, str]]:
    roles: dict[str, str] = {}
    for participant in (*event.participants, *(Participant(p, "place") for p in event.places)):
        roles.setdefault(participant.entity, participant.role)
    chosen = sorted(roles, key=lambda entity: (roles[entity] == "place", entity))[:MOST]
    for a, b in combinations(sorted(chosen), 2):
        if roles[b] == "agent" and roles[a] != "agent":
            a, b = b, a  # noqa: PLW2901 - who acts stands first
        yield a, b, _kind(event.type, roles[a], roles[b])


def _kind(event_type: str, first: str, second: str) -> str:
    if "place" in (first, second):
        return f"together in {event_type}" if first == second else f"{event_type} in"
    return _BETWEEN.get(frozenset({first, second}), "together in {type}").format(type=event_type)


def _relation(
    key: tuple[str, str, str],
    events: Sequence[str],
    articles: Mapping[str, tuple[str, ...]],
    independent: Mapping[str, str],
) -> Relation:
    behind = sorted({article for event in events for article in articles[event]})
    weight = len({independent.get(article, article) for article in behind})
    return Relation(*key, tuple(events), tuple(behind), float(weight))
