"""Decisions about entities, translated to chains and profiles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.model import EntityType
from eventgraph.resolve.decisions import Decision, Decisions, Reference
from eventgraph.resolve.entities.chains import Chain, ChainKey, name_key
from eventgraph.resolve.entities.clustering import Link
from eventgraph.resolve.entities.knowledge_linking import Identity
from eventgraph.resolve.entities.profiles import ProfileKey, by_name, full_names

_APART = "apart"  # mark of names that people took out of an entity
ALONE = "alone"  # mark of names that people forbid to guess about


Members = Mapping[str, frozenset[ChainKey]]


class Referents:
    """Finds the chains that a decision is about.

    Args:
        chains: All chains.
        identities: What the knowledge base takes them for.
        decisions: Among them the names that people gave.
        members: Chains of the entities that decisions mean by their own id; see `identified`.
    """

    def __init__(
        self,
        chains: Iterable[Chain],
        identities: Mapping[ChainKey, Identity],
        decisions: Decisions,
        members: Members | None = None,
    ) -> None:
        self._members = members or {}
        self._by_key: dict[ChainKey, Chain] = {}
        self._by_name: dict[str, list[Chain]] = {}
        self._by_any_name: dict[str, list[Chain]] = {}
        self._by_id: dict[str, list[Chain]] = {}
        self._identities = identities
        for chain in chains:
            self._add(chain)
        self._renamed = {
            name_key(row.object.name): row.subject for row in decisions.about("rename")
        }

    def _add(self, chain: Chain) -> None:
        identity = self._identities.get(chain.key)
        self._by_key[chain.key] = chain
        keys = {name_key(name) for name in full_names(chain)}
        if identity:
            self._by_id.setdefault(identity.entry.id, []).append(chain)
            keys |= {name_key(names[0]) for names in identity.entry.names.values() if names}
        for key in keys:
            self._by_name.setdefault(key, []).append(chain)
        for key in {name_key(name) for name in chain.names} - keys:
            self._by_any_name.setdefault(key, []).append(chain)

    def of(self, reference: Reference) -> list[Chain]:
        """The chains of the entity with the id; where there is none, those of that name and type.

        A surname means those who are called by it alone, else those who bear it.
        """
        if reference.id in self._members:
            keys = sorted(self._members[reference.id] & self._by_key.keys())
            return [self._by_key[key] for key in keys]
        if known := self._by_id.get(reference.id):
            return sorted(known, key=lambda chain: chain.key)
        key = name_key(reference.name)
        found = {c.key: c for c in self._by_name.get(key, ()) if self._is(c, reference)}
        if not found:
            found = {c.key: c for c in self._by_any_name.get(key, ()) if self._is(c, reference)}
        before = self._renamed.get(name_key(reference.name))
        if not found and before and before != reference:
            return self.of(before)
        return [found[key] for key in sorted(found)]

    def has(self, reference: Reference) -> bool:
        """Whether its id alone says which chains are meant."""
        return reference.id in self._members

    def identity(self, chain: Chain) -> str | None:
        """Knowledge id of a chain."""
        found = self._identities.get(chain.key)
        return found.entry.id if found else None

    def _is(self, chain: Chain, reference: Reference) -> bool:
        identity = self._identities.get(chain.key)
        if reference.id and identity:
            return identity.entry.id == reference.id
        kinds = {chain.type, identity.entry.type if identity else chain.type}
        return not reference.type or reference.type in kinds


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What decisions say about chains, before anything is guessed.

    Attributes:
        keys: Profile keys that replace those by knowledge or name.
        merged: Chains that are one, with the reason.
        apart: Chains that are two.
        parted: The same for decisions that two entities are not the same, by number.
    """

    keys: Mapping[ChainKey, ProfileKey]
    merged: Sequence[tuple[Sequence[Chain], str]]
    apart: Sequence[tuple[Sequence[Chain], Sequence[Chain]]]
    parted: Mapping[int, tuple[Sequence[Chain], Sequence[Chain]]]

    @property
    def touched(self) -> set[ChainKey]:
        """Chains that a decision is about."""
        joined = {chain.key for chains, _ in self.merged for chain in chains}
        return joined | {c.key for pair in self.apart for chains in pair for c in chains}


