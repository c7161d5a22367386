"""How much speaks for two drafts being one event; one unit is about one good reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from eventgraph.ontology import Ontology
from eventgraph.resolve.events.anaphora import is_general
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.drafts import AGENT, PATIENT, Draft, is_symmetric, same_day
from eventgraph.resolve.places.geography import Geography

ALIKE = 2.0  # units that two reports of the same words are worth
SOME = 4  # articles of a draft that are compared


class Support:
    """Weighs two drafts against each other.

    Args:
        ontology: Which types have sides that act alike.
        geography: How places lie to one another.
        stories: Which articles are alike, and how much sharing an entity says.
    """

    def __init__(self, ontology: Ontology, geography: Geography, stories: Stories) -> None:
        self._ontology = ontology
        self._geography = geography
        self._stories = stories

    def of(self, a: Draft, b: Draft) -> float:
        """The sum of all reasons."""
        return sum(self._points(a, b))

    def reasons(self, a: Draft, b: Draft) -> list[tuple[float, str]]:
        """Each reason for (or against) two drafts being one event, with its points."""
        points = self._points(a, b)
        labels = (
            f"articles alike {points[0] / ALIKE:.2f}",
            f"triggers {_list(a.lemmas)} / {_list(b.lemmas)}",
            "dates agree",
            "places agree",
            f"{len(a.people & b.people)} shared participants",
            "the same roles",
            "the same names beside it",
            "the same two sides",
            "others are described",
            "one is only expected",
            "nobody and nowhere in common",
            "the same numbers",
            "different or unknown speakers",
        )
        return [(value, label) for value, label in zip(points, labels, strict=True) if value]

    def _points(self, a: Draft, b: Draft) -> tuple[float, ...]:
        spoken = a.has("speech") and not a.with_role(AGENT) & b.with_role(AGENT)
        return (
            ALIKE * self._likeness(a, b),
            _words(a, b),
            _dates(a, b),
            self._geography.agreement(a.places, b.places),
            self._shared(a, b),
            _roles(a, b),
            self._context(a, b),
            self._same_pair(a, b),
            _described(a, b),
            -1.0 * (a.expected != b.expected and not same_day(a, b)),
            self._strangeness(a, b),
            1.5 * bool(a.telling_numbers & b.telling_numbers),
            -2.0 if spoken else 0.0,
        )

    def _shared(self, a: Draft, b: Draft) -> float:
        """Who takes part in both."""
        shared = sorted(a.people & b.people)
        return min(2.0, sum(1.3 * self._stories.weight(entity) for entity in shared))

    def _same_pair(self, a: Draft, b: Draft) -> float:
        """Whether both have two sides that act alike (a meeting, a call), and these are the same."""
        if not is_symmetric(a, self._ontology):
            return 0.0
        sides = (a.people | a.context) & (b.people | b.context)
        people = sides & (a.people | b.people)
        return 2.0 if len(people) > 1 else 0.0

    def _context(self, a: Draft, b: Draft) -> float:
        """Entities in the sentences of both that are not known to take part in both."""
        beside = (a.context & b.context) - (a.entities & b.entities)
        if not beside:
            return 0.0
        scenes = {p for p in beside & (a.places | b.places) if self._geography.is_specific(p)}
        named = sum(self._stories.weight(entity) for entity in sorted(beside))
        return min(1.8, named + 0.6 * len(scenes))

    def _strangeness(self, a: Draft, b: Draft) -> float:
        """Less when nobody and nowhere is common to both, least when each has a place of its own.

        Two towns that nobody knows are two towns, however much alike are the articles: one that tells
        of several fires is like the reports of each.
        """
        if not _are_strangers(a, b):
            return 0.0
        return -3.0 if self._geography.are_strange(a.places, b.places) else -1.0

    def _likeness(self, a: Draft, b: Draft) -> float:
        """How much alike the articles of two drafts are; an article is no evidence about itself."""
        return max(
            [self._stories.likeness(x, y) for x in _some(a) for y in _some(b) if x != y],
            default=0.0,
        )


def _some(draft: Draft) -> Collection[str]:
    """The articles that stand for all that tell a draft."""
    return draft.articles if len(draft.articles) <= SOME else sorted(draft.articles)[:SOME]


def _words(a: Draft, b: Draft) -> float:
    if common := a.lemmas & b.lemmas:
        return 0.7 if all(is_general(lemma, a.family) for lemma in common) else 1.2
    if a.is_all("broad") and b.is_all("broad"):
        return -2.0
    if a.general or b.general:
        return 0.6
    return 0.3 if a.types & b.types else 0.0


def _dates(a: Draft, b: Draft) -> float:
    if same_day(a, b) or a.partial_dates & b.partial_dates:
        return 1.5
    return 0.4 if a.window and b.window else 0.0


def _roles(a: Draft, b: Draft) -> float:
    if not (a.roles and b.roles):
        return 0.0
    return 0.5 * sum(
        not a.with_role(role).isdisjoint(b.with_role(role))
        for role in (AGENT, PATIENT, "beneficiary")
    )


def _are_strangers(a: Draft, b: Draft) -> bool:
    """Whether both name somebody or some place, and no name of the one stands beside the other."""
    named = bool(a.entities and b.entities)
    return named and (a.entities | a.context).isdisjoint(b.entities | b.context)


def _described(a: Draft, b: Draft) -> float:
    """Less when both describe to whom it was done, and nothing in the words or numbers agrees."""
    if not (a.described and b.described) or a.numbers & b.numbers:
        return 0.0
    return 0.5 if a.described & b.described else -0.5


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:4])
