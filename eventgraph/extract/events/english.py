"""Event mentions of English articles, read off the parse sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventgraph.extract.events.arguments import arguments, source_argument
from eventgraph.extract.events.dateline import dateline, dateline_argument
from eventgraph.extract.events.dates import Calendar, calendar
from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.numbers import find_numbers
from eventgraph.extract.events.phrases import clause
from eventgraph.extract.events.places import place_fillers
from eventgraph.extract.events.pronouns import resolve
from eventgraph.extract.events.quantities import quantities
from eventgraph.extract.events.roles import Filler, Scene, causes, fillers, one_happening
from eventgraph.extract.events.status import vouching
from eventgraph.extract.events.triggers import Trigger, find_triggers
from eventgraph.model import Argument, Article, EventMention, Mention, Quantity, Span, Timex
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage


LONGEST = 300  # tokens; what is longer is a list or a table, and its grammar a guess


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the events of one sentence are read with."""

    passage: Passage
    sentence: Sentence
    scene: Scene
    calendar: Calendar
    ontology: Ontology
    dateline: int | None


def find_events(
    article: Article,  # noqa: ARG001  (one signature for all languages)
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
    countries: frozenset[int],
) -> tuple[EventMention, ...]:
    """The event mentions of a parsed English article, in text order."""
    mention_starts = [mention.span.start for mention in mentions]
    timex_starts = [timex.span.start for timex in timexes]
    found: list[EventMention] = []
    datelines: dict[int, int] = {}  # mention per part, for the paragraph after the dateline
    for passage in passages:
        entities = Entities(passage, mentions, mention_starts)
        pronouns = resolve(passage.doc, entities)
        place = datelines.pop(passage.part, None)
        if (number := dateline(passage.doc, entities)) is not None:
            datelines[passage.part] = number
        for sentence in passage.doc.sents:
            if len(sentence) > LONGEST:
                continue
            triggers = {t.token.i: t for t in find_triggers(sentence, ontology, entities)}
            if not triggers:
                continue
            scene = Scene(entities, triggers, pronouns, countries)
            indices = _within(passage.span(sentence), timex_starts)
            dates = calendar(passage, sentence, timexes, indices, scene)
            found += _events(_Reading(passage, sentence, scene, dates, ontology, place))
    return tuple(sorted(found, key=lambda event: (event.span, event.type)))


def _within(span: Span, starts: Sequence[int]) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _events(reading: _Reading) -> list[EventMention]:
    """The events of a sentence; numbers of an effect are also claims about its cause."""
    triggers = reading.scene.triggers
    numbers = reading.calendar.without_dates(find_numbers(reading.sentence))
    roles = {i: _roles(trigger, reading) for i, trigger in triggers.items()}
    as_of = reading.calendar.as_of()
    claims = {
        i: quantities(reading.passage, t, roles[i], numbers, as_of) for i, t in triggers.items()
    }
    dates = {i: reading.calendar.date(t, vouching(t).said) for i, t in triggers.items()}
    came_of: dict[int, Trigger] = {}
    for index, trigger in triggers.items():
        for cause in causes(trigger, reading.scene):
            other = cause.token.i
            claims[other] += [claim for claim in claims[index] if claim not in claims[other]]
            if one_happening(trigger, cause):
                came_of[index] = cause
                _share(roles[index], roles[other])
                dates[index] = dates[other] if dates[index] is None else dates[index]
    return [
        _event(trigger, roles[i], claims[i], dates[i], reading, came_of.get(i))
        for i, trigger in triggers.items()
    ]


def _share(effect: list[Filler], cause: list[Filler]) -> None:
    """A cause and its effect have one place, and who acts in the cause brings about the effect."""
    for one, other in ((effect, cause), (cause, effect)):
        if not any(filler.role == "place" for filler in one):
            one += [filler for filler in other if filler.role == "place" and not filler.note]
    roles = {filler.role for filler in effect}
    if "instrument" in roles and "agent" not in roles:
        effect += [filler for filler in cause if filler.role == "agent"]


def _roles(trigger: Trigger, reading: _Reading) -> list[Filler]:
    if trigger.echo is not None:
        return _roles(reading.scene.triggers[trigger.echo.i], reading)
    symmetric = reading.ontology.types[trigger.type].symmetric
    found = fillers(trigger, reading.scene, symmetric=symmetric)
    return found + place_fillers(trigger, reading.scene)


def _event(
    trigger: Trigger,
    roles: Sequence[Filler],
    claims: Sequence[Quantity],
    date: int | None,
    reading: _Reading,
    cause: Trigger | None,
) -> EventMention:
    passage, scene = reading.passage, reading.scene
    vouched = vouching(trigger)
    span = passage.span(passage.doc[trigger.first : trigger.last + 1])
    source = source_argument(passage, scene, vouched.source)
    symmetric = reading.ontology.types[trigger.type].symmetric
    found = [*roles, *_accuser(trigger, vouched.source, vouched.status)]
    who = arguments(passage, scene, found, symmetric=symmetric)
    who += (source,) if source and all(source.span != argument.span for argument in who) else ()
    who += dateline_argument(trigger, who, reading.dateline, scene)
    who += _means(passage, cause, who) if trigger.type == "death" and cause else ()
    return EventMention(
        span=span,
        text=passage.doc[trigger.first : trigger.last + 1].text,
        lemma=trigger.lemma,
        type=trigger.type,
        status=vouched.status,
        attributed_to=source.text if source else "",
        timex=date,
        arguments=tuple(sorted(who, key=lambda argument: (argument.span, argument.role))),
        quantities=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))),
        sentence=passage.span(reading.sentence),
        part=passage.part,
        clause=clause(trigger, scene),
    )


def _means(passage: Passage, cause: Trigger, who: Sequence[Argument]) -> tuple[Argument, ...]:
    """The event that somebody died of, unless an argument names it already."""
    words = passage.doc[cause.first : cause.last + 1]
    span = passage.span(words)
    named = any(argument.span.covers(span) for argument in who)
    return () if named else (Argument("instrument", span, words.text, note="cause"),)


def _accuser(trigger: Trigger, source: Token | None, status: str) -> list[Filler]:
    """Who says that somebody is behind something accuses them."""
    if source is None or trigger.type != "accusation" or status == "negated":
        return []
    return [Filler("agent", source)]