def retypes(referents: Referents, decisions: Decisions) -> dict[ChainKey, EntityType]:
    """Types that people gave."""
    return {
        chain.key: row.object.type  # type: ignore[misc]
        for row in decisions.about("retype")
        for chain in referents.of(row.subject)
    }


def verdicts(referents: Referents, decisions: Decisions) -> Verdicts:
    """What is to be split, kept apart and joined."""
    keys: dict[ChainKey, ProfileKey] = {}
    apart, parted = [], {}
    for row in decisions.about("split"):
        whole = referents.of(row.subject)
        part = split_off(row, whole, referents)
        mark = f"{_APART} {row.object.id}" if row.object.type == "article" else _APART
        mark = mark if row.object.name or row.object.id else ALONE
        keys |= {chain.key: by_name(chain, mark) for chain in part}
        apart.append((_without(whole, part), part))
    for row in decisions.about("not-same"):
        left, right = referents.of(row.subject), referents.of(row.object)
        common = {chain.key for chain in left} & {chain.key for chain in right}
        right = [c for c in right if c.key not in common or _mainly(c, row.object)]
        left = _without(left, right)
        keys |= {
            chain.key: by_name(chain, _APART)
            for chain in right
            if _known_with(chain, left, referents)
        }
        apart.append((left, right))
        parted[row.number] = left, right
    merged = [
        (
            [*referents.of(row.subject), *referents.of(row.object)],
            f"decision {row.number}: merged by hand",
        )
        for row in decisions.about("merge")
    ]
    return Verdicts(keys, merged, apart, parted)


def split_off(row: Decision, whole: Sequence[Chain], referents: Referents) -> list[Chain]:
    """What a split takes out: the chains of a name, of an article, or all."""
    thing = row.object
    if thing.type == "article":
        return [chain for chain in whole if chain.article == thing.id]
    if not thing.name:
        return list(whole)
    if referents.has(row.subject):
        return [chain for chain in whole if _mainly(chain, thing)]
    return [
        chain for chain in referents.of(Reference(thing.name, thing.type)) if _mainly(chain, thing)
    ]


def _mainly(chain: Chain, thing: Reference) -> bool:
    """Whether it is what an article calls the chain first of all; a chain is never cut in two."""
    return name_key(thing.name) == name_key(chain.name)


def _without(chains: Sequence[Chain], others: Sequence[Chain]) -> list[Chain]:
    gone = {chain.key for chain in others}
    return [chain for chain in chains if chain.key not in gone]


def _known_with(chain: Chain, others: Sequence[Chain], referents: Referents) -> bool:
    """Whether the knowledge base takes the chain and the others for one."""
    own = referents.identity(chain)
    return own is not None and any(referents.identity(other) == own for other in others)


def links(verdict: Verdicts, keys: Mapping[ChainKey, ProfileKey]) -> list[Link]:
    """Links that people decided on."""
    found = []
    for chains, reason in verdict.merged:
        profiles = sorted({keys[chain.key] for chain in chains if chain.key in keys})
        found += [Link(1.0, profiles[0], other, reason) for other in profiles[1:]]
    return found


def pairs_apart(
    verdict: Verdicts, keys: Mapping[ChainKey, ProfileKey]
) -> set[tuple[ProfileKey, ProfileKey]]:
    """Pairs of profiles that people decided are two."""
    return {
        (a, b)
        for left, right in verdict.apart
        for a in {keys[chain.key] for chain in left if chain.key in keys}
        for b in {keys[chain.key] for chain in right if chain.key in keys}
        if a != b
    }
