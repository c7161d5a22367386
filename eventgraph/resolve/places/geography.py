"""Which places lie in which, so that "Moscow" and "Russia" agree and "Moscow" and "Tehran" do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventgraph.errors import NotFoundError
from eventgraph.knowledge import Knowledge
from eventgraph.model import Article, Entity
from eventgraph.resolve.places.namesakes import named_within

_COMMA = re.compile(r"[,،] ?")

SAME, WITHIN, COUNTRY, UNKNOWN, STRANGE, APART = 2.0, 1.0, 0.5, 0.0, -0.7, -2.0


@dataclass(frozen=True, slots=True)
class _Position:
    """A place and what contains it, as knowledge ids; the country as ``country:XX``."""

    own: str | None
    holders: frozenset[str]
    is_country: bool


class Geography:
    """The places among some entities, and how they lie to one another."""

    def __init__(
        self, entities: Sequence[Entity], knowledge: Knowledge, articles: Sequence[Article] = ()
    ) -> None:
        self._positions = {
            entity.id: _position(entity, knowledge) for entity in entities if entity.type == "place"
        }
        self._said = _said_within(entities, articles) | named_within(entities)

    def agreement(self, some: Collection[str], others: Collection[str]) -> float:
        """How well two sets of places fit: 2 the same, 1 one in the other, 0 unknown, −2 apart.

        The best pair of known ones decides. Two specific places of which nothing else is known are
        more likely two than one.
        """
        pairs = [self._pair(a, b) for a in some for b in others]
        return max([value for value in pairs if value != UNKNOWN], default=STRANGE * bool(pairs))

    def are_strange(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether both name places smaller than a country, and nothing is known to relate any of them."""
        local = not (all(map(self._is_country, some)) or all(map(self._is_country, others)))
        return local and self.agreement(some, others) == STRANGE

    def _is_country(self, place: str) -> bool:
        position = self._positions.get(place)
        return position is not None and position.is_country

    def _pair(self, a: str, b: str) -> float:
        here, there = self._positions.get(a), self._positions.get(b)
        if here is None or there is None:
            return SAME if a == b else UNKNOWN
        if a == b:
            return COUNTRY if here.is_country else SAME
        if (a, b) in self._said or (b, a) in self._said:
            return WITHIN
        if here.own in there.holders or there.own in here.holders:
            return WITHIN
        if not here.holders or not there.holders or here.own is None or there.own is None:
            return UNKNOWN
        return APART

    def is_specific(self, place: str) -> bool:
        """Whether a place is smaller than a country."""
        position = self._positions.get(place)
        return position is not None and not position.is_country


def _said_within(entities: Sequence[Entity], articles: Sequence[Article]) -> set[tuple[str, str]]:
    """Pairs of places that an article writes as "Crocus City Hall, Moscow": one lies in the other."""
    texts = {article.id: article.text for article in articles}
    marks = sorted(
        (evidence.article, evidence.span, entity.id)
        for entity in entities
        if entity.type == "place"
        for evidence in entity.evidence
    )
    return {
        (place, other)
        for (article, span, place), (same, after, other) in pairwise(marks)
        if article == same
        and place != other
        and article in texts
        and _COMMA.fullmatch(texts[article], span.end, max(span.end, after.start))
    }


def _position(entity: Entity, knowledge: Knowledge) -> _Position:
    holders: set[str] = {f"country:{entity.country}"} if entity.country else set()
    own, is_country = entity.knowledge, (entity.knowledge or "").startswith("country:")
    above = own
    while above and len(holders) < 10:  # a chain of containment is short; a loop in data must end
        try:
            above = knowledge.entry(above).within
        except NotFoundError:
            break
        if above in holders:
            break
        if above:
            holders.add(above)
    return _Position(own, frozenset(holders - {own} if not is_country else holders), is_country)
