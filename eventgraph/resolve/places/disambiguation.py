"""Which Tripoli is meant: country context, what else the article names, how many people live there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from eventgraph.knowledge import Entry
from eventgraph.resolve.entities.chains import Chain

_STATED = 8.0  # the words beside the name state the country
_CONTEXT = 4.0  # the whole article is about the country


def context(
    article: Sequence[Chain], find: Callable[[str], Sequence[Entry]]
) -> Mapping[str, float]:
    """Share of an article's mentions that point to each country; ambiguous names point nowhere.

    Source:
        Leidner (2007), Toponym resolution in text: co-mentioned countries and population are the
        strongest simple cues.
    """
    counts: Counter[str] = Counter()
    for chain in article:
        for country in {*chain.countries, *_certain(chain, find)}:
            counts[country] += len(chain.mentions) or 1
    total = sum(counts.values())
    return {country: counts[country] / total for country in sorted(counts)}


def _certain(chain: Chain, find: Callable[[str], Sequence[Entry]]) -> set[str]:
    """The country of a chain, if all entries of its name agree on one."""
    countries = {entry.country for name in chain.names[:1] for entry in find(name)}
    first = next((entry for name in chain.names[:1] for entry in find(name)), None)
    if first and first.kind == "country":
        return {first.country}
    return countries - {""} if len(countries) == 1 else set()


def choose(
    entries: Sequence[Entry], stated: Sequence[str], around: Mapping[str, float]
) -> Entry | None:
    """The place that is meant, or none when the country stated beside the name rules all out.

    Args:
        entries: Places of one name.
        stated: ISO codes that the words beside the name state.
        around: Share of the article that points to each country.
    """
    open_to = [
        entry for entry in entries if not stated or not entry.country or entry.country in stated
    ]
    if not open_to:
        return None
    return min(open_to, key=lambda entry: (-_score(entry, stated, around), entry.id))


def _score(entry: Entry, stated: Sequence[str], around: Mapping[str, float]) -> float:
    score = math.log10(max(entry.fame, entry.population) + 10)
    score += _CONTEXT * around.get(entry.country, 0.0) + _STATED * (entry.country in stated)
    return score + _STATED * (entry.kind == "country")
