"""Which reports tell one event: within an article by pointing back, across articles by evidence.

Pairs that have something in common are scored by the table of `features` and joined from the best
down, as long as a sample of both groups agrees (average linkage) and never across a conflict of date,
place or participants; so the outcome does not depend on the order of the articles, and the work grows
with their number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby

from eventgraph.ontology import Ontology
from eventgraph.resolve.events.antecedents import within_articles
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.blocking import candidates, chronological
from eventgraph.resolve.events.clustering import Pairs, Union
from eventgraph.resolve.events.conflicts import Conflicts
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.features import Features, features
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.events.pairs import Pair
from eventgraph.resolve.events.partition import by_nature
from eventgraph.resolve.places.geography import Geography

SAMPLE = 4  # drafts of a group that answer for all of it
ROW = (
    1.25  # log-odds by which drafts that may be rows must be likelier one than what is only tagged
)
NEVER = -6.0  # log-odds of two drafts that cannot be one event


class Coreference:
    """Clusters reports into drafts of events.

    Args:
        ontology: The event types.
        geography: How places lie to one another.
        stories: Which articles are alike, and how much sharing an entity says.
        scoring: The table that pairs are scored by; the packaged one by default.
    """

    def __init__(
        self,
        ontology: Ontology,
        geography: Geography,
        stories: Stories,
        scoring: Features | None = None,
    ) -> None:
        self._ontology = ontology
        self._geography = geography
        self._stories = stories
        self._scoring = scoring or features()
        self._conflicts = Conflicts(ontology, geography, stories.kind)

    def cluster(
        self, reports: Iterable[Report], together: Pairs = (), apart: Pairs = ()
    ) -> list[Draft]:
        """Drafts of all events, in the order of their keys.

        Args:
            reports: Of all articles, in any order.
            together: Keys of reports that a person has called one event.
            apart: Keys of reports that a person has called two.
        """
        in_order = sorted(reports, key=lambda report: report.key)
        parts = by_nature(self._within(in_order), together)
        found = chain.from_iterable(self._across(part, together, apart) for part in parts)
        return sorted(found, key=lambda draft: draft.key)

    def _within(self, in_order: Iterable[Report]) -> Iterator[Draft]:
        """The drafts of each article by itself, an article at a time."""
        for _, told in groupby(in_order, key=lambda report: report.article):
            yield from within_articles(told, self._compatible)

    def _across(self, drafts: Sequence[Draft], together: Pairs, apart: Pairs) -> list[Draft]:
        """Drafts of all articles from those of each, all of one nature."""
        local = sorted(drafts, key=chronological)
        union = Union(local, apart)
        for one, other in together:
            union.force(one, other)
        scores = dict(self.scored(local))
        enough = self._scoring.enough
        best = sorted((-score, pair) for pair, score in scores.items() if score >= enough)
        for _, (a, b) in best:
            agree = partial(self._agree, local, scores)
            union.join(a, b, self._compatible, agree, partial(self._because, local[a], local[b]))
        return union.drafts()

    def _agree(
        self,
        local: Sequence[Draft],
        scores: dict[tuple[int, int], float],
        some: Sequence[int],
        others: Sequence[int],
    ) -> bool:
        """Whether two groups are as likely one as two must be, by a sample of each."""
        odds = []
        for pair in ((min(x, y), max(x, y)) for x in sample(some) for y in sample(others)):
            if pair not in scores:
                scores[pair] = self._score(local[pair[0]], local[pair[1]])
            odds.append(probability(scores[pair]))
        return math.fsum(odds) / len(odds) >= probability(self._scoring.enough)

    def _compatible(self, a: Draft, b: Draft) -> bool:
        return not self._conflicts.between(a, b)

    def local(self, reports: Iterable[Report]) -> list[Draft]:
        """What each article tells by itself, in the order of time."""
        in_order = sorted(reports, key=lambda report: report.key)
        return sorted(self._within(in_order), key=chronological)

    def scored(self, local: Sequence[Draft]) -> Iterator[tuple[tuple[int, int], float]]:
        """Pairs of numbers of drafts that may be one event, with their scores.

        What an article itself does not tell as one is not made one by what it has in common.
        """
        for a, b in candidates(local, self._stories):
            one, other = local[a], local[b]
            if one.parts.isdisjoint(other.parts) and self._compatible(one, other):
                yield (a, b), self._likelihood(one, other)

    def _score(self, a: Draft, b: Draft) -> float:
        """Log-odds that two drafts are one event, also of two that cannot be."""
        return self._likelihood(a, b) if self._compatible(a, b) else NEVER

    def _likelihood(self, a: Draft, b: Draft) -> float:
        pair = self.pair(a, b)
        if not (pair.anchored if pair.is_wide else pair.acquainted):
            return NEVER
        return self._scoring.score(pair) - (0.0 if a.tagged and b.tagged else ROW)

    def pair(self, a: Draft, b: Draft) -> Pair:
        """Two drafts side by side."""
        return Pair(a, b, self._ontology, self._geography, self._stories)

    def _because(self, a: Draft, b: Draft) -> tuple[str, float]:
        """One line that says why two drafts were joined, and how sure they are one."""
        told = " = ".join(f"“{draft.reports[0].mention.text}”" for draft in (a, b))
        pair = self.pair(a, b)
        reasons = sorted(self._scoring.reasons(pair), key=lambda reason: -reason[0])
        listed = "; ".join(f"{reason} ({points:+.1f})" for points, reason in reasons)
        sure = probability(self._scoring.score(pair))
        return f"{told}, {sure:.0%} sure: {listed}", sure


def sample(members: Sequence[int]) -> Sequence[int]:
    """A few of the members of a group, spread over it."""
    if len(members) <= SAMPLE:
        return members
    in_order = sorted(members)
    return [in_order[n * (len(members) - 1) // (SAMPLE - 1)] for n in range(SAMPLE)]


def probability(log_odds: float) -> float:
    """From log-odds to 0 to 1."""
    return 1 / (1 + math.exp(-log_odds))
