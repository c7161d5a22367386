"""The weights of the trigger tagger: logistic regression over the tokens of annotated articles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from eventgraph import vectors
from eventgraph.extract.passages import parse
from eventgraph.extract.triggers.features import entry, features, is_content, lemma
from eventgraph.extract.triggers.tagger import Tagger
from eventgraph.model import Span
from eventgraph.training.corpora import OTHER, Annotated
from eventgraph.vectors.table import DIMENSIONS

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FOLDS = 5  # the rate of a word is counted in other articles than those it is used in
SEEN = 10  # tokens that must have a feature
STRENGTH = 0.3  # inverse of the regularisation
THRESHOLDS = tuple(n / 20 for n in range(4, 15))
UNSEEN = 1.0  # tokens that the mean rate counts as, beside those of a word


@dataclass(frozen=True)
class Example:
    """A token that is annotated, and whether it names an event."""

    fold: int
    entry: str
    features: tuple[str, ...]
    word: str
    above: str
    event: bool


def examples(annotated: Sequence[Annotated]) -> list[Example]:
    """The content words of what is annotated; articles are dealt out to the folds in their order."""
    found = []
    pairs = zip(annotated, parse(one.article for one in annotated), strict=True)
    for number, (one, (_, passages)) in enumerate(pairs):
        fold = number * FOLDS // len(annotated)
        for passage in passages:
            for token in filter(is_content, passage.doc):
                cluster = one.cluster_at(passage.span(token))
                if cluster is not None:
                    found.append(
                        _example(token, fold, cluster != OTHER and _heads(token, one, passage))
                    )
    return found


def _example(token: Any, fold: int, event: bool) -> Example:
    return Example(
        fold, entry(token), tuple(features(token)), lemma(token), lemma(token.head), event
    )


def _heads(token: Any, one: Annotated, passage: Any) -> bool:
    """Whether a token is the highest of the annotated mention that it is part of."""
    span = passage.span(token)
    mention = next(other for other in one.mentions if other.overlaps(span))
    head = passage.span(token.head)
    return token.head == token or not mention.overlaps(Span(head.start, head.end))


def train_tagger(found: Sequence[Example]) -> Tagger:
    """The tagger that some tokens teach."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    events = np.array([one.event for one in found])
    counts = Counter(name for one in found for name in one.features)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    rates = [rates_of([one for one in found if one.fold != fold]) for fold in range(FOLDS)]
    values = _values(found, names, rates)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(values, events)
    enough = max(
        THRESHOLDS, key=lambda least: _f1(model.predict_proba(values)[:, 1] >= least, events)
    )
    weights = [round(float(weight), 3) for weight in model.coef_[0]]
    size = len(names)
    return Tagger(
        bias=round(float(model.intercept_[0]), 3),
        enough=enough,
        weights=dict(zip(names, weights[:size], strict=True)),
        own=tuple(weights[size + 1 : size + 1 + DIMENSIONS]),
        above=tuple(weights[size + 1 + DIMENSIONS :]),
        rate=rates_of(found),
        rate_weight=weights[size],
    )


def rates_of(found: Sequence[Example]) -> dict[str, float]:
    """How often each word names an event, drawn to the mean of all, which stands under no word."""
    seen = Counter(one.entry for one in found)
    hits = Counter(one.entry for one in found if one.event)
    mean = sum(hits.values()) / max(1, len(found))
    rates = {
        word: round((hits[word] + UNSEEN * mean) / (count + UNSEEN), 3)
        for word, count in sorted(seen.items())
        if count > 1
    }
    return {"": round(mean, 3), **rates}


def _values(
    found: Sequence[Example], names: Sequence[str], rates: Sequence[dict[str, float]]
) -> Array:
    import numpy as np

    place = {name: number for number, name in enumerate(names)}
    size = len(names)
    values = np.zeros((len(found), size + 1 + 2 * DIMENSIONS), np.float32)
    for row, one in zip(values, found, strict=True):
        row[[place[name] for name in one.features if name in place]] = 1
        rate = rates[one.fold]
        row[size] = rate.get(one.entry, rate[""])
        for at, word in ((size + 1, one.word), (size + 1 + DIMENSIONS, one.above)):
            if known := vectors.vector(word):
                row[at : at + DIMENSIONS] = known
    return values


def _f1(predicted: Array, events: Array) -> float:
    right = int((predicted & events).sum())
    return 2 * right / max(1, int(predicted.sum() + events.sum()))


def written(tagger: Tagger) -> str:
    """The weights as JSON, as `eventgraph.extract.triggers.tagger` reads them."""
    return json.dumps(asdict(tagger), indent=0, sort_keys=True, ensure_ascii=False) + "\n"
