"""Words that report an event (ACE event mention), who takes part and what is counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventgraph.model.clause import Form, Link, Zone
from eventgraph.model.span import Span

Status = Literal["asserted", "negated", "planned", "alleged", "conditional", "unknown"]


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
        unit: What is counted, as a dictionary form ("soldier"), a currency code, or empty for people.
        speaker: Whose figure it is, as written; empty when it is the article's own.
        update: Whether the words say that it replaces an earlier figure ("rose to 19").
    """

    kind: str
    low: float | None
    high: float | None
    span: Span
    text: str
    as_of: str | None = None
    unit: str = ""
    speaker: str = ""
    update: bool = False


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
class TitlePiece:
    """A piece of a title compressed from a clause.

    Attributes:
        text: The words as they read in the title.
        argument: Index into ``EventMention.arguments`` of the participant that the words name, so that
            its canonical name can stand there; none for plain words.
    """

    text: str
    argument: int | None = None


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
        form: Grammatical form of the trigger's clause.
        link: How that clause hangs on the one that governs it.
        zone: Where in the article it stands.
        under: Trigger of the event mention whose clause governs this one; none for main clauses and
            where no event governs it. What elaborates is folded under what it elaborates.
        concept: What it says, one for all languages ("attack.shell"); empty where no frame knows its words.
        prior: How likely the words name an event at all: 1 where the words of the language say so, the
            tagger's probability where only the tagger found it.
        title: The clause compressed to a title, in the article's language; empty where none can be made.
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
    form: Form = "finite"
    link: Link = "main"
    zone: Zone = "body"
    under: Span | None = None
    concept: str = ""
    title: tuple[TitlePiece, ...] = ()
    prior: float = 1.0
