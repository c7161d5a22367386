"""Two drafts side by side: what they share and where they differ, each thing found out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from eventgraph import vectors
from eventgraph.ontology import Ontology
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.drafts import Draft, is_symmetric, same_day
from eventgraph.resolve.places.geography import SAME, Geography

SOME = 4  # articles of a draft that are compared
RARE = 0.4  # rarity from which on a word is not one that any article may have
ALIKE = 0.2  # likeness from which on two articles are of one story
WORDS = 3  # words of a draft that are compared by their vectors


class Pair:
    """Two drafts side by side.

    Found at once, not when asked for: scoring asks for all of it, and millions of pairs are scored.

    Args:
        a: A draft.
        b: Another.
        ontology: Which types have sides that act alike.
        geography: How places lie to one another.
        stories: Which articles are alike, and how much sharing an entity says.

    Attributes:
        words: What triggers say, or triggers, that both have.
        rarity: How rare the rarest common word is: 0 in every article, 1 in hardly any.
        is_wide: Whether both are of types that hold happenings of every sort.
        word_similarity: Cosine of the two most alike triggers; 0 where they share one.
        likeness: How much alike the articles of both are; an article is no evidence about itself.
        same_day: Whether both state one and the same day, with or without its year.
        agreement: How well their places fit, as `Geography.agreement` has it.
        in_role: Entities that take part in both in one role; in a meeting all roles are one.
        beside: Entities named in the sentences of both that are not known to take part in both.
        objects: Head words of plain arguments that both have.
        numbers: Whether both claim a number that two happenings would hardly share.
    """

    __slots__ = (
        "a",
        "agreement",
        "b",
        "beside",
        "in_role",
        "is_wide",
        "likeness",
        "numbers",
        "objects",
        "ontology",
        "rarity",
        "same_day",
        "stories",
        "word_similarity",
        "words",
    )  # fmt: skip

    def __init__(
        self, a: Draft, b: Draft, ontology: Ontology, geography: Geography, stories: Stories
    ) -> None:
        self.a, self.b, self.ontology, self.stories = a, b, ontology, stories
        self.words = (a.glosses & b.glosses) or (a.lemmas & b.lemmas)
        self.rarity = max(map(stories.rarity_of_word, self.words), default=0.0)
        self.is_wide = a.is_all("broad") and b.is_all("broad")
        self.word_similarity = 0.0 if self.words else _similarity(a, b, wide=self.is_wide)
        self.likeness = _likeness(a, b, stories)
        self.same_day = same_day(a, b) or bool(a.partial_dates & b.partial_dates)
        self.agreement = geography.agreement(a.places, b.places)
        self.in_role = _in_role(a, b, ontology)
        self.beside = (a.context & b.context) - (a.entities & b.entities)
        self.objects = a.objects & b.objects
        self.numbers = bool(a.telling_numbers & b.telling_numbers)

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


def _similarity(a: Draft, b: Draft, *, wide: bool) -> float:
    """Cosine of the two most alike triggers of two drafts that share none.

    Where a word of one side has no vector, as in another language, what both are said to be is
    compared: their concepts, else their types.
    """
    if a.has_vectors and b.has_vectors:
        return likest(a.lemmas, b.lemmas)
    if a.glosses and b.glosses:
        return likest(a.glosses, b.glosses)
    return float(not (wide or a.types.isdisjoint(b.types)))


def _likeness(a: Draft, b: Draft, stories: Stories) -> float:
    pairs = ((x, y) for x in _some(a) for y in _some(b) if x != y)
    return max((stories.likeness(x, y) for x, y in pairs), default=0.0)


def _in_role(a: Draft, b: Draft, ontology: Ontology) -> frozenset[str]:
    common = a.people & b.people
    if not common or (is_symmetric(a, ontology) and is_symmetric(b, ontology)):
        return common
    return frozenset(participant.entity for participant in a.roles & b.roles)


def _some(draft: Draft) -> Collection[str]:
    """The articles that stand for all that tell a draft."""
    return draft.articles if len(draft.articles) <= SOME else sorted(draft.articles)[:SOME]


def likest(some: Collection[str], others: Collection[str]) -> float:
    """Cosine of the two most alike of some words."""
    few, more = (sorted(words)[:WORDS] for words in (some, others))
    return max((vectors.similarity(x, y) for x in few for y in more), default=0.0)
