"""How well clusters of reports are the annotated events: B-cubed and pairs, over annotated words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from eventgraph.resolve.events.drafts import Draft
from eventgraph.training.corpora import OTHER
from eventgraph.training.pair_scorer import World


@dataclass(frozen=True)
class Scores:
    """Precision and recall of B-cubed and of pairs, 0 to 1."""

    b_cubed: tuple[float, float]
    pairs: tuple[float, float]

    @property
    def f1(self) -> float:
        """Harmonic mean of the B-cubed precision and recall."""
        precision, recall = self.b_cubed
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def evaluate(world: World, drafts: Iterable[Draft]) -> Scores:
    """How some drafts agree with a corpus's annotation; words outside it and no events are left out."""
    told = [
        (number, cluster)
        for number, draft in enumerate(drafts)
        for report in draft.reports
        if (cluster := world.cluster_at(report)) not in (None, OTHER)
    ]
    return Scores(b_cubed(told), pairwise(told))


def b_cubed(told: Sequence[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall of mentions given as (system cluster, gold cluster).

    >>> [round(share, 3) for share in b_cubed([(1, "a"), (1, "a"), (2, "a")])]
    [1.0, 0.556]
    """
    both = Counter(told)
    system, gold = Counter(s for s, _ in told), Counter(g for _, g in told)
    count = max(1, len(told))
    precision = sum(n * n / system[s] for (s, _), n in both.items()) / count
    recall = sum(n * n / gold[g] for (_, g), n in both.items()) / count
    return precision, recall


def pairwise(told: Sequence[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall of the pairs that are in one cluster.

    >>> pairwise([(1, "a"), (1, "a"), (1, "b")])
    (0.3333333333333333, 1.0)
    """

    def within(counts: Counter[Hashable]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    right = within(Counter(told))
    found, there = within(Counter(s for s, _ in told)), within(Counter(g for _, g in told))
    return right / max(1, found), right / max(1, there)
