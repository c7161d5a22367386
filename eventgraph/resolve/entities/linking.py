"""Entity linking: one entity per real person, organisation and place, across articles and scripts.

A pure function of the set of articles: their order does not matter, and linking A and then A and B
gives what linking A and B at once gives. Decisions come first, then the knowledge base, then evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.knowledge import Entry, Knowledge
from eventgraph.model import Article, Entity, Extraction
from eventgraph.resolve.decisions import Decision, Decisions
from eventgraph.resolve.decisions.unmatched import unmet_entities
from eventgraph.resolve.entities import (
    canonicalisation,
    knowledge_linking,
    pair_scoring,
    profiles,
    surnames,
    verdicts,
)
from eventgraph.resolve.entities.chains import Chain, ChainKey, gather
from eventgraph.resolve.entities.clustering import Cluster, Clusters, Link
from eventgraph.resolve.entities.identified import identified
from eventgraph.resolve.entities.knowledge_linking import Identity
from eventgraph.resolve.entities.profiles import Profile, ProfileKey
from eventgraph.resolve.entities.type_voting import voted_types


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives.

    Attributes:
        entities: Sorted by id.
        chains: Entity id by article id and ``Mention.chain``; chains that are nobody known, such as
            "the official", are left out.
        unmet: What decisions about entities did not find, by their number.
    """

    entities: tuple[Entity, ...]
    chains: Mapping[ChainKey, str]
    unmet: Mapping[int, str] = field(default_factory=dict, compare=False)


def link_entities(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    knowledge: Knowledge,
    decisions: Decisions,
) -> Linked:
    """Link the mentions of all articles to entities.

    Source:
        Christen (2012), Data Matching: blocking, comparison, classification; Bagga and Baldwin (1998),
        Entity-based cross-document coreferencing: context tells namesakes apart.
    """
    chains = gather(articles, extractions)
    members = identified(
        decisions, lambda before, found: _link(chains, knowledge, before, found).chains
    )
    return _link(chains, knowledge, decisions, members)


def _link(
    chains: Sequence[Chain], knowledge: Knowledge, decisions: Decisions, members: verdicts.Members
) -> Linked:
    chains, identities, doubted = _known(chains, knowledge, decisions, members)
    referents = verdicts.Referents(chains, identities, decisions, members)
    unmet = unmet_entities(doubted, referents)
    verdict = verdicts.verdicts(referents, decisions)
    keys = _keys(chains, identities, verdict)
    groups = _groups(chains, keys, identities)
    clusters = Clusters(groups.values(), verdicts.pairs_apart(verdict, keys))
    clusters.decide(verdicts.links(verdict, keys))
    unmet = _contradicted(decisions, verdict, keys, clusters) | unmet
    clusters.guess(_allowed(pair_scoring.links(groups)))
    _link_surnames(chains, keys, identities, clusters, knowledge)
    return replace(_linked(clusters, identities, referents, decisions), unmet=unmet)


def _known(
    chains: Sequence[Chain], knowledge: Knowledge, decisions: Decisions, members: verdicts.Members
) -> tuple[list[Chain], dict[ChainKey, Identity], list[Decision]]:
    """Chains with decided and voted types, and what is known of them.

    Last come the decisions that fit none of the chains as they are before; with other types they may.
    """
    identities = knowledge_linking.identify(chains, knowledge)
    referents = verdicts.Referents(chains, identities, decisions, members)
    unmet = unmet_entities(decisions.active, referents)
    doubted = [row for row in decisions.active if row.number in unmet]
    given = verdicts.retypes(referents, decisions)
    types = voted_types(chains, identities.keys(), knowledge) | given
    typed = [c.retyped(types.get(c.key, c.type)) for c in chains]
    if types:
        identities = knowledge_linking.identify(typed, knowledge, frozenset(given))
    return typed, identities, doubted


def _contradicted(
    decisions: Decisions,
    verdict: verdicts.Verdicts,
    keys: Mapping[ChainKey, ProfileKey],
    clusters: Clusters,
) -> dict[int, str]:
    """Decisions that two are not the same, against which others stand: by their number, why."""
    rows = {row.number: row for row in decisions.about("not-same")}
    found = {}
    for number, (left, right) in verdict.parted.items():
        one, other = rows[number].subject, rows[number].object
        at = [{id(clusters[keys[c.key]]) for c in side if c.key in keys} for side in (left, right)]
        if not (left and right):
            found[number] = (
                f"not-same: each article that names {one.shown!r} and {other.shown!r}"
                " takes them for one, so that nothing is parted"
            )
        elif at[0] & at[1]:
            found[number] = (
                f"not-same: {one.shown!r} and {other.shown!r} stay one entity,"
                " as earlier decisions merge them by way of others"
            )
    return found


