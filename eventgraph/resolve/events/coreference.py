"""Which reports tell one event: within an article by pointing back, across articles by evidence.

Pairs that have something in common are joined from the best-supported down, and never across a
conflict of date, place or participants; so the outcome does not depend on the order of the articles,
and the work grows with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby

from eventgraph.ontology import Ontology
from eventgraph.resolve.events.antecedents import within_articles
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.blocking import candidates, chronological
from eventgraph.resolve.events.clustering import Pairs, Union
from eventgraph.resolve.events.drafts import Draft, conflict
from eventgraph.resolve.events.mentions import Report
from eventgraph.resolve.events.pair_scoring import Support
from eventgraph.resolve.events.partition import by_nature
from eventgraph.resolve.places.geography import Geography

ENOUGH = 2.0  # support that makes two drafts one event; see `Support` for the units


class Coreference:
    """Clusters reports into drafts of events."""

    def __init__(self, ontology: Ontology, geography: Geography, stories: Stories) -> None:
        self._ontology = ontology
        self._geography = geography
        self._stories = stories
        self._support = Support(ontology, geography, stories)

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
            yield from within_articles(told, self._one_telling)

    def _across(self, drafts: Sequence[Draft], together: Pairs, apart: Pairs) -> list[Draft]:
        """Drafts of all articles from those of each, all of one nature."""
        local = sorted(drafts, key=chronological)
        union = Union(local, apart)
        for one, other in together:
            union.force(one, other)
        for _, a, b in sorted(self._supported(local)):
            union.join(a, b, self._compatible, partial(self._because, local[a], local[b]))
        return union.drafts()

    def _compatible(self, a: Draft, b: Draft) -> bool:
        return not conflict(a, b, self._geography, self._ontology)

    def _one_telling(self, a: Draft, b: Draft) -> bool:
        """Whether an article can mean one event by both: of another place it names somebody again."""
        return self._compatible(a, b) and not (
            a.people.isdisjoint(b.people) and self._geography.are_strange(a.places, b.places)
        )

    def _supported(self, drafts: Sequence[Draft]) -> Iterator[tuple[float, int, int]]:
        """Pairs with enough support, as negative support and numbers."""
        for a, b in candidates(drafts, self._stories):
            # What an article itself does not tell as one is not made one by what it has in common.
            if drafts[a].parts.isdisjoint(drafts[b].parts) and self._compatible(
                drafts[a], drafts[b]
            ):
                support = self._support.of(drafts[a], drafts[b])
                if support >= ENOUGH:
                    yield -support, a, b

    def _because(self, a: Draft, b: Draft) -> str:
        """One line that says why two drafts were joined."""
        told = " = ".join(f"“{draft.reports[0].mention.text}”" for draft in (a, b))
        reasons = self._support.reasons(a, b)
        listed = "; ".join(f"{reason} ({points:+.1f})" for points, reason in reasons)
        return f"{told}, support {sum(points for points, _ in reasons):.1f}: {listed}"
