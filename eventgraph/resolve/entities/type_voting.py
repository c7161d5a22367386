"""Types that the corpus as a whole gives to unknown names: one article's slip is outvoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from eventgraph.knowledge import Knowledge
from eventgraph.model import EntityType
from eventgraph.resolve.entities.chains import Chain, ChainKey, name_key
from eventgraph.skeleton import words

_OUTVOTES = 3  # articles against one that a single word needs: Jordan may be a man and a country
_ARTICLES = 2  # articles that must name a person in full before a group may be that surname

Votes = Mapping[str, Counter[EntityType]]


def voted_types(
    chains: Sequence[Chain], known: Collection[ChainKey], knowledge: Knowledge
) -> dict[ChainKey, EntityType]:
    """Types to be changed, of chains that are named, unknown and without a title."""
    open_to = [chain for chain in chains if chain.names and chain.key not in known]
    votes = _votes(open_to)
    surnames = _surnames(open_to)
    changed: dict[ChainKey, EntityType] = {}
    for chain in open_to:
        if not chain.titles:
            best = _best(chain, votes[name_key(chain.name)], surnames, knowledge)
            if best != chain.type:
                changed[chain.key] = best
    return changed


def _votes(chains: Sequence[Chain]) -> Votes:
    votes: dict[str, Counter[EntityType]] = {}
    for chain in chains:
        votes.setdefault(name_key(chain.name), Counter())[chain.type] += 1 + bool(chain.titles)
    return votes


def _best(
    chain: Chain, votes: Counter[EntityType], surnames: Collection[str], knowledge: Knowledge
) -> EntityType:
    parts = words(chain.name)
    if len(parts) == 1:
        if chain.type != "person" and parts[0] in surnames:
            return "person"
        best = min(votes, key=lambda one: (-votes[one], one))
        return best if votes[best] >= _OUTVOTES * votes[chain.type] else chain.type
    person = len(votes) > 1 and knowledge.given_name(parts[0])
    return min(votes, key=lambda one: (-votes[one], (one == "person") != person, one))


def _surnames(chains: Sequence[Chain]) -> set[str]:
    """Last words of people whom several articles name in full."""
    full = {
        (name, chain.article)
        for chain in chains
        if chain.type == "person"
        for name in chain.names
        if len(words(name)) > 1
    }
    counts = Counter(words(name)[-1] for name, _ in full)
    return {surname for surname, count in counts.items() if count >= _ARTICLES}
