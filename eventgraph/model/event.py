"""Happenings of the real world, their dates, participants and claims."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model.event_mention import Status
from eventgraph.model.evidence import Evidence
from eventgraph.model.span import Span
from eventgraph.model.timex import Basis

MINOR = 0.3  # confidence below which an event is minor


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """An entity in an event, and its role."""

    entity: str
    role: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity that one article claims of an event."""

    kind: str
    low: float | None
    high: float | None
    text: str
    article: str
    span: Span
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, as honestly as the sources allow.

    Attributes:
        edtf: EDTF date; none when unknown.
        earliest: First possible day, ISO; none when open or unknown.
        latest: Last possible day, ISO, inclusive; none when open or unknown.
        precision: instant, day, week, month, quarter, season, year, decade, century, interval, unknown.
        basis: explicit, relative, anchored, inferred, publication or unknown.
        reason: Where it is from, for people.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    basis: Basis = "unknown"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening of the real world, told by one or more event mentions."""

    id: str
    type: str
    plover: str | None
    title: str
    status: Status
    attributed_to: str | None
    date: EventDate
    participants: tuple[Participant, ...]
    places: tuple[str, ...]
    claims: tuple[Claim, ...]
    confidence: float
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...] = ()

    @property
    def minor(self) -> bool:
        """Whether it is kept for completeness but is no row of a timeline: "he said", "they hope"."""
        return self.confidence < MINOR

    @property
    def chronology(self) -> tuple[str, str, str]:
        """Its place in a timeline: first possible day, last possible day, id; undated events last.

        An event whose first day is open stands at its last day.
        """
        first = self.date.earliest or self.date.latest or "~"
        return (first, self.date.latest or "~", self.id)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, sorted."""
        return tuple(sorted({evidence.article for evidence in self.evidence}))
