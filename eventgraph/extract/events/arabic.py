"""Arabic events without a parser: a trigger lexicon, verb-first word order and nearest names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from eventgraph.extract.events.arabic_causes import cause_of
from eventgraph.extract.events.arabic_claims import claims
from eventgraph.extract.events.arabic_clauses import Clauses, find_clauses
from eventgraph.extract.events.arabic_dates import timex_of
from eventgraph.extract.events.arabic_functions import find_nominals
from eventgraph.extract.events.arabic_lexicon import Lexicon, grammar, lexicon
from eventgraph.extract.events.arabic_quantities import Count, find_counts
from eventgraph.extract.events.arabic_reports import Report, find_reports, status_of
from eventgraph.extract.events.arabic_roles import Filler, Roles
from eventgraph.extract.events.arabic_selection import is_worth_telling
from eventgraph.extract.events.arabic_sentences import Sentence, sentences
from eventgraph.extract.events.arabic_triggers import Trigger, find_triggers
from eventgraph.languages.ar.tokens import joined
from eventgraph.model import Argument, Article, EventMention, Mention, Quantity, Timex
from eventgraph.names import fold
from eventgraph.ontology import Ontology

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage


def find_events(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    ontology: Ontology,
    countries: frozenset[int] = frozenset(),  # noqa: ARG001  (one signature for all languages)
) -> tuple[EventMention, ...]:
    """The event mentions of an Arabic article, in text order.

    Args:
        article: What is read.
        passages: Its body with sentence borders.
        mentions: Its names; arguments point at them by index.
        timexes: Its time expressions; events point at them by index.
        ontology: Event types and their Arabic words.
        countries: Not asked for.
    """
    triggers = lexicon(ontology)
    found: list[EventMention] = []
    speaker = ""
    for sentence in sentences(article, passages, mentions, timexes):
        reading = _Reading(article.text, sentence, ontology, triggers, speaker)
        found += reading.events()
        speaker = next((r.source for r in reversed(reading.reports) if r.source), speaker)
    return tuple(sorted(found, key=lambda event: event.span))


class _Reading:
    """One sentence, read in the order that the rules need."""

    def __init__(
        self, text: str, sentence: Sentence, ontology: Ontology, words: Lexicon, speaker: str
    ) -> None:
        self.text = text
        self.types = ontology.types
        self.sentence = sentence
        self.triggers = find_triggers(sentence, words)
        self.clauses: Clauses = find_clauses(sentence, self.triggers)
        self.counts = find_counts(sentence)
        self.nominals = find_nominals(sentence, self.triggers, self.counts)
        self.reports: list[Report] = find_reports(sentence, self.clauses, speaker)
        self.roles: Mapping[int, list[Filler]] = Roles(
            sentence, self.triggers, self.clauses
        ).assign(self.nominals)

    def events(self) -> Iterator[EventMention]:
        """The event mentions of the sentence that say enough to be kept, in text order."""
        counted = claims(self.sentence, self.triggers, self.counts, self.clauses)
        for number, trigger in enumerate(self.triggers):
            allowed = self.types[trigger.entry.type].roles
            fillers = [f for f in self.roles.get(number, ()) if f.role in allowed]
            if self.types[trigger.entry.type].symmetric:
                fillers = _alike(fillers)
            timex = timex_of(self.sentence, trigger, self.triggers, self.clauses)
            counts = counted.get(number, [])
            roles = {filler.role for filler in fillers if filler.note != "shared"}
            if self._is_verbal(trigger, fillers):
                continue
            if is_worth_telling(trigger, roles, counted=bool(counts), dated=self._is_dated(timex)):
                yield self._event(trigger, fillers, counts, timex)

    def _event(
        self,
        trigger: Trigger,
        fillers: Sequence[Filler],
        counts: Sequence[Count],
        timex: int | None,
    ) -> EventMention:
        status, source = status_of(self.sentence, trigger, self.clauses, self.reports)
        span = joined(self.sentence.words[trigger.start : trigger.end])
        return EventMention(
            span=span,
            text=span.of(self.text),
            lemma=lemma_of(trigger),
            type=trigger.entry.type,
            status=status,
            attributed_to=source,
            timex=timex,
            arguments=self._arguments(trigger, fillers),
            quantities=tuple(self._quantity(trigger, count) for count in counts),
            sentence=self.sentence.span,
            part=self.sentence.part,
            clause=clause_of(trigger),
        )

    def _arguments(self, trigger: Trigger, fillers: Sequence[Filler]) -> tuple[Argument, ...]:
        found = (*map(self._argument, fillers), *self._cause(trigger))
        return tuple(sorted(found, key=lambda argument: argument.span))

    def _argument(self, filler: Filler) -> Argument:
        nominal = filler.nominal
        if nominal.mention is not None:
            span = self.sentence.mentions[nominal.mention].span
        else:
            span = joined(self.sentence.words[nominal.start : nominal.end])
        return Argument(filler.role, span, span.of(self.text), nominal.mention, filler.note)

    def _cause(self, trigger: Trigger) -> Iterator[Argument]:
        """The event that killed, as an instrument."""
        if cause := cause_of(self.sentence, self.triggers, self.clauses, trigger):
            span = joined(self.sentence.words[cause.start : cause.end])
            yield Argument("instrument", span, span.of(self.text))

    def _quantity(self, trigger: Trigger, count: Count) -> Quantity:
        kind = count.kind or trigger.entry.quantity or "people"
        kind = "casualties" if self._is_of_both(trigger) and not count.kind else kind
        span = count.span(self.sentence.words)
        return Quantity(kind, count.low, count.high, span, span.of(self.text), self._as_of())

    def _is_verbal(self, trigger: Trigger, fillers: Sequence[Filler]) -> bool:
        """Whether one named person "attacks" another, which in news is done with words."""
        people = {f.role for f in fillers if f.nominal.kind == "person"}
        return trigger.key == "هاجم" and {"agent", "patient"} <= people

    def _is_dated(self, timex: int | None) -> bool:
        """Whether a date is written in numbers, rather than "today" or "once"."""
        if timex is None:
            return False
        return any(character.isdigit() for character in self.sentence.timexes[timex].text)

    def _is_of_both(self, trigger: Trigger) -> bool:
        """Whether its number is of the dead and the injured together: "مقتل وجرح المئات"."""
        before = (other for other in self.triggers if other.end == trigger.start)
        return trigger.split.conjunction == "و" and any(not other.is_verb for other in before)

    def _as_of(self) -> str | None:
        """The day up to which a number holds: "حتى يوم الأحد"."""
        for index, number in enumerate(self.sentence.dates):
            if number is not None and self.sentence.at(index - 1) in ("حتي", "بحلول", "لغايه"):
                return self.sentence.timexes[number].edtf
        return None


def _alike(fillers: Sequence[Filler]) -> list[Filler]:
    """Of those that take part alike the first is the agent, the others are participants."""
    people = [filler for filler in fillers if filler.role in ("agent", "participant")]
    if len(people) < 2:
        return list(fillers)
    agents = [filler for filler in people if filler.role == "agent"] or people
    return [
        replace(filler, role="agent" if filler is agents[0] else "participant")
        if filler in people
        else filler
        for filler in fillers
    ]


def lemma_of(trigger: Trigger) -> str:
    """The key that mentions are compared by: a concept shared between languages where one is listed."""
    return _concepts().get(trigger.key, trigger.key)


@cache
def _concepts() -> Mapping[str, str]:
    table = grammar().data["concepts"]
    return {fold(word): concept for concept, words in table.items() for word in words}


def clause_of(trigger: Trigger) -> str:
    """A short phrase to show: the dictionary form without placeholders."""
    words = (word.split("/")[0] for word in trigger.entry.words if word[0] != "<")
    return " ".join(words)


__all__ = ["find_events"]
