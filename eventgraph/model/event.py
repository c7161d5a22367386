"""Happenings of the real world, their dates, participants and claims."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model.event_mention import Status
from eventgraph.model.evidence import Evidence
from eventgraph.model.span import Span
from eventgraph.model.timex import Basis


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """An entity in an event, and its role."""

    entity: str
    role: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity that one article claims of an event.

    Attributes:
        kind: killed, injured, missing, arrested, displaced, money …
        low: Least; none when open.
        high: Most; none when open.
        text: The words, as written.
        article: Article id.
        span: Where the words stand.
        as_of: EDTF date that the figure holds for, when the sentence states one.
        unit: What is counted ("soldier"), a currency code, or empty for people.
        speaker: Whose figure it is, as written; empty when it is the article's own.
        update: Whether the words say that it replaces an earlier figure.
    """

    kind: str
    low: float | None
    high: float | None
    text: str
    article: str
    span: Span
    as_of: str | None = None
    unit: str = ""
    speaker: str = ""
    update: bool = False


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
    """A happening of the real world, told by one or more event mentions.

    Attributes:
        id: Content hash of the first mention.
        type: Event type of the ontology.
        plover: Event type of PLOVER; none where it has none.
        title: What a person would call it.
        status: The firmest status that any source gives it.
        attributed_to: Whose claim it is; none when sources tell it themselves.
        date: When it happened.
        participants: Who took part, and how; places too.
        places: Entity ids of where it happened, the place to name first.
        claims: Every figure that is claimed of it.
        confidence: How sure its facts are, 0 to 1.
        evidence: Its mentions.
        reasons: Why these mentions are one event, for people.
        importance: How much a chronology needs it, 0 to 1; says nothing about how sure it is.
        minor: Whether it is kept for completeness but is no row of a timeline: "he said", "they hope".
        origins: Independent sources that tell it: copies, and what cites another, count once.
        title_language: ISO 639-1 code of the words of the title.
        under: Id of the event that it elaborates and is folded under; none for a row of its own.
    """

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
    importance: float = 0.0
    minor: bool = False
    origins: int = 0
    under: str | None = None
    title_language: str = ""

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
