"""Decisions that fit nothing: a name that nobody bears, an event that no article tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from eventgraph.model import Extraction, Unmet
from eventgraph.resolve.decisions.decision import Decision, Reference, TriggerPosition, trigger
from eventgraph.resolve.decisions.log import Decisions
from eventgraph.resolve.entities.verdicts import Referents, split_off

_PAIRED = frozenset({"merge", "not-same"})
_OF_EVENTS = _PAIRED | {"rename", "ignore"}


def unmet_entities(rows: Iterable[Decision], referents: Referents) -> dict[int, str]:
    """What was not found, by the number of the decision; events are left alone."""
    about = (row for row in rows if row.subject.type != "event")
    return {row.number: found for row in about if (found := _missing(row, referents))}


def unmet_events(decisions: Decisions, extractions: Sequence[Extraction]) -> dict[int, str]:
    """The same for decisions about events."""
    rows = [row for row in decisions.active if row.subject.type == "event"]
    if not rows:
        return {}
    meant = {trigger(one)[0] for row in rows for one in _events_of(row)}
    told = {
        (extraction.article, event.span)
        for extraction in extractions
        if extraction.article in meant
        for event in extraction.events
    }
    missing = {row.number: found for row in rows if (found := _missing_event(row, told))}
    return _contradicted(decisions, rows) | missing


def _contradicted(decisions: Decisions, rows: Sequence[Decision]) -> dict[int, str]:
    """Events that are to be two although a chain of merges makes them one."""
    one: dict[TriggerPosition, set[TriggerPosition]] = {}
    for pair in decisions.event_pairs("merge"):
        joined = set().union(*(one.get(position, {position}) for position in pair))
        one |= dict.fromkeys(joined, joined)
    apart = set(decisions.event_pairs("not-same"))
    return {
        row.number: f"not-same: {row.subject.name!r} and {row.object.name!r} stay one event,"
        " as earlier decisions merge them by way of others"
        for row in rows
        if row.action == "not-same"
        and (pair := (trigger(row.subject), trigger(row.object))) in apart
        and pair[1] in one.get(pair[0], ())
    }


def records(decisions: Decisions, *found: Mapping[int, str]) -> tuple[Unmet, ...]:
    """All of them, in the order of the file."""
    lines = {row.number: row.line for row in decisions.rows}
    items = sorted(item for part in found for item in part.items())
    return tuple(Unmet(number, reason, lines.get(number, 0)) for number, reason in items)


def _missing(row: Decision, referents: Referents) -> str:
    whole = referents.of(row.subject)
    if not whole:
        return f"{row.action}: no {_called(row.subject)}"
    if row.action in _PAIRED and not referents.of(row.object):
        return f"{row.action}: no {_called(row.object)}"
    if row.action == "split" and not split_off(row, whole, referents):
        return f"split: no mention of {row.subject.name!r} {_apart(row.object)}"
    return ""


def _called(reference: Reference) -> str:
    kind = reference.type or "entity"
    if not reference.name:
        return f"{kind} has the id {reference.id!r}"
    return f"{kind} is called {reference.name!r}"


def _apart(thing: Reference) -> str:
    if thing.type == "article":
        return f"in article {thing.name or thing.id!r}"
    return f"is spelled {thing.name!r}"


def _events_of(row: Decision) -> Iterator[Reference]:
    yield row.subject
    if row.action in _PAIRED:
        yield row.object


def _missing_event(row: Decision, told: AbstractSet[TriggerPosition]) -> str:
    if row.action not in _OF_EVENTS:
        return f"{row.action}: only entities can be, not the event {row.subject.name!r}"
    for one in _events_of(row):
        if trigger(one) not in told:
            return f"{row.action}: no article tells the event {one.name!r} at {one.id!r}"
    return ""
