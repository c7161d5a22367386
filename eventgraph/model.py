"""Every record that travels between stages: frozen, slotted, tuples for sequences.

Names follow ACE (mention, entity, event, argument), TimeML (TIMEX3), EDTF and FollowTheMoney.
All offsets are half-open ranges of Unicode code points in ``Article.text``. All days are ISO 8601
calendar days. Ids are hashes of content, so the same input gives the same id on any machine.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal["person", "organization", "place"]
MentionLevel = Literal["name", "nominal"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "relative", "anchored", "inferred", "publication", "unknown"]
PublishedBasis = Literal["metadata", "header", "url", "dateline", "given", "inferred", "unknown"]
PartKind = Literal["main", "second", "caption"]
Status = Literal["asserted", "negated", "planned", "alleged", "conditional"]


MINOR = 0.3  # confidence below which an event is minor


def content_id(prefix: str, *parts: str) -> str:
    """A short id made of content: the prefix and 16 hexadecimal digits of SHA-256.

    Each part is preceded by its length, so that no two lists of parts look alike.

    >>> content_id("a", "text") == content_id("a", "text") != content_id("a", "te", "xt")
    True
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode("ascii"))
        digest.update(data)
    return prefix + digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text.

    >>> Span(0, 4).of("Rain fell")
    'Rain'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the range."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other range lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Published:
    """When an article (or a part of it) was published, and how that is known.

    Attributes:
        date: EDTF, of day precision or coarser.
        basis: Where it is from; ``given`` is the user's ``--published``.
        evidence: The characters or the reasoning that it is read from, for people.
    """

    date: str
    basis: PublishedBasis
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that has a base date of its own.

    Attributes:
        kind: ``main``, a ``second`` article in the tail of the first, or a photo ``caption``.
        spans: Its paragraphs (or lines) in text order; what lies between is boilerplate.
        published: Its base date; none when unknown.
    """

    kind: PartKind
    spans: tuple[Span, ...]
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: the decoded source, never rewritten, and which spans of it are article.

    Attributes:
        id: Hash of text and metadata; see `make_article`.
        source: Path, URL or ``FILE#LINE``, independent of the machine.
        sources: All sources that gave the same article, sorted.
        title: Headline, if known.
        published: Base date of the main part, if known.
        language: ISO 639-1 code.
        text: The decoded source.
        parts: The article; everything outside is boilerplate.
    """

    id: str
    source: str
    sources: tuple[str, ...]
    title: str | None
    published: Published | None
    language: str
    text: str
    parts: tuple[Part, ...]

    @property
    def body(self) -> tuple[Span, ...]:
        """All spans that are article, in text order."""
        return tuple(sorted(span for part in self.parts for span in part.spans))


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unmet:
    """A decision that fits nothing in the corpus: its number in the file, and what was not found."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in an article that refer to an entity (ACE entity mention).

    Attributes:
        span: Whole tokens, Arabic proclitics included.
        text: The characters of the span.
        type: Entity type.
        name: What is compared: without possessive, clitics and titles; empty for a nominal one, unless
            it is a body of a state ("the Israeli government").
        chain: Mentions of one article with the same number are one entity.
        level: ``name`` ("Bashar al-Assad") or ``nominal`` ("the Syrian president").
        titles: Title and role words beside it, as written ("President", "وزير الخارجية").
        country: ISO 3166 alpha-2 code that the words beside it state ("Russian President": RU).
    """

    span: Span
    text: str
    type: EntityType
    name: str
    chain: int
    level: MentionLevel = "name"
    titles: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3) with its calendar reading.

    Attributes:
        span: Where it stands.
        text: The characters of the span.
        type: TIMEX3 type.
        value: TIMEX3 value; underspecified (``XXXX-WXX-5``) when no base date is known.
        edtf: EDTF date, none for durations, sets and unresolved expressions.
        earliest: First possible day, ISO; none when open or unknown.
        latest: Last possible day, ISO, inclusive; none when open or unknown.
        basis: ``explicit``, ``relative`` to the base date, ``anchored`` to another timex, ``unknown``.
        mod: TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER …) or empty.
        form: The reading before a base date is applied, so that it can be grounded again when the
            base becomes known; empty when the value does not depend on a base.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "unknown"
    mod: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that an event mention claims.

    Attributes:
        kind: killed, injured, arrested, strikes, displaced, money …
        low: Least; none when open.
        high: Most; none when open ("at least 14").
        span: Where it stands.
        text: The characters of the span.
        as_of: EDTF date that the claim holds for, when the sentence states one.
    """

    kind: str
    low: float | None
    high: float | None
    span: Span
    text: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in an event mention, and how.

    Attributes:
        role: agent, patient, participant, place, instrument, beneficiary, source.
        span: The words.
        text: The characters of the span.
        mention: Index into ``Extraction.mentions``; none for a plain span ("gunmen").
        note: How it was found when that is weaker than grammar ("dateline").
    """

    role: str
    span: Span
    text: str
    mention: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that report an event (ACE event mention).

    Attributes:
        span: The trigger.
        text: Its characters.
        lemma: Dictionary form of the trigger, lower case; the key that mentions are compared by.
        type: Event type of the ontology.
        status: How the text vouches for it.
        attributed_to: Whose claim it is, as written; empty when it is the article's own.
        timex: Index into ``Extraction.timexes`` of the expression that dates it, if any.
        arguments: In text order.
        quantities: In text order.
        sentence: The sentence around it.
        part: Index into ``Article.parts``.
        clause: The trigger's phrase for reading and comparing ("suicide bombing", "phone call").
    """

    span: Span
    text: str
    lemma: str
    type: str
    status: Status
    attributed_to: str
    timex: int | None
    arguments: tuple[Argument, ...]
    quantities: tuple[Quantity, ...]
    sentence: Span
    part: int
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, seen without any other article."""

    article: str
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[EventMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something is said: article, words and sentence.

    Attributes:
        article: Article id.
        span: The words.
        text: Their characters.
        sentence: The sentence around them; none where only the words matter.
        timex: Text and TIMEX3 value of the expression that dates it; none when undated.
    """

    article: str
    span: Span
    text: str
    sentence: Span | None = None
    timex: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the real world.

    Attributes:
        id: Content hash.
        type: Entity type.
        name: Canonical name.
        names: Names per language code, most frequent first.
        evidence: Its mentions, sorted by article and offset.
        reasons: Why these mentions are one entity, for people.
        knowledge: Id in the knowledge base, if it is known there.
        country: ISO 3166 alpha-2 code, if known.
        coordinates: Latitude and longitude in degrees, if known.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...] = ()
    knowledge: str | None = None
    country: str | None = None
    coordinates: tuple[float, float] | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that name it, sorted."""
        return tuple(sorted({evidence.article for evidence in self.evidence}))


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


@dataclass(frozen=True, slots=True)
class Relation:
    """Two entities that hang together, and the events behind it."""

    source: str
    target: str
    kind: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that was understood, sorted and ready to be shown."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = field(default=())
    unmet: tuple[Unmet, ...] = ()


def make_article(
    *,
    source: str,
    text: str,
    language: str,
    parts: tuple[Part, ...],
    title: str | None = None,
    published: Published | None = None,
) -> Article:
    """An article with its id: the hash of text, title, language and publication date.

    The source is left out, so that the same article given twice is one article.

    >>> a, b = (make_article(source=s, text="Rain.", language="en", parts=()) for s in "ab")
    >>> a.id == b.id
    True
    """
    date = published.date if published else ""
    article_id = content_id("a", text, title or "", language, date)
    return Article(article_id, source, (source,), title, published, language, text, parts)
