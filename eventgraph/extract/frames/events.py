"""Event mentions of an article, from its clauses and the frames of its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from eventgraph.extract.frames.anaphora import resolve
from eventgraph.extract.frames.arguments import arguments, of_phrase
from eventgraph.extract.frames.causes import causes, share
from eventgraph.extract.frames.constructions import Constructions
from eventgraph.extract.frames.dates import as_of, date
from eventgraph.extract.frames.frames_file import Frames
from eventgraph.extract.frames.places import place_fillers
from eventgraph.extract.frames.quantities import quantities
from eventgraph.extract.frames.reading import Reading, Trigger
from eventgraph.extract.frames.roles import Filler, fillers
from eventgraph.extract.frames.status import Vouching, vouching
from eventgraph.extract.frames.titles import title
from eventgraph.extract.frames.triggers import find_triggers
from eventgraph.languages.nouns import nouns
from eventgraph.model import (
    Argument,
    Article,
    Clause,
    EventMention,
    Mention,
    Quantity,
    Span,
    Status,
    Timex,
)
from eventgraph.ontology import Ontology

_DATELINE: Final = "dateline"


@dataclass(frozen=True, slots=True)
class Words:
    """What a language knows of events.

    Attributes:
        frames: Its words and their patterns.
        constructions: Its table of status; where there is none, nothing is asserted.
        ontology: Event types and concepts.
        predicates: Nouns and adjectives that head a clause of their own.
    """

    frames: Frames
    constructions: Constructions | None
    ontology: Ontology
    predicates: frozenset[str]


def read_events(
    article: Article,
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    words: Words,
    countries: frozenset[int] = frozenset(),
    datelines: dict[Span, int] | None = None,
) -> tuple[EventMention, ...]:
    """The event mentions of an article, in text order.

    Args:
        article: The article.
        clauses: Its clauses.
        mentions: Its entity mentions; arguments refer to them by index.
        timexes: Its time expressions; events refer to them by index.
        words: Frames and table of status of its language, event types and concepts.
        countries: Indices of the mentions that name a country.
        datelines: Place mention of the dateline before a sentence, by the sentence.
    """
    reading = Reading(
        article,
        clauses,
        mentions,
        timexes,
        words.frames,
        words.constructions,
        nouns(article.language),
        words.ontology,
        countries,
        standing=resolve(clauses, mentions),
    )
    reading.triggers = find_triggers(reading)
    drafts = _Drafts(reading, datelines or {})
    return tuple(sorted(drafts.events(), key=lambda event: (event.span, event.type)))


class _Drafts:
    """The parts of all events, while effects and causes share them."""

    def __init__(self, reading: Reading, datelines: dict[Span, int]) -> None:
        self.reading = reading
        self.datelines = datelines
        triggers = reading.triggers
        self.vouched = {i: vouching(t, reading) for i, t in triggers.items()}
        self.roles = {i: _roles(t, reading) for i, t in triggers.items()}
        self.dates = {i: date(t, self.vouched[i].said, reading) for i, t in triggers.items()}
        self.claims = {
            i: quantities(t, self.roles[i], as_of(t, reading), reading) for i, t in triggers.items()
        }
        self.cause: dict[int, int] = {}
        self._share()

    def _share(self) -> None:
        """Numbers of an effect are also claims about its cause; both have one time and place."""
        for index, trigger in self.reading.triggers.items():
            for other, one in causes(trigger, self.reading):
                self.claims[other] += [q for q in self.claims[index] if q not in self.claims[other]]
                if one:
                    self.cause[index] = other
                    share(self.roles[index], self.roles[other])
                    if self.dates[index] is None:
                        self.dates[index] = self.dates[other]

    def events(self) -> list[EventMention]:
        """The finished event mentions; what there is nothing to tell of is left out."""
        found = []
        for index, trigger in self.reading.triggers.items():
            if self.vouched[index].silent:
                continue
            found.append(self._event(index, trigger))
        return found

    def _event(self, index: int, trigger: Trigger) -> EventMention:
        reading, vouched = self.reading, self.vouched[index]
        clause = reading.clauses[index]
        who, source = self._who(index, trigger, vouched)
        status: Status = "unknown" if reading.constructions is None else vouched.status
        span = _span(trigger, reading)
        speaker = source.text if source else ""
        return EventMention(
            span=span,
            text=span.of(reading.article.text),
            lemma=_lemma(trigger, clause),
            type=trigger.type,
            status=status,
            attributed_to=speaker,
            timex=self.dates[index],
            arguments=who,
            quantities=tuple(replace(q, speaker=speaker) for q in _sorted(self.claims[index])),
            sentence=clause.sentence,
            part=clause.part,
            clause=_words(trigger, clause, reading),
            form=clause.form,
            link=clause.link,
            zone=clause.zone,
            under=self._under(index),
            concept=trigger.concept.name if trigger.concept else "",
            title=title(trigger, who, reading),
        )

    def _who(
        self, index: int, trigger: Trigger, vouched: Vouching
    ) -> tuple[tuple[Argument, ...], Argument | None]:
        reading = self.reading
        found = list(self.roles[index])
        if (
            vouched.source is not None
            and reading.has(trigger, "blaming")
            and vouched.status != "negated"
        ):
            found.append(
                Filler("agent", vouched.source)
            )  # who says that somebody is behind it accuses
        symmetric = reading.ontology.types[trigger.type].symmetric
        who = list(arguments(found, reading, symmetric=symmetric))
        source = None
        if vouched.source is not None:
            source = of_phrase(Filler("source", vouched.source), reading)
        if source is not None and all(source.span != a.span for a in who):
            who.append(source)
        who += self._dateline(index, trigger, who)
        who += self._means(index, trigger, who)
        return tuple(sorted(who, key=lambda a: (a.span, a.role))), source

    def _dateline(self, index: int, trigger: Trigger, who: Sequence[Argument]) -> list[Argument]:
        """The dateline's place, for something that happens at a place when its sentence names none."""
        sentence = self.reading.clauses[index].sentence
        number = self.datelines.get(sentence)
        physical = self.reading.has(trigger, "physical")
        if number is None or not physical or any(a.role == "place" for a in who):
            return []
        mentions = self.reading.mentions
        if any(m.type == "place" and sentence.covers(m.span) for m in mentions):
            return []
        mention = mentions[number]
        return [Argument("place", mention.span, mention.text, number, _DATELINE)]

    def _means(self, index: int, trigger: Trigger, who: Sequence[Argument]) -> list[Argument]:
        """The event that somebody died of, unless an argument names it already."""
        other = self.cause.get(index)
        if other is None or not self.reading.has(trigger, "outcome"):
            return []
        span = _span(self.reading.triggers[other], self.reading)
        if any(argument.span.covers(span) for argument in who):
            return []
        return [Argument("instrument", span, span.of(self.reading.article.text), note="cause")]

    def _under(self, index: int) -> Span | None:
        """The trigger of the nearest governing event."""
        reading = self.reading
        clause = reading.clauses[index]
        for _ in range(len(reading.clauses)):
            if clause.governor is None:
                return None
            if clause.governor in reading.triggers and not self.vouched[clause.governor].silent:
                return _span(reading.triggers[clause.governor], reading)
            clause = reading.clauses[clause.governor]
        return None