def _keys(
    chains: Sequence[Chain], identities: Mapping[ChainKey, Identity], verdict: verdicts.Verdicts
) -> dict[ChainKey, ProfileKey]:
    """Profile keys; surnames wait for their bearers unless a decision is about them."""
    touched = verdict.touched
    marks = _marks(chain for chain in chains if chain.names and chain.key not in identities)
    keys: dict[ChainKey, ProfileKey] = {}
    for chain in chains:
        if chain.key in verdict.keys:
            keys[chain.key] = verdict.keys[chain.key]
        elif chain.key in identities:
            keys[chain.key] = profiles.by_id(identities[chain.key].entry.id)
        elif chain.names and (chain.key in touched or not profiles.is_surname(chain)):
            keys[chain.key] = profiles.by_name(chain, marks.get(chain.key, ""))
    return keys


def _marks(chains: Iterable[Chain]) -> dict[ChainKey, str]:
    """The stated country, for groups and places whose name several countries have."""
    stated: dict[ProfileKey, set[str]] = {}
    members: list[Chain] = []
    for chain in chains:
        if len(chain.countries) == 1:
            stated.setdefault(profiles.by_name(chain), set()).update(chain.countries)
            members.append(chain)
    return {c.key: c.countries[0] for c in members if len(stated[profiles.by_name(c)]) > 1}


def _groups(
    chains: Sequence[Chain],
    keys: Mapping[ChainKey, ProfileKey],
    identities: Mapping[ChainKey, Identity],
) -> dict[ProfileKey, Profile]:
    groups = profiles.group(chains, keys)
    for chain in chains:
        identity = identities.get(chain.key)
        key = keys.get(chain.key)
        if identity and key == profiles.by_id(identity.entry.id):
            groups[key].reasons[identity.reason] += 1
            groups[key].type = identity.entry.type
    return groups


def _allowed(links: Iterable[Link]) -> Iterable[Link]:
    """Links that touch no name that people set alone."""
    return (link for link in links if verdicts.ALONE not in (link.a[-1], link.b[-1]))


def _link_surnames(
    chains: Sequence[Chain],
    keys: dict[ChainKey, ProfileKey],
    identities: Mapping[ChainKey, Identity],
    clusters: Clusters,
    knowledge: Knowledge,
) -> None:
    """Give surnames to their bearers; those left over become people of their own."""
    waiting = [chain for chain in chains if chain.names and chain.key not in keys]
    if not waiting:
        return
    around = surnames.company([label for c in chains if (label := _label(c, keys, identities))])
    people = surnames.Bearers(clusters.all(), around, knowledge)
    found = [(chain, people.of(chain)) for chain in waiting]
    left: dict[ChainKey, ProfileKey] = {}
    for chain, bearer in found:
        if bearer is None:
            left[chain.key] = profiles.by_name(chain)
        else:
            cluster, _, reason = bearer
            clusters.give(cluster, chain, reason)
    clusters.add(profiles.group(waiting, left).values())
    clusters.guess(_allowed(pair_scoring.links(clusters.single_names())))


def _label(
    chain: Chain, keys: Mapping[ChainKey, ProfileKey], identities: Mapping[ChainKey, Identity]
) -> tuple[Chain, str, bool] | None:
    identity = identities.get(chain.key)
    if identity:
        return chain, identity.entry.name("en"), identity.entry.kind == "country"
    return (chain, chain.name, False) if chain.key in keys else None


def _linked(
    clusters: Clusters,
    identities: Mapping[ChainKey, Identity],
    referents: verdicts.Referents,
    decisions: Decisions,
) -> Linked:
    entries: dict[str, Entry] = {one.entry.id: one.entry for one in identities.values()}
    parts = _kept(clusters.all(), referents, decisions)
    renamed = {n: row.object.name for n, row in _meant(parts, referents, decisions.about("rename"))}
    made = canonicalisation.entities(parts, entries, renamed)
    chains = {chain.key: entity.id for entity, members in made for chain in members}
    return Linked(tuple(entity for entity, _ in made), dict(sorted(chains.items())))


def _kept(
    parts: Sequence[Cluster], referents: verdicts.Referents, decisions: Decisions
) -> list[Cluster]:
    """The clusters but those that people want left out, each as a whole and no other for its name."""
    gone = {n for n, _ in _meant(parts, referents, decisions.about("ignore"))}
    return [part for n, part in enumerate(parts) if n not in gone]


def _meant(
    parts: Sequence[Cluster], referents: verdicts.Referents, rows: Sequence[Decision]
) -> Iterator[tuple[int, Decision]]:
    """For each decision the position of the cluster that holds most of what it means."""
    if not rows:
        return
    position = {c.key: n for n, part in enumerate(parts) for p in part.profiles for c in p.chains}
    for row in rows:
        votes = Counter(position[c.key] for c in referents.of(row.subject) if c.key in position)
        if votes:
            yield min(votes, key=lambda n: (-votes[n], n)), row
