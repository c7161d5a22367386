"""Event mentions of English articles, read off the parse sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventgraph.extract.events.arguments import arguments, source_argument
from eventgraph.extract.events.dateline import dateline
from eventgraph.extract.events.dates import Calendar, calendar
from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.numbers import find_numbers
from eventgraph.extract.events.phrases import clause
from eventgraph.extract.events.places import dateline_filler, place_fillers
from eventgraph.extract.events.pronouns import resolve
from eventgraph.extract.events.quantities import quantities
from eventgraph.extract.events.roles import Filler, Scene, consequence, fillers
from eventgraph.extract.events.status import vouching
from eventgraph.extract.events.triggers import Trigger, find_triggers
from eventgraph.model import Article, EventMention, Mention, Quantity, Span, Timex
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the events of one sentence are read with."""

    passage: Passage
    sentence: Sentence
    scene: Scene
    calendar: Calendar
    ontology: Ontology
    dateline: Token | None


def find_events(
    article: Article,  # noqa: ARG001  (one signature for all languages)
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
) -> tuple[EventMention, ...]:
    """The event mentions of a parsed English article, in text order."""
    mention_starts = [mention.span.start for mention in mentions]
    timex_starts = [timex.span.start for timex in timexes]
    found: list[EventMention] = []
    datelined: set[int] = set()
    for passage in passages:
        entities = Entities(passage, mentions, mention_starts)
        pronouns = resolve(passage.doc, entities)
        place = None if passage.part in datelined else dateline(passage.doc, entities)
        datelined.update([passage.part] if place is not None else [])
        for sentence in passage.doc.sents:
            triggers = {t.token.i: t for t in find_triggers(sentence, ontology, entities)}
            scene = Scene(entities, triggers, pronouns)
            indices = _within(passage.span(sentence), timex_starts)
            dates = calendar(passage, sentence, timexes, indices, scene)
            found += _events(_Reading(passage, sentence, scene, dates, ontology, place))
    return tuple(sorted(found, key=lambda event: (event.span, event.type)))


def _within(span: Span, starts: Sequence[int]) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _events(reading: _Reading) -> list[EventMention]:
    """The events of a sentence; numbers of an effect are also claims about its cause."""
    triggers = reading.scene.triggers
    numbers = find_numbers(reading.sentence)
    roles = {i: _roles(trigger, reading) for i, trigger in triggers.items()}
    as_of = reading.calendar.as_of()
    claims = {
        i: quantities(reading.passage, t, roles[i], numbers, as_of) for i, t in triggers.items()
    }
    for index, trigger in triggers.items():
        for cause in consequence(trigger, reading.scene):
            claims[cause.token.i] += [c for c in claims[index] if c not in claims[cause.token.i]]
    return [_event(trigger, roles[i], claims[i], reading) for i, trigger in triggers.items()]


def _roles(trigger: Trigger, reading: _Reading) -> list[Filler]:
    symmetric = reading.ontology.types[trigger.type].symmetric
    places = place_fillers(trigger, reading.scene)
    found = fillers(trigger, reading.scene, symmetric=symmetric)
    if not places and not any(filler.role == "place" for filler in found):
        places = dateline_filler(trigger, reading.dateline, reading.scene)
    return found + places


def _event(
    trigger: Trigger, roles: Sequence[Filler], claims: Sequence[Quantity], reading: _Reading
) -> EventMention:
    passage, scene = reading.passage, reading.scene
    vouched = vouching(trigger)
    span = passage.span(passage.doc[trigger.first : trigger.last + 1])
    source = source_argument(passage, scene, vouched.source)
    who = arguments(passage, scene, [*roles, *_accuser(trigger, vouched.source, vouched.status)])
    if source is not None and all(source.span != argument.span for argument in who):
        who = tuple(sorted((*who, source), key=lambda argument: (argument.span, argument.role)))
    return EventMention(
        span=span,
        text=passage.doc[trigger.first : trigger.last + 1].text,
        lemma=trigger.lemma,
        type=trigger.type,
        status=vouched.status,
        attributed_to=source.text if source else "",
        timex=reading.calendar.date(trigger, vouched.said),
        arguments=who,
        quantities=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))),
        sentence=passage.span(reading.sentence),
        part=passage.part,
        clause=clause(trigger, scene),
    )


def _accuser(trigger: Trigger, source: Token | None, status: str) -> list[Filler]:
    """Who says that somebody is behind something accuses them."""
    if source is None or trigger.type != "accusation" or status == "negated":
        return []
    return [Filler("agent", source)]