def _sorted(claims: Sequence[Quantity]) -> list[Quantity]:
    return sorted(claims, key=lambda claim: (claim.span, claim.kind))


def _roles(trigger: Trigger, reading: Reading) -> list[Filler]:
    found = fillers(trigger, reading)
    taken = {filler.phrase.span for filler in found}
    places = place_fillers(trigger, reading)
    return [*found, *(f for f in places if f.note == "within" or f.phrase.span not in taken)]


def _span(trigger: Trigger, reading: Reading) -> Span:
    """The predicate, with the words of its fixed phrase that stand right beside it."""
    clause = reading.clauses[trigger.index]
    if trigger.echo is not None or trigger.match is None or not trigger.match.entry.others:
        return clause.predicate
    text = reading.article.text
    start, end = clause.predicate.start, clause.predicate.end
    wanted = set(trigger.match.entry.others)
    after = text[end : clause.sentence.end]
    for word in after.split():
        plain = word.strip('.,;:!?"”’').lower()
        at = text.index(word, end)
        if plain not in wanted and not _inflects(plain, wanted):
            break
        end = at + len(word.rstrip('.,;:!?"”’'))
    if clause.form == "nominal":
        for word in reversed(text[clause.sentence.start : start].split()):
            at = text.rindex(word, clause.sentence.start, start)
            plain = word.strip('"“‘').lower()
            if plain not in wanted and not _inflects(plain, wanted):
                break
            start = at
    return Span(start, end)


def _inflects(word: str, wanted: set[str]) -> bool:
    """Whether a word is a plain plural or the like of a wanted one."""
    return any(word.startswith(w) and len(word) - len(w) <= 2 and len(w) > 2 for w in wanted)


def _lemma(trigger: Trigger, clause: Clause) -> str:
    if trigger.match is None or clause.form == "nominal":
        return clause.lemma
    entry = trigger.match.entry
    return " ".join((entry.head, *entry.others))


def _words(trigger: Trigger, clause: Clause, reading: Reading) -> str:
    """The trigger's phrase for comparing: modifiers and noun, or the verb with its object."""
    if clause.phrase is not None and reading.frames.compound_head == "first":
        return clause.phrase.text
    if clause.phrase is not None:
        plain = [w for w in clause.phrase.text.split() if w.lower() in clause.phrase.modifiers]
        return " ".join((*plain, clause.text))
    held = clause.of("object")
    if held and held[0].phrase.span.start > clause.predicate.end and trigger.echo is None:
        text = f"{clause.text} {held[0].phrase.text}"
        return text if len(text.split()) <= 8 else clause.text
    return clause.text
