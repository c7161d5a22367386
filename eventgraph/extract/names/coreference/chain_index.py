"""Chains by what a name may be found under, so that each name meets only chains it may belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.coreference.chains import Chain
from eventgraph.extract.names.coreference.name_compatibility import (
    compatible,
    conflicting,
    short_forms,
)
from eventgraph.extract.names.reading import Reading
from eventgraph.model import EntityType

Key = tuple[EntityType, str, str]  # type, kind of key, key


class ChainIndex:
    """The chains of one article while they grow.

    Args:
        reading: The article.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._chains: dict[Key, list[Chain]] = {}

    def add(self, chain: Chain, candidate: Candidate, name: str) -> None:
        """Make a chain findable by one of its names."""
        for key in dict.fromkeys(self._keys(candidate, name)):
            chains = self._chains.setdefault(key, [])
            if chain not in chains:
                chains.append(chain)

    def find(self, candidate: Candidate, name: str, position: int) -> Chain | None:
        """The chain that a name belongs to: the nearest before it, else the first after it."""
        kind = candidate.type
        if same := self._near((kind, "name", name), position):
            return same[0]
        if kind == "person":
            return self._person(candidate, name, position)
        if known := self._by_entry(candidate, position):
            return known[0]
        return self._shortened(name, position) if kind == "organization" else None

    def _keys(self, candidate: Candidate, name: str) -> Iterator[Key]:
        kind = candidate.type
        yield kind, "name", name
        yield from ((kind, "id", known) for known in candidate.ids[:1])
        if kind == "person":
            core = core_words(self._reading, name)
            yield from ((kind, "word", word) for word in (core[0], core[-1]))
        elif kind == "organization":
            yield from ((kind, "short", form) for form in short_forms(name))

    def _near(self, key: Key, position: int) -> list[Chain]:
        return sorted(self._chains.get(key, ()), key=lambda chain: chain.distance(position))

    def _by_entry(self, candidate: Candidate, position: int) -> list[Chain]:
        return (
            self._near((candidate.type, "id", candidate.ids[0]), position) if candidate.ids else []
        )

    def _person(self, candidate: Candidate, name: str, position: int) -> Chain | None:
        core = core_words(self._reading, name)
        for chain in self._near(("person", "word", core[-1]), position):
            if any(compatible(core, other) for other in self._cores(chain)):
                return chain
        for chain in self._by_entry(candidate, position):
            if not any(conflicting(core, other) for other in self._cores(chain)):
                return chain
        return None

    def _cores(self, chain: Chain) -> list[Sequence[str]]:
        return [core_words(self._reading, name) for name in sorted(chain.names)]

    def _shortened(self, name: str, position: int) -> Chain | None:
        """A chain that the name is short for, or that is short for it."""
        longer = self._near(("organization", "short", name), position)
        keys: list[Key] = [("organization", "name", form) for form in short_forms(name)]
        shorter = [chain for key in keys for chain in self._near(key, position)]
        return next(iter((*longer, *shorter)), None)


def core_words(reading: Reading, name: str) -> Sequence[str]:
    """The words of a name without particles and suffixes; of "al assad" that is "assad"."""
    vocabulary = reading.vocabulary
    words = [
        word
        for word in name.split()
        if not vocabulary.particles.has(word) and not vocabulary.suffixes.has(word)
    ]
    return words or name.split() or [""]
