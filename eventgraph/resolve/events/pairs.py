"""Two drafts side by side: what they share and where they differ, each thing found out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from eventgraph import vectors
from eventgraph.ontology import Ontology
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.drafts import Draft, is_symmetric, same_day
from eventgraph.resolve.places.geography import SAME, Geography

SOME = 4  # articles of a draft that are compared
RARE = 0.4  # rarity from which on a word is not one that any article may have
ALIKE = 0.2  # likeness from which on two articles are of one story
WORDS = 3  # words of a draft that are compared by their vectors


@dataclass(frozen=True)
class Pair:
    """Two drafts, and what their entities, places and words are judged by."""

    a: Draft
    b: Draft
    ontology: Ontology
    geography: Geography
    stories: Stories

    @cached_property
    def words(self) -> frozenset[str]:
        """Concepts, or triggers, that both have."""
        return (self.a.glosses & self.b.glosses) or (self.a.lemmas & self.b.lemmas)

    @cached_property
    def rarity(self) -> float:
        """How rare the rarest common word is: 0 in every article, 1 in hardly any."""
        return max(map(self.stories.rarity_of_word, self.words), default=0.0)

    @cached_property
    def word_similarity(self) -> float:
        """Cosine of the two most alike triggers; 0 where they share one.

        Where a word of one side has no vector, as in another language, what both are said to be is
        compared: their concepts, else their types.
        """
        if self.words:
            return 0.0
        if self.a.has_vectors and self.b.has_vectors:
            return likest(self.a.lemmas, self.b.lemmas)
        if self.a.glosses and self.b.glosses:
            return likest(self.a.glosses, self.b.glosses)
        return float(not (self.is_wide or self.a.types.isdisjoint(self.b.types)))

    @cached_property
    def likeness(self) -> float:
        """How much alike the articles of both are; an article is no evidence about itself."""
        pairs = ((x, y) for x in _some(self.a) for y in _some(self.b) if x != y)
        return max((self.stories.likeness(x, y) for x, y in pairs), default=0.0)

    @cached_property
    def is_wide(self) -> bool:
        """Whether both are of types that hold happenings of every sort."""
        return self.a.is_all("broad") and self.b.is_all("broad")

    @cached_property
    def same_day(self) -> bool:
        """Whether both state one and the same day, with or without its year."""
        return same_day(self.a, self.b) or bool(self.a.partial_dates & self.b.partial_dates)

    @cached_property
    def agreement(self) -> float:
        """How well their places fit, as `Geography.agreement` has it."""
        return self.geography.agreement(self.a.places, self.b.places)

    @cached_property
    def in_role(self) -> frozenset[str]:
        """Entities that take part in both in one role; in a meeting all roles are one."""
        if is_symmetric(self.a, self.ontology) and is_symmetric(self.b, self.ontology):
            return self.a.people & self.b.people
        return frozenset(participant.entity for participant in self.a.roles & self.b.roles)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Entities named in the sentences of both that are not known to take part in both."""
        return (self.a.context & self.b.context) - (self.a.entities & self.b.entities)

    @cached_property
    def objects(self) -> frozenset[str]:
        """Head words of plain arguments that both have."""
        return self.a.objects & self.b.objects

    @cached_property
    def numbers(self) -> bool:
        """Whether both claim a number that two happenings would hardly share."""
        return bool(self.a.telling_numbers & self.b.telling_numbers)

    @property
    def anchored(self) -> bool:
        """Whether more speaks for one event than a word that any article may have.

        Who takes part and how, when, what, where and how many; or a rarer word in articles alike. What
        only the tagger takes for events needs no more than its score: it is no row of a timeline.
        """
        return bool(
            self.in_role
            or self.same_day
            or self.objects
            or (self.agreement >= SAME and self.numbers)
            or (self.rarity >= RARE and self.likeness >= ALIKE)
            or (self.a.tagged and self.b.tagged)
        )

    @property
    def acquainted(self) -> bool:
        """Whether anything beside what is said to have happened is in both, or their articles are alike."""
        shared = self.beside or self.agreement > 0 or self.numbers or self.likeness >= ALIKE
        return bool(self.anchored or shared)

    def weight(self, entities: Iterable[str]) -> float:
        """What it says together that both have some entities."""
        return sum(map(self.stories.weight, sorted(entities)))


def _some(draft: Draft) -> Collection[str]:
    """The articles that stand for all that tell a draft."""
    return draft.articles if len(draft.articles) <= SOME else sorted(draft.articles)[:SOME]


def likest(some: Collection[str], others: Collection[str]) -> float:
    """Cosine of the two most alike of some words."""
    few, more = (sorted(words)[:WORDS] for words in (some, others))
    return max((vectors.similarity(x, y) for x in few for y in more), default=0.0)
