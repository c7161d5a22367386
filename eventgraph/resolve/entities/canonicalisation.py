"""From a cluster of chains to an entity: its name, names per language, id and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.knowledge import Entry
from eventgraph.languages import COMMON
from eventgraph.model import Entity, EntityType, Evidence, content_id
from eventgraph.resolve.entities.chains import Chain, language_of, name_key
from eventgraph.resolve.entities.clustering import Cluster, reasons
from eventgraph.skeleton import words

_MOST_REASONS = 40


def entities(
    clusters: Sequence[Cluster], entries: Mapping[str, Entry], renamed: Mapping[int, str]
) -> tuple[tuple[Entity, tuple[Chain, ...]], ...]:
    """Entities with their chains, sorted by id.

    Args:
        clusters: In the order of their smallest profile key.
        entries: Knowledge entries by id.
        renamed: Names that people gave, by position of the cluster.
    """
    taken: set[str] = set()
    made = []
    for position, cluster in enumerate(clusters):
        entity, chains = _entity(
            cluster, entries.get(cluster.known), renamed.get(position, ""), taken
        )
        taken.add(entity.id)
        made.append((entity, chains))
    return tuple(sorted(made, key=lambda pair: pair[0].id))


def _entity(
    cluster: Cluster, entry: Entry | None, given: str, taken: set[str]
) -> tuple[Entity, tuple[Chain, ...]]:
    chains = tuple(sorted((c for p in cluster.profiles for c in p.chains), key=lambda c: c.key))
    entity_type = entry.type if entry else _type(cluster)
    names = _names(chains)
    found = entry.name(COMMON) if entry else _fullest(names, entity_type)
    entity = Entity(
        id=_id(cluster, entity_type, found, taken),
        type=entity_type,
        name=given or found,
        names=tuple((code, tuple(_frequent(counts))) for code, counts in sorted(names.items())),
        evidence=tuple(_evidence(chains)),
        reasons=_reasons(cluster),
        knowledge=cluster.known or None,
        country=(entry.country if entry else _country(chains)) or None,
        coordinates=_coordinates(entry),
    )
    return entity, chains


def _type(cluster: Cluster) -> EntityType:
    votes: Counter[EntityType] = Counter()
    for profile in cluster.profiles:
        votes[profile.type] += len(profile.chains)
    return min(votes, key=lambda one: (-votes[one], one))


def _names(chains: Iterable[Chain]) -> dict[str, Counter[str]]:
    names: dict[str, Counter[str]] = {}
    for chain in chains:
        for mention in chain.mentions:
            if mention.name:
                code = language_of(mention.name, chain.language)
                names.setdefault(code, Counter())[mention.name] += 1
    return names


def _frequent(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def _fullest(names: Mapping[str, Counter[str]], entity_type: EntityType) -> str:
    """The most frequent full name; English first, the alphabet last."""
    ranked = (
        (entity_type == "person" and len(words(name)) < 2, code != COMMON, -count, -len(name), name)
        for code, counts in names.items()
        for name, count in counts.items()
    )
    return min(ranked)[-1]


def _id(cluster: Cluster, entity_type: EntityType, name: str, taken: set[str]) -> str:
    """A hash of the knowledge id, else of type and name; a namesake's also of what sets it apart."""
    if cluster.known:
        return content_id("n", "known", cluster.known)
    plain = content_id("n", entity_type, name_key(name))
    if plain not in taken:
        return plain
    key = min(profile.key for profile in cluster.profiles)
    return content_id("n", entity_type, name_key(name), *key)


def _evidence(chains: Iterable[Chain]) -> list[Evidence]:
    found = [
        Evidence(chain.article, one.span, one.text) for chain in chains for one in chain.mentions
    ]
    return sorted(found, key=lambda evidence: (evidence.article, evidence.span))


def _country(chains: Iterable[Chain]) -> str:
    counts = Counter(country for chain in chains for country in chain.countries)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else ""


def _coordinates(entry: Entry | None) -> tuple[float, float] | None:
    if entry is None or entry.latitude is None or entry.longitude is None:
        return None
    return entry.latitude, entry.longitude


def _reasons(cluster: Cluster) -> tuple[str, ...]:
    """Human-readable: what was known, what was alike, how many articles just share the name."""
    own: Counter[str] = Counter()
    for profile in cluster.profiles:
        own.update(profile.reasons)
        if len(profile.chains) > 1 and not profile.known:
            own[f"same name: {profile.chains[0].name}"] = len(profile.chains)
    lines = [f"{reason}{_times(own[reason])}" for reason in sorted(own, key=lambda r: (-own[r], r))]
    lines += [f"{reason}, score {score:.2f}" for reason, score in reasons(cluster).items()]
    hidden = len(lines) - _MOST_REASONS
    return (*lines[:_MOST_REASONS], f"and {hidden} more") if hidden > 0 else tuple(lines)


def _times(count: int) -> str:
    return f" ({count} articles)" if count > 1 else ""
