"""Everything that was understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventgraph.model.article import Article, Skipped
from eventgraph.model.coverage import Coverage
from eventgraph.model.entity import Entity
from eventgraph.model.event import Event
from eventgraph.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Unmet:
    """A decision that fits nothing in the corpus: its number in the file, and what was not found.

    Attributes:
        number: Of the decision.
        reason: What was not found.
        line: Of the file, where its row begins; 0 when it stands in none.
    """

    number: int
    reason: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TypeLabels:
    """What readers call an event type, by language code."""

    type: str
    labels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that was understood, sorted and ready to be shown."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = field(default=())
    unmet: tuple[Unmet, ...] = ()
    languages: tuple[Coverage, ...] = ()
    types: tuple[TypeLabels, ...] = ()

    def labels(self, language: str) -> dict[str, str]:
        """What a reader of a language calls each event type; English where it has no label there.

        >>> Corpus(types=(TypeLabels("fire", (("en", "Fire"),)),)).labels("ar")
        {'fire': 'Fire'}
        """
        known = {one.type: dict(one.labels) for one in self.types}
        return {name: said.get(language) or said.get("en") or name for name, said in known.items()}
