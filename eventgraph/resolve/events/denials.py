"""Denials and the allegations that they deny: the same kind of event, of the same one, in one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from eventgraph.model import Event

# Whom an allegation is about; who made it is another matter.
ACCUSED = "patient"


def link_denials(events: Sequence[Event]) -> list[Event]:
    """The events, each denial and each allegation that it denies with a reason that names the other."""
    alleged: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.status != "negated":
            for accused in _accused(event):
                alleged[event.type, accused].append(event)
    notes: dict[str, set[str]] = defaultdict(set)
    for denial in events:
        for allegation in _denied(denial, alleged) if denial.status == "negated" else ():
            notes[denial.id].add(f"denies {allegation.id}: {allegation.title}")
            notes[allegation.id].add(f"denied by {denial.id}: {denial.title}")
    return [
        replace(event, reasons=(*event.reasons, *sorted(notes[event.id])))
        if event.id in notes
        else event
        for event in events
    ]


def _accused(event: Event) -> Iterable[str]:
    return (p.entity for p in event.participants if p.role == ACCUSED)


def _denied(denial: Event, alleged: dict[tuple[str, str], list[Event]]) -> Iterable[Event]:
    told = set(denial.articles)
    for accused in _accused(denial):
        for event in alleged[denial.type, accused]:
            if not told.isdisjoint(event.articles):
                yield event
