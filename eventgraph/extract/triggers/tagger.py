"""How likely a token names an event: logistic regression over its features, its word and its head's."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from eventgraph import integrity, vectors
from eventgraph.extract.triggers.features import entry, features, is_content, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

FOLDER = files("eventgraph.extract.triggers")


@dataclass(frozen=True)
class Tagger:
    """The weights of a language.

    Attributes:
        bias: Log-odds of a token of which nothing is known.
        enough: Probability from which on a token is taken for a trigger.
        weights: Log-odds by name of a feature.
        own: Log-odds by dimension of the vector of the token's word.
        above: The same of its head's word.
        rate: How often a word of the lexicon is an event, and how often words that it lacks are.
        rate_weight: Log-odds of a word that always is one.
    """

    bias: float
    enough: float
    weights: Mapping[str, float]
    own: Sequence[float]
    above: Sequence[float]
    rate: Mapping[str, float]
    rate_weight: float

    def probability(self, token: Token) -> float:
        """How likely a token names an event; 0 for function words."""
        if not is_content(token):
            return 0.0
        points = [self.weights.get(name, 0.0) for name in features(token)]
        points += [self.bias, self.rate_weight * self.rate_of(entry(token))]
        points += [_product(lemma(token), self.own), _product(lemma(token.head), self.above)]
        return 1 / (1 + math.exp(-math.fsum(points)))

    def rate_of(self, word: str) -> float:
        """How often a word names an event; the mean of all words for one never seen."""
        return self.rate.get(word, self.rate[""])


_replaced: dict[str, Tagger] = {}


def use(language: str, judge: Tagger) -> None:
    """Judge a language by other weights than the packaged ones from now on, as training does."""
    _replaced[language] = judge


def tagger(language: str) -> Tagger | None:
    """The tagger of a language; none where there is none.

    Raises:
        DataError: Its weights are damaged.
    """
    return _replaced.get(language) or _packaged(language)


@cache
def _packaged(language: str) -> Tagger | None:
    path = FOLDER / f"{language}.json"
    if not path.is_file():
        return None
    data = json.loads(integrity.text(path))
    return Tagger(**{**data, "own": tuple(data["own"]), "above": tuple(data["above"])})


@lru_cache(maxsize=1 << 16)
def _product(word: str, weights: tuple[float, ...]) -> float:
    """The product of a word's vector and some weights; 0 for a word without a vector."""
    row = vectors.vector(word)
    return math.fsum(a * b for a, b in zip(row, weights, strict=True)) if row else 0.0
