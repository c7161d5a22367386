"""The weights of the pair table: logistic regression over pairs of drafts of annotated articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventgraph.knowledge import load as load_knowledge
from eventgraph.model import Article, Extraction
from eventgraph.ontology import load as load_ontology
from eventgraph.resolve.decisions import Decisions
from eventgraph.resolve.entities.linking import link_entities
from eventgraph.resolve.events.article_similarity import Stories
from eventgraph.resolve.events.coreference import Coreference
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.events.features import AGAINST, NAMES, Features, table
from eventgraph.resolve.events.mentions import Report, gather
from eventgraph.resolve.places.geography import Geography
from eventgraph.training.corpora import OTHER

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

STRENGTH = 1.0  # inverse of the regularisation
LARGE = 10_000  # pairs of a corpus each of which counts as one


@dataclass(frozen=True)
class Pairs:
    """Values of the features of some pairs, and which are one event."""

    values: list[list[float]]
    same: list[bool]


@dataclass(frozen=True)
class World:
    """A corpus with its entities linked, ready for coreference.

    Attributes:
        cluster_at: The event that a report tells: `OTHER` for no event, none where it is not known.
        reports: Of all its articles.
        geography: How its places lie.
        stories: How alike its articles are.
    """

    cluster_at: Callable[[Report], str | None]
    reports: Sequence[Report]
    geography: Geography
    stories: Stories

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        extractions: Iterable[Extraction],
        cluster_at: Callable[[Report], str | None],
    ) -> World:
        """The corpus of some articles and their extractions, in the same order."""
        pairs = sorted(zip(articles, extractions, strict=True), key=lambda pair: pair[0].id)
        in_order, extracted = [a for a, _ in pairs], [e for _, e in pairs]
        knowledge = load_knowledge(None)
        linked = link_entities(in_order, extracted, knowledge, Decisions())
        reports = gather(in_order, extracted, linked.chains, load_ontology(None))
        return cls(
            cluster_at,
            reports,
            Geography(linked.entities, knowledge, in_order),
            Stories(reports, linked.entities),
        )

    def coreference(self, scoring: Features) -> Coreference:
        """What clusters this corpus by some table."""
        return Coreference(load_ontology(None), self.geography, self.stories, scoring)

    def cluster_of(self, draft: Draft) -> str | None:
        """The event that most of a draft's annotated reports tell; none where none is annotated."""
        found = Counter(c for r in draft.reports if (c := self.cluster_at(r)) is not None)
        return min(found, key=lambda c: (-found[c], c)) if found else None


def pairs_of(world: World) -> Pairs:
    """The compared pairs of drafts of which it is known whether they are one event."""
    scoring = table({})
    coreference = world.coreference(scoring)
    local = coreference.local(world.reports)
    clusters = [world.cluster_of(draft) for draft in local]
    values, same = [], []
    for (a, b), _ in coreference.scored(local):
        known = clusters[a] is not None and clusters[b] is not None
        if known and (clusters[a] or clusters[b]):
            pair = coreference.pair(local[a], local[b])
            values.append([float(row.function(pair)) for row in scoring.rows])
            same.append(clusters[a] == clusters[b] != OTHER)
    return Pairs(values, same)


def fit(sets: Iterable[Pairs], enough: float = 0.0) -> Features:
    """The table with the weights that tell the pairs of some corpora best.

    Args:
        sets: Pairs of each corpus.
        enough: Log-odds from which on two drafts are taken for one event.
    """
    import numpy as np

    kept = [pairs for pairs in sets if pairs.same]
    values = np.array([row for pairs in kept for row in pairs.values])
    same = np.array([one for pairs in kept for one in pairs.same])
    heavy = np.concatenate([_weights(pairs.same) for pairs in kept])
    signs = np.array([-1 if name in AGAINST else 1 for name in NAMES])
    weights, bias = _signed(values, same, heavy, signs)
    rounded = {name: round(float(w), 3) for name, w in zip(NAMES, weights, strict=True)}
    return table(rounded, round(bias, 3), enough)


def _weights(same: Sequence[bool]) -> Array:
    """What each pair of a corpus counts: a small corpus has less to say, yet not as little as it is small."""
    import numpy as np

    return np.full(len(same), math.sqrt(LARGE / max(len(same), 1)))


def _signed(values: Array, same: Array, heavy: Array, signs: Array) -> tuple[Array, float]:
    """Weights of the signs that their features have by their meaning.

    A feature that speaks the wrong way in the data stands there for something else: it weighs nothing.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    used = np.ones(len(signs), bool)
    while True:
        model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8)
        model.fit(values[:, used], same, heavy)
        wrong = model.coef_[0] * signs[used] < 0
        if not wrong.any():
            weights = np.zeros(len(signs))
            weights[used] = model.coef_[0]
            return weights, float(model.intercept_[0])
        used[np.flatnonzero(used)[wrong]] = False


def written(features: Features) -> str:
    """The weights of a table as TOML, as `features` reads them."""
    lines = [
        "# Log-odds of the rows of features.py; made by: eventgraph train-events --data PATH",
        "# Learned from ECB+ (Cybulska and Vossen 2014, CC BY 3.0), see LICENSE-weights.txt.",
        f"bias = {features.bias}",
        f"enough = {features.enough}",
        "",
        "[weights]",
        *(f"{row.name} = {row.weight}" for row in features.rows),
    ]
    return "\n".join(lines) + "\n"
