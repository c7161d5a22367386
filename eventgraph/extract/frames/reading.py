"""An article's clauses with the frames that they meet: what roles, status, dates and claims are read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eventgraph.model import Article, Clause, Constituent, Mention, Phrase, Timex

if TYPE_CHECKING:
    from eventgraph.extract.frames.constructions import Constructions
    from eventgraph.extract.frames.frames_file import Frames
    from eventgraph.extract.frames.matching import Match
    from eventgraph.languages.nouns import Nouns
    from eventgraph.ontology import Concept, Ontology

DEEPEST: Final = 8  # clauses above a clause that are looked at


@dataclass(frozen=True, slots=True)
class Trigger:
    """A clause that reports an event.

    Attributes:
        index: Of its clause.
        type: Event type.
        concept: What it says; none where no frame knows its words.
        match: The entry that it meets; none likewise.
        carrier: Index of the clause whose verb only carries its noun: "carried out strikes".
        carried: How that verb carries it, by kind; empty where none does.
        words: Indices of the clauses that are words of the entry: "death" of "stabbed to death".
        echo: Index of the event noun that a verb repeats: "struck" in "an earthquake struck".
    """

    index: int
    type: str
    concept: Concept | None = None
    match: Match | None = None
    carrier: int | None = None
    carried: str = ""
    words: tuple[int, ...] = ()
    echo: int | None = None


@dataclass(slots=True)
class Reading:
    """All that the events of an article are read with.

    Attributes:
        article: The article.
        clauses: Its clauses.
        mentions: Its entity mentions.
        timexes: Its time expressions.
        frames: Of its language.
        constructions: Of its language; none where it has no table of status.
        nouns: Noun classes of its language.
        ontology: Event types and concepts.
        countries: Indices of the mentions that name a country.
        triggers: By index of their clause.
        standing: Mention that a pronoun stands for, by where the pronoun begins.
        below: Clauses by the index of their governor.
        begins: Where sentences begin.
    """

    article: Article
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]
    timexes: Sequence[Timex]
    frames: Frames
    constructions: Constructions | None
    nouns: Nouns
    ontology: Ontology
    countries: frozenset[int] = frozenset()
    triggers: dict[int, Trigger] = field(default_factory=dict)
    standing: Mapping[int, int] = field(default_factory=dict)
    below: dict[int, list[int]] = field(default_factory=dict)
    begins: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.begins = frozenset(clause.sentence.start for clause in self.clauses)
        for index, clause in enumerate(self.clauses):
            if clause.governor is not None:
                self.below.setdefault(clause.governor, []).append(index)

    def governor(self, index: int) -> Clause | None:
        """The clause that governs a clause."""
        above = self.clauses[index].governor
        return None if above is None else self.clauses[above]

    def has(self, trigger: Trigger, trait: str) -> bool:
        """Whether the event type of a trigger has a trait, see `eventgraph.ontology.TRAITS`."""
        return trait in self.ontology.type(trigger.type).traits

    def happening(self, phrase: Phrase) -> int | None:
        """The index of the event trigger that a phrase is."""
        for index in self._by_head(phrase):
            if index in self.triggers:
                return index
        return None

    def _by_head(self, phrase: Phrase) -> list[int]:
        if not self._heads:
            for index, clause in enumerate(self.clauses):
                if clause.form == "nominal":
                    self._heads.setdefault(clause.predicate.start, []).append(index)
        return self._heads.get(phrase.head.start, [])

    _heads: dict[int, list[int]] = field(default_factory=dict)

    def active(self, index: int) -> tuple[tuple[int, Constituent], ...]:
        """The constituents of a clause by number."""
        return tuple(enumerate(self.clauses[index].constituents))

    def is_class(self, phrase: Phrase, *classes: str) -> bool:
        """Whether a common noun is in one of these classes."""
        return phrase.mention is None and any(self.nouns.has(c, phrase.lemma) for c in classes)
