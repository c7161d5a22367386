"""How much two articles are about the same story, from the entities and triggers that they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.model import Entity
from eventgraph.resolve.events.mentions import Report, gloss

# How much sharing an entity says, by type: people say more than places, countries hardly anything.
_BY_TYPE = {"person": 1.0, "organization": 0.8, "place": 0.7}
_COUNTRY = 0.35
SALIENT = 6  # features of an article that may bring it together with another


class Stories:
    """Articles as weighted features: entities and event triggers, rare ones heavier (tf-idf).

    Args:
        reports: Of all articles.
        entities: Of all articles.
    """

    def __init__(self, reports: Sequence[Report], entities: Sequence[Entity]) -> None:
        counts = _features(reports, entities)
        spread = Counter(feature for features in counts.values() for feature in features)
        self._total = max(1, len(counts))
        self._words = _spread_of_words(reports)
        self._spread = spread
        self._kinds = {entity.id: entity.type for entity in entities}
        self._weights = {entity.id: _base(entity) for entity in entities}
        self._vectors = {article: self._vector(features) for article, features in counts.items()}
        self._salient: dict[str, tuple[str, ...]] = {}

    def _rarity(self, feature: str) -> float:
        """From about 0.4 for what every article has to 1 for what one has."""
        return 0.4 + 0.6 * (1 - math.log(1 + self._spread[feature]) / math.log(2 + self._total))

    def _vector(self, features: Mapping[str, int]) -> dict[str, float]:
        raw = {
            feature: (1 + math.log(count)) * self._rarity(feature) * self._weights.get(feature, 0.5)
            for feature, count in features.items()
        }
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {feature: value / length for feature, value in raw.items()}

    def weight(self, entity: str) -> float:
        """What it says that two reports share an entity, 0 to 1."""
        return self._weights.get(entity, 0.5) * self._rarity(entity)

    def rarity_of_word(self, lemma: str) -> float:
        """How rare a trigger, or what triggers say in any language, is: 0 where every article has it, near 1 where hardly any has."""
        spread = self._words[lemma]
        return 1 - math.log(1 + spread) / math.log(2 + self._total)

    def kind(self, entity: str) -> str:
        """The type of an entity."""
        return self._kinds.get(entity, "")

    def likeness(self, a: str, b: str) -> float:
        """Cosine of two articles, 0 to 1."""
        if a == b:
            return 1.0
        some, others = self._vectors.get(a, {}), self._vectors.get(b, {})
        if len(others) < len(some):
            some, others = others, some
        # fsum is exact: the order of the features does not show in the sum
        return math.fsum([w * others[feature] for feature, w in some.items() if feature in others])

    def salient(self, article: str) -> tuple[str, ...]:
        """The features that tell an article best, heaviest first."""
        if article not in self._salient:
            vector = self._vectors.get(article, {})
            heaviest = sorted(vector, key=lambda feature: (-vector[feature], feature))[:SALIENT]
            self._salient[article] = tuple(heaviest)
        return self._salient[article]


def _base(entity: Entity) -> float:
    return _COUNTRY if (entity.knowledge or "").startswith("country:") else _BY_TYPE[entity.type]


def _features(reports: Iterable[Report], entities: Iterable[Entity]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        for evidence in entity.evidence:
            counts[evidence.article][entity.id] += 1
    for report in reports:
        counts[report.article][f"lemma:{gloss(report.mention) or report.mention.lemma}"] += 1
    return counts


def _spread_of_words(reports: Iterable[Report]) -> Counter[str]:
    """In how many articles each trigger is, as a word and as what it says."""
    found = {
        (report.article, word)
        for report in reports
        for word in (report.mention.lemma, gloss(report.mention))
        if word
    }
    return Counter(word for _, word in found)
