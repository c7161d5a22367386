"""What two drafts cannot disagree on and still be one event."""

from __future__ import annotations

from collections.abc import Callable, Collection

from eventgraph.ontology import Ontology
from eventgraph.resolve.events.drafts import (
    AGENT,
    PATIENT,
    Draft,
    is_symmetric,
    ordinal,
    overlap,
)
from eventgraph.resolve.places.geography import APART, Geography

GROWTH = 6.0  # times that a toll may rise from the first report to the last
# Days from the first to the last telling of what happens again and again; further apart are two.
AGAIN = 7
STALE = 31  # days before its publication in which the undated news of an article has happened


class Conflicts:
    """Judges pairs of drafts, whatever else speaks for them.

    Args:
        ontology: Which types have sides that act alike.
        geography: How places lie to one another.
        kind: Type of an entity by id: an organization and who acts for it are no two actors.
    """

    def __init__(
        self, ontology: Ontology, geography: Geography, kind: Callable[[str], str]
    ) -> None:
        self._ontology = ontology
        self._geography = geography
        self._kind = kind

    def between(self, a: Draft, b: Draft) -> bool:
        """Whether two drafts cannot be one event."""
        return (
            a.nature != b.nature
            or bool(a.families and b.families and not a.families & b.families)
            or _dates_conflict(a, b)
            or _told_apart(a, b)
            or _is_stale(a, b)
            or _is_stale(b, a)
            or _is_told_before(a, b)
            or _is_told_before(b, a)
            or self._elsewhere(a, b)
            or _counts_conflict(a, b)
            or self._participants_conflict(a, b)
        )

    def _elsewhere(self, a: Draft, b: Draft) -> bool:
        """Whether both tell their place, and it is another; of two unknown towns unless somebody is in both."""
        if self._geography.agreement(a.places, b.places) == APART:
            return True
        strange = self._geography.are_strange(a.places, b.places)
        return strange and a.people.isdisjoint(b.people)

    def _participants_conflict(self, a: Draft, b: Draft) -> bool:
        if is_symmetric(a, self._ontology) and is_symmetric(b, self._ontology):
            return len(a.people) > 1 and len(b.people) > 1 and len(a.people & b.people) < 2
        return any(self._differ(a.with_role(role), b.with_role(role)) for role in (AGENT, PATIENT))

    def _differ(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether both have somebody of one type, and nobody in common."""
        if not (some and others) or any(entity in others for entity in some):
            return False
        kinds = {self._kind(entity) for entity in some}
        return any(self._kind(entity) in kinds for entity in others)


def _dates_conflict(a: Draft, b: Draft) -> bool:
    if not overlap(a.window, b.window):
        return True
    if a.partial_dates and b.partial_dates and not a.partial_dates & b.partial_dates:
        return True
    return _partial_conflict(a, b) or _partial_conflict(b, a)


def _partial_conflict(a: Draft, b: Draft) -> bool:
    """Whether a yearless date of one lies outside the days of the other."""
    if b.window is None or b.window[0] != b.window[1]:
        return False
    return any(
        len(value) == len("XXXX-03-22") and value[4:] != b.window[0][4:]
        for value in a.partial_dates
    )


def _is_stale(old: Draft, new: Draft) -> bool:
    """Whether one lies, or was told, long before what the other tells as news, without a date."""
    if not new.news:
        return False
    if old.window and _days_between(old.window[1], new.news[0]) > STALE:
        return True
    return old.first_told != "~" and _days_between(old.first_told, new.news[0]) > STALE


def _is_told_before(a: Draft, b: Draft) -> bool:
    """Whether one was told as past before the first day of the other."""
    if a.first_told == "~" or not b.window or b.window[0] == "0001-01-01":
        return False
    return _days_between(a.first_told, b.window[0]) > 1


def _told_apart(a: Draft, b: Draft) -> bool:
    """Whether what happens again and again is told too late of one to be the other."""
    if not (a.is_all("recurring") and b.is_all("recurring")):
        return False
    days = (*a.told, *b.told)
    return bool(days) and _days_between(min(days), max(days)) > AGAIN


def _days_between(first: str, last: str) -> int:
    return ordinal(last) - ordinal(first)


def _counts_conflict(a: Draft, b: Draft) -> bool:
    """Whether no later count could turn the toll of one into that of the other."""
    some, others = a.tolls, b.tolls
    both = some.keys() & others.keys()
    return bool(both) and all(
        max(some[kind], others[kind]) > GROWTH * min(some[kind], others[kind]) for kind in both
    )
