"""All event types and their words, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eventgraph.model import TypeLabels
from eventgraph.ontology.types import UNTYPED, Concept, EventType, EventWord


@dataclass(frozen=True, slots=True)
class Ontology:
    """Event types and their words, ready for look-up.

    Attributes:
        types: By name, in the order of the file.
        words: Per language, in the order of the file.
        naming: Types in the order in which they name an event whose reports differ in type.
        families: Families that have a name of their own, in the order of the file.
        digest: Hash of the file, for the fingerprint of cached extractions.
    """

    types: Mapping[str, EventType]
    words: Mapping[str, tuple[EventWord, ...]]
    naming: tuple[str, ...]
    families: tuple[str, ...]
    digest: str
    _single: Mapping[tuple[str, str, str], EventWord] = field(repr=False, default_factory=dict)
    _phrases: Mapping[tuple[str, str, str], tuple[EventWord, ...]] = field(
        repr=False, default_factory=dict
    )
    _concepts: Mapping[str, Concept] = field(repr=False, default_factory=dict)

    def type(self, name: str) -> EventType:
        """The type of a name; the type of what no other type fits where there is none of that name.

        >>> from eventgraph.ontology import load
        >>> load().type("attack").family, load().type("no such type").name
        ('violence', 'other')
        """
        return self.types.get(name) or self.types[UNTYPED]

    def labels(self, names: Iterable[str]) -> tuple[TypeLabels, ...]:
        """What readers call some types, in every language that has a word for it; sorted.

        >>> from eventgraph.ontology import load
        >>> dict(load().labels(["death"])[0].labels)["en"]
        'Death'
        """
        return tuple(
            TypeLabels(name, tuple(sorted(self.types[name].labels.items())))
            for name in sorted(set(names))
        )

    def find(self, language: str, lemma: str, pos: str) -> EventWord | None:
        """The verb or noun with that dictionary form, if it reports an event.

        >>> from eventgraph.ontology import load
        >>> load().find("en", "table", "noun") is None
        True
        """
        return self._single.get((language, pos, lemma))

    def concept(self, name: str) -> Concept | None:
        """The concept of a full name.

        >>> from eventgraph.ontology import load
        >>> load().concept("death.die").roles["subject"]
        'patient'
        """
        return self._concepts.get(name)

    def phrases(self, language: str, first: str, pos: str) -> tuple[EventWord, ...]:
        """Phrases that begin with a word, the longest first.

        >>> from eventgraph.ontology import load
        >>> load().phrases("en", "day", "noun_phrase")
        ()
        """
        return self._phrases.get((language, pos, first), ())
